/** Everything around the runtime, in memory: a clock that is advanced, ids from a seed, chats, logs and a directory. */
import { createHash } from 'node:crypto';
import type { PersonId } from '../../src/kernel/actor';
import type { Organisation } from '../../src/kernel/organisation';
import type { View } from '../../src/kernel/view';
import type { Clock, Ids, Wait } from '../../src/ports/clock';
import type { Directory } from '../../src/ports/directory';
import type { Arrival } from '../../src/ports/front';
import type { Log, LogFields } from '../../src/ports/log';
import type { Address, Lane, Messenger, Outgoing, Sent } from '../../src/ports/messenger';

const person = (last: number): PersonId => `00000000-0000-0000-0000-00000000000${last}`;
/** Anna asks, Karin decides, Sara leads, Dag directs, Kim helps out. */
export const ANNA = person(1);
export const KARIN = person(2);
export const SARA = person(3);
export const DAG = person(4);
export const KIM = person(5);
export const PEOPLE = [ANNA, KARIN, SARA, DAG, KIM] as const;

export const ORGANISATION: Organisation = {
  id: 'sundsvall',
  name: 'Sundsvalls kommun',
  timeZone: 'Europe/Stockholm',
  locale: 'sv',
  guideline: 'sundsvall-2017',
  director: DAG,
  lead: SARA,
  departments: [
    { id: 'kultur', name: 'Kultur och fritid', communicators: [KARIN], registrars: [], deputies: [] },
  ],
  people: PEOPLE.map((id, at) => ({
    id,
    name: ['Anna Andersson', 'Karin Karlsson', 'Sara Svensson', 'Dag Dahl', 'Kim Krona'][at] ?? '',
    email: `p${at + 1}@example.se`,
  })),
};

/** Lets everything that can go on without time passing go on. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export interface FakeClock extends Clock {
  readonly wait: Wait;
  instant(): string;
  /** A millisecond goes by, waking nobody. */
  tickle(): void;
  /** Moves on, waking whoever waits at the time they asked for, and lets them finish. */
  advance(ms: number): Promise<void>;
  advanceTo(instant: string): Promise<void>;
}

export function createFakeClock(start: string): FakeClock {
  let now = Date.parse(start);
  let waiting: { readonly at: number; readonly wake: () => void }[] = [];

  async function moveTo(end: number): Promise<void> {
    await settle();
    for (;;) {
      const next = waiting.reduce<number | undefined>(
        (least, { at }) => (at <= end && (least === undefined || at < least) ? at : least),
        undefined,
      );
      if (next === undefined) break;
      now = Math.max(now, next);
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      due.forEach(({ wake }) => wake());
      await settle();
    }
    now = Math.max(now, end);
    await settle();
  }

  return {
    now: () => now,
    instant: () => new Date(now).toISOString(),
    tickle: () => void (now += 1),
    wait: (ms) => new Promise((wake) => waiting.push({ at: now + ms, wake })),
    advance: (ms) => moveTo(now + ms),
    advanceTo: (instant) => moveTo(Date.parse(instant)),
  };
}

export function createIds(seed: string): Ids {
  let count = 0;
  return {
    fresh() {
      count += 1;
      return createHash('sha256').update(`${seed} ${count}`).digest('hex').slice(0, 26);
    },
  };
}

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'alert';
  readonly event: string;
  readonly fields: LogFields;
  readonly error?: unknown;
}

export function createLogs(): { readonly log: Log; readonly entries: LogEntry[] } {
  const entries: LogEntry[] = [];
  return {
    entries,
    log: {
      info: (event, fields = {}) => void entries.push({ level: 'info', event, fields }),
      warn: (event, fields = {}) => void entries.push({ level: 'warn', event, fields }),
      alert: (event, fields = {}, error) => void entries.push({ level: 'alert', event, fields, error }),
    },
  };
}

export interface FakeDirectory extends Directory {
  /** As if the organisation file had been changed. */
  change(organisation?: Organisation): void;
}

export function createDirectory(first: Organisation = ORGANISATION): FakeDirectory {
  let organisation = first;
  let version = 1;
  return {
    organisation: (id) => (id === organisation.id ? organisation : undefined),
    all: () => [organisation],
    organisationFor: (id) => (organisation.people.some((one) => one.id === id) ? organisation : undefined),
    version: () => `version-${version}`,
    change(next = organisation) {
      organisation = next;
      version += 1;
    },
  };
}

export function addressOf(id: PersonId): Address {
  return { person: id, serviceUrl: 'https://service.example', conversation: `chat-${id}`, user: `29:${id}` };
}

let activities = 0;
export function arrivalOf(id: PersonId): Arrival {
  activities += 1;
  return { person: id, name: 'Somebody', address: addressOf(id), activity: `incoming-${activities}` };
}

/** What becomes of a call to the messenger; `ms` is how long it takes, `early` whether it takes effect at its start. */
export type Fate = { readonly ms?: number; readonly early?: boolean } & (
  | { readonly kind: 'ok' }
  | { readonly kind: 'later'; readonly retryAfterMs?: number }
  | { readonly kind: 'ambiguous'; readonly posted: boolean }
  | { readonly kind: 'unreachable' | 'gone' | 'refused' }
);

