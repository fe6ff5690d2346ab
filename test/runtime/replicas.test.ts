/** Two processes over one store: who performs effects, who holds the timer, and what one of them leaves behind. */
import { createLease } from '../../src/runtime/lease';
import {
  ANNA,
  arrivalOf,
  createFakeClock,
  DAG,
  KARIN,
  KIM,
  SARA,
  settle,
  stampOf,
} from '../support/fake-world';
import { createMemoryStore } from '../support/memory-store';
import { idOf, noticeOf, REQUESTS, SEATS, toyBot, type ToyBot } from './toy-bot';

const reasons = ({ chats }: ToyBot, person: string): unknown[] =>
  chats.calls
    .filter((call) => call.how === 'send' && call.person === person && call.view.card === 'toy/request')
    .map(({ view }) => (view.data as { reason?: string }).reason);

async function pair(): Promise<ToyBot> {
  const bot = toyBot();
  bot.start();
  for (const person of [ANNA, KARIN, SARA, DAG, KIM])
    await bot.replica().runtime.front.said(arrivalOf(person), 'hej');
  return bot;
}

describe('a click', () => {
  it('of two people at once is decided for one, and the other is told', async () => {
    const bot = await pair();
    const id = idOf(await bot.open(ANNA));
    const karin = bot.newest(KARIN);

    const replies = await Promise.all([
      bot.click(karin, 'approve', {}, 0),
      bot.click(karin, 'reject', {}, 1),
    ]);

    expect(replies.map(noticeOf).sort()).toEqual(['stale', undefined]);
    expect(bot.body(REQUESTS, id).events.filter(({ event }) => event.type !== 'created')).toHaveLength(2);
  });

  it('that is delivered to both replicas happens once, and both show the same', async () => {
    const bot = await pair();
    const id = idOf(await bot.open(ANNA));
    const { view, activity } = bot.newest(KARIN);
    const { matter } = view.data as { matter: object };
    const click = { verb: 'toy/approve', data: { matter, click: 77 }, card: activity };

    const replies = await Promise.all(
      bot.replicas.map(({ runtime }) => runtime.front.clicked(arrivalOf(KARIN), click)),
    );
    const again = await bot.replica(1).runtime.front.clicked(arrivalOf(KARIN), click);
    await settle();

    expect([...replies, again].map(noticeOf)).toEqual([undefined, undefined, undefined]);
    expect(again).toMatchObject({ view: { data: { state: { status: 'approved' } } } });
    expect(bot.body(REQUESTS, id).revision).toBe(3);
    expect(reasons(bot, ANNA)).toEqual(['approved:77']);
  });

  it('adds its messages to those that another replica is sending, and both arrive once', async () => {
    const bot = await pair();
    await bot.open(ANNA);
    bot.chats.plan({ kind: 'ok', ms: 5_000 });
    await bot.click(bot.newest(KARIN), 'handover', { to: KIM }, 0);
    await settle();
    await bot.clock.advance(1_000);
    const kim = await bot.replica(1).runtime.front.clicked(arrivalOf(KIM), {
      verb: 'open',
      data: { kind: 'request', id: idOf(bot.newest(KARIN)) },
    });
    if (kim.kind !== 'card') throw new Error(kim.kind);
    await bot.click({ person: KIM, activity: 'kim-1', view: kim.view }, 'approve', {}, 1);

    await bot.clock.advance(30_000);

    expect(reasons(bot, ANNA)).toHaveLength(1);
    expect(reasons(bot, KIM)).toEqual(['handed:2']);
    expect(bot.chats.calls.every(({ by }) => by === 'replica-1')).toBe(true);
  });
});

