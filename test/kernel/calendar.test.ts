/** Days and hours as a Swedish municipality counts them: holidays, eves, and clocks that are put forward and back. */
import {
  atTime,
  clockIn,
  dayIn,
  isWorkingDay,
  plusDays,
  plusWorkingDays,
  plusWorkingHours,
  showDay,
  workingDayFrom,
  workingDayOf,
  workingDaysBetween,
} from '../../src/kernel/calendar';

const STOCKHOLM = 'Europe/Stockholm';

/** Public holidays and the eves on which offices are closed that fall on a weekday, from the almanac. */
const CLOSED: Record<number, readonly string[]> = {
  2026: ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '06-19', '12-24', '12-25', '12-31'],
  2027: ['01-01', '01-06', '03-26', '03-29', '05-06', '06-25', '12-24', '12-31'],
  2028: ['01-06', '04-14', '04-17', '05-01', '05-25', '06-06', '06-23', '12-25', '12-26'],
};

describe('working days', () => {
  it.each([2026, 2027, 2028])('of %d are Monday to Friday without the holidays and closed eves', (year) => {
    const closed = daysOf(year).filter((day) => isWeekday(day) && !isWorkingDay(day));

    expect(closed).toEqual(CLOSED[year]?.map((day) => `${year}-${day}`));
  });

  it.each([2026, 2027, 2028])('of %d are never a Saturday or a Sunday', (year) => {
    expect(daysOf(year).filter((day) => !isWeekday(day) && isWorkingDay(day))).toEqual([]);
  });

  it.each([
    ['a working day is taken as it is', '2026-11-20', '2026-11-20'],
    ['a Saturday becomes Monday', '2026-11-21', '2026-11-23'],
    ['Good Friday becomes the Tuesday after Easter', '2026-04-03', '2026-04-07'],
    ['Midsummer Eve becomes Monday', '2026-06-19', '2026-06-22'],
    ['Christmas Eve 2026 becomes the Monday after', '2026-12-24', '2026-12-28'],
    ["New Year's Eve becomes the first Monday", '2026-12-31', '2027-01-04'],
    ['Christmas Day 2028 becomes Wednesday', '2028-12-25', '2028-12-27'],
  ])('%s', (_, from, first) => {
    expect(workingDayFrom(from)).toBe(first);
  });

  it.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-04-01', 2, '2026-04-07'],
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-12-23', 5, '2027-01-05'],
    ['2027-06-24', 1, '2027-06-28'],
  ])('from %s the working day number %d is %s', (from, count, day) => {
    expect(plusWorkingDays(from, count)).toBe(day);
  });

  it.each([
    ['the same day', '2026-11-20', '2026-11-20', 0],
    ['a day before', '2026-11-20', '2026-11-19', 0],
    ['Friday to Monday', '2026-11-20', '2026-11-23', 1],
    ['Friday to Sunday', '2026-11-20', '2026-11-22', 0],
    ['over Easter', '2026-04-02', '2026-04-07', 1],
    ['a whole year', '2025-12-31', '2026-12-31', 251],
    ['over Christmas and New Year', '2026-12-23', '2027-01-04', 4],
  ])('%s, %s to %s, counts %s', (_, from, to, count) => {
    expect(workingDaysBetween(from, to)).toBe(count);
  });

  it('are counted and added alike', () => {
    for (let count = 1; count <= 260; count += 20)
      expect(workingDaysBetween('2026-03-02', plusWorkingDays('2026-03-02', count))).toBe(count);
  });
});

