/** What may happen to the bot: people, time, replicas, the chat service and the store, in any order. */
import fc from 'fast-check';
import type { Fate } from '../../support/fake-world';

/** Whom and what a click is about; the numbers pick among what there is at that moment. */
export interface Aim {
  readonly who: number;
  readonly pick: number;
  readonly verb: number;
  /** Somebody who may do it, from their newest card; else anybody, from any card they ever saw. */
  readonly fitting: boolean;
  readonly other: number;
}

export type Operation =
  | { readonly op: 'begin'; readonly who: number; readonly slot: number; readonly seat: number }
  | { readonly op: 'click'; readonly slot: number; readonly aim: Aim }
  | { readonly op: 'again'; readonly slot: number; readonly pick: number; readonly edited: boolean }
  | { readonly op: 'together'; readonly aims: readonly Aim[]; readonly same: boolean }
  | { readonly op: 'look'; readonly slot: number; readonly who: number; readonly pick: number }
  /** Time goes by and the timers of both replicas are slow, or run. */
  | { readonly op: 'pass'; readonly minutes: number }
  | { readonly op: 'live'; readonly minutes: number }
  | { readonly op: 'tick'; readonly slots: readonly number[] }
  | { readonly op: 'fates'; readonly fates: readonly Fate[] }
  | {
      readonly op: 'outage';
      readonly slot: number;
      readonly wait: number;
      readonly calls: number;
      readonly late: boolean;
    }
  | { readonly op: 'crash'; readonly slot: number; readonly calls: number; readonly late: boolean }
  /** A click on which its process dies, and somebody's click on the same matter a while later. */
  | {
      readonly op: 'accident';
      readonly slot: number;
      readonly aim: Aim;
      readonly calls: number;
      readonly late: boolean;
      readonly minutes: number;
    }
  /** Clicks one soon after the other, while every message takes its time. */
  | { readonly op: 'rush'; readonly aims: readonly Aim[]; readonly ms: number; readonly minutes: number }
  | { readonly op: 'kill' | 'restart' | 'stop'; readonly slot: number }
  | { readonly op: 'poison' }
  | { readonly op: 'reorganise' };

/** What may go wrong at all in one sequence. */
export const WEATHERS = ['calm', 'unclear', 'outages', 'crashes', 'everything'] as const;
export type Weather = (typeof WEATHERS)[number];

export interface Sequence {
  readonly seed: number;
  readonly weather: Weather;
  readonly operations: readonly Operation[];
}

const nat = fc.nat({ max: 999 });
const slot = fc.nat({ max: 1 });
const aim: fc.Arbitrary<Aim> = fc.record({
  who: nat,
  pick: nat,
  verb: nat,
  fitting: fc.integer({ min: 0, max: 3 }).map((chance) => chance > 0),
  other: nat,
});

const slow = fc.record(
  { ms: fc.constantFrom(200, 4_000, 9_000), early: fc.boolean() },
  { requiredKeys: [] },
) as fc.Arbitrary<{ ms?: number; early?: boolean }>;
const clear: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Fate>({ kind: 'ok' }) },
  { weight: 2, arbitrary: fc.constant<Fate>({ kind: 'later' }) },
  { weight: 1, arbitrary: fc.constant<Fate>({ kind: 'later', retryAfterMs: 90_000 }) },
  { weight: 1, arbitrary: fc.constant<Fate>({ kind: 'unreachable' }) },
  { weight: 1, arbitrary: fc.constant<Fate>({ kind: 'gone' }) },
);
const unclear: fc.Arbitrary<Fate> = fc.boolean().map((posted) => ({ kind: 'ambiguous', posted }));
const fate = fc
  .tuple(fc.oneof({ weight: 4, arbitrary: clear }, { weight: 1, arbitrary: unclear }), slow)
  .map(([one, pace]): Fate => ({ ...one, ...pace }));

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ op: fc.constant('begin'), who: nat, slot, seat: fc.nat({ max: 2 }) }) },
  { weight: 9, arbitrary: fc.record({ op: fc.constant('click'), slot, aim }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('again'), slot, pick: nat, edited: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant('together'),
      aims: fc.array(aim, { minLength: 2, maxLength: 3 }),
      same: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('look'), slot, who: nat, pick: nat }) },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constant('pass'), minutes: fc.constantFrom(0.1, 0.4, 1, 90, 1_500) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constant('live'), minutes: fc.constantFrom(1, 10, 600, 1_440, 5_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('tick'),
      slots: fc.constantFrom([0], [1], [0, 1], [1, 0]),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constant('fates'), fates: fc.array(fate, { minLength: 1, maxLength: 6 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('outage'),
      slot,
      wait: fc.integer({ min: 0, max: 12 }),
      calls: fc.integer({ min: 1, max: 9 }),
      late: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('crash'),
      slot,
      calls: fc.integer({ min: 1, max: 14 }),
      late: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('accident'),
      slot,
      aim: aim.map((one) => ({ ...one, fitting: true })),
      calls: fc.integer({ min: 2, max: 8 }),
      late: fc.boolean(),
      minutes: fc.constantFrom(0.1, 0.6, 3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('rush'),
      aims: fc.array(
        aim.map((one) => ({ ...one, fitting: true })),
        { minLength: 2, maxLength: 4 },
      ),
      ms: fc.constantFrom(1_000, 4_000),
      minutes: fc.constantFrom(0.01, 0.05, 0.1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constantFrom('kill', 'restart', 'stop'), slot }) },
  { weight: 1, arbitrary: fc.constant<Operation>({ op: 'poison' }) },
  { weight: 1, arbitrary: fc.constant<Operation>({ op: 'reorganise' }) },
);

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  seed: fc.nat(),
  weather: fc.constantFrom(...WEATHERS),
  operations: fc.array(operation, { minLength: 4, maxLength: 24, size: 'max' }),
});

/** In this weather, may the operation happen? */
export function fits(weather: Weather, { op }: Operation): boolean {
  if (weather === 'everything') return true;
  if (op === 'outage') return weather === 'outages';
  if (op === 'crash' || op === 'kill' || op === 'accident') return weather === 'crashes';
  return true;
}

export function fateFits(weather: Weather, { kind }: Fate): boolean {
  return kind !== 'ambiguous' || weather === 'unclear' || weather === 'everything';
}
