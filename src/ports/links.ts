/** Links that let one person do one thing for a day without signing in (design, section 7). */
import type { Person, PersonId } from '../kernel/actor';
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

type Viewer = Pick<Person, 'id' | 'organisation'>;

/** The address of what a person was given at `at` (ISO instant); undefined where nothing was, or its day is over. */
export function givenAddress(
  links: Pick<Links, 'url'>,
  { id: person, organisation }: Viewer,
  what: Capability['what'],
  matter: MatterRef,
  at: string | undefined,
  now: string,
): string | undefined {
  if (at === undefined || Date.parse(now) - Date.parse(at) > LINK_HOURS * 3_600_000) return undefined;
  return links.url({ what, organisation, person, matter, at });
}

/** Addresses of a matter's pictures, in order, for a day from `now` (ISO instant). */
export function pictureAddresses(
  links: Pick<Links, 'url'>,
  { id: person, organisation }: Viewer,
  matter: MatterRef,
  pictures: readonly { readonly sha256: string }[],
  now: string,
): string[] {
  return pictures.map(({ sha256 }) =>
    links.url({ what: 'download', organisation, person, matter, part: sha256, at: now }),
  );
}
