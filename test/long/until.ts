/** Waiting for what another process does: looked at again and again, never longer than a deadline. */
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 10;

/** Resolves with the first value that is not undefined; rejects after `ms`, saying what did not come. */
export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  ms = 120_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`Waited ${ms} ms for ${what}.`);
    await sleep(EVERY_MS);
  }
}
