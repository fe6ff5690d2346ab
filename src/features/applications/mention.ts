/** The line about an application in somebody's message of the day. */
import type { Person } from '../../kernel/actor';
import { dayIn, plusDays, showDay, workingDaysBetween } from '../../kernel/calendar';
import type { Matter } from '../../kernel/matter';
import { toldBy, waitingOf } from './deadlines';
import type { Facts } from './facts';
import type { Application } from './model';
import { headOf } from './present';
import { texts } from './texts';

/** `reason` is the situation the line was added for; undefined when it is resolved meanwhile. */
export function mentionOf(
  { state }: Matter<Application>,
  { id, locale }: Person,
  reason: string,
  { guideline, moment, ...facts }: Facts,
): string | undefined {
  const words = texts[locale];
  const { timeZone } = moment.organisation;
  const { name } = headOf(state, { guideline, moment, ...facts }, words);
  if (reason === 'draft') {
    if (state.status !== 'draft' || state.told === 0) return undefined;
    const last = plusDays(dayIn(timeZone, state.touchedAt), guideline.deadlines.draftDays);
    return words.late.draft(name, showDay(last, locale, moment.today));
  }
  const waiting = waitingOf(state, { guideline, moment });
  if (waiting?.situation !== reason) return undefined;
  // A line of an earlier wait, or for somebody who has no part in it any more.
  const told = waiting.rungs.slice(0, waiting.told);
  if (!told.some((rung) => toldBy(rung, state, { guideline, moment }).includes(id))) return undefined;
  const days = workingDaysBetween(dayIn(timeZone, waiting.since), moment.today);
  const applicant = state.applicant.id === id ? '' : state.applicant.name;
  return words.late[waiting.situation](name, days, applicant);
}
