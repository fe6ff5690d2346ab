/** Sliding windows over the instants of past calls: when is the next call free? */

/** At most `count` calls in any `ms` milliseconds. */
export interface Limit {
  readonly count: number;
  readonly ms: number;
}

export interface Window {
  /** The earliest instant, `now` or later, at which one more call fits every limit. */
  free(now: number): number;
  add(now: number): void;
  /** Instant of the latest call, -Infinity without one. */
  latest(): number;
}

/** Remembers as many calls as its largest count, in a ring. Instants must not go back. */
export function createWindow(limits: readonly Limit[]): Window {
  const size = Math.max(1, ...limits.map((limit) => limit.count));
  const calls = new Float64Array(size).fill(-Infinity);
  let next = 0;

  /** The call that came `back` calls ago; 1 is the latest. */
  function past(back: number): number {
    return calls[(next - back + size) % size] ?? -Infinity;
  }

  return {
    free: (now) => limits.reduce((at, { count, ms }) => Math.max(at, past(count) + ms), now),
    add(now) {
      calls[next] = now;
      next = (next + 1) % size;
    },
    latest: () => past(1),
  };
}
