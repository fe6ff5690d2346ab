/** A seeded sample of the simulated seasons on both stores, and the guideline's seasons as the simulation has them. */
import { rawSundsvall } from '../guidelines/sundsvall';
import { openPlaces, STORES, type Places } from '../long/both-stores';
import { SUNDSVALL, THREE_A_YEAR } from '../long/seasons-rules';
import { seasons } from '../long/seasons-run';

describe.each(STORES)('simulated weeks with a moved clock and two replicas, %s store', (kind) => {
  let places: Places;
  beforeEach(async () => {
    places = await openPlaces(kind);
  });
  afterEach(() => places.close());

  it('G-7.3a, G-7.3b, G-7.3d: over 29 February or the hour that is missing, every capture opens once and every line comes on its day', async () => {
    const over = {
      embedded: {
        ...{ rules: SUNDSVALL, from: '2028-03-13', to: '2028-04-22', back: '2028-03-30 12:30' },
        down: [
          ['2028-03-22 05:00', '2028-03-22 11:00'],
          ['2028-04-05 07:00', '2028-04-05 17:30'],
        ],
      },
      cosmos: {
        ...{ rules: THREE_A_YEAR, from: '2028-02-07', to: '2028-03-04', back: '2028-03-01 12:30' },
        down: [['2028-02-22 07:00', '2028-02-23 09:00']],
      },
    } as const;

    const broken = await seasons({
      ...{ name: `in short ${kind}`, place: places.next() },
      ...{ accounts: kind === 'embedded' ? 24 : 12, ...over[kind] },
    });

    expect(broken).toEqual([]);
  }, 150_000);
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
