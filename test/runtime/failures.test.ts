/** What goes wrong stays where it went wrong: unreadable documents, bugs of a feature, outages of the store. */
import { z } from 'zod';
import { createRows } from '../../src/runtime/rows';
import { ANNA, arrivalOf, createFakeClock, createLogs, KARIN, settle } from '../support/fake-world';
import { createMemoryStore } from '../support/memory-store';
import { POISON, request } from '../support/toy-feature';
import { idOf, noticeOf, REQUESTS, SEATS, toyBot, type ToyBot } from './toy-bot';

function poison({ store, clock }: ToyBot, id: string, body?: unknown): void {
  const state = {
    status: 'open',
    born: 0,
    asked: 0,
    seat: POISON,
    owner: '',
    handler: '',
    reminded: 0,
    since: '',
  };
  const envelope = {
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
  store.put({
    pk: REQUESTS,
    id,
    dueAt: '2026-01-01T00:00:00.000Z',
    changedAt: clock.instant(),
    listed: {},
    body: body ?? envelope,
  });
}

const alerts = (bot: ToyBot, event: string): number =>
  bot.replica().logs.filter((entry) => entry.event === event).length;

describe('a document that cannot be read', () => {
  it('stops no other: their timers and messages go on, also after the organisation file changed', async () => {
    const bot = toyBot();
    poison(bot, 'a-poison');
    const card = await bot.open(ANNA);
    bot.directory.change();

    await bot.clock.advance(2 * 86_400_000);
    const round = await bot.tick();
    await settle();

    expect(round.whole).toBe(true);
    expect(bot.body(REQUESTS, idOf(card)).events.at(-1)?.event.type).toBe('reminded');
    expect(alerts(bot, 'timer-failed')).toBe(1);
  });

  it('is tried again after 1, 5, 30 and 60 minutes, with an alert each time', async () => {
    const bot = toyBot();
    poison(bot, 'a-poison');
    const tried: number[] = [];
    for (let minute = 0; minute <= 160; minute += 1) {
      const before = alerts(bot, 'timer-failed');
      await bot.tick();
      if (alerts(bot, 'timer-failed') > before) tried.push(minute);
      await bot.clock.advance(60_000);
    }

    expect(tried).toEqual([0, 1, 6, 36, 96, 156]);
    expect(bot.body(REQUESTS, 'a-poison').failing?.count).toBe(6);
  });

  it('of which nothing is left is noted in a document of its own', async () => {
    const bot = toyBot();
    poison(bot, 'a-poison', 'rubbish');

    await bot.tick();

    expect(bot.document('system/trouble', 'sundsvall:request:a-poison')?.body).toMatchObject({ count: 1 });
  });

  it('is in order again when it was mended, and no longer called failing', async () => {
    const bot = toyBot();
    const card = await bot.open(ANNA);
    const sound = bot.document(REQUESTS, idOf(card))!;
    const { state, ...body } = bot.body(REQUESTS, idOf(card));
    bot.store.put({
      ...sound,
      dueAt: bot.clock.instant(),
      body: { ...body, state: { ...state, seat: POISON } },
    });
    await bot.tick();
    const failing = bot.document(REQUESTS, idOf(card))!;
    bot.store.put({ ...failing, body: { ...(failing.body as object), state } });

    await bot.click(bot.newest(KARIN), 'approve');
    await settle();

    expect(bot.body(REQUESTS, idOf(card))).not.toHaveProperty('failing');
    expect(bot.body(REQUESTS, idOf(card)).state.status).toBe('approved');
  });

  it('hides no row of the others', async () => {
    const store = createMemoryStore();
    const clock = createFakeClock('2026-03-24T07:00:00.000Z');
    const logs = createLogs();
    const rows = createRows(store.view(), clock, logs.log);
    for (const [id, name] of [
      ['a', 'Anna'],
      ['b', 1],
      ['c', 'Cia'],
    ] as const)
      store.put({ pk: 'p/k', id, changedAt: clock.instant(), listed: {}, body: { name } });

    const found = await rows(
      'p/k',
      {},
      ({ document }) => z.object({ name: z.string() }).parse(document.body).name,
    );

    expect(found).toEqual(['Anna', 'Cia']);
    expect(logs.entries).toMatchObject([{ event: 'row-failed', fields: { id: 'b' } }]);
  });
});

describe('rows', () => {
  it('have what was written while others were reading', async () => {
    const memory = createMemoryStore();
    const clock = createFakeClock('2026-03-24T07:00:00.000Z');
    let release = (): void => undefined;
    let held: Promise<void> | undefined = new Promise((resolve) => (release = resolve));
    const store = memory.view({ after: async () => held });
    const rows = createRows(store, clock, createLogs().log);
    const source = {};
    const all = (): Promise<readonly unknown[]> => rows('p/k', source, ({ document }) => document.id);

    const early = all();
    await settle();
    memory.put({ pk: 'p/k', id: 'a', changedAt: clock.instant(), listed: {}, body: {} });
    const own = all();
    held = undefined;
    release();

    expect([await early, await own]).toEqual([[], ['a']]);
  });

  it('of documents that nobody wrote for longer than was asked for are not held', async () => {
    const memory = createMemoryStore();
    const clock = createFakeClock('2026-03-24T07:00:00.000Z');
    const rows = createRows(memory.view(), clock, createLogs().log);
    const source = { days: 10 };
    const ids = (): Promise<readonly string[]> => rows('p/k', source, ({ document }) => document.id);
    const put = (id: string, day: string): void =>
      memory.put({ pk: 'p/k', id, changedAt: `${day}T07:00:00.000Z`, listed: {}, body: {} });

    put('old', '2026-03-01');
    put('new', '2026-03-20');
    const first = await ids();
    await clock.advance(9 * 86_400_000);
    put('newest', '2026-04-02');

    expect([first, await ids()]).toEqual([['new'], ['newest']]);
  });

  it('are right when the clock was set back by a day, and are made once for every version', async () => {
    const memory = createMemoryStore();
    let now = '2026-03-24T07:00:00.000Z';
    const clock = { now: () => Date.parse(now) };
    const rows = createRows(memory.view(), clock, createLogs().log);
    const source = {};
    let made = 0;
    const all = (): Promise<readonly unknown[]> =>
      rows('p/k', source, ({ document }) => ((made += 1), document.body));
    const put = (id: string, body: string): void => {
      memory.put({ pk: 'p/k', id, changedAt: now, listed: {}, body });
    };

    put('a', 'A');
    await all();
    await all();
    now = '2026-03-23T07:00:00.000Z';
    put('a', 'A changed');
    put('b', 'B');
    const back = await all();
    now = '2026-03-23T07:30:00.000Z';
    put('c', 'C');
    const later = await all();

    expect([back, later]).toEqual([
      ['A changed', 'B'],
      ['A changed', 'B', 'C'],
    ]);
    expect(made).toBe(4);
  });

  it('are read once and then by change, apart for every source, and forget what was deleted within an hour', async () => {
    const memory = createMemoryStore();
    const clock = createFakeClock('2026-03-24T07:00:00.000Z');
    let lists = 0;
    const store = memory.view({ before: async ({ op }) => void (lists += op === 'list' ? 1 : 0) });
    const rows = createRows(store, clock, createLogs().log);
    const ids = {};
    const bodies = {};
    const all = async (): Promise<unknown[]> => [
      await rows('p/k', ids, ({ document }) => document.id),
      await rows('p/k', bodies, ({ document }) => document.body),
    ];
    for (const id of ['a', 'b'])
      await store.create({ pk: 'p/k', id, changedAt: clock.instant(), listed: {}, body: id.toUpperCase() });

    const first = await all();
    const stored = (await store.get('p/k', 'a'))!;
    await store.remove('p/k', 'a', stored.etag);
    await store.create({ pk: 'p/k', id: 'c', changedAt: clock.instant(), listed: {}, body: 'C' });
    const second = await all();
    await clock.advance(3_601_000);
    const third = await all();

    expect(first).toEqual([
      ['a', 'b'],
      ['A', 'B'],
    ]);
    expect(second).toEqual([
      ['a', 'b', 'c'],
      ['A', 'B', 'C'],
    ]);
    expect(third).toEqual([
      ['b', 'c'],
      ['B', 'C'],
    ]);
    expect(lists).toBe(6);
  });
});

describe('a bug in what an answer leads to', () => {
  const decide = request.decide.bind(request);
  afterEach(() => {
    request.decide = decide;
  });

  it('keeps the answer for later, and neither repeats messages nor keeps a process from stopping', async () => {
    const bot = toyBot();
    const form = await bot.form(ANNA);
    request.decide = (command, ...rest) => {
      if (command.type === 'answer') throw new Error(`a bug in the answer to ${command.key}`);
      return decide(command, ...rest);
    };
    await bot.click(form, 'create', { seat: 'a' });
    await bot.clock.advance(5_000);
    let over = false;
    void bot
      .replica()
      .runtime.idle()
      .then(() => (over = true));
    await settle();
    const waiting = bot.body(REQUESTS, idOf(form)).outbox;

    request.decide = decide;
    await bot.clock.advance(60_000);
    await bot.tick();
    await settle();

    expect(over).toBe(true);
    expect(waiting).toMatchObject([{ effect: { kind: 'send' }, attempts: 1 }]);
    expect(bot.body(REQUESTS, idOf(form)).state.status).toBe('open');
    expect(bot.chats.calls.filter(({ view }) => view.card === 'toy/seat')).toHaveLength(1);
  });
});

describe('an outage of the store', () => {
  it('between sending and marking is waited for: nothing is sent twice, nothing is in doubt', async () => {
    const bot = toyBot();
    const card = await bot.open(ANNA);
    const karin = bot.newest(KARIN);
    await bot.replica().runtime.front.said(arrivalOf(KARIN), 'hej');
    bot.replica().cutOff(2, 15, false);
    await bot.click(karin, 'approve');

    await bot.clock.advance(29_000);
    await settle();

    const sent = bot.chats.calls.filter(({ view }) => JSON.stringify(view).includes('"approved:'));
    expect(sent).toHaveLength(3);
    expect(bot.body(REQUESTS, idOf(card))).toMatchObject({ outbox: [], ledger: [] });
  });

  it('during what comes before the answer leaves nobody waiting, and the card is brought up to date later', async () => {
    const bot = toyBot();
    const form = await bot.form(ANNA);
    // Read and write both documents; then the mark fails.
    await bot.replica().runtime.people.record(bot.directory.all()[0]!, ANNA);
    bot.replica().cutOff(4, 3, false);

    const reply = await bot.click(form, 'create', { seat: 'a' });
    expect(reply).toMatchObject({ view: { data: { state: { status: 'claiming' } } } });
    await bot.clock.advance(30_000);

    expect(bot.body(REQUESTS, idOf(form)).state.status).toBe('open');
    expect(bot.chats.cards.get(form.activity)?.view.data).toMatchObject({ state: { status: 'open' } });
  });

  it('during a click is told as a failure, and the same click afterwards finds what it did', async () => {
    const bot = toyBot();
    await bot.open(ANNA);
    const { view, activity } = bot.newest(KARIN);
    const { matter } = view.data as { matter: object };
    const click = { verb: 'toy/approve', data: { matter, click: 9 }, card: activity };
    await bot.replica().runtime.front.said(arrivalOf(KARIN), 'hej');
    // The write takes effect, but the answer to it is lost.
    bot.replica().cutOff(1, 1, true);

    const failed = bot.replica().runtime.front.clicked(arrivalOf(KARIN), click);
    await expect(failed).rejects.toMatchObject({ code: 'store-unavailable' });
    const again = await bot.replica().runtime.front.clicked(arrivalOf(KARIN), click);
    await bot.clock.advance(60_000);
    await bot.tick();
    await settle();

    expect(noticeOf(again)).toBeUndefined();
    expect(again).toMatchObject({ view: { data: { state: { status: 'approved' } } } });
    const told = bot.chats.calls.filter((call) => JSON.stringify(call.view).includes('"approved:9"'));
    expect(told.map(({ person }) => person).sort()).toHaveLength(3);
    expect(bot.body(REQUESTS, (matter as { id: string }).id).ledger).toEqual([]);
  });
});

describe('the organisation file', () => {
  it('changes deadlines: they are computed anew by the next round', async () => {
    const bot = toyBot({ start: '2026-03-24T06:00:00.000Z' });
    const card = await bot.open(ANNA);
    await bot.click(card, 'note', { text: 'hej' });
    await settle();
    const day = `${ANNA}:2026-03-24`;
    const before = bot.document('sundsvall/day', day)?.dueAt;

    bot.directory.change({ ...bot.directory.all()[0]!, timeZone: 'Europe/Lisbon' });
    await bot.tick();

    expect([before, bot.document('sundsvall/day', day)?.dueAt]).toEqual([
      '2026-03-24T07:30:00.000Z',
      '2026-03-24T08:30:00.000Z',
    ]);
    expect(bot.document(SEATS, 'the-seat-a')?.dueAt).toBeUndefined();
  });
});
