/** The bot as the chat adapter sees it: a person said or clicked something, and gets a reply. */
import type { PersonId } from '../kernel/actor';
import type { MatterRef } from '../kernel/effect';
import type { Locale } from '../kernel/locale';
import type { View } from '../kernel/view';
import type { AttachmentRef } from './attachments';
import type { Address } from './messenger';

/** Who is there and where, as the signed channel says it. */
export interface Arrival {
  readonly person: PersonId;
  /** As the client writes it; used only for people outside the organisation file. */
  readonly name: string;
  readonly tenant?: string;
  readonly clientLocale?: string;
  readonly address: Address;
  /** Id of the incoming activity: a redelivered one is answered once. */
  readonly activity: string;
}

export interface Click {
  readonly verb: string;
  /** Untrusted: whatever the client sent. */
  readonly data: unknown;
  /** Activity id of the card that was clicked, when the client says so. */
  readonly card?: string;
}

export type Reply =
  /**
   * `matter`: the card stands for this matter; tell `placed` where it was posted. `also`: said in a message of its
   * own after it, when some of what was sent was taken and some was not.
   */
  | {
      readonly kind: 'card';
      readonly view: View;
      readonly locale: Locale;
      readonly matter?: MatterRef;
      readonly also?: View;
    }
  /** A click that could not be taken: one sentence, HTTP status for the body of the invoke response. */
  | { readonly kind: 'error'; readonly status: 400 | 403 | 500; readonly code: string; readonly text: string }
  /** Nothing to say: the same message was answered before. */
  | { readonly kind: 'silence' };

export interface Front {
  /** The bot was installed for, or first met by, a person. */
  met(arrival: Arrival): Promise<Reply>;
  /** `pictures` only when some were sent; empty when none of them can be fetched. */
  said(arrival: Arrival, text: string, pictures?: readonly AttachmentRef[]): Promise<Reply>;
  clicked(arrival: Arrival, click: Click): Promise<Reply>;
  /** A card of a matter now stands in the person's chat under this activity id. */
  placed(arrival: Arrival, matter: MatterRef, activity: string): Promise<void>;
}
