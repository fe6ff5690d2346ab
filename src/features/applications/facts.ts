/** What a decision on an application knows besides its state, and the codes of its refusals. */
import type { Moment } from '../../kernel/matter';
import type { Guideline } from '../../guidelines/schema';
import type { PersonRef } from '../register/model';

export interface Facts {
  readonly id: string;
  readonly moment: Moment;
  /** The guideline in force for a draft, else the one the application was submitted under (G-0.1). */
  readonly guideline: Guideline;
  /** People named in the form, by what was typed; absent when nobody fits. */
  readonly people: Readonly<Record<string, PersonRef>>;
}

export type Code = 'gone' | 'stale' | 'invalid' | 'already' | 'not-yet' | 'early';
