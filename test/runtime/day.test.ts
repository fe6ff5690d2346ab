/** One message of the day per person: at 08:30 on working days, with what is still to be said. */
import { ANNA, arrivalOf, KARIN, SARA, settle } from '../support/fake-world';
import { POISON } from '../support/toy-feature';
import { DAYS, idOf, REQUESTS, toyBot, type Card, type ToyBot } from './toy-bot';

interface Sent {
  readonly at: string;
  readonly to: string;
  readonly lines: readonly string[];
}

function sent({ chats }: ToyBot): Sent[] {
  return chats.calls
    .filter(({ view }) => view.card === 'day')
    .map(({ at, person, view }) => ({
      at,
      to: person,
      lines: (view.data as { lines: { text: string }[] }).lines.map(({ text }) => text),
    }));
}

/** The timer runs every minute until then. */
async function until(bot: ToyBot, instant: string): Promise<void> {
  while (bot.clock.instant() < instant) {
    const due = bot.store.all().flatMap(({ dueAt }) => (dueAt !== undefined && dueAt < instant ? dueAt : []));
    const next = due.sort()[0];
    if (next !== undefined && next > bot.clock.instant()) await bot.clock.advanceTo(next);
    await bot.clock.advance(60_000);
    await bot.tick();
    if (next === undefined) await bot.clock.advanceTo(instant);
  }
  await settle();
}

async function noted(bot: ToyBot, card: Card): Promise<void> {
  await bot.click(bot.newest(card.person), 'note', { text: 'hej' });
  await settle();
}

