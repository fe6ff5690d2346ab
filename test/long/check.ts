/** The promises about state, checked on what stands in the store in the end; every function returns what is broken. */
import type { ApplicationEvent } from '../../src/features/applications/events';
import { verbs } from '../../src/features/applications/commands';
import { replayKey } from '../../src/runtime/commands';
import type { ActivityJson } from '../support/activities';
import { dataOf, stampOf, type Action } from '../support/card-parts';
import { eventsOf, type Book } from './book';
import type { Answered } from './client';

/** A click with the answer that reached its person in the end. */
export interface Click {
  readonly activity: ActivityJson;
  readonly answer: Answered;
}

/** What somebody is told whose click changed nothing. */
export const LATE =
  /Kortet var gammalt|Det är redan gjort|Flera ändrade ärendet|Du kan inte se den här ansökan/;

/** Where an event leads from where, as the rules say it: the way of an application, told once more. */
const WAY: Readonly<Record<string, Readonly<Partial<Record<ApplicationEvent['type'], string>>>>> = {
  nothing: { begun: 'draft' },
  draft: {
    answered: 'draft',
    compared: 'draft',
    'consultation-asked': 'draft',
    'consultation-planned': 'draft',
    'consultation-held': 'draft',
    'join-asked': 'joining',
    submitted: 'claiming',
    withdrawn: 'withdrawn',
  },
  joining: { welcomed: 'joined', declined: 'draft', resumed: 'draft', withdrawn: 'withdrawn' },
  claiming: { claimed: 'submitted', taken: 'draft' },
  submitted: {
    'consultation-planned': 'submitted',
    'consultation-held': 'submitted',
    'handed-over': 'submitted',
    asked: 'changes',
    approved: 'approved',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
  },
  changes: {
    asked: 'changes',
    answered: 'changes',
    resubmitted: 'submitted',
    submitted: 'claiming anew',
    withdrawn: 'withdrawn',
  },
  'claiming anew': { claimed: 'submitted', taken: 'changes' },
  approved: { acknowledged: 'acknowledged' },
  acknowledged: { created: 'active' },
};

/** What the same click leads to beside the answers it brought. */
const COMPANIONS: readonly string[] = ['submitted', 'resubmitted', 'compared', 'consultation-asked'];

/** Each application went a way that there is, to where it stands, and every click that was taken happened once. */
export function checkEvents(book: Book): string[] {
  return book.applications.flatMap((entry) => {
    const { id, envelope, state } = entry;
    const types = eventsOf(entry).map(({ type }) => type);
    let at = 'nothing';
    for (const type of types) at = WAY[at]?.[type] ?? `nowhere: ${type} where it was ${at}`;
    const deeds = envelope.events.filter(
      ({ by }, place) =>
        by !== 'system' &&
        types[place] !== 'begun' &&
        !(types[place - 1] === 'answered' && COMPANIONS.includes(types[place]!)),
    ).length;
    return [
      ...(at === state.status ? [] : [`${id} is ${state.status}, and its events lead to ${at}`]),
      ...(deeds === envelope.accepted.length
        ? []
        : [`${id}: ${deeds} deeds of people and ${envelope.accepted.length} clicks: ${types.join(', ')}`]),
    ];
  });
}

/** The applications stand where the story says. */
export function checkEnds({ applications }: Book, ends: readonly string[]): string[] {
  const stand = applications.map(
    ({ state }) => `${state.applicant.name}, ${state.answers['handle'] ?? ''}: ${state.status}`,
  );
  return differences('end', ends, stand);
}

/** One account per created application, and one claim per handle that somebody holds, taken once. */
export function checkRegister({ applications, accounts, claims }: Book): string[] {
  const active = applications.filter(({ state }) => state.status === 'active').map(({ id }) => id);
  const holding = applications.flatMap((entry) => {
    const claim = claimOf(eventsOf(entry));
    return claim === undefined ? [] : [`${claim} held by ${entry.id}`];
  });
  const held = claims.map(({ id, state }) => `${id} ${state.status} by ${state.holder}`);
  return [
    ...differences(
      'account',
      active,
      accounts.map(({ id }) => id),
    ),
    ...differences('claim', holding, held),
    ...[...accounts, ...claims].flatMap(({ id, envelope }) =>
      envelope.events.length === 1 ? [] : [`${id} was opened or taken ${envelope.events.length} times`],
    ),
  ];
}

/** The one that was claimed last, until the application ends without an account. */
function claimOf(events: readonly ApplicationEvent[]): string | undefined {
  let [asked, held]: (string | undefined)[] = [];
  for (const event of events) {
    if (event.type === 'submitted') asked = event.claim;
    if (event.type === 'claimed') held = asked;
    if (['withdrawn', 'rejected', 'lapsed'].includes(event.type)) held = undefined;
  }
  return held;
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
