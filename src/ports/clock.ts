/** Time and chance, handed in so that rules stay pure and tests stay repeatable. */

export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}

/** Resolves after `ms` milliseconds. */
export type Wait = (ms: number) => Promise<void>;

export interface Ids {
  /** Unguessable: at least 120 bits in `a–z 0–9`. */
  fresh(): string;
}

/** The instant as it is stored: ISO 8601 in UTC with milliseconds. */
export function instant(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
