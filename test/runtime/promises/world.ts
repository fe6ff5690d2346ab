/** Plays one sequence of operations on two replicas over one store, heals everything, and keeps what was seen. */
import type { View } from '../../../src/kernel/view';
import type { Reply } from '../../../src/ports/front';
import type { Envelope } from '../../../src/runtime/envelope';
import {
  arrivalOf,
  createChats,
  createDirectory,
  createFakeClock,
  ORGANISATION,
  PEOPLE,
  settle,
  stampOf,
  type Card,
  type Chats,
  type FakeClock,
} from '../../support/fake-world';
import { counter, createMemoryStore, type MemoryStore } from '../../support/memory-store';
import { POISON, REQUEST, type Request } from '../../support/toy-feature';
import { VERBS, verdict, type Click, type Verb } from './model';
import { fateFits, fits, type Aim, type Operation, type Sequence } from './operations';
import { chanceFrom, createReplica, type Replica } from './replica';

export const REQUESTS = `${ORGANISATION.id}/${REQUEST}`;

/** One arrival of a click at a replica. */
export interface Delivery {
  readonly click: Click;
  /** What it must be told, when nothing else happened at the same time. */
  readonly expected?: string;
  /** Somebody was performing effects of this request at that moment. */
  readonly busy: boolean;
  /** `ok`, the code of a refusal, `failed` for an error, `unanswered` for a replica that died. */
  told: string;
  shown?: View;
}

export interface Played {
  readonly sequence: Sequence;
  readonly store: MemoryStore;
  readonly chats: Chats;
  readonly clock: FakeClock;
  readonly deliveries: readonly Delivery[];
  readonly replicas: readonly Replica[];
  /** Some process died with work under way. */
  readonly crashed: boolean;
  /** The store failed at least once. */
  readonly cutOff: boolean;
  /** Rounds of the timer that failed although the store could be reached. */
  readonly failedRounds: readonly unknown[];
}

const START = '2026-03-24T06:00:00.000Z';
const MINUTE = 60_000;

