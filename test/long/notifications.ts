/** Who must hear of what: the messages that an application's events lead to, and those that really came. */
import type { ApplicationEvent } from '../../src/features/applications/events';
import type { Application } from '../../src/features/applications/model';
import { sv } from '../../src/features/applications/texts-sv';
import { PEOPLE } from '../support/house';
import type { Persona } from '../support/activities';
import { eventsOf, type Book, type Entry } from './book';
import type { Posted } from './watch';

const REASONS = [
  'consult',
  'planned',
  'talked',
  'join',
  'welcomed',
  'declined',
  'decide',
  'again',
  'handed',
  'informed',
  'changes',
  'acknowledge',
  'approved',
  'rejected',
  'create',
] as const;
type Reason = (typeof REASONS)[number];

/** Those who decide for Kultur och fritid in the demo organisation, the lead, and who confirms what the lead decided. */
const DECIDERS = [PEOPLE.karin.aad, PEOPLE.kim.aad];
const LEAD = PEOPLE.sara.aad;
const DIRECTOR = PEOPLE.dag.aad;

export interface Expected {
  /** The key of the effect, as it stands in the document. */
  readonly key: string;
  readonly reason: Reason;
  readonly to: Persona;
  readonly times: number;
}

/** Everybody who must know, one line for each reason of each person. */
export function expectedOf(entry: Entry<Application>, people: readonly Persona[]): Expected[] {
  const told = toldBy(eventsOf(entry), entry.state);
  const keys = told.flatMap(([reason, whom]) => [...new Set(whom)].map((to) => `${reason}/${to}`));
  return [...new Set(keys)].flatMap((key) => {
    const [reason, person] = key.split('/') as [Reason, string];
    const to = people.find(({ aad }) => aad === person);
    return to ? [{ key, reason, to, times: keys.filter((one) => one === key).length }] : [];
  });
}

function toldBy(
  events: readonly ApplicationEvent[],
  { applicant, ...state }: Application,
): (readonly [Reason, readonly string[]])[] {
  const responsible = ('responsible' in state ? state.responsible.id : undefined) ?? applicant.id;
  let handed: { readonly to: string; readonly by: string } | undefined;
  let isSent = false;
  const decided = (by: string): (readonly [Reason, readonly string[]])[] =>
    handed && handed.by !== by ? [['informed', [handed.by]]] : [];
  return events.flatMap((event): (readonly [Reason, readonly string[]])[] => {
    switch (event.type) {
      case 'claimed':
      case 'resubmitted': {
        const reason = isSent ? 'again' : 'decide';
        isSent = true;
        return [[reason, handed ? [handed.to] : DECIDERS]];
      }
      case 'consultation-asked':
        return [['consult', DECIDERS]];
      case 'consultation-planned':
        return [['planned', [applicant.id]]];
      case 'consultation-held':
        return isSent ? [] : [['talked', [applicant.id]]];
      case 'join-asked':
        return [['join', [event.twin.responsible.id ?? '']]];
      case 'welcomed':
      case 'declined':
        return [[event.type, [applicant.id]]];
      case 'asked':
        return [['changes', [applicant.id]]];
      case 'handed-over':
        handed = event;
        return [['handed', [event.to]]];
      case 'approved':
        return [
          ['acknowledge', [event.approval.by === LEAD ? DIRECTOR : LEAD]],
          ['approved', [applicant.id]],
          ...decided(event.approval.by),
        ];
      case 'rejected':
        return [['rejected', [applicant.id]], ...decided(event.rejection.by)];
      case 'acknowledged':
        return [['create', [applicant.id, responsible]]];
      default:
        return [];
    }
  });
}

/**
 * A message is about an application when it names one of the handles it had – one that waited tells how things stand
 * now – and whose it is, unless it is the reader's own.
 */
function isAbout(entry: Entry<Application>, to: Persona, words: string): boolean {
  const { applicant } = entry.state;
  const handles = eventsOf(entry).flatMap((event) =>
    event.type === 'answered' ? [event.answers['handle'] ?? ''] : [],
  );
  const isNamed = to.aad === applicant.id || words.includes(applicant.name);
  return isNamed && handles.some((handle) => handle !== '' && words.includes(handle));
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
 * Every expected message came; more often only where the document says so, and never more than once more for every
 * process that died; nothing came that nobody expected. The same to the same person while it still waits is one.
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
    for (const { key, reason, to, times } of expectedOf(entry, people)) {
      const count = notices.filter(
        ({ conversation, summary, words }) =>
          conversation === to.conversation && summary === sv.summaries[reason] && isAbout(entry, to, words),
      ).length;
      const known = ledger.some((line) => line.key === key);
      const { applicant, answers } = entry.state;
      const name = `${applicant.name}, ${answers['handle'] ?? ''}: ${key} (${to.name})`;
      expected += times;
      matched += count;
      doubled += Math.max(0, count - times);
      if (count === 0) broken.push(`${name} was never sent`);
      if (count > times && !known) broken.push(`${name} was sent ${count} times, and nothing says so`);
      if (count >= times + lives) broken.push(`${name} was sent ${count} times by ${lives} processes`);
    }
  }
  if (matched !== notices.length) broken.push(`${notices.length - matched} messages were sent for no reason`);
  return { expected, posted: notices.length, doubled, recorded, broken };
}
