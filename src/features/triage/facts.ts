/** What a decision on a case knows besides its state, and the codes of its refusals. */
import type { Choice } from '../../kernel/card';
import type { Moment, Presenting } from '../../kernel/matter';
import type { Guideline } from '../../guidelines/schema';
import type { Account } from '../register/model';
import type { CaseCommand } from './commands';
import type { CaseEvent } from './events';
import type { Case } from './model';

/** The time, the place and the rules: what says who may do what. */
export interface Ground {
  readonly moment: Moment;
  /** The guideline under which the case was opened. */
  readonly guideline: Guideline;
}

export interface Facts extends Ground {
  readonly id: string;
  /** The account that was chosen, in the register; only where a description is given. */
  readonly account?: Account;
  /** The person named as a handler; absent when nobody fits. */
  readonly named?: { readonly id: string; readonly name: string };
  /** Accounts the reader may choose, one's own first. */
  readonly choices: readonly Choice[];
  /** The viewer's address of the upload page, while their link holds. */
  readonly uploadUrl?: string;
  /** Addresses of the pictures that count, in order, for a day; none for whoever may not read the case. */
  readonly pictureUrls: readonly string[];
}

export type Code =
  | 'gone'
  | 'stale'
  | 'early'
  | 'already'
  | 'invalid'
  | 'full'
  | 'link-over'
  /** Whoever else works on it: `details.name`. */
  | 'held'
  /** What comes first, by where the case stands. */
  | 'needs-safety'
  | 'needs-description'
  | 'needs-answers'
  | 'needs-ruling'
  | 'needs-registrar'
  | 'needs-evidence'
  | 'needs-picture'
  | 'needs-link'
  | 'needs-registration'
  | 'needs-removal'
  | 'needs-second'
  /** The step is behind the case, or has no place in its outcome. */
  | 'past'
  | 'not-removed'
  | 'closed'
  | 'alarm'
  | 'not-alarm'
  | 'no-culling'
  | 'secret-is-registered'
  | 'not-offered';

/** What is wrong with an input. */
export type Problem =
  | 'missing'
  | 'too-long'
  | 'bad-link'
  | 'other-platform'
  | 'unknown-platform'
  | 'unknown-account'
  | 'unknown-department'
  | 'bad-date'
  | 'bad-time'
  | 'in-future'
  | 'bad-number'
  | 'unknown-person'
  | 'unknown-reference'
  | 'bad-answer';

export type Showing = Presenting<Case, CaseCommand, CaseEvent, Facts>;
