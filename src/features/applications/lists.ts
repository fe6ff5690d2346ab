/** Applications in lists: what a person has going, and what waits for them. */
import type { Person } from '../../kernel/actor';
import type { Matter, Moment } from '../../kernel/matter';
import { communicatesFor } from '../../kernel/organisation';
import type { Line } from '../../kernel/view';
import type { Guidelines } from '../../guidelines/guidelines';
import type { Aggregate, Reading } from '../../ports/flow';
import type { Listed } from '../../ports/store';
import type { ApplicationCommand } from './commands';
import { isOpen } from './consultation';
import type { ApplicationEvent } from './events';
import type { Facts, Ground } from './facts';
import { ruling } from './gather';
import { isSubmission, type Application } from './model';
import { nextOf } from './next';
import { partOf, waitsFor, type Part } from './part';
import { ageOf, headOf } from './present';
import { texts } from './texts';

export type Applications = Aggregate<Application, ApplicationCommand, ApplicationEvent, Facts>;

/** A draft that somebody else is asked to talk about is found by its own status. */
const CONSULTING = 'consulting';

/** What documents are found by; `handler` is the one person outside the office whose turn it may be. */
export function listedOf(state: Application): Listed {
  const open = state.status === 'draft' && isOpen(state.consultation);
  const handler = handlerOf(state);
  const responsible = isSubmission(state) ? state.responsible.id : undefined;
  return {
    status: open ? CONSULTING : state.status,
    applicant: state.applicant.id,
    department: state.answers['department'] ?? '',
    platform: state.answers['platform'] ?? '',
    ...(responsible === undefined ? {} : { responsible }),
    ...(handler === undefined ? {} : { handler }),
  };
}

function handlerOf(state: Application): string | undefined {
  if (state.status === 'joining') return state.twin.responsible.id;
  if (state.status !== 'submitted' && state.status !== 'changes') return undefined;
  return state.handed?.to ?? state.manager?.id;
}

export function createLists(guidelines: Guidelines, applications: () => Applications) {
  /** Everything in the person's departments that may be theirs to act on, and what names them. */
  async function waitingFor(
    person: Person,
    moment: Moment,
    reading: Reading,
  ): Promise<Matter<Application>[]> {
    const { organisation, today } = moment;
    const leads = [organisation.lead, organisation.director].includes(person.id);
    const statuses = ['submitted', CONSULTING, 'created'];
    const office: Listed[] = leads
      ? [...statuses, 'approved'].map((status) => ({ status }))
      : communicatesFor(organisation, person.id, today).flatMap((department) =>
          statuses.map((status) => ({ status, department })),
        );
    const own: Listed[] = [{ applicant: person.id }, { responsible: person.id }, { handler: person.id }];
    const lists = await Promise.all([...office, ...own].map((where) => all(reading, where)));
    return [...new Map(lists.flat().map((matter) => [matter.id, matter])).values()];
  }

  async function all(reading: Reading, where: Listed): Promise<Matter<Application>[]> {
    const found: Matter<Application>[] = [];
    let after: string | undefined;
    do {
      const page = { limit: 200, ...(after === undefined ? {} : { after }) };
      const { items, next } = await reading.list(applications(), where, page);
      found.push(...items);
      after = next;
    } while (after !== undefined);
    return found;
  }

  function groundFor(state: Application, moment: Moment): Ground {
    return { moment, guideline: ruling(guidelines, moment.organisation.id, state) };
  }

  function lineOf({ id, state }: Matter<Application>, part: Part, person: Person, ground: Ground): Line {
    const words = texts[person.locale];
    const word = waitsFor(part) ? words.waitsForYou : words.standing[state.status];
    return {
      matter: { kind: applications().kind, id },
      ...headOf(state, ground, words),
      // How long a matter took says nothing once it has ended.
      status: hasEnded(state) ? word : `${word} · ${words.since(ageOf(state, ground))}`,
      next: nextOf(state, part, ground, words, person.locale),
      since: isSubmission(state) ? state.submittedAt : state.begunAt,
    };
  }

  return {
    async waiting(person: Person, moment: Moment, reading: Reading): Promise<Line[]> {
      const matters = await waitingFor(person, moment, reading);
      return matters.flatMap((matter) => {
        const ground = groundFor(matter.state, moment);
        const part = partOf(person, ground, matter.state);
        return waitsFor(part) ? [lineOf(matter, part, person, ground)] : [];
      });
    },

    async mine(person: Person, moment: Moment, reading: Reading): Promise<Line[]> {
      return (await all(reading, { applicant: person.id })).map((matter) => {
        const ground = groundFor(matter.state, moment);
        return lineOf(matter, partOf(person, ground, matter.state), person, ground);
      });
    },
  };
}

function hasEnded({ status }: Application): boolean {
  return ['active', 'rejected', 'lapsed', 'joined', 'withdrawn'].includes(status);
}