describe('a card', () => {
  it('that an older refresh overwrites after its owner clicked is brought up to date again', async () => {
    const bot = await pair();
    const anna = await bot.open(ANNA);
    const updates = (): number => bot.chats.calls.filter(({ how }) => how === 'update').length;
    // The first time around somebody's card is not taken, so that all are refreshed again after a minute.
    await bot.click(bot.newest(KARIN), 'handover', { to: KIM });
    await settle();
    bot.chats.plan({ kind: 'ok' }, { kind: 'ok' }, { kind: 'later' });
    await bot.click(bot.newest(KIM), 'handover', { to: KARIN });
    await settle();
    await bot.clock.advance(60_000);
    bot.chats.plan({ kind: 'ok', ms: 3_000 }, { kind: 'ok', ms: 3_000 });
    const before = updates();
    void bot.tick();
    await settle();

    // Her card shows the present already when it is about to be replaced by the same once more.
    await bot.click(bot.newest(ANNA), 'withdraw');
    await bot.clock.advance(30_000);

    expect(updates()).toBeGreaterThan(before);
    const { cards, revision } = bot.body(REQUESTS, idOf(anna));
    for (const activity of Object.values(cards))
      expect([activity, stampOf(bot.chats.cards.get(activity)!.view)?.revision]).toEqual([
        activity,
        revision,
      ]);
  });
});

describe('a process that died', () => {
  it('between sending and marking leaves a message that is sent again and recorded as possibly doubled', async () => {
    const bot = await pair();
    const id = idOf(await bot.open(ANNA));
    const karin = bot.newest(KARIN);
    // Read, write, three messages – and dead before the mark.
    bot.replica(0).killAt(5, true);
    void bot.click(karin, 'approve', {}, 0);
    await settle();
    expect(reasons(bot, ANNA)).toHaveLength(1);

    await bot.tick(1);
    const tooSoon = reasons(bot, ANNA).length;
    await bot.clock.advance(31_000);
    await bot.tick(1);
    await settle();

    expect(tooSoon).toBe(1);
    expect(reasons(bot, ANNA)).toEqual(['approved:2', 'approved:2']);
    expect(bot.body(REQUESTS, id).outbox).toEqual([]);
    expect(bot.body(REQUESTS, id).ledger).toMatchObject([
      { key: `approved:2:${ANNA}`, to: ANNA, outcome: 'possibly-doubled' },
      { to: SARA, outcome: 'possibly-doubled' },
      { to: DAG, outcome: 'possibly-doubled' },
    ]);
  });

  it('leaves messages that the next click takes over, with the same doubt', async () => {
    const bot = await pair();
    const card = await bot.open(ANNA);
    bot.replica(0).killAt(5, true);
    void bot.click(bot.newest(KARIN), 'approve', {}, 0);
    await settle();
    await bot.clock.advance(31_000);

    await bot.click(bot.newest(ANNA), 'note', { text: 'hej' }, 1);
    await settle();

    expect(reasons(bot, ANNA)).toHaveLength(2);
    expect(bot.body(REQUESTS, idOf(card)).ledger).toContainEqual(
      expect.objectContaining({ to: ANNA, outcome: 'possibly-doubled' }),
    );
  });

  it('by a clock gone wrong, with a claim far ahead, is not waited for', async () => {
    const bot = await pair();
    const card = await bot.open(ANNA);
    bot.replica(0).killAt(3, false);
    void bot.click(bot.newest(KARIN), 'approve', {}, 0);
    await settle();
    const document = bot.document(REQUESTS, idOf(card))!;
    const body = bot.body(REQUESTS, idOf(card));
    const until = '2030-01-01T00:00:00.000Z';
    bot.store.put({
      ...document,
      dueAt: bot.clock.instant(),
      body: { ...body, claim: { token: 'gone', until } },
    });

    await bot.tick(1);
    await settle();

    expect(reasons(bot, ANNA)).toHaveLength(1);
  });

  it('before anything was sent leaves a claim that lets the new process find everything', async () => {
    const bot = await pair();
    const form = await bot.form(ANNA);
    // Dead right after the first write: nobody has the seat yet.
    bot.replica(0).killAt(2, true);
    void bot.click(form, 'create', { seat: 'a' }, 0);
    await settle();
    expect(bot.body(REQUESTS, idOf(form)).state.status).toBe('claiming');

    await bot.clock.advance(31_000);
    await bot.tick(1);
    await settle();

    expect(bot.body(REQUESTS, idOf(form)).state.status).toBe('open');
    expect(bot.document(SEATS, 'the-seat-a')).toBeDefined();
  });
});

