/** The line about a case in somebody's message of the day: its number, and what it waits for; never a word of the post. */
import type { Person } from '../../kernel/actor';
import { dayIn, showDay } from '../../kernel/calendar';
import type { Matter } from '../../kernel/matter';
import { dueAt } from './deadlines';
import type { CaseEvent } from './events';
import type { Facts } from './facts';
import { numberOf, type Case } from './model';
import { concerns } from './policy';
import { texts } from './texts';

/** Undefined when it waits for nothing any more, or the reader has no part in it. */
export function mentionOf(
  { id, state }: Matter<Case, CaseEvent>,
  { id: person, locale }: Person,
  facts: Facts,
): string | undefined {
  const due = dueAt(state, facts);
  if (due === undefined || !concerns(person, state, facts)) return undefined;
  const { moment } = facts;
  const words = texts[locale];
  const day = showDay(dayIn(moment.organisation.timeZone, due), locale, moment.today);
  return words.mention(numberOf(id), words.standing[state.status], day);
}
