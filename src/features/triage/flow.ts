/** Triage of posts: questions, a suggestion, and then evidence, register, remove, tell – in that order (G-7.0, G-7.1, G-7.4). */
import { departmentsSeenBy } from '../../kernel/offices';
import type { Phrase } from '../../kernel/phrase';
import type { Aggregate, Feature, RowSource } from '../../ports/flow';
import { verbs, type CaseCommand } from './commands';
import { deadlineOf } from './deadlines';
import { decide } from './decide';
import { QUIET, trace, type CaseEvent } from './events';
import { evolve } from './evolve';
import type { Facts } from './facts';
import { gather, guidelineOf, KIND, type Sources } from './gather';
import { createLists } from './lists';
import { mentionOf } from './mention';
import { Case } from './model';
import { pictureOf, pictures } from './pictures';
import { permits } from './policy';
import { present } from './present';
import { createQueries, NEW_VERB } from './queries';
import { QUEUE_VERB } from './queue-card';
import { listedOf, rowOf, type CaseRow } from './rows';
import { refusalOf, texts } from './texts';

type Cases = Aggregate<Case, CaseCommand, CaseEvent, Facts>;

/** Two years of cases are counted and listed; older ones lie in the store. */
const ROW_DAYS = 800;
/** "bedöm inlägg https://…": what is behind the words is the link. */
const WITH_LINK = /^\s*(?:bed[oö]m|assess|triage)\b.*?(https?:\/\/\S+)/i;

export function createTriage(sources: Sources): Feature {
  const { guidelines } = sources;
  const cases: Cases = {
    kind: KIND,
    schemaVersion: 1,
    restore: (raw) => Case.parse(raw),
    verbs,
    facts: (request) => gather(request, sources),
    permits,
    decide,
    evolve,
    quiet: QUIET,
    trace,
    deadline: (state, moment) =>
      deadlineOf(state, { moment, guideline: guidelineOf(guidelines, moment, state) }),
    listed: listedOf,
    present,
    mention: (matter, viewer, _reason, facts) => mentionOf(matter, viewer, facts),
    remind: (to) => ({ type: 'remind', to }),
    pictures,
    download: ({ matter: { id, state }, part, actor, facts }) =>
      pictureOf(id, state, part, permits(actor, { type: 'take' }, state, facts)),
  };
  const rows: RowSource<Case, CaseRow> = { aggregate: cases, row: rowOf, days: ROW_DAYS };
  const lists = createLists(guidelines, () => rows);

  const { queries, exports } = createQueries(sources, () => rows, lists);

  return {
    name: 'triage',
    aggregates: [cases],
    queries,
    exports,
    phrases: PHRASES,
    sentence: ({ code, details }, locale) =>
      Object.hasOwn(texts[locale].refusals, code)
        ? refusalOf({ code, ...(details === undefined ? {} : { details }) }, texts[locale])
        : undefined,
    hear(text) {
      const link = WITH_LINK.exec(text)?.[1];
      return link === undefined ? undefined : { verb: NEW_VERB, data: { link } };
    },
    waiting: lists.waiting,
    mine: lists.mine,
    awaiting: lists.awaiting,
  };
}

const PHRASES: readonly Phrase[] = [
  {
    verb: NEW_VERB,
    say: {
      sv: ['bedöm inlägg', 'bedöm ett inlägg', 'bedöm kommentar', 'anmäl inlägg'],
      en: ['assess post', 'assess a post', 'assess comment', 'report post'],
    },
    description: {
      sv: 'Bedöm ett inlägg eller en kommentar, och se vad du ska göra.',
      en: 'Assess a post or a comment, and see what to do.',
    },
    offered: true,
    takesPictures: true,
  },
  {
    verb: QUEUE_VERB,
    say: {
      sv: ['bedömda inlägg', 'ärendekö', 'inlägg att diarieföra'],
      en: ['assessed posts', 'case queue', 'posts to register'],
    },
    description: {
      sv: 'Se de inlägg som bedöms i din förvaltning, och hämta dem som en tabell.',
      en: 'See the posts that are assessed in your department, and take them out as a table.',
    },
    offered: true,
    for: (person, moment) => departmentsSeenBy(person.id, moment).length > 0,
  },
];