describe('a document that was deleted and made again', () => {
  it('has effects of its own: none is taken for one that was performed before', async () => {
    const bot = await pair();
    const taken = (): number => bot.chats.calls.filter(({ view }) => view.card === 'toy/seat').length;
    for (let times = 1; times <= 3; times += 1) {
      const card = await bot.open(ANNA, 'a');
      await bot.click(bot.newest(ANNA), 'withdraw');
      await settle();

      expect(taken()).toBe(times);
      expect(bot.document(SEATS, 'the-seat-a')).toBeUndefined();
      expect(bot.body(REQUESTS, idOf(card)).outbox).toEqual([]);
    }
  });
});

describe('the lease of the timer', () => {
  function leases() {
    const clock = createFakeClock('2026-03-24T07:00:00.000Z');
    const store = createMemoryStore();
    const lease = (name: string) => createLease(store.view(), clock, 'tick', name);
    return { clock, store, one: lease('one'), other: lease('other') };
  }

  it('is held by one replica, until 30 seconds after it was renewed last', async () => {
    const { clock, one, other } = leases();

    const first = [await one.hold(), await other.hold()];
    await clock.advance(29_000);
    const later = [await other.hold(), await one.hold()];
    await clock.advance(29_000);
    const renewed = await other.hold();
    await clock.advance(1_000);
    const runOut = [await other.hold(), await one.hold()];

    expect([first, later, renewed, runOut]).toEqual([[true, false], [false, true], false, [true, false]]);
  });

  it('is taken by exactly one of two who try at once', async () => {
    const { one, other } = leases();

    const held = await Promise.all([one.hold(), other.hold()]);

    expect(held.filter(Boolean)).toHaveLength(1);
  });

  it('is renewed once when the same replica asks many times at once', async () => {
    const { clock, store, one } = leases();
    await one.hold();
    await clock.advance(20_000);

    const held = await Promise.all(Array.from({ length: 8 }, () => one.hold()));

    expect(held).toEqual(Array.from({ length: 8 }, () => true));
    expect(store.writes).toHaveLength(2);
  });

  it('that ends more than 30 s ahead comes from a clock gone wrong, and counts as run out', async () => {
    const { store, one } = leases();
    const body = { holder: 'other', until: '2030-01-01T00:00:00.000Z' };
    store.put({ pk: 'system/lease', id: 'tick', changedAt: '2026-03-24T07:00:00.000Z', listed: {}, body });

    expect(await one.hold()).toBe(true);
  });

  it('is given back, so that the next need not wait, with what it remembers', async () => {
    const { one, other } = leases();
    await one.hold();
    await one.remember('version-1');

    await one.release();

    expect(await other.hold()).toBe(true);
    expect(other.memo()).toBe('version-1');
  });

  it('that was lost stops bulk work before the next message', async () => {
    const bot = await pair();
    await bot.open(ANNA);
    bot.replica(0).killAt(3, false);
    void bot.click(bot.newest(KARIN), 'approve', {}, 0);
    await settle();
    const third = bot.start();
    await bot.clock.advance(31_000);
    bot.chats.plan({ kind: 'ok', ms: 5_000 });
    void bot.tick(1);
    await settle();
    // Somebody else took the lease while the first message was on its way.
    const { pk, id, changedAt, listed } = bot.document('system/lease', 'tick')!;
    await bot.clock.advance(4_000);
    const until = new Date(bot.clock.now() + 25_000).toISOString();
    bot.store.put({ pk, id, changedAt, listed, body: { holder: 'third', until } });
    await bot.clock.advance(1_000);
    const before = bot.chats.calls.filter(({ lane }) => lane === 'bulk').length;

    await bot.clock.advance(40_000);
    await third.runtime.tick();
    await settle();

    expect(before).toBeGreaterThan(0);
    expect(reasons(bot, DAG)).toHaveLength(1);
  });
});

