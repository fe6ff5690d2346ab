/** The limiter: never above Teams' limits in any window, in order, and no slower than it must be. */
import fc from 'fast-check';
import { createRates, type RateSettings } from '../../src/adapters/teams/rates';
import type { Lane } from '../../src/ports/messenger';

interface Call {
  readonly lane: Lane;
  readonly chat: string | undefined;
  readonly number: number;
  readonly at: number;
}

/** A clock that jumps to whoever wakes next, so that hours pass in no time. */
function timeline(): {
  now(): number;
  wait(ms: number): Promise<void>;
  at(ms: number, act: () => void): void;
  run(): Promise<void>;
} {
  let now = 1_000_000;
  let order = 0;
  const due: { at: number; order: number; act(): void }[] = [];
  const add = (at: number, act: () => void): void => void due.push({ at, order: (order += 1), act });
  return {
    now: () => now,
    wait: (ms) => new Promise((resolve) => add(now + Math.max(0, ms), resolve)),
    at: (ms, act) => add(1_000_000 + ms, act),
    async run() {
      for (let steps = 0; steps < 100_000; steps += 1) {
        // Whatever waits for a promise goes on before time does.
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        due.sort((one, other) => one.at - other.at || one.order - other.order);
        const next = due.shift();
        if (!next) return;
        now = Math.max(now, next.at);
        next.act();
      }
      throw new Error('The limiter does not come to rest.');
    },
  };
}

interface Wish {
  readonly lane: Lane;
  readonly chat: string | undefined;
  readonly after: number;
}

async function play(
  settings: RateSettings,
  wishes: readonly Wish[],
): Promise<{ calls: Call[]; remembered: number }> {
  const time = timeline();
  const rates = createRates(settings, time, (ms) => time.wait(ms));
  const calls: Call[] = [];
  let at = 0;
  for (const [number, { lane, chat, after }] of wishes.entries()) {
    at += after;
    time.at(
      at,
      () => void rates.take(lane, chat).then(() => calls.push({ lane, chat, number, at: time.now() })),
    );
  }
  await time.run();
  return { calls, remembered: rates.remembered() };
}

/** The most calls in any window of `ms`, which begins at one of them. */
function peak(calls: readonly Call[], ms: number): number {
  return Math.max(
    0,
    ...calls.map(({ at }) => calls.filter((one) => one.at >= at && one.at < at + ms).length),
  );
}

function wishesOf(count: number, lane: Lane, chat: (index: number) => string | undefined): readonly Wish[] {
  return Array.from({ length: count }, (_none, index) => ({ lane, chat: chat(index), after: 0 }));
}

const wish = fc.record({
  lane: fc.constantFrom<Lane>('answers', 'bulk'),
  chat: fc.constantFrom(undefined, 'a', 'b', 'c', 'd'),
  after: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3000 })),
});

describe('rates', () => {
  it('are never exceeded in any window, lose nothing and keep the order of each chat', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(wish, { maxLength: 120 }),
        fc.constantFrom(0.4, 1, 2.5, 10),
        fc.constantFrom(1, 3),
        async (wishes, answers, maxReplicas) => {
          const { calls } = await play({ answers, bulk: 20, maxReplicas }, wishes);

          expect(calls).toHaveLength(wishes.length);
          const inLane = (lane: Lane): Call[] => calls.filter((call) => call.lane === lane);
          const rate = answers / maxReplicas;
          if (rate >= 1) expect(peak(inLane('answers'), 1000)).toBeLessThanOrEqual(rate);
          else expect(peak(inLane('answers'), 1000 / rate)).toBeLessThanOrEqual(1);
          expect(peak(inLane('bulk'), 1000)).toBeLessThanOrEqual(20);
          expect(peak(inLane('bulk'), 250)).toBeLessThanOrEqual(5);
          for (const chat of ['a', 'b', 'c', 'd']) {
            const inChat = calls.filter((call) => call.chat === chat);
            expect(peak(inChat, 1000)).toBeLessThanOrEqual(7);
            expect(peak(inChat, 2000)).toBeLessThanOrEqual(8);
            expect(peak(inChat, 30_000)).toBeLessThanOrEqual(60);
            for (const lane of ['answers', 'bulk']) {
              const numbers = inChat.filter((call) => call.lane === lane).map(({ number }) => number);
              expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
            }
          }
        },
      ),
      { seed: 20261122, numRuns: 150 },
    );
  });

  it('lets a burst of answers go at once, and bulk evenly', async () => {
    const { calls } = await play({ answers: 10, bulk: 20, maxReplicas: 1 }, [
      ...wishesOf(12, 'answers', (index) => `chat-${index}`),
      ...wishesOf(12, 'bulk', (index) => `chat-${index}`),
    ]);
    const times = (lane: Lane): number[] =>
      calls.filter((call) => call.lane === lane).map(({ at }) => at - 1_000_000);

    expect(times('answers')).toEqual([...Array<number>(10).fill(0), 1000, 1000]);
    expect(times('bulk')).toEqual([...Array<number>(5).fill(0), ...Array<number>(5).fill(250), 500, 500]);
  });

  it('sends a thousand reminders within 15 % of the least time, in order', async () => {
    const { calls } = await play(
      { answers: 10, bulk: 20, maxReplicas: 1 },
      wishesOf(1000, 'bulk', (index) => `chat-${index}`),
    );

    expect(calls.map(({ number }) => number)).toEqual([...Array(1000).keys()]);
    const took = (calls.at(-1)?.at ?? 0) - (calls[0]?.at ?? 0);
    expect(took).toBeLessThanOrEqual(((1000 - 20) / 20) * 1000 * 1.15);
  });

  it('a chat at its limit does not hold up the others', async () => {
    const { calls } = await play({ answers: 10, bulk: 20, maxReplicas: 1 }, [
      ...wishesOf(9, 'answers', () => 'eager'),
      ...wishesOf(1, 'answers', () => 'patient'),
    ]);

    expect(calls.find(({ chat }) => chat === 'patient')?.at).toBe(1_000_000);
    expect(calls.filter(({ chat }) => chat === 'eager').map(({ at }) => at - 1_000_000)).toEqual([
      ...Array<number>(7).fill(0),
      1000,
      2000,
    ]);
  });

  it.each([0, Infinity])('a rate of %p lifts all limits for a bench', async (none) => {
    const { calls } = await play(
      { answers: none, bulk: none, maxReplicas: 1 },
      wishesOf(500, 'bulk', () => 'one'),
    );

    expect(calls.every(({ at }) => at === 1_000_000)).toBe(true);
  });

  it('forgets chats that have been quiet for longer than any window', async () => {
    const wishes = Array.from({ length: 300 }, (_none, index) => ({
      lane: 'bulk' as const,
      chat: `chat-${index}`,
      after: 1000,
    }));

    const { remembered } = await play({ answers: 10, bulk: 20, maxReplicas: 1 }, wishes);

    expect(remembered).toBeLessThanOrEqual(61);
  });

  it('a clock that is set back does not hold up what waits', async () => {
    let now = 1_000_000_000;
    const waits: number[] = [];
    const wait = (ms: number): Promise<void> => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    };
    const rates = createRates({ answers: 1, bulk: 1, maxReplicas: 1 }, { now: () => now }, wait);
    await rates.take('answers');
    now -= 3_600_000;

    await rates.take('answers');

    expect(waits).toEqual([1000]);
  });
});