describe('the message of the day', () => {
  it.each([
    ['on a Tuesday at 08:30', '2026-03-24T05:00:00.000Z', '2026-03-24T07:30', '2026-03-24T07:32'],
    [
      'on Monday, written on a Friday evening',
      '2026-03-20T17:00:00.000Z',
      '2026-03-23T07:30',
      '2026-03-23T07:32',
    ],
    ['on Monday, written on a Saturday', '2026-03-21T09:00:00.000Z', '2026-03-23T07:30', '2026-03-23T07:32'],
    ['on the Tuesday after Easter', '2026-04-03T09:00:00.000Z', '2026-04-07T06:30', '2026-04-07T06:32'],
    [
      'on the Monday after the clock was put forward',
      '2026-03-28T09:00:00.000Z',
      '2026-03-30T06:30',
      '2026-03-30T06:32',
    ],
    [
      'on the Monday after the clock was put back',
      '2026-10-24T09:00:00.000Z',
      '2026-10-26T07:30',
      '2026-10-26T07:32',
    ],
    [
      'after a minute, when nothing was sent that day and it is before 16:00',
      '2026-03-24T14:56:00.000Z',
      '2026-03-24T14:57',
      '2026-03-24T14:59',
    ],
    [
      'on the next working day, when it is 16:00',
      '2026-03-24T15:00:00.000Z',
      '2026-03-25T07:30',
      '2026-03-25T07:32',
    ],
    [
      'on the next working day, when it is late',
      '2026-03-24T21:00:00.000Z',
      '2026-03-25T07:30',
      '2026-03-25T07:32',
    ],
  ])('comes %s', async (_, start, from, to) => {
    const bot = toyBot({ start });
    await noted(bot, await bot.open(ANNA));

    await until(bot, `${to}:00.000Z`);
    await until(bot, new Date(Date.parse(`${to}:00.000Z`) + 86_400_000).toISOString());

    expect(sent(bot).filter(({ to: person }) => person === ANNA)).toHaveLength(1);
    expect(sent(bot)[0]!.at >= from && sent(bot)[0]!.at < to).toBe(true);
  });

  it('gathers the lines of all matters, each once', async () => {
    const bot = toyBot({ start: '2026-03-23T16:00:00.000Z' });
    await noted(bot, await bot.open(ANNA, 'a'));
    await noted(bot, await bot.open(ANNA, 'b'));

    await until(bot, '2026-03-24T08:00:00.000Z');

    expect(sent(bot)).toMatchObject([{ to: ANNA, lines: ['noted:2', 'noted:4'] }]);
  });

  it('drops what was resolved meanwhile, and is not sent when nothing is left', async () => {
    const bot = toyBot({ start: '2026-03-22T16:00:00.000Z' });
    await bot.open(ANNA, 'a');
    const decided = bot.newest(KARIN);
    await bot.open(ANNA, 'b');
    await until(bot, '2026-03-24T16:05:00.000Z');
    expect(bot.document(DAYS, `${KARIN}:2026-03-25`)).toBeDefined();

    await bot.click(decided, 'approve');
    await until(bot, '2026-03-25T08:00:00.000Z');

    expect(sent(bot).map(({ lines }) => lines)).toEqual([['remind:2:1']]);
  });

  it('stays open when nothing was left to say, so that a later line still comes that day', async () => {
    const bot = toyBot({ start: '2026-03-22T16:00:00.000Z' });
    await bot.open(ANNA);
    await until(bot, '2026-03-24T16:05:00.000Z');
    const karin = bot.newest(KARIN);
    await bot.click(karin, 'handover', { to: KARIN });
    await bot.click(bot.newest(KARIN), 'approve');
    await until(bot, '2026-03-25T08:00:00.000Z');
    expect(sent(bot).filter(({ to }) => to === KARIN)).toEqual([]);

    const own = await bot.open(KARIN, 'b');
    await noted(bot, own);
    await until(bot, '2026-03-25T08:05:00.000Z');

    expect(sent(bot).filter(({ to }) => to === KARIN)).toHaveLength(1);
  });

  it('closes when it is claimed for sending: a line that comes later waits for the next working day', async () => {
    const bot = toyBot({ start: '2026-03-20T06:00:00.000Z' });
    const card = await bot.open(ANNA);
    await noted(bot, card);
    await until(bot, '2026-03-20T07:32:00.000Z');
    await noted(bot, card);
    await until(bot, '2026-03-23T08:00:00.000Z');

    expect(
      sent(bot)
        .filter(({ to }) => to === ANNA)
        .map(({ at, lines }) => [at.slice(0, 13), lines]),
    ).toEqual([
      ['2026-03-20T07', ['noted:2']],
      ['2026-03-23T07', ['noted:3']],
    ]);
  });

  it('comes without the line of a matter that cannot be read', async () => {
    const bot = toyBot({ start: '2026-03-23T16:00:00.000Z' });
    const broken = await bot.open(ANNA, 'a');
    await noted(bot, broken);
    await noted(bot, await bot.open(ANNA, 'b'));
    const document = bot.document(REQUESTS, idOf(broken))!;
    const { state } = bot.body(REQUESTS, idOf(broken));
    bot.store.put({
      ...document,
      body: { ...bot.body(REQUESTS, idOf(broken)), state: { ...state, seat: POISON } },
    });

    await until(bot, '2026-03-24T08:00:00.000Z');

    expect(sent(bot).map(({ lines }) => lines)).toEqual([['noted:4']]);
    expect(bot.replica().logs.filter(({ event }) => event === 'line-failed')).not.toEqual([]);
  });

  it('is sent once by two replicas that look at the same time', async () => {
    const bot = toyBot({ start: '2026-03-23T16:00:00.000Z' });
    bot.start();
    await noted(bot, await bot.open(ANNA));
    await bot.clock.advanceTo('2026-03-24T07:30:00.000Z');

    await Promise.all([bot.tick(0), bot.tick(1)]);
    await settle();

    expect(sent(bot)).toHaveLength(1);
  });

  it('that was missed is not sent at night or on a Saturday', async () => {
    const bot = toyBot({ start: '2026-03-20T06:00:00.000Z' });
    await noted(bot, await bot.open(ANNA));

    await bot.clock.advanceTo('2026-03-20T20:00:00.000Z');
    await bot.tick();
    await settle();
    await bot.clock.advanceTo('2026-03-21T09:00:00.000Z');
    await bot.tick();
    await settle();
    const early = sent(bot).length;
    await until(bot, '2026-03-23T07:32:00.000Z');

    expect(early).toBe(0);
    expect(sent(bot).filter(({ to }) => to === ANNA)).toHaveLength(1);
  });

  it.each([
    ['before 16:00', '2026-03-23T14:58:00.000Z', '2026-03-23T14'],
    ['at 16:00', '2026-03-23T15:00:00.000Z', '2026-03-24T07'],
  ])('that was missed because nothing ran until %s comes as soon as it may', async (_, back, hour) => {
    const bot = toyBot({ start: '2026-03-23T05:05:00.000Z' });
    await noted(bot, await bot.open(ANNA));

    await bot.clock.advanceTo(back);
    await until(bot, '2026-03-24T08:00:00.000Z');

    expect(sent(bot).map(({ to, at }) => [to, at.slice(0, 13)])).toEqual([[ANNA, hour]]);
  });

  it('waits after its hour until no line came for some seconds, and takes them all', async () => {
    const bot = toyBot({ start: '2026-03-24T09:00:00.000Z' });
    for (const seat of ['a', 'b', 'c']) {
      await noted(bot, await bot.open(ANNA, seat));
      await bot.clock.advance(7_000);
      await bot.tick();
    }
    const early = sent(bot).length;

    await until(bot, '2026-03-24T09:10:00.000Z');

    expect(early).toBe(0);
    expect(sent(bot).map(({ to, lines }) => [to, lines.length])).toEqual([[ANNA, 3]]);
  });

  it('that was begun the evening before has all lines that a late round leads to', async () => {
    const bot = toyBot({ start: '2026-03-24T18:00:00.000Z' });
    await bot.open(ANNA, 'first');
    await bot.clock.advance(3_600_000);
    for (let at = 0; at < 30; at += 1) await bot.open(ANNA, `seat-${at}`);
    await bot.clock.advanceTo('2026-03-26T18:30:00.000Z');
    await bot.tick();
    await bot.clock.advanceTo('2026-03-27T08:00:00.000Z');

    await bot.tick();
    await until(bot, '2026-03-27T09:00:00.000Z');

    expect(sent(bot).map(({ to, lines }) => [to, lines.length])).toEqual([[KARIN, 31]]);
  });

  it('loses no line that comes while it is being sent, and is no second message that day', async () => {
    const bot = toyBot({ start: '2026-03-23T16:00:00.000Z' });
    await noted(bot, await bot.open(ANNA, 'a'));
    const other = await bot.open(ANNA, 'b');
    await bot.clock.advanceTo('2026-03-24T07:30:00.000Z');

    await Promise.all([bot.tick(), noted(bot, other)]);
    await until(bot, '2026-03-25T08:00:00.000Z');

    const annas = sent(bot).filter(({ to }) => to === ANNA);
    expect(annas.flatMap(({ lines }) => lines).sort()).toEqual(['noted:2', 'noted:4']);
    expect(new Set(annas.map(({ at }) => at.slice(0, 10))).size).toBe(annas.length);
  });

  it.each([
    ['in the evening', '2026-03-23T20:00:00.000Z'],
    ['the next morning', '2026-03-24T05:05:00.000Z'],
  ])('that was missed because nothing ran until %s joins the one of the next day', async (_, back) => {
    const bot = toyBot({ start: '2026-03-23T05:05:00.000Z' });
    await noted(bot, await bot.open(ANNA, 'a'));

    await bot.clock.advanceTo(back);
    await bot.tick();
    await settle();
    await bot.clock.advanceTo('2026-03-24T05:30:00.000Z');
    await noted(bot, await bot.open(ANNA, 'b'));
    await until(bot, '2026-03-24T16:00:00.000Z');

    const annas = sent(bot).filter(({ to }) => to === ANNA);
    expect(annas.map(({ at, lines }) => [at.slice(0, 13), [...lines].sort()])).toEqual([
      ['2026-03-24T07', ['noted:2', 'noted:4']],
    ]);
    expect(bot.document(DAYS, `${ANNA}:2026-03-23`)).toBeUndefined();
  });

  it('is deleted after 90 days, and not by a timer that came too late for its closing', async () => {
    const bot = toyBot({ start: '2026-03-24T06:00:00.000Z' });
    await noted(bot, await bot.open(ANNA));
    await until(bot, '2026-03-24T07:32:00.000Z');
    const id = `${ANNA}:2026-03-24`;
    expect(bot.document(DAYS, id)).toBeDefined();

    // As if another replica had read it as due just before it was closed.
    bot.store.put({ ...bot.document(DAYS, id)!, dueAt: '2026-03-24T07:30:00.000Z' });
    await bot.clock.advance(60_000);
    await bot.tick();
    expect(bot.document(DAYS, id)).toMatchObject({ dueAt: '2026-06-22T06:30:00.000Z' });

    await until(bot, '2026-06-22T06:32:00.000Z');
    expect(bot.document(DAYS, id)).toBeUndefined();
  });

  it('may be seen by nobody else', async () => {
    const bot = toyBot({ start: '2026-03-24T06:00:00.000Z' });
    await noted(bot, await bot.open(ANNA));
    await until(bot, '2026-03-24T07:32:00.000Z');
    const day = bot.newest(ANNA, 'day');

    const reply = await bot.replica().runtime.front.clicked(arrivalOf(SARA), {
      verb: 'open',
      data: { kind: 'day', id: idOf(day) },
    });

    expect(reply).toMatchObject({ view: { card: 'notice', data: { notice: 'forbidden' } } });
  });
});
