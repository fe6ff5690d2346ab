/** The promises about state, checked on what stands in the store in the end; every function returns what is broken. */
import { verbs } from '../../src/features/applications/commands';
import { replayKey } from '../../src/runtime/commands';
import type { ActivityJson } from '../support/activities';
import { dataOf, stampOf, type Action } from '../support/card-parts';
import { countOf, type Book } from './book';
import type { Answered } from './client';

/** A click with the answer that reached its person in the end. */
export interface Click {
  readonly activity: ActivityJson;
  readonly answer: Answered;
}

/** What somebody is told whose click changed nothing. */
export const LATE =
  /Kortet var gammalt|Det är redan gjort|Flera ändrade ärendet|Du kan inte se den här ansökan/;

/** Each application went its way once: no event is missing, none happened twice. */
export function checkEvents(book: Book, steps: number): string[] {
  return book.applications.flatMap((entry) => {
    const { status } = entry.state;
    const submitted = countOf(entry, 'submitted');
    const claimed = countOf(entry, 'claimed');
    const approved = Number(['approved', 'acknowledged', 'active'].includes(status));
    const wanted = {
      begun: 1,
      answered: steps * submitted,
      taken: submitted - claimed,
      claimed: status === 'draft' ? 0 : 1,
      withdrawn: Number(status === 'withdrawn'),
      rejected: Number(status === 'rejected'),
      approved,
      acknowledged: Number(['acknowledged', 'active'].includes(status)),
      created: Number(status === 'active'),
    } as const;
    return Object.entries(wanted).flatMap(([type, count]) => {
      const happened = countOf(entry, type as keyof typeof wanted);
      return happened === count ? [] : [`${entry.id} (${status}): ${happened} × ${type} instead of ${count}`];
    });
  });
}

/** One account per created application, and one claim per handle that somebody holds. */
export function checkRegister({ applications, accounts, claims }: Book): string[] {
  const active = applications.filter(({ state }) => state.status === 'active').map(({ id }) => id);
  const holding = applications.flatMap(({ id, state }) =>
    'claim' in state && state.status !== 'rejected' ? [`${state.claim} held by ${id}`] : [],
  );
  const held = claims.map(({ id, state }) => `${id} ${state.status} by ${state.holder}`);
  return [
    ...differences(
      'account',
      active,
      accounts.map(({ id }) => id),
    ),
    ...differences('claim', holding, held),
    ...accounts.flatMap(({ id, envelope }) =>
      envelope.events.length === 1 ? [] : [`account ${id} was opened ${envelope.events.length} times`],
    ),
  ];
}

/** Every click that was answered with success is in the state, once, and only those; whatever is there was clicked. */
export function checkClicks(book: Book, clicks: readonly Click[]): string[] {
  return book.applications.flatMap(({ id, envelope }) => {
    const accepted = envelope.accepted.map(({ key }) => key);
    const own = clicks.filter(({ activity }) => stampOf(activity).id === id);
    const lost = own.filter((click) => !accepted.includes(keyOf(click)) && !LATE.test(click.answer.words));
    const known = new Set(own.map(keyOf));
    const misled = own.filter((click) => accepted.includes(keyOf(click)) && LATE.test(click.answer.words));
    return [
      ...misled.map(({ activity }) => `${id}: ${verbOf(activity)} was taken, and called too late`),
      ...lost.map(({ activity, answer }) => `${id}: lost ${verbOf(activity)}, answered: ${answer.words}`),
      ...accepted.filter((key) => !known.has(key)).map((key) => `${id}: nobody clicked ${key}`),
      ...(new Set(accepted).size === accepted.length ? [] : [`${id}: a click was accepted twice`]),
    ];
  });
}

function keyOf({ activity }: Click): string {
  const { aadObjectId } = activity['from'] as { readonly aadObjectId: string };
  const verb = verbOf(activity);
  return replayKey(stampOf(activity).nonce, verb, aadObjectId, verbs[verb]!.parse(dataOf(activity)));
}

function verbOf(activity: ActivityJson): string {
  return (activity['value'] as { readonly action: Action }).action.verb;
}

function differences(what: string, wanted: readonly string[], found: readonly string[]): string[] {
  return [
    ...wanted.filter((one) => !found.includes(one)).map((one) => `${what} is missing: ${one}`),
    ...found.filter((one) => !wanted.includes(one)).map((one) => `${what} too many: ${one}`),
    ...(new Set(found).size === found.length ? [] : [`${what}: one stands there twice`]),
  ];
}
