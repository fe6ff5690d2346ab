/** How long a request to Cosmos is worth: the table of patience, and the one retry loop that follows it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Patience } from '../../ports/store';
import { OutsideError } from '../../kernel/errors';
import { retryAfterOf, wasNotPerformed, wrapped } from './failures';

interface Limits {
  readonly retries: number;
  /** No retry begins later than this, in milliseconds after the first try. */
  readonly retryForMs: number;
  /** Whatever is under way is given up at this time, in milliseconds after the first try. */
  readonly giveUpMs: number;
}

/** Teams delivers a turn again after 15 s, and a turn may write three times. */
export const PATIENCE: Record<Patience, Limits> = {
  turn: { retries: 3, retryForMs: 2_000, giveUpMs: 4_000 },
  background: { retries: 30, retryForMs: 60_000, giveUpMs: 90_000 },
};

/** An operation, named for the error, on the signal that ends its time; rejects in our terms. */
export type Ask = <T>(operation: string, work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

export function asking(patience: Patience): Ask {
  return (operation, work) =>
    patiently(patience, work).catch((error: unknown) => {
      throw wrapped(operation, error);
    });
}

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/**
 * The SDK knows retries per client only, so its own are switched off and one client serves both patiences.
 * Only what Cosmos did not perform is sent again: a write that may have been performed is left to the caller,
 * who reads the document anew. Rejects with the last error, or OutsideError `store-unavailable` when the time is up.
 */
export async function patiently<T>(
  patience: Patience,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limits = PATIENCE[patience];
  const started = performance.now();
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), limits.giveUpMs);
  try {
    for (let retry = 0; ; retry += 1) {
      try {
        return await unlessAborted(work(giveUp.signal), giveUp.signal);
      } catch (error) {
        const wait = waitAfter(error, retry);
        const late = performance.now() - started + wait > limits.retryForMs;
        if (!wasNotPerformed(error) || retry >= limits.retries || late) throw error;
        await pause(wait);
      }
    }
  } finally {
    clearTimeout(timer);
  }
}

function waitAfter(error: unknown, retry: number): number {
  const wait = retryAfterOf(error) ?? Math.min(FIRST_WAIT_MS * 2 ** retry, LONGEST_WAIT_MS);
  return wait * (1 + Math.random() / 4);
}

/** The SDK sleeps and looks for other regions without heeding the signal; the caller does not wait for that. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(new OutsideError('store-unavailable', 'Cosmos did not answer in time.'));
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
