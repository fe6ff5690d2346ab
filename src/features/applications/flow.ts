/** Applications: from the first question to an account in the register (G-1.7, G-1.9, G-2.0–2.4, G-4.2c). */
import { z } from 'zod';
import { dayIn, workingDaysBetween } from '../../kernel/calendar';
import type { Matter, Moment } from '../../kernel/matter';
import type { Person } from '../../kernel/actor';
import { communicatesFor } from '../../kernel/organisation';
import type { Line } from '../../kernel/view';
import type { Guidelines } from '../../guidelines/guidelines';
import type { Guideline } from '../../guidelines/schema';
import type { Aggregate, FactsRequest, Feature, Query, Reading } from '../../ports/flow';
import type { Listed } from '../../ports/store';
import type { PersonRef } from '../register/model';
import { deadlineOf } from './deadlines';
import { decide } from './decide';
import { namesIn } from './draft';
import { evolve } from './evolve';
import type { Facts } from './facts';
import { isEmail } from './fields';
import { hear } from './hear';
import { Answers, Application, verbs, type ApplicationCommand, type ApplicationEvent } from './model';
import { permits } from './policy';
import { mentionOf } from './mention';
import { headOf, nextOf, partOf, present } from './present';
import { texts } from './texts';

type Applications = Aggregate<Application, ApplicationCommand, ApplicationEvent, Facts>;

export function createApplications(guidelines: Guidelines): Feature {
  const applications: Applications = {
    kind: 'application',
    schemaVersion: 1,
    restore: (raw) => Application.parse(raw),
    verbs,
    facts: (request) => factsFor(request, guidelines),
    permits: (actor, command, state, { moment }) => permits(actor, command, state, moment),
    decide,
    evolve,
    quiet: ['reminded'],
    spent: ({ status }) => status === 'expired',
    deadline: (state, moment) => deadlineOf(state, ruling(guidelines, moment.organisation.id, state), moment),
    listed: (state) => ({
      status: state.status,
      applicant: state.applicant.id,
      department: state.answers['department'] ?? '',
      platform: state.answers['platform'] ?? '',
      ...('responsible' in state && state.responsible.id !== undefined
        ? { responsible: state.responsible.id }
        : {}),
    }),
    present,
    mention: (matter, viewer, reason, facts) => mentionOf(matter, viewer, reason, facts),
  };

  const open: Query<{ prefill?: Answers | undefined }> = {
    data: z.object({ prefill: Answers.optional() }),
    answer: ({ fresh, data: { prefill } }) => ({
      matter: { kind: applications.kind, id: fresh },
      ...(prefill === undefined ? {} : { prefill }),
    }),
  };
  return {
    name: 'applications',
    aggregates: [applications],
    queries: { 'application.new': open },
    phrases: [
      {
        verb: 'application.new',
        say: {
          sv: [
            'ny ansökan',
            'ansök',
            'ansökan',
            'ansöka om konto',
            'nytt konto',
            'starta konto',
            'skapa konto',
          ],
          en: [
            'new application',
            'apply',
            'application',
            'apply for an account',
            'new account',
            'start account',
          ],
        },
        description: {
          sv: 'Ansök om ett konto i sociala medier för din verksamhet.',
          en: 'Apply for a social media account for your unit.',
        },
        offered: true,
      },
    ],
    hear(text, { organisation }) {
      const prefill = hear(text, guidelines.current(organisation.id));
      return prefill && { verb: 'application.new', data: { prefill } };
    },
    waiting: async (person, moment, reading) =>
      linesOf(await waitingFor(person, moment, reading, applications), person, moment, reading, true),
    mine: async (person, moment, reading) =>
      linesOf(await all(reading, applications, { applicant: person.id }), person, moment, reading, false),
  };

  async function linesOf(
    matters: readonly Matter<Application>[],
    person: Person,
    moment: Moment,
    reading: Reading,
    onlyWaiting: boolean,
  ): Promise<Line[]> {
    const lines = await Promise.all(
      matters.map(async ({ id, state }): Promise<Line | undefined> => {
        const facts = await factsFor({ id, moment, actor: person, state, reading }, guidelines);
        const part = partOf(person, facts, state);
        if (onlyWaiting && (part === undefined || part === 'applicant')) return undefined;
        const words = texts[person.locale];
        const since = 'submittedAt' in state ? (state.submittedAt ?? state.begunAt) : state.begunAt;
        const days = workingDaysBetween(dayIn(moment.organisation.timeZone, since), moment.today);
        const word = onlyWaiting ? words.waitsForYou : words.standing[state.status];
        // How long a matter took says nothing once it has ended.
        const ended = ['active', 'rejected', 'withdrawn'].includes(state.status);
        return {
          matter: { kind: applications.kind, id },
          ...headOf(state, facts, words),
          status: ended ? word : `${word} · ${words.since(days)}`,
          next: nextOf(state, part, facts, words),
          since,
        };
      }),
    );
    return lines.filter((line) => line !== undefined);
  }
}

/** A draft follows the guideline in force; what was submitted keeps the one it was submitted under (G-0.1). */
function ruling(guidelines: Guidelines, organisation: string, state: Application | undefined): Guideline {
  const bound =
    state && state.status !== 'draft' ? guidelines.version(organisation, state.guideline) : undefined;
  return bound ?? guidelines.current(organisation);
}

async function factsFor(
  { id, moment, state, command, reading }: FactsRequest<Application, ApplicationCommand>,
  guidelines: Guidelines,
): Promise<Facts> {
  const typed = command && 'inputs' in command && command.type !== 'back' && command.type !== 'save';
  const answers = typed ? { ...state?.answers, ...command.inputs } : {};
  const names = [answers['responsible'] ?? '', ...namesIn(answers['deputies'])].filter((name) => name !== '');
  const found = await Promise.all(names.map(async (name) => [name, await personFor(name, reading)] as const));
  return {
    id,
    moment,
    guideline: ruling(guidelines, moment.organisation.id, state),
    people: Object.fromEntries(found.flatMap(([name, person]) => (person ? [[name, person]] : []))),
  };
}

/** Somebody the bot knows by this name or address, or anybody with an e-mail address. */
async function personFor(typed: string, reading: Reading): Promise<PersonRef | undefined> {
  const [person, another] = await reading.find(typed);
  if (person && !another) {
    const { id, name, email } = person;
    return email === undefined ? { id, name } : { id, name, email };
  }
  return isEmail(typed) ? { name: typed, email: typed.toLowerCase() } : undefined;
}

/** Submitted ones in the person's departments, approved ones to confirm, and accounts to create. */
async function waitingFor(
  person: Person,
  { organisation, today }: Moment,
  reading: Reading,
  applications: Applications,
): Promise<Matter<Application>[]> {
  const leads = [organisation.lead, organisation.director].includes(person.id);
  const departments = communicatesFor(organisation, person.id, today);
  const queries: Listed[] = leads
    ? [{ status: 'submitted' }, { status: 'approved' }]
    : departments.map((department) => ({ status: 'submitted', department }));
  const own: Listed[] = [
    { status: 'acknowledged', applicant: person.id },
    { status: 'acknowledged', responsible: person.id },
  ];
  const lists = await Promise.all([...queries, ...own].map((where) => all(reading, applications, where)));
  return [...new Map(lists.flat().map((matter) => [matter.id, matter])).values()];
}

async function all(reading: Reading, aggregate: Applications, where: Listed): Promise<Matter<Application>[]> {
  const found: Matter<Application>[] = [];
  let after: string | undefined;
  do {
    const page = await reading.list(aggregate, where, {
      limit: 200,
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}