describe('people', () => {
  it('who write again are reachable again for every replica', async () => {
    const bot = await pair();
    await bot.open(ANNA);
    const anna = async () =>
      (await bot.replica(1).runtime.people.record(bot.directory.all()[0]!, ANNA))?.trouble?.why;
    await bot.replica(1).runtime.front.said(arrivalOf(ANNA), 'hej');
    bot.chats.plan({ kind: 'unreachable' });
    await bot.click(bot.newest(KARIN), 'reject', {}, 0);
    await settle();

    await bot.clock.advance(61_000);
    const told = await anna();
    await bot.replica(1).runtime.front.said(arrivalOf(ANNA), 'hej');

    expect(told).toBe('unreachable');
    expect(await anna()).toBeUndefined();
  });

  it('who were never met are reached through the chat service of somebody else, also after a restart', async () => {
    const bot = toyBot();
    await bot.open(ANNA);
    const karin = bot.chats.calls.filter(({ person }) => person === KARIN);
    bot.replica().kill();
    const fresh = bot.start();
    const address = await fresh.runtime.people.address(bot.directory.all()[0]!, KIM);

    expect(karin).toHaveLength(1);
    expect(address).toEqual({ person: KIM, serviceUrl: 'https://service.example' });
  });

  it('are sent a message once, although it could not be written down where their new chat is', async () => {
    const bot = toyBot();
    const form = await bot.form(ANNA);
    const { calls } = bot.replica();
    await bot.click(form, 'create', { seat: 'a' });
    // Right after the first message to somebody never met, the store cannot be reached.
    while (bot.chats.calls.length === 0) await Promise.resolve();
    const late = calls.length;
    bot.replica().cutOff(0, 2, false);
    await settle();
    await bot.clock.advance(61_000);
    await bot.tick();
    await settle();

    expect(calls.length).toBeGreaterThan(late);
    for (const person of [KARIN, SARA, DAG])
      expect(bot.chats.calls.filter((call) => call.person === person)).toHaveLength(1);
  });
});

describe('a stop', () => {
  it('finishes what is being sent, gives everything back, and leaves nothing in doubt', async () => {
    const bot = await pair();
    const card = await bot.open(ANNA);
    bot.chats.plan({ kind: 'ok', ms: 8_000 }, { kind: 'ok', ms: 8_000 }, { kind: 'ok', ms: 8_000 });
    await bot.click(bot.newest(KARIN), 'approve');
    await settle();

    let over = false;
    void bot
      .replica(0)
      .runtime.stop()
      .then(() => (over = true));
    await bot.clock.advance(20_000);
    const left = bot.body(REQUESTS, idOf(card));
    void bot.tick(1);
    await bot.clock.advance(10_000);

    expect(over).toBe(true);
    expect(left.claim).toBeUndefined();
    expect(left.outbox.length).toBeGreaterThan(0);
    for (const person of [ANNA, SARA, DAG])
      expect(reasons(bot, person).filter((one) => one === 'approved:2')).toHaveLength(1);
    expect(bot.body(REQUESTS, idOf(card))).toMatchObject({ outbox: [], ledger: [] });
  });

  it('comes to an end although the store cannot be reached', async () => {
    const bot = await pair();
    await bot.open(ANNA);
    const karin = bot.newest(KARIN);
    bot.replica(0).cutOff(2, 10_000, false);
    await bot.click(karin, 'approve');
    let over = false;

    void bot
      .replica(0)
      .runtime.stop()
      .then(() => (over = true));
    await bot.clock.advance(15_000);

    expect(over).toBe(true);
  });
});
