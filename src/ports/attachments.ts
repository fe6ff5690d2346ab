/** Pictures that came with a message: references at first, fetched only when it is clear what they are for. */
import type { PictureProblem } from '../kernel/picture';

export interface AttachmentRef {
  /** `file`: a pre-signed address that lives for minutes; `inline`: fetched with the bot's token. */
  readonly kind: 'file' | 'inline';
  readonly url: string;
  /** As the sender's client names it: words, never part of a path. */
  readonly name: string;
}

/** Of one message; the sender is told when there were more. */
export const MOST_PICTURES = 10;

export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `gone`: the address has expired; `refused`: not a host the bot fetches from; `unavailable`: try again. */
  | { readonly ok: false; readonly why: 'gone' | 'refused' | 'unavailable' | PictureProblem };

/** Fetches from allowed hosts only, with limits on size and time. `serviceUrl` is the signed activity's. Never rejects. */
export type Fetch = (ref: AttachmentRef, serviceUrl: string) => Promise<Fetched>;
