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

/** Somebody the bot has met or the organisation file lists. */
export interface KnownPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email?: string;
}

/** A person whom messages do not reach; listed for their department's communicator and the lead. */
export interface Unreached extends KnownPerson {
  /** `unreachable`: the platform says so; `not-delivered`: one message was given up after an unclear answer. */
  readonly why: 'unreachable' | 'not-delivered';
  readonly reason: string;
  readonly since: string;
  /** Departments of the matters the messages were about. */
  readonly departments: readonly string[];
}
