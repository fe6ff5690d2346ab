/** Words that a person types to start something. */
import type { Person } from './actor';
import type { Locale, Localised } from './locale';
import type { Moment } from './matter';

/** Words that start something. The first of each language is the contract's; the others are understood too. */
export interface Phrase {
  readonly verb: string;
  readonly say: Readonly<Record<Locale, readonly [string, ...string[]]>>;
  readonly description: Localised;
  /** Offered in help and in the manifest; for everybody unless `for` says whom. */
  readonly offered: boolean;
  for?(person: Person, moment: Moment): boolean;
  /** What a picture that nobody waits for may be the beginning of: the query gets the id it is held under as `held`. */
  readonly takesPictures?: boolean;
  /** Fixed data for the query. */
  readonly data?: Readonly<Record<string, string>>;
}
