/** How much is measured: the short form in a few minutes, the long form for figures that are to be quoted. */
import type { Step } from './rounds';

export interface Settings {
  readonly rounds: number;
  readonly steps: readonly Step[];
  readonly starts: number;
  /** Finished matters in the small and in the large store; each has three documents. */
  readonly past: readonly [few: number, many: number];
  readonly growthRounds: number;
  readonly growthStep: Step;
  /** Turns after which resident memory is read. */
  readonly memoryAfter: number;
}

const SHORT: Settings = {
  rounds: 4,
  steps: [
    { concurrency: 1, turns: 50 },
    { concurrency: 16, turns: 250 },
    { concurrency: 64, turns: 400 },
  ],
  starts: 5,
  past: [33, 6_667],
  growthRounds: 4,
  growthStep: { concurrency: 16, turns: 200 },
  memoryAfter: 10_000,
};

const LONG: Settings = {
  ...SHORT,
  rounds: 12,
  starts: 15,
  past: [33, 33_333],
  growthRounds: 10,
  growthStep: { concurrency: 16, turns: 500 },
};

export function settingsOf(words: readonly string[]): Settings {
  return words.includes('--long') ? LONG : SHORT;
}
