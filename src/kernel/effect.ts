/** What happens after a commit. Effects have stable keys and hold no rendered card: running one twice equals once. */
import type { PersonId } from './actor';

export interface MatterRef {
  readonly kind: string;
  readonly id: string;
}

/** Sends a person their card of this matter, rendered at the moment of sending. */
export interface Notify {
  readonly kind: 'notify';
  readonly key: string;
  readonly to: PersonId;
  /** Picks the notification's words in the feature's `present`; never content. */
  readonly reason: string;
}

/** Brings the cards that stand in people's chats up to date; collapses with any that waits already. */
export interface Refresh {
  readonly kind: 'refresh';
  readonly key: string;
  /** Somebody who may be writing in their card right now: it stays, and is told at the click. */
  readonly spare?: PersonId;
}

/** Sends a command to another document. With `answer` the outcome comes back to the sender as a command. */
export interface Send {
  readonly kind: 'send';
  readonly key: string;
  readonly target: MatterRef;
  readonly command: { readonly type: string } & Readonly<Record<string, unknown>>;
  readonly answer?: boolean;
  /** Performed before the person who clicked has an answer (the claim of a handle). */
  readonly first?: boolean;
}

/** Adds a line about this matter, or about `matter`, to a person's message of the day. */
export interface Mention {
  readonly kind: 'mention';
  readonly key: string;
  readonly to: PersonId;
  readonly matter?: MatterRef;
  readonly reason: string;
  /** Of the other matter. */
  readonly department?: string;
}

export type Effect = Notify | Refresh | Send | Mention;

/** The command in which the outcome of a `Send` with `answer` comes back. */
export interface Answer {
  readonly type: 'answer';
  readonly key: string;
  readonly outcome: 'accepted' | 'refused';
  readonly code?: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** The command every timer sends: "your deadline has passed". Only the runtime sends it. */
export interface Tick {
  readonly type: 'tick';
}

/** All cards that stand in people's chats. */
export const REFRESH: Refresh = { kind: 'refresh', key: 'refresh' };

/** Sends a person their card; `reason` picks the words of the notification, `about` tells one occasion from another. */
export function notify(to: PersonId, reason: string, about: string): Notify {
  return { kind: 'notify', key: `${reason}/${about}/${to}`, to, reason };
}
