/** When the timer's rounds run: on the whole minute of the clock, and soon again while there is work. */
import type { Clock } from './ports/clock';

export interface RoundsOptions {
  /** Pause between two rounds when there is nothing to do. */
  readonly seconds: number;
  readonly clock: Clock;
  /** One round; whether to look again soon. */
  readonly round: () => Promise<{ readonly lively: boolean }>;
  readonly failed: (error: unknown) => void;
}

export interface Rounds {
  /** Starts no further round; resolves when the one under way is over. */
  stop(): Promise<void>;
}

/** After the start, so that what a crash left behind does not wait for the minute. */
const FIRST_MS = 2_000;
const SOON_MS = 5_000;

/** Never two rounds at once; one that fails is followed by the next at its time. */
export function startRounds({ seconds, clock, round, failed }: RoundsOptions): Rounds {
  const period = seconds * 1000;
  let under: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer = setTimeout(run, Math.min(FIRST_MS, period));

  function run(): void {
    under = round()
      .catch((error: unknown) => {
        failed(error);
        return { lively: false };
      })
      .then(({ lively }) => {
        const pause = lively ? Math.min(SOON_MS, period) : period - (clock.now() % period);
        if (!stopped) timer = setTimeout(run, pause);
      });
  }

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await under;
    },
  };
}
