/** How the bot reaches a person's chat. The only implementation for people is `adapters/teams`. */
import type { PersonId } from '../kernel/actor';
import type { View } from '../kernel/view';
import type { Locale } from '../kernel/locale';

/** Where a person's 1:1 chat is; kept from every activity, stored only when it changes. */
export interface Address {
  readonly person: PersonId;
  readonly serviceUrl: string;
  readonly tenant?: string;
  /** Channel account of the person, `29:…` in Teams; absent until they have written. */
  readonly user?: string;
  /** Channel account of the bot, `28:<app id>` in Teams. */
  readonly bot?: string;
  /** Absent until a 1:1 chat is known; the messenger then opens one. */
  readonly conversation?: string;
}

/** A message ready to be rendered: the card of `view`, or plain text that no person typed. */
export interface Outgoing {
  readonly view: View;
  readonly locale: Locale;
}

/** `answers` are caused by a person who waits; `bulk` by the holder of the lease (design, section 2). */
export type Lane = 'answers' | 'bulk';

export type Sent =
  /** `conversation` is set when a chat was opened for this. */
  | { readonly ok: true; readonly activity: string; readonly conversation?: string }
  /** The person cannot be reached, with the platform's reason code. Final. */
  | { readonly ok: false; readonly why: 'unreachable'; readonly reason: string }
  /** Refused before anything was posted (429, 412, connection refused); safe to repeat. */
  | { readonly ok: false; readonly why: 'later'; readonly retryAfterMs?: number }
  /** Timeout, 408 or 5xx on create: it may have been posted. */
  | { readonly ok: false; readonly why: 'ambiguous' }
  /** The message to replace is gone. */
  | { readonly ok: false; readonly why: 'gone' }
  /** Larger than the platform takes, or refused for another reason that repeating cannot mend. */
  | { readonly ok: false; readonly why: 'refused'; readonly reason: string };

export interface Messenger {
  /** Posts a new message. */
  send(to: Address, message: Outgoing, lane: Lane): Promise<Sent>;
  /** Replaces a message that stands in the chat. Idempotent, so never ambiguous. */
  update(to: Address, activity: string, message: Outgoing, lane: Lane): Promise<Sent>;
}
