/** The effects that decisions on a case lead to, each with its key; none holds a word of the post. */
import type { PersonId } from '../../kernel/actor';
import { notify as notifyOne, type Effect } from '../../kernel/effect';

/** Why a person gets their card; each has its words in the notification. */
export type Reason =
  | 'danger'
  | 'alarm'
  | 'suggested'
  | 'ask'
  | 'evidence'
  | 'package'
  | 'sent-back'
  | 'registered'
  | 'released'
  | 'named'
  | 'second'
  | 'stopped'
  | 'report'
  | 'late'
  | 'done';

/** Sends people their card, each once. */
export function notify(to: readonly (PersonId | undefined)[], reason: Reason, about: string): Effect[] {
  const people = [...new Set(to)].flatMap((one) => (one === undefined ? [] : [one]));
  return people.map((one) => notifyOne(one, reason, about));
}

/** A line in a person's message of the day; `since` and `told` tell one rung of one step from another. */
export function mention(to: PersonId, since: string, told: number): Effect {
  return { kind: 'mention', key: `late/${since}/${told}/${to}`, to, reason: 'late' };
}
