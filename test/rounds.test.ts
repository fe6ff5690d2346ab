/** When the timer's rounds run. */
import { startRounds, type Rounds } from '../src/rounds';

/** Half past eight lies 40 seconds ahead. */
const START = Date.parse('2027-03-15T07:29:20.000Z');

let rounds: Rounds | undefined;
let times: string[];

beforeEach(() => {
  times = [];
  jest.useFakeTimers({ now: START });
});
afterEach(async () => {
  await rounds?.stop();
  jest.useRealTimers();
});

/** `lively` says of each round what came of it; one beyond the list is quiet. */
function start(lively: readonly (boolean | Error)[] = [], seconds = 60): unknown[] {
  const failures: unknown[] = [];
  rounds = startRounds({
    seconds,
    clock: { now: () => Date.now() },
    round() {
      const found = lively[times.length] ?? false;
      times.push(new Date().toISOString().slice(11, 19));
      return found instanceof Error ? Promise.reject(found) : Promise.resolve({ lively: found });
    },
    failed: (error) => failures.push(error),
  });
  return failures;
}

it('come two seconds after the start and then on the whole minute', async () => {
  start();

  await jest.advanceTimersByTimeAsync(100_000);

  expect(times).toEqual(['07:29:22', '07:30:00', '07:31:00']);
});

it('come every five seconds while there is work', async () => {
  start([false, true, true]);

  await jest.advanceTimersByTimeAsync(100_000);

  expect(times).toEqual(['07:29:22', '07:30:00', '07:30:05', '07:30:10', '07:31:00']);
});

it('never wait longer than was set', async () => {
  start([true, false], 1);

  await jest.advanceTimersByTimeAsync(3_000);

  expect(times).toEqual(['07:29:21', '07:29:22', '07:29:23']);
});

it('go on after one that failed', async () => {
  const failure = new Error('the store is down');
  const failures = start([failure]);

  await jest.advanceTimersByTimeAsync(60_000);

  expect(failures).toEqual([failure]);
  expect(times).toEqual(['07:29:22', '07:30:00']);
});

it('end with a stop, also while one is under way', async () => {
  start([true, true, true, true]);
  await jest.advanceTimersByTimeAsync(2_000);

  await rounds?.stop();
  await jest.advanceTimersByTimeAsync(100_000);

  expect(times).toEqual(['07:29:22']);
});
