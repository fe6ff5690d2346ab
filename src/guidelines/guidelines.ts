/** The guidelines that apply, as features ask for them. */
import type { Guideline } from './schema';

export interface Guidelines {
  /** The guideline of an organisation right now. Throws BugError `unknown-organisation` for one that is not served. */
  current(organisation: string): Guideline;
  /** A guideline that is or was current, by `Guideline.version`; undefined for one that nobody has seen. */
  version(organisation: string, id: string): Guideline | undefined;
}
