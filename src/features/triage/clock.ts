/** Days and times of a case as a reader reads them. Pure. */
import { clockIn, dayIn, showDay } from '../../kernel/calendar';
import type { Locale } from '../../kernel/locale';
import type { Moment } from '../../kernel/matter';
import type { Texts } from './texts';

/** "måndag 23 november" of an instant, or of a day. */
export function dayOf(at: string, { organisation, today }: Moment, locale: Locale): string {
  return showDay(at.length > 10 ? dayIn(organisation.timeZone, at) : at, locale, today);
}

/** The day with the time of day. */
export function timeOf(at: string, moment: Moment, locale: Locale, words: Texts): string {
  return words.card.at(dayOf(at, moment, locale), clockIn(moment.organisation.timeZone, at));
}
