/** A seeded sample of the simulated seasons on both stores, and the guideline's seasons as the simulation has them. */
import { rawSundsvall } from '../guidelines/sundsvall';
import { openPlaces, type Places, type StoreKind } from '../long/both-stores';
import { SUNDSVALL, THREE_A_YEAR } from '../long/seasons-rules';
import { seasons, type SeasonsOptions } from '../long/seasons-run';

const WEEKS: readonly Omit<SeasonsOptions & { readonly kind: StoreKind }, 'place'>[] = [
  {
    name: 'over the hour that is missing',
    ...{ kind: 'embedded', rules: SUNDSVALL, accounts: 14 },
    ...{ from: '2028-03-13', to: '2028-04-14', back: '2028-03-30 12:30' },
    down: [
      ['2028-03-22 05:00', '2028-03-22 11:00'],
      ['2028-04-05 07:00', '2028-04-05 17:30'],
    ],
  },
  {
    name: 'over Christmas and New Year, with the bot down on the first day',
    ...{ kind: 'embedded', rules: THREE_A_YEAR, accounts: 14 },
    ...{ from: '2027-11-29', to: '2028-01-12', back: '2027-12-16 17:30' },
    down: [
      ['2027-11-30 20:00', '2027-12-02 10:00'],
      ['2027-12-17 07:00', '2027-12-17 17:00'],
    ],
  },
  {
    name: 'over 29 February',
    ...{ kind: 'cosmos', rules: THREE_A_YEAR, accounts: 12 },
    ...{ from: '2028-02-07', to: '2028-03-04', back: '2028-03-01 12:30' },
    down: [['2028-02-22 07:00', '2028-02-23 09:00']],
  },
];

describe('simulated weeks with a moved clock and two replicas', () => {
  let places: Places;
  afterEach(() => places.close());

  it.each(WEEKS)(
    'G-7.3a, G-7.3b, G-7.3d: $name ($kind store) every capture opens once and every line comes on its day',
    async ({ kind, ...weeks }) => {
      places = await openPlaces(kind);

      expect(await seasons({ ...weeks, place: places.next() })).toEqual([]);
    },
    150_000,
  );
});

it('the simulation knows the seasons of the built-in guideline', () => {
  const { times, ladder, quiet, snoozeDays } = rawSundsvall()['seasons'] as {
    readonly times: readonly { readonly id: string; readonly from: string; readonly to: string }[];
    readonly ladder: readonly { readonly after: number; readonly to: string | readonly string[] }[];
  } & Pick<typeof SUNDSVALL, 'quiet' | 'snoozeDays'>;

  expect({
    times: times.map(({ id, from, to }) => ({ id, from, to })),
    ladder: ladder.map(({ after, to }) => ({ after, to: [to].flat() })),
    quiet,
    snoozeDays,
  }).toEqual(SUNDSVALL);
});
