/** Who acts: a signed-in person, or the system itself (a timer, an effect between two documents). */
import type { Locale } from './locale';

/** An Entra object id, in lower case: the only thing that says who somebody is. */
export type PersonId = string;

export interface Person {
  readonly type: 'person';
  readonly id: PersonId;
  readonly organisation: string;
  /** As the organisation file writes it; for people who are not in the file as Teams writes it. */
  readonly name: string;
  readonly email?: string;
  readonly locale: Locale;
}

export interface System {
  readonly type: 'system';
  readonly organisation: string;
}

export type Actor = Person | System;

/** What an office gives a person; computed anew on every turn, never stored on a card. */
export type Role = 'director' | 'lead' | 'communicator' | 'deputy' | 'registrar' | 'employee';
