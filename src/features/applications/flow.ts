/** Applications: from the first question to an account in the register (G-1.7, G-1.9, G-2.0–2.4, G-4.2c). */
import { z } from 'zod';
import type { Feature, Query } from '../../ports/flow';
import { verbs } from './commands';
import { deadlineOf } from './deadlines';
import { decide } from './decide';
import { evolve } from './evolve';
import { gather, ruling, type Sources } from './gather';
import { hear } from './hear';
import { createLists, listedOf, type Applications } from './lists';
import { mentionOf } from './mention';
import { Answers, restore, SCHEMA_VERSION } from './model';
import { permits } from './policy';
import { present } from './present';

export function createApplications(sources: Sources): Feature {
  const { guidelines } = sources;
  const applications: Applications = {
    kind: 'application',
    schemaVersion: SCHEMA_VERSION,
    restore,
    verbs,
    facts: (request) => gather(request, sources),
    permits,
    decide,
    evolve,
    // A talk changes nothing in what the applicant writes: a form that stands open stays good.
    quiet: ['reminded', 'consultation-planned', 'consultation-held'],
    spent: ({ status }) => status === 'expired',
    deadline: (state, moment) =>
      deadlineOf(state, { moment, guideline: ruling(guidelines, moment.organisation.id, state) }),
    listed: listedOf,
    present,
    mention: mentionOf,
  };
  const lists = createLists(guidelines, () => applications);

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
    ...lists,
  };
}
