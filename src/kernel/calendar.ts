/** Days and hours as the organisation counts them: its time zone, Swedish working days, dates people can read. */
import type Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import type { Locale } from './locale';

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The day of an ISO instant in a time zone, as `YYYY-MM-DD`. */
export function dayIn(timeZone: string, instant: string): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    dayFormats.set(timeZone, format);
  }
  return format.format(new Date(instant));
}

/** The instant at which a day's clock shows `time` (`HH:mm`), as ISO in UTC. */
export function atTime(timeZone: string, day: string, time: string): string {
  return iso(DateTime.fromISO(`${day}T${time}`, { zone: timeZone }));
}

/** The wall clock of an instant, `HH:mm`. */
export function clockIn(timeZone: string, instant: string): string {
  return DateTime.fromISO(instant, { zone: timeZone }).toFormat('HH:mm');
}

export function plusDays(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Monday to Friday, except Swedish public holidays and the eves on which offices are closed. */
export function isWorkingDay(day: string): boolean {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  return date.weekday <= 5 && !closedDays(date.year).has(day);
}

/** The given day if it is a working day, else the first one after it. */
export function workingDayFrom(day: string): string {
  let at = day;
  while (!isWorkingDay(at)) at = plusDays(at, 1);
  return at;
}

/** The `count`-th working day after `day`. */
export function plusWorkingDays(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; left -= 1) at = workingDayFrom(plusDays(at, 1));
  return at;
}

/** Working days from one day to another, the first not counted and the last counted; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let at = plusDays(from, 1); at <= to; at = plusDays(at, 1)) if (isWorkingDay(at)) count += 1;
  return count;
}

/** When an organisation is at work on working days: `HH:mm` to `HH:mm`. */
export interface OfficeHours {
  readonly from: string;
  readonly to: string;
}

/** The instant after so many hours of work; what begins outside them begins to count when the next ones do. */
export function plusWorkingHours(
  timeZone: string,
  instant: string,
  hours: number,
  office: OfficeHours,
): string {
  let day = workingDayFrom(dayIn(timeZone, instant));
  let from = Math.max(Date.parse(instant), Date.parse(atTime(timeZone, day, office.from)));
  for (let left = hours * 3_600_000; ;) {
    const room = Math.max(0, Date.parse(atTime(timeZone, day, office.to)) - from);
    if (left <= room) return iso(DateTime.fromMillis(from + left));
    left -= room;
    day = plusWorkingDays(day, 1);
    from = Date.parse(atTime(timeZone, day, office.from));
  }
}

/** The working day in whose hours an instant lies, or the next one: after hours it is another day's. */
export function workingDayOf(timeZone: string, instant: string, office: OfficeHours): string {
  const day = dayIn(timeZone, instant);
  return workingDayFrom(clockIn(timeZone, instant) < office.to ? day : plusDays(day, 1));
}

/** "tisdag 15 september"; with the year when it is not the reader's. */
export function showDay(day: string, locale: Locale, today: string): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? 'cccc d LLLL' : 'cccc d LLLL yyyy';
  return DateTime.fromISO(day, { zone: 'utc' }).setLocale(locale).toFormat(format);
}

const closed = new Map<number, ReadonlySet<string>>();
let holidays: Holidays | undefined;

function closedDays(year: number): ReadonlySet<string> {
  let days = closed.get(year);
  if (!days) {
    holidays ??= swedishHolidays();
    // `bank`: the eves of Midsummer, Christmas and New Year, on which Swedish offices are closed.
    const listed = holidays.getHolidays(year).filter(({ type }) => type === 'public' || type === 'bank');
    days = new Set(listed.map(({ date }) => date.slice(0, 10)));
    closed.set(year, days);
  }
  return days;
}

/** The library carries the holidays of the whole world; it is loaded when the first working day is asked for. */
function swedishHolidays(): Holidays {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded late, to keep the start fast
  const Loaded = require('date-holidays') as typeof Holidays;
  return new Loaded('SE', { languages: ['sv'] });
}

function iso(date: DateTime): string {
  return date.toUTC().toISO() ?? '';
}
