/** The runtime with the toy feature and everything around it faked, driven step by step. */
import type { Organisation } from '../../src/kernel/organisation';
import type { View } from '../../src/kernel/view';
import type { Reply } from '../../src/ports/front';
import type { StoredDocument } from '../../src/ports/store';
import type { Envelope } from '../../src/runtime/envelope';
import type { Round } from '../../src/runtime/tick';
import {
  arrivalOf,
  createChats,
  createDirectory,
  createFakeClock,
  settle,
  stampOf,
  type Chats,
  type FakeClock,
  type FakeDirectory,
} from '../support/fake-world';
import { counter, createMemoryStore, type MemoryStore, type StoreCall } from '../support/memory-store';
import { REQUEST, SEAT } from '../support/toy-feature';
import { createReplica, type Replica, type ReplicaOptions } from './promises/replica';

/** A Tuesday without anything special, 08:00 in Stockholm. */
export const TUESDAY = '2026-03-24T07:00:00.000Z';
export const REQUESTS = `sundsvall/${REQUEST}`;
export const SEATS = `sundsvall/${SEAT}`;
export const DAYS = 'sundsvall/day';

export interface Card {
  readonly person: string;
  readonly activity: string;
  readonly view: View;
}

export interface ToyBot {
  readonly store: MemoryStore;
  readonly clock: FakeClock;
  readonly chats: Chats;
  readonly directory: FakeDirectory;
  readonly replicas: readonly Replica[];
  replica(slot?: number): Replica;
  /** Starts one more process. */
  start(): Replica;
  /** The form of a new request, posted in the person's chat. */
  form(person: string): Promise<Card>;
  /** Clicks on what the card shows now; resolves when the answer is there. */
  click(card: Card, verb: string, more?: object, slot?: number): Promise<Reply>;
  /** A request that waits for a decision; the card of its owner. */
  open(person: string, seat?: string): Promise<Card>;
  /** The newest card in the person's chat about a matter. */
  newest(person: string, card?: string): Card;
  tick(slot?: number): Promise<Round>;
  body(pk: string, id: string): Envelope;
  document(pk: string, id: string): StoredDocument | undefined;
  /** The calls to the store that a piece of work makes. */
  callsOf(work: () => Promise<unknown>, slot?: number): Promise<StoreCall[]>;
}

export interface ToyOptions extends Pick<ReplicaOptions, 'features' | 'pictures'> {
  readonly start?: string;
  readonly organisation?: Organisation;
}

export function toyBot({ start: from = TUESDAY, organisation, ...more }: ToyOptions = {}): ToyBot {
  const clock = createFakeClock(from);
  const nextOrder = counter();
  // Writing takes a moment.
  const store = createMemoryStore(() => (clock.tickle(), nextOrder()));
  const chats = createChats(clock, nextOrder);
  const directory = createDirectory(organisation);
  const replicas: Replica[] = [];
  let clicks = 0;

  function start(): Replica {
    const name = `replica-${replicas.length + 1}`;
    const replica = createReplica({ ...more, name, store, chats, clock, directory, chance: () => 0 });
    replicas.push(replica);
    return replica;
  }

  function replica(slot = 0): Replica {
    const found = replicas[slot];
    if (!found) throw new Error('no such replica');
    return found;
  }

  function body(pk: string, id: string): Envelope {
    const found = store.find(pk, id);
    if (!found) throw new Error(`no ${pk} ${id}`);
    return found.body as Envelope;
  }

  const bot: ToyBot = {
    store,
    clock,
    chats,
    directory,
    replicas,
    replica,
    start,
    body,
    document: (pk, id) => store.find(pk, id),

    async form(person) {
      const reply = await replica().runtime.front.said(arrivalOf(person), 'ny begäran');
      if (reply.kind !== 'card') throw new Error(reply.kind);
      return { person, activity: chats.answer(person, reply.view), view: reply.view };
    },

    async click({ person, activity, view }, verb, more = {}, slot = 0) {
      clicks += 1;
      const data = { matter: stampOf(view), click: clicks, ...more };
      const reply = await replica(slot).runtime.front.clicked(arrivalOf(person), {
        verb: `toy/${verb}`,
        data,
        card: activity,
      });
      if (reply.kind === 'card') chats.answer(person, reply.view, activity);
      return reply;
    },

    async open(person, seat = 'a') {
      const form = await bot.form(person);
      await bot.click(form, 'create', { seat });
      await settle();
      return bot.newest(person);
    },

    newest(person, card = 'toy/request') {
      const found = chats.seen.filter((one) => one.person === person && one.view.card === card).at(-1);
      if (!found) throw new Error(`no ${card} for ${person}`);
      return chats.cards.get(found.activity) ?? found;
    },

    tick: (slot) => replica(slot).runtime.tick(),

    async callsOf(work, slot) {
      const { calls } = replica(slot);
      const before = calls.length;
      await work();
      return calls.slice(before);
    },
  };
  start();
  return bot;
}

export function noticeOf(reply: Reply): string | undefined {
  if (reply.kind !== 'card') return reply.kind;
  return (reply.view.data as { notice?: string }).notice;
}

export function idOf(card: { readonly view: View }): string {
  return stampOf(card.view)?.id ?? '';
}
