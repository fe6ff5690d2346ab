/** The words the outbox and the performers share. */
import type { PersonId } from '../kernel/actor';
import type { Organisation } from '../kernel/organisation';
import type { Aggregate } from '../ports/flow';
import type { Lane } from '../ports/messenger';
import type { Loaded, Pending } from './envelope';
import type { Result } from './marks';

/** A document whose effects this instance has claimed. */
export interface Work {
  readonly aggregate: Aggregate;
  readonly organisation: Organisation;
  readonly loaded: Loaded;
  readonly lane: Lane;
  /** Whoever clicked got no card that shows this state: theirs is brought up to date like all others. */
  readonly unanswered?: boolean;
  /** People who got a new card within this run already. */
  readonly served?: ReadonlySet<PersonId>;
}

/** `sure`: the document is known to be as `loaded` says. */
export interface Firsts {
  readonly loaded: Loaded;
  readonly sure: boolean;
}

export type Perform = (work: Work, pending: Pending) => Promise<Result>;

export interface Outbox {
  /** Performs what is ready, in order; resolves when nothing is. Never rejects. */
  run(work: Work): Promise<void>;
  /** Resolves when so few bulk runs are under way, also those that a run's commands began, that one more may. */
  room(): Promise<void>;
  /** Performs the effects that come before the answer on `card`, and returns the document as it is then. */
  first(work: Work, card: string | undefined): Promise<Firsts>;
  /** Resolves when no run is under way. */
  idle(): Promise<void>;
  /** Starts nothing more; what is left waits for the next start. */
  stop(): void;
}
