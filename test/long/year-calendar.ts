/** Working days and local time for the simulated year, from dates written down: nothing of the bot's own calendar. */

/** Weekdays on which Swedish offices are closed: public holidays, and the eves of Midsummer, Christmas and New Year. */
const CLOSED = new Set([
  ...['2027-01-01', '2027-01-06', '2027-03-26', '2027-03-29', '2027-05-06', '2027-06-25', '2027-12-24'],
  ...['2027-12-31', '2028-01-06', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-25', '2028-06-06'],
  ...['2028-06-23', '2028-12-25', '2028-12-26', '2029-01-01', '2029-03-30', '2029-04-02', '2029-05-01'],
  ...['2029-05-10', '2029-06-06', '2029-06-22', '2029-12-24', '2029-12-25', '2029-12-26', '2029-12-31'],
]);
const DAY_MS = 86_400_000;

const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
});

export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:mm`. */
  readonly clock: string;
}

export function localTime(at: number): LocalTime {
  const [day = '', clock = ''] = local.format(new Date(at)).split(' ');
  return { day, clock };
}

/** The instant at which the clock in Stockholm shows this; the earlier one where it is shown twice. */
export function instantOf(day: string, clock: string): number {
  const summer = Date.parse(`${day}T${clock}:00+02:00`);
  const shown = localTime(summer);
  return shown.day === day && shown.clock === clock ? summer : Date.parse(`${day}T${clock}:00+01:00`);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function isOfficeDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !CLOSED.has(day);
}

/** The `count`-th working day after `day`. */
export function officeDaysAfter(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isOfficeDay(at)) left -= 1;
  }
  return at;
}

/** Working days after `from`, up to and with `to`. */
export function officeDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isOfficeDay(at)) count += 1;
  return count;
}
