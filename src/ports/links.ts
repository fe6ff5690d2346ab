/** Links that let one person do one thing for a day without signing in (design, section 7). */
import type { PersonId } from '../kernel/actor';
import type { MatterRef } from '../kernel/effect';

export interface Capability {
  readonly what: 'upload' | 'download';
  readonly organisation: string;
  readonly person: PersonId;
  /** A matter; or of kind `EXPORT`, with the name of a feature's list. */
  readonly matter: MatterRef;
  /** Which of the matter's downloads. */
  readonly part?: string;
  /** ISO instant in UTC at which it was given: the matter may revoke what it gave before. */
  readonly at: string;
}

export const LINK_HOURS = 24;
export const EXPORT = 'export';

export interface Links {
  /** `<base>/upload/<token>` or `<base>/download/<token>`. */
  url(capability: Capability): string;
  /** Undefined for a token that is forged, damaged, older than 24 hours or from the future. */
  read(token: string): Capability | undefined;
}