/** `inspect` is called whenever everything is healed and nothing is left to send. */
export async function play(sequence: Sequence, inspect: (played: Played) => void): Promise<Played> {
  const { weather, seed } = sequence;
  const chance = chanceFrom(seed);
  const nextOrder = counter();
  const clock = createFakeClock(START);
  // Writing takes a moment.
  const store = createMemoryStore(() => (clock.tickle(), nextOrder()));
  const chats = createChats(clock, nextOrder);
  const directory = createDirectory();
  const clicks: Click[] = [];
  const deliveries: Delivery[] = [];
  const replicas: Replica[] = [];
  const slots: { replica: Replica; ticking: boolean }[] = [];
  const failedRounds: unknown[] = [];
  let crashed = false;
  let cutOff = false;
  const started = counter();
  const played: Played = {
    sequence,
    store,
    chats,
    clock,
    deliveries,
    replicas,
    failedRounds,
    get crashed() {
      return crashed || replicas.some((replica) => replica.dead());
    },
    get cutOff() {
      return cutOff;
    },
  };

  function start(slot: number): void {
    const name = `replica-${started()}`;
    const replica = createReplica({ name, store, chats, clock, directory, chance });
    replicas.push(replica);
    slots[slot] = { replica, ticking: false };
  }

  function at(slot: number): { replica: Replica; ticking: boolean } {
    const found = slots[slot];
    if (!found) throw new Error('there are two slots');
    return found;
  }

  function known(id: string): { readonly state: Request; readonly envelope: Envelope } | undefined {
    const envelope = store.find(REQUESTS, id)?.body as Envelope | undefined;
    return envelope && { envelope, state: envelope.state as Request };
  }

  /** The click arrives; its answer is noted when it comes. */
  function deliver(click: Click, slot: number, alone: boolean): Delivery {
    const { replica } = at(slot);
    const now = known(click.id);
    const accepted = (now?.envelope.events ?? []).some(
      ({ event }) => (event as { click?: number }).click === click.number,
    );
    const expected =
      alone && replica.sound()
        ? verdict(click, now?.state, now?.envelope.revision ?? 0, accepted)
        : undefined;
    const busy = now?.envelope.claim !== undefined;
    const delivery: Delivery = {
      click,
      busy,
      told: 'unanswered',
      ...(expected === undefined ? {} : { expected }),
    };
    deliveries.push(delivery);
    const { verb, id, revision, nonce, more, who, card } = click;
    const data = { matter: { id, revision, nonce }, click: click.number, ...more };
    const sent = { verb: `toy/${verb}`, data, ...(card === undefined ? {} : { card }) };
    replica.runtime.front.clicked(arrivalOf(who), sent).then(
      (reply) => answered(delivery, reply),
      () => void (delivery.told = 'failed'),
    );
    return delivery;
  }

  function answered(delivery: Delivery, reply: Reply): void {
    if (reply.kind !== 'card') throw new Error(`a click was answered with ${reply.kind}`);
    delivery.told = (reply.view.data as { notice?: string }).notice ?? 'ok';
    delivery.shown = reply.view;
    const { who, card } = delivery.click;
    if (card !== undefined) chats.answer(who, reply.view, card);
  }

  function clickOn(seen: Card, who: string, verb: Verb, other: number): Click | undefined {
    const stamp = stampOf(seen.view);
    if (stamp === undefined) return undefined;
    const number = clicks.length + 1;
    const more: Record<Verb, Record<string, string>> = {
      create: { seat: String(other % 3) },
      approve: {},
      reject: {},
      withdraw: {},
      note: { text: `text ${other}` },
      handover: { to: PEOPLE[other % PEOPLE.length] ?? '' },
    };
    const own = seen.person === who ? { card: seen.activity } : {};
    const click = { number, who, verb, ...stamp, ...own, more: more[verb] };
    clicks.push(click);
    return click;
  }

  async function aimed(aim: Aim, slot = 0): Promise<Click | undefined> {
    const verb = VERBS[aim.verb % VERBS.length] ?? 'note';
    const anybody = PEOPLE[aim.who % PEOPLE.length] ?? '';
    if (!aim.fitting) {
      const seen = chats.seen[aim.pick % Math.max(1, chats.seen.length)];
      if (!seen) return undefined;
      return clickOn(seen, aim.other % 3 > 0 ? seen.person : anybody, verb, aim.other);
    }
    const living = store.all().filter(({ pk }) => pk === REQUESTS);
    const ids = living.map(({ id }) => id).filter((id) => known(id)?.state.seat !== POISON);
    const id = ids[aim.pick % Math.max(1, ids.length)];
    const state = id === undefined ? undefined : known(id)?.state;
    if (id === undefined || state === undefined) return undefined;
    const may: Verb[] =
      state.status === 'open'
        ? ['approve', 'reject', 'handover', 'handover', 'note', 'withdraw']
        : state.status === 'taken'
          ? ['create', 'create', 'withdraw', 'note']
          : ['note', 'withdraw'];
    const chosen = may[aim.verb % may.length] ?? 'note';
    const owners = chosen === 'create' || chosen === 'withdraw';
    const who = chosen === 'note' ? anybody : owners ? state.owner : state.handler;
    const own = chats.seen.filter(({ person, view }) => person === who && stampOf(view)?.id === id).at(-1);
    const seen = own ?? (await look(slot, who, id));
    return seen && clickOn(seen, who, chosen, aim.other);
  }

  /** Opens the matter from a list: a new card, which the bot then knows to stand there. */
  async function look(slot: number, who: string, id: string): Promise<Card | undefined> {
    const { runtime } = at(slot).replica;
    let seen: Card | undefined;
    const arrival = arrivalOf(who);
    runtime.front
      .clicked(arrival, { verb: 'open', data: { kind: REQUEST, id } })
      .then(
        async (reply) => {
          if (reply.kind !== 'card' || !reply.matter) return;
          const activity = chats.answer(who, reply.view);
          seen = chats.cards.get(activity);
          await runtime.front.placed(arrival, reply.matter, activity);
        },
        () => undefined,
      )
      .catch(() => undefined);
    await settle();
    return seen;
  }

  async function begin(who: string, slot: number, seat: number): Promise<void> {
    let form: Card | undefined;
    at(slot)
      .replica.runtime.front.said(arrivalOf(who), 'Ny begäran')
      .then(
        (reply) => {
          if (reply.kind === 'card') form = chats.cards.get(chats.answer(who, reply.view));
        },
        () => undefined,
      );
    await settle();
    const click = form && clickOn(form, who, 'create', seat);
    if (click) deliver(click, slot, true);
  }

  async function tick(order: readonly number[]): Promise<void> {
    for (const slot of order) {
      const place = at(slot);
      if (place.ticking || place.replica.dead()) continue;
      place.ticking = true;
      const fine = place.replica.sound();
      place.replica.runtime
        .tick()
        .catch((error: unknown) => fine && place.replica.sound() && failedRounds.push(error))
        .finally(() => (place.ticking = false))
        .catch(() => undefined);
    }
    await settle();
  }

  /** Time goes by with the timers running: every minute in which something is due that can be done. */
  async function live(until: number): Promise<void> {
    for (let rounds = 0; rounds < 400; rounds += 1) {
      const due = store.all().flatMap(({ dueAt, id }) => (id.startsWith(POISON) ? [] : (dueAt ?? [])));
      const next = due.reduce<number>((least, time) => Math.min(least, Date.parse(time)), Infinity);
      if (next > until) break;
      const minute = Math.ceil((Math.max(next, clock.now()) + 1) / MINUTE) * MINUTE;
      if (minute > until) break;
      await clock.advance(minute - clock.now());
      await tick(chance() < 0.5 ? [0, 1] : [1, 0]);
    }
    await clock.advance(Math.max(0, until - clock.now()));
  }

  function leftToSend(): boolean {
    return store.all().some(({ body }) => {
      const { outbox, state } = body as Partial<Envelope>;
      return (outbox?.length ?? 0) > 0 && (state as Partial<Request> | undefined)?.seat !== POISON;
    });
  }

  async function heal(): Promise<void> {
    for (const slot of [0, 1]) {
      at(slot).replica.heal();
      if (at(slot).replica.dead()) start(slot);
    }
    await settle();
    for (let hours = 0; hours < 48 && (hours === 0 || leftToSend()); hours += 1)
      await live(clock.now() + 60 * MINUTE);
  }

  async function perform(operation: Operation): Promise<void> {
    switch (operation.op) {
      case 'begin':
        return begin(PEOPLE[operation.who % PEOPLE.length] ?? '', operation.slot, operation.seat);
      case 'click': {
        const click = await aimed(operation.aim);
        if (click) deliver(click, operation.slot, true);
        return;
      }
      case 'again': {
        const before = clicks[operation.pick % Math.max(1, clicks.length)];
        if (!before) return;
        if (!operation.edited) return void deliver(before, operation.slot, true);
        const number = clicks.length + 1;
        const edited = { ...before, number };
        clicks.push(edited);
        return void deliver(edited, operation.slot, true);
      }
      case 'together': {
        const chosen: Click[] = [];
        for (const aim of operation.aims) {
          const click = operation.same ? (chosen[0] ?? (await aimed(aim))) : await aimed(aim);
          if (click) chosen.push(click);
        }
        chosen.forEach((click, index) => deliver(click, index % 2, chosen.length === 1));
        return;
      }
      case 'look': {
        const living = store.all().filter(({ pk }) => pk === REQUESTS);
        const id = living[operation.pick % Math.max(1, living.length)]?.id;
        if (id !== undefined) await look(operation.slot, PEOPLE[operation.who % PEOPLE.length] ?? '', id);
        return;
      }
      case 'pass':
        return clock.advance(operation.minutes * MINUTE);
      case 'live':
        return live(clock.now() + operation.minutes * MINUTE);
      case 'tick':
        return tick(operation.slots);
      case 'fates':
        chats.plan(...operation.fates.filter((fate) => fateFits(weather, fate)));
        return;
      case 'outage':
        cutOff = true;
        at(operation.slot).replica.cutOff(operation.wait, operation.calls, operation.late);
        return;
      case 'crash':
        at(operation.slot).replica.killAt(operation.calls, operation.late);
        return;
      case 'accident': {
        const { slot, aim, calls, late, minutes } = operation;
        const click = await aimed(aim);
        if (!click) return;
        at(slot).replica.killAt(calls, late);
        deliver(click, slot, true);
        await clock.advance(minutes * MINUTE);
        const next = await aimed(aim, 1 - slot);
        if (next) deliver(next, 1 - slot, true);
        return;
      }
      case 'rush':
        chats.plan(
          ...operation.aims.flatMap(() => [0, 1].map(() => ({ kind: 'ok', ms: operation.ms }) as const)),
        );
        for (const [index, aim] of operation.aims.entries()) {
          const click = await aimed(aim, index % 2);
          if (click) deliver(click, index % 2, true);
          await clock.advance(operation.minutes * MINUTE);
        }
        return;
      case 'kill':
        crashed = true;
        at(operation.slot).replica.kill();
        return;
      case 'restart':
        if (at(operation.slot).replica.dead()) start(operation.slot);
        return;
      case 'stop': {
        const { replica } = at(operation.slot);
        if (replica.dead()) return;
        let over = false;
        void replica.runtime.stop().then(() => (over = true));
        const stopping = (): boolean => !over && !replica.dead();
        for (let seconds = 0; seconds < 120 && stopping(); seconds += 1) await clock.advance(1_000);
        if (stopping()) throw new Error('a process did not stop within two minutes');
        start(operation.slot);
        return;
      }
      case 'poison':
        poison();
        return;
      case 'reorganise':
        directory.change();
        return;
    }
  }

  function poison(): void {
    const id = `poison-${started()}`;
    const state = {
      status: 'open',
      born: 0,
      asked: 0,
      seat: POISON,
      owner: '',
      handler: '',
      reminded: 0,
      since: START,
    };
    const body = {
      schemaVersion: 1,
      revision: 1,
      state,
      events: [],
      accepted: [],
      seq: 0,
      outbox: [],
      cards: {},
      ledger: [],
    };
    store.put({ pk: REQUESTS, id, dueAt: START, changedAt: START, listed: { status: 'open' }, body });
  }

  start(0);
  start(1);
  for (const operation of sequence.operations) {
    if (!fits(weather, operation)) continue;
    await perform(operation);
    await settle();
  }
  chats.clear();
  await heal();
  inspect(played);
  // A long time passes, so that every message of the day is sent and every deadline comes.
  await live(clock.now() + 120 * 24 * 60 * MINUTE);
  await heal();
  inspect(played);
  return played;
}