describe('the clock', () => {
  it.each([
    ['in winter', '2026-01-15', '08:30', '2026-01-15T07:30:00.000Z'],
    ['in summer', '2026-07-15', '08:30', '2026-07-15T06:30:00.000Z'],
    ['on the Sunday when it is put forward', '2026-03-29', '08:30', '2026-03-29T06:30:00.000Z'],
    ['in the hour that does not exist', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['on the Monday after', '2026-03-30', '08:30', '2026-03-30T06:30:00.000Z'],
    ['on the Sunday when it is put back', '2026-10-25', '08:30', '2026-10-25T07:30:00.000Z'],
    ['on the day before that', '2026-10-24', '08:30', '2026-10-24T06:30:00.000Z'],
  ])('shows its time %s', (_, day, time, instant) => {
    expect(atTime(STOCKHOLM, day, time)).toBe(instant);
  });

  it.each([
    ['2026-01-15T07:30:00.000Z', '08:30'],
    ['2026-03-29T00:59:59.999Z', '01:59'],
    ['2026-03-29T01:00:00.000Z', '03:00'],
    ['2026-10-25T00:30:00.000Z', '02:30'],
    ['2026-10-25T01:30:00.000Z', '02:30'],
  ])('is read at %s as %s', (instant, time) => {
    expect(clockIn(STOCKHOLM, instant)).toBe(time);
  });

  it.each([
    ['just before midnight in winter', '2026-12-31T22:59:59.999Z', '2026-12-31'],
    ['at midnight in winter', '2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['at midnight in summer', '2026-06-30T22:00:00.000Z', '2026-07-01'],
    ['just before midnight in summer', '2026-06-30T21:59:59.999Z', '2026-06-30'],
  ])('turns the day %s', (_, instant, day) => {
    expect(dayIn(STOCKHOLM, instant)).toBe(day);
  });

  it('of another place turns its own day', () => {
    expect(dayIn('Pacific/Auckland', '2026-06-30T12:00:00.000Z')).toBe('2026-07-01');
  });
});

describe('days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s plus %d is %s', (day, count, later) => {
    expect(plusDays(day, count)).toBe(later);
  });

  it.each([
    ['2026-09-15', 'sv', '2026-11-22', 'tisdag 15 september'],
    ['2026-09-15', 'en', '2026-11-22', 'Tuesday 15 September'],
    ['2027-01-07', 'sv', '2026-11-22', 'torsdag 7 januari 2027'],
  ] as const)('%s is shown in %s on %s as "%s"', (day, locale, today, shown) => {
    expect(showDay(day, locale, today)).toBe(shown);
  });
});

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = plusDays(day, 1)) days.push(day);
  return days;
}

function isWeekday(day: string): boolean {
  return ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}

describe('hours of work', () => {
  const OFFICE = { from: '08:00', to: '17:00' };

  it.each([
    ['within a day', '2026-11-23T09:00:00.000Z', 1, '2026-11-23T10:00:00.000Z'],
    ['to the very end of it', '2026-11-23T15:00:00.000Z', 1, '2026-11-23T16:00:00.000Z'],
    ['over a night', '2026-11-23T15:30:00.000Z', 1, '2026-11-24T07:30:00.000Z'],
    ['from before the office opens', '2026-11-23T04:00:00.000Z', 1, '2026-11-23T08:00:00.000Z'],
    ['from after it has closed', '2026-11-23T20:00:00.000Z', 2, '2026-11-24T09:00:00.000Z'],
    ['over a weekend', '2026-11-27T15:30:00.000Z', 3, '2026-11-30T09:30:00.000Z'],
    ['from a Saturday', '2026-11-28T11:00:00.000Z', 1, '2026-11-30T08:00:00.000Z'],
    ['over Christmas', '2026-12-23T15:30:00.000Z', 1, '2026-12-28T07:30:00.000Z'],
    ['over more than a day', '2026-11-23T07:00:00.000Z', 10, '2026-11-24T08:00:00.000Z'],
    ['over the night on which clocks go back', '2026-10-23T14:30:00.000Z', 1, '2026-10-26T07:30:00.000Z'],
  ])('are counted %s', (_what, from, hours, to) => {
    expect(plusWorkingHours(STOCKHOLM, from, hours, OFFICE)).toBe(to);
  });

  it.each([
    ['2026-11-23T09:00:00.000Z', '2026-11-23'],
    ['2026-11-23T15:59:00.000Z', '2026-11-23'],
    ['2026-11-23T16:00:00.000Z', '2026-11-24'],
    ['2026-11-27T18:00:00.000Z', '2026-11-30'],
    ['2026-11-29T10:00:00.000Z', '2026-11-30'],
  ])('%s belongs to the working day %s', (instant, day) => {
    expect(workingDayOf(STOCKHOLM, instant, OFFICE)).toBe(day);
  });
});