/** A call to the messenger. */
export interface Call {
  readonly how: 'send' | 'update';
  readonly order: number;
  readonly at: string;
  readonly by: string;
  readonly person: PersonId;
  readonly view: View;
  readonly lane: Lane;
  readonly fate: Fate['kind'];
  readonly posted: boolean;
  readonly activity: string;
}

/** A card that stands in somebody's chat. */
export interface Card {
  readonly activity: string;
  readonly person: PersonId;
  readonly view: View;
  /** An answer of an older revision landed on a newer card: nothing that the server could have seen. */
  readonly overtaken: boolean;
}

export interface Chats {
  /** The chats as one process reaches them. */
  messenger(by: string, hooks?: { before(): Promise<void>; after(): Promise<void> }): Messenger;
  /** The fates of the next calls, in order; all others succeed at once. */
  plan(...fates: readonly Fate[]): void;
  /** From now on all calls succeed at once. */
  clear(): void;
  readonly calls: readonly Call[];
  readonly cards: ReadonlyMap<string, Card>;
  /** Every content that was ever seen, oldest first: clients may click on any of it. */
  readonly seen: readonly Card[];
  /** A card that the chat client shows because of an answer; without `activity` as a new message. */
  answer(person: PersonId, view: View, activity?: string): string;
}

export function createChats(clock: FakeClock, nextOrder: () => number): Chats {
  const calls: Call[] = [];
  const cards = new Map<string, Card>();
  const seen: Card[] = [];
  const fates: Fate[] = [];
  let messages = 0;

  function show(person: PersonId, activity: string, view: View, answer = false): void {
    const before = cards.get(activity)?.view;
    const overtaken = answer && before !== undefined && revisionOf(before) > revisionOf(view);
    const card = { activity, person, view, overtaken };
    cards.set(activity, card);
    seen.push(card);
  }

  function newActivity(): string {
    messages += 1;
    return `message-${messages}`;
  }

  async function call(
    how: Call['how'],
    by: string,
    to: Address,
    message: Outgoing,
    lane: Lane,
    known: string | undefined,
  ): Promise<Sent> {
    const fate = fates.shift() ?? { kind: 'ok' };
    const gone = known !== undefined && !cards.has(known);
    const lands = !gone && (fate.kind === 'ok' || (fate.kind === 'ambiguous' && fate.posted));
    const activity = known ?? newActivity();
    const land = (): void => {
      if (lands) show(to.person, activity, message.view);
      const { person } = to;
      const at = clock.instant();
      const { view } = message;
      calls.push({
        how,
        order: nextOrder(),
        at,
        by,
        person,
        view,
        lane,
        fate: fate.kind,
        posted: lands,
        activity,
      });
      if (known !== undefined && fate.kind === 'gone') cards.delete(known);
    };
    if (fate.early === true) land();
    if (fate.ms !== undefined) await clock.wait(fate.ms);
    if (fate.early !== true) land();
    return gone ? { ok: false, why: 'gone' } : outcome(fate, how, to, activity);
  }

  return {
    calls,
    cards,
    seen,
    plan: (...more) => void fates.push(...more),
    clear: () => void fates.splice(0),
    messenger: (by, hooks) => {
      async function around(work: () => Promise<Sent>): Promise<Sent> {
        await hooks?.before();
        const sent = await work();
        await hooks?.after();
        return sent;
      }
      return {
        send: (to, message, lane) => around(() => call('send', by, to, message, lane, undefined)),
        update: (to, activity, message, lane) =>
          around(() => call('update', by, to, message, lane, activity)),
      };
    },
    answer(person, view, activity = newActivity()) {
      show(person, activity, view, true);
      return activity;
    },
  };
}

function outcome(fate: Fate, how: Call['how'], to: Address, activity: string): Sent {
  switch (fate.kind) {
    case 'ok':
      return to.conversation === undefined
        ? { ok: true, activity, conversation: `chat-${to.person}` }
        : { ok: true, activity };
    case 'later':
      return fate.retryAfterMs === undefined
        ? { ok: false, why: 'later' }
        : { ok: false, why: 'later', retryAfterMs: fate.retryAfterMs };
    case 'ambiguous':
      // Replacing a message twice does no harm, so an unclear answer means: again.
      return how === 'send' ? { ok: false, why: 'ambiguous' } : { ok: false, why: 'later' };
    case 'unreachable':
      return { ok: false, why: 'unreachable', reason: 'BlockedByUser' };
    case 'gone':
      return how === 'send' ? { ok: false, why: 'refused', reason: 'odd' } : { ok: false, why: 'gone' };
    case 'refused':
      return { ok: false, why: 'refused', reason: 'too-large' };
    default:
      return fate satisfies never;
  }
}

export interface Stamp {
  readonly id: string;
  readonly revision: number;
  readonly nonce: string;
}

/** What the runtime stamps on a card of a matter. */
export function stampOf(view: View): Stamp | undefined {
  return (view.data as { readonly matter?: Stamp }).matter;
}

export function revisionOf(view: View): number {
  return stampOf(view)?.revision ?? 0;
}
