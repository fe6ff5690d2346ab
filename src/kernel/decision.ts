/** What a decision can say: events and effects, or a refusal. Expected failures are values. */
import type { Effect } from './effect';

/** Why nothing was changed. `code` picks the sentence in `texts.ts`; `details` fill it. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly details?: Readonly<Record<string, string | number>>;
  /** Per input: the code of what is wrong with it; the card keeps the words and marks the fields. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Refused<Code extends string = string> {
  readonly refused: Refusal<Code>;
}

export interface Decided<Event> {
  readonly events: readonly Event[];
  readonly effects: readonly Effect[];
}

export type Decision<Event, Code extends string = string> = Decided<Event> | Refused<Code>;

export function refuse<Code extends string>(
  code: Code,
  more: Omit<Refusal<Code>, 'code'> = {},
): Refused<Code> {
  return { refused: { code, ...more } };
}

export function isRefused<Event, Code extends string>(
  decision: Decision<Event, Code>,
): decision is Refused<Code> {
  return 'refused' in decision;
}
