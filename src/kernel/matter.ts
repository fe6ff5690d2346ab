/** A document as a feature sees it, the time and place of a turn, and what a card is rendered from. */
import type { Person, PersonId } from './actor';
import type { Refusal } from './decision';
import type { Locale } from './locale';
import type { Organisation } from './organisation';

export interface StateBase {
  readonly status: string;
}
export interface CommandBase {
  readonly type: string;
}
export interface EventBase {
  readonly type: string;
}

/** An event with the trace that makes it a record: when, who, and for whom a deputy acted. */
export interface Recorded<E extends EventBase = EventBase> {
  readonly at: string;
  /** A person's id, or `system`. */
  readonly by: PersonId;
  readonly name: string;
  readonly event: E;
}

/** A document as a feature sees it. */
export interface Matter<S extends StateBase = StateBase, E extends EventBase = EventBase> {
  readonly kind: string;
  readonly id: string;
  /** Raised by every change to what people decide on; 0 before the first save. */
  readonly revision: number;
  readonly state: S;
  /** The latest events, oldest first. */
  readonly events: readonly Recorded<E>[];
  /** How many older events there are; absent for none. */
  readonly copied?: number;
  /**
   * Messages about it that may have come twice, as far as they are on record, by names of their own: a list that told
   * about several matters has one name in all of them. Absent for none.
   */
  readonly doubled?: readonly string[];
}

/** The time and place of a turn. */
export interface Moment {
  /** ISO instant in UTC. */
  readonly now: string;
  /** `YYYY-MM-DD` in the organisation's time zone. */
  readonly today: string;
  readonly organisation: Organisation;
}

export interface Presenting<S extends StateBase, C, E extends EventBase, F> {
  readonly id: string;
  /** Absent: the card of a matter that is not saved yet. */
  readonly matter: Matter<S, E> | undefined;
  readonly viewer: Person;
  readonly locale: Locale;
  readonly facts: F;
  /** Why the click changed nothing. */
  readonly notice?: Refusal;
  /** The command that was refused: its words are kept in the inputs. */
  readonly attempt?: C;
  /** Answers the form of a new matter begins with. */
  readonly prefill?: Readonly<Record<string, string>>;
  /** The `reason` of the effect this card is sent for. */
  readonly reason?: string;
}
