/** What a decision on a capture knows besides its state, and the codes of its refusals. */
import type { Choice } from '../../kernel/card';
import type { Moment, Presenting } from '../../kernel/matter';
import type { Guideline } from '../../guidelines/schema';
import type { Account, PersonRef } from '../register/model';
import type { CaptureCommand } from './commands';
import type { CaptureEvent } from './events';
import type { Capture } from './model';

/** The time, the place and the rules: what says who may do what. */
export interface Ground {
  readonly moment: Moment;
  /** The guideline under which the capture was opened. */
  readonly guideline: Guideline;
}

export interface Facts extends Ground {
  readonly id: string;
  /** The account in the register; only where a decision or a new capture needs it. */
  readonly account?: Account;
  readonly accountId?: string;
  /** The person named as the new responsible one; absent when nobody fits. */
  readonly named?: PersonRef;
  /** Whether the incoming picture is kept elsewhere: in an earlier season, or for another account. */
  readonly known?: 'same-as-before' | 'same-as-other';
  /** Another extra capture of the account is open already. */
  readonly another: boolean;
  /** Other captures of the account that are open; only where it is being closed. */
  readonly siblings: readonly string[];
  /** Accounts the reader may start an extra capture for; only where there is no capture yet. */
  readonly choices: readonly Choice[];
  /** The viewer's address of the upload page, while their link holds. */
  readonly uploadUrl?: string;
  /** Addresses of the pictures on the card, in order, for a day: those that count, then those in doubt. */
  readonly pictureUrls: readonly string[];
}

export type Code =
  | 'gone'
  | 'stale'
  | 'early'
  | 'already'
  | 'invalid'
  | 'not-open'
  | 'full'
  | 'no-account'
  | 'another'
  | 'disputed'
  | 'in-doubt'
  | 'link-over';

/** What is wrong with an input. */
export type Problem = 'missing' | 'too-long' | 'bad-date' | 'too-late' | 'unknown-person' | 'same-person';

export type Showing = Presenting<Capture, CaptureCommand, CaptureEvent, Facts>;
