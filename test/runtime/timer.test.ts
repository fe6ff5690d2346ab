/** A round of the timer: what is due is worked through side by side, and a stop ends it. */
import { ANNA, settle, type Fate } from '../support/fake-world';
import { DAYS, toyBot, type ToyBot } from './toy-bot';

const TWO_DAYS = 2 * 86_400_000;
const MINUTE = 60_000;
/** Sendings that may be under way at once: sixteen, and what eight workers began while one ended. */
const MOST = 24;

/** Requests that lapse with the next round and are to be told of; the calls to the messenger from then on. */
async function due(count: number): Promise<{ bot: ToyBot; calls: () => number }> {
  const bot = toyBot();
  for (let at = 0; at < count; at += 1) await bot.open(ANNA, `seat-${at}`);
  for (const _reminder of [1, 2]) {
    await bot.clock.advance(TWO_DAYS);
    await bot.tick();
  }
  await bot.clock.advance(TWO_DAYS);
  const before = bot.chats.calls.length;
  return { bot, calls: () => bot.chats.calls.length - before };
}

const lapsed = ({ store }: ToyBot): number =>
  store.all().filter(({ body }) => JSON.stringify(body).includes('"type":"lapsed"')).length;

/** The next sendings leave at once and are answered after `ms`. */
const slow = (count: number, ms: number): Fate[] =>
  Array.from({ length: count }, () => ({ kind: 'ok', ms, early: true }));

it('sends to everybody else while one message takes a minute', async () => {
  const { bot } = await due(40);
  bot.chats.plan(...slow(1, MINUTE));

  const round = bot.tick();
  await settle();

  expect(lapsed(bot)).toBe(40);
  await bot.clock.advance(MINUTE);
  expect(await round).toEqual({ whole: true, lively: true });
});

it('takes no further document while as many sendings as it may have are under way', async () => {
  const { bot, calls } = await due(60);
  bot.chats.plan(...slow(60, MINUTE));

  void bot.tick();
  await settle();

  expect(calls()).toBeGreaterThan(8);
  expect(calls()).toBeLessThanOrEqual(MOST);
  expect(lapsed(bot)).toBeLessThanOrEqual(MOST);
});

it('leaves what it has not begun to the next start when it is stopped', async () => {
  const { bot } = await due(60);
  bot.chats.plan(...slow(60, 3_000));
  const round = bot.tick();
  await settle();

  const stopped = bot.replica().runtime.stop();
  await bot.clock.advance(MINUTE);
  await stopped;

  expect(lapsed(bot)).toBeLessThanOrEqual(MOST);
  expect(await round).toEqual({ whole: false, lively: true });
  const next = bot.start();
  await bot.clock.advance(MINUTE);
  await next.runtime.tick();
  expect(lapsed(bot)).toBe(60);
});

it('brings every line to one person whom hundreds of matters tell at once, with nothing to be looked at', async () => {
  const bot = toyBot();
  for (let at = 0; at < 200; at += 1) await bot.open(ANNA, `seat-${at}`);
  await bot.clock.advance(TWO_DAYS);

  await bot.tick();
  await settle();

  const lines = bot.store
    .all()
    .filter(({ pk }) => pk === DAYS)
    .flatMap(({ body }) => (body as { state: { lines: readonly unknown[] } }).state.lines);
  expect(lines).toHaveLength(200);
  expect(bot.replica().logs.filter(({ level }) => level === 'alert')).toEqual([]);
});

it('is looked at again soon after work, and where another replica holds the lease, not when all is quiet', async () => {
  const { bot } = await due(1);
  const other = bot.start();

  const worked = await bot.tick();
  const elsewhere = await other.runtime.tick();
  const quiet = await bot.tick();

  expect([worked, elsewhere, quiet]).toEqual([
    { whole: true, lively: true },
    { whole: false, lively: true },
    { whole: true, lively: false },
  ]);
});
