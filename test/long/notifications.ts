/** Who must hear of what: the messages that an application's events lead to, and those that really came. */
import { sv } from '../../src/features/applications/texts-sv';
import { PEOPLE } from '../support/house';
import type { Persona } from '../support/activities';
import { countOf, type Book, type Entry } from './book';
import type { Posted } from './watch';
import type { Application } from '../../src/features/applications/model';

const REASONS = ['decide', 'acknowledge', 'approved', 'rejected', 'create'] as const;
type Reason = (typeof REASONS)[number];

/** Those who decide for Kultur och fritid in the demo organisation, and the lead. */
const DECIDERS = [PEOPLE.karin, PEOPLE.kim];
const LEAD = PEOPLE.sara;

export interface Expected {
  /** The key of the effect, as it stands in the document. */
  readonly key: string;
  readonly reason: Reason;
  readonly to: Persona;
  /** Words by which the application is known on any card. */
  readonly about: readonly string[];
}

/** Everybody who must know, one line for each event of each person. */
export function expectedOf(entry: Entry<Application>, people: readonly Persona[]): Expected[] {
  const { state } = entry;
  const about = [state.answers['handle'] ?? '', state.applicant.name];
  const personas = (ids: readonly (string | undefined)[]): Persona[] =>
    people.filter(({ aad }) => ids.includes(aad));
  const applicant = personas([state.applicant.id]);
  const creators = personas([
    state.applicant.id,
    'responsible' in state ? state.responsible.id : state.applicant.id,
  ]);
  const told: readonly (readonly [Reason, number, readonly Persona[]])[] = [
    ['decide', countOf(entry, 'claimed'), DECIDERS],
    ['acknowledge', countOf(entry, 'approved'), [LEAD]],
    ['approved', countOf(entry, 'approved'), applicant],
    ['rejected', countOf(entry, 'rejected'), applicant],
    ['create', countOf(entry, 'acknowledged'), creators],
  ];
  return told.flatMap(([reason, times, whom]) =>
    times === 0 ? [] : whom.map((to) => ({ key: `${reason}/${to.aad}`, reason, to, about })),
  );
}

export interface Delivered {
  readonly expected: number;
  readonly posted: number;
  /** Messages beyond the first of their effect. */
  readonly doubled: number;
  /** Of these, effects that the document says may have been doubled. */
  readonly recorded: number;
  readonly broken: readonly string[];
}

/**
 * Every expected message came at least once; more than once only where the document says so, and never more often
 * than there were processes; nothing came that nobody expected.
 */
export function checkDelivered(
  book: Book,
  posts: readonly Posted[],
  people: readonly Persona[],
  lives: number,
): Delivered {
  const notices = posts.filter(({ summary }) => REASONS.some((reason) => sv.summaries[reason] === summary));
  const broken: string[] = [];
  let [expected, matched, doubled, recorded] = [0, 0, 0, 0];
  for (const entry of book.applications) {
    const { ledger } = entry.envelope;
    broken.push(
      ...ledger
        .filter(({ outcome }) => outcome !== 'possibly-doubled')
        .map(({ key, outcome }) => `${entry.id}: ${key} is ${outcome}`),
    );
    recorded += ledger.length;
    for (const { key, reason, to, about } of expectedOf(entry, people)) {
      const count = notices.filter(
        ({ conversation, summary, words }) =>
          conversation === to.conversation &&
          summary === sv.summaries[reason] &&
          about.every((part) => words.includes(part)),
      ).length;
      const known = ledger.some((line) => line.key === key);
      const name = `${about.join(', ')}: ${key} (${to.name})`;
      expected += 1;
      matched += count;
      doubled += Math.max(0, count - 1);
      if (count === 0) broken.push(`${name} was never sent`);
      if (count > 1 && !known) broken.push(`${name} was sent ${count} times, and nothing says so`);
      if (count > lives) broken.push(`${name} was sent ${count} times by ${lives} processes`);
    }
  }
  if (matched !== notices.length) broken.push(`${notices.length - matched} messages were sent for no reason`);
  return { expected, posted: notices.length, doubled, recorded, broken };
}
