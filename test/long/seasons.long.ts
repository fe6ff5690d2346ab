import { openPlaces, STORES, type Places } from './both-stores';
import { SUNDSVALL, THREE_A_YEAR } from './seasons-rules';
import { seasons } from './seasons-run';

/** Over 08:30, into the afternoon, into the night, over days, and over the first day of a season. */
const DOWN = [
  ['2027-09-22 05:00', '2027-09-22 11:00'],
  ['2027-09-29 07:00', '2027-09-29 17:30'],
  ['2027-10-06 05:00', '2027-10-08 07:00'],
  ['2027-10-13 07:00', '2027-10-14 05:00'],
  ['2028-03-14 20:00', '2028-03-16 10:00'],
  ['2028-03-24 16:00', '2028-03-26 12:00'],
  ['2028-04-12 05:00', '2028-04-12 18:30'],
  ['2028-06-28 07:00', '2028-06-30 17:00'],
] as const;

describe.each(STORES)('half-years with a moved clock and two replicas, %s store', (kind) => {
  let places: Places;
  beforeEach(async () => {
    places = await openPlaces(kind);
  });
  afterEach(() => places.close());
  const accounts = kind === 'embedded' ? 80 : 30;

  it('G-7.3a, G-7.3b, G-7.3d: autumn 2027 and spring 2028, daylight saving both ways: every capture once, every line on its day', async () => {
    const broken = await seasons({
      name: `half-years ${kind}`,
      place: places.next(),
      rules: SUNDSVALL,
      accounts,
      from: '2027-09-01',
      to: '2028-06-30',
      down: DOWN,
      back: '2028-03-30 12:30',
    });

    expect(broken).toEqual([]);
  }, 900_000);

  it('G-7.3a, G-7.3b, G-7.3d: three seasons a year, over 29 February, into July and over the new year: likewise', async () => {
    const broken = await seasons({
      name: `three a year ${kind}`,
      place: places.next(),
      rules: THREE_A_YEAR,
      accounts,
      from: '2027-11-20',
      to: '2028-09-01',
      down: [
        ['2027-12-08 07:00', '2027-12-08 17:00'],
        ['2028-02-22 07:00', '2028-02-23 09:00'],
        ['2028-06-30 07:00', '2028-07-03 07:00'],
      ],
      back: '2028-03-01 12:30',
    });

    expect(broken).toEqual([]);
  }, 900_000);

  it('G-7.3a, G-7.3b, G-7.3d: autumn 2028, where the clock goes back an hour inside the season: likewise', async () => {
    const broken = await seasons({
      name: `autumn ${kind}`,
      place: places.next(),
      rules: SUNDSVALL,
      accounts,
      from: '2028-09-10',
      to: '2028-12-10',
      down: [
        ['2028-10-04 07:00', '2028-10-04 12:00'],
        ['2028-10-28 20:00', '2028-10-29 09:00'],
      ],
      back: '2028-10-30 01:30',
    });

    expect(broken).toEqual([]);
  }, 900_000);
});
