/** What a decision on an application knows besides its state, and the codes of its refusals. */
import type { PersonId } from '../../kernel/actor';
import type { Moment, Presenting } from '../../kernel/matter';
import type { Guideline } from '../../guidelines/schema';
import type { PersonRef } from '../register/model';
import type { ApplicationCommand } from './commands';
import type { ApplicationEvent } from './events';
import type { Application, Twin } from './model';

/** The time, the place and the rules: what says who may do what. */
export interface Ground {
  readonly moment: Moment;
  /** The guideline in force for a draft, else the one the application was submitted under (G-0.1). */
  readonly guideline: Guideline;
}

export interface Facts extends Ground {
  readonly id: string;
  /** People named in the form, by what was typed; absent when nobody fits. */
  readonly people: Readonly<Record<string, PersonRef>>;
  /** Accounts in the register that look like the one applied for; only when it is sent in. */
  readonly twins: readonly Twin[];
  /** People whom messages do not reach, with the instant since when; only when the timer asks. */
  readonly unreached: Readonly<Record<PersonId, string>>;
}

export type Code = 'gone' | 'stale' | 'invalid' | 'already' | 'not-yet' | 'early' | 'no-consultation';

/** What a card is made from. */
export type Showing = Presenting<Application, ApplicationCommand, ApplicationEvent, Facts>;
