/** When seasons are, and on which days people may be reminded, over new year, July, Easter and leap days. */
import type { Guideline } from '../../../src/guidelines/schema';
import { latestSeason, remindingDay, seasonBefore, windowsOn } from '../../../src/features/archiving/windows';
import { GUIDELINE } from './captures';

const { seasons } = GUIDELINE;

function keysOn(day: string, given: Guideline['seasons'] = seasons): string[] {
  return windowsOn(day, given).map(({ key }) => key);
}

/** One season a year, and four. */
const YEARLY = {
  ...seasons,
  times: [{ id: 'whole', name: { sv: 'år', en: 'year' }, from: '01-01', to: '12-31' }],
};
const QUARTERS = {
  ...seasons,
  times: ['01', '04', '07', '10'].map((month) => ({
    id: `q${month}`,
    name: { sv: 'kvartal', en: 'quarter' },
    from: `${month}-01`,
    to: `${month}-28`,
  })),
};

describe('G-7.3a: the seasons that are open on a day', () => {
  it.each([
    ['2026-03-14', []],
    ['2026-03-15', ['2026-spring']],
    ['2026-04-30', ['2026-spring']],
    ['2026-05-01', []],
    ['2026-09-14', []],
    ['2026-09-15', ['2026-autumn']],
    ['2026-10-31', ['2026-autumn']],
    ['2026-11-01', []],
    ['2028-02-29', []],
    ['2028-03-15', ['2028-spring']],
  ])('on %s: %j', (day, keys) => {
    expect(keysOn(day)).toEqual(keys);
  });

  it('have their days in that year', () => {
    expect(windowsOn('2027-04-01', seasons)).toEqual([
      { key: '2027-spring', name: { sv: 'vår', en: 'spring' }, from: '2027-03-15', to: '2027-04-30' },
    ]);
  });

  it('are as many as the guideline says', () => {
    expect(keysOn('2026-12-31', YEARLY)).toEqual(['2026-whole']);
    expect(keysOn('2027-01-01', YEARLY)).toEqual(['2027-whole']);
    expect(
      ['2026-01-28', '2026-04-01', '2026-07-28', '2026-10-01'].map((day) => keysOn(day, QUARTERS)),
    ).toEqual([['2026-q01'], ['2026-q04'], ['2026-q07'], ['2026-q10']]);
    expect(keysOn('2026-01-29', QUARTERS)).toEqual([]);
  });
});

describe('G-7.3d: the season before, whose figures stand beside', () => {
  it.each([
    ['2026-autumn', '2026-spring'],
    ['2026-spring', '2025-autumn'],
    ['2026-winter', undefined],
    ['extra', undefined],
    ['', undefined],
  ])('%s comes after %s', (key, before) => {
    expect(seasonBefore(key, seasons)).toBe(before);
  });

  it('of the only one a year is the one of last year', () => {
    expect(seasonBefore('2026-whole', YEARLY)).toBe('2025-whole');
  });
});

describe('G-7.3d: the season that an overview is about', () => {
  it.each([
    ['2026-03-15', '2026-spring'],
    ['2026-05-01', '2026-spring'],
    ['2026-09-14', '2026-spring'],
    ['2026-09-15', '2026-autumn'],
    ['2026-12-31', '2026-autumn'],
    ['2027-01-01', '2026-autumn'],
    ['2027-03-14', '2026-autumn'],
    ['2027-03-15', '2027-spring'],
  ])('on %s is %s', (day, key) => {
    expect(latestSeason(day, seasons).key).toBe(key);
  });
});

describe('G-7.3b: the first day from one on which somebody may be reminded', () => {
  it.each([
    ['a Tuesday is one itself', '2026-09-15', '2026-09-15'],
    ['Saturday', '2026-09-19', '2026-09-21'],
    ['Good Friday', '2026-04-03', '2026-04-07'],
    ['the first of May, a Friday', '2026-05-01', '2026-05-04'],
    ['Midsummer’s Eve', '2026-06-19', '2026-06-22'],
    ['the last of June', '2026-06-30', '2026-06-30'],
    ['the first of July', '2026-07-01', '2026-08-03'],
    ['the last of July', '2026-07-31', '2026-08-03'],
    ['the nineteenth of December, a Saturday before the quiet days', '2026-12-19', '2027-01-08'],
    ['the eighteenth of December, a Friday', '2026-12-18', '2026-12-18'],
    ['the twentieth of December', '2026-12-20', '2027-01-08'],
    ['New Year’s Eve', '2026-12-31', '2027-01-08'],
    ['New Year’s Day', '2027-01-01', '2027-01-08'],
    ['the seventh of January', '2027-01-07', '2027-01-08'],
    ['the eighth of January, a Saturday', '2028-01-08', '2028-01-10'],
    ['the day before a leap day', '2028-02-28', '2028-02-28'],
    ['a leap day', '2028-02-29', '2028-02-29'],
    ['Saturday the day before a leap day would be, in another year', '2026-02-28', '2026-03-02'],
  ])('%s', (_, day, then) => {
    expect(remindingDay(day, seasons)).toBe(then);
  });

  it('passes quiet periods that meet', () => {
    const quiet = [
      { from: '07-01', to: '07-31' },
      { from: '08-01', to: '08-14' },
    ];

    expect(remindingDay('2026-07-10', { ...seasons, quiet })).toBe('2026-08-17');
  });

  it('is every working day when nothing is quiet', () => {
    expect(remindingDay('2026-07-10', { ...seasons, quiet: [] })).toBe('2026-07-10');
  });
});
