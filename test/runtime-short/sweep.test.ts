import { openPlaces, STORES } from '../long/both-stores';
import { sweep } from '../long/sweep-figures';

it.each(STORES)(
  'a bot that dies at one of its calls, and again soon after: the next start completes what was begun, %s store',
  async (kind) => {
    const places = await openPlaces(kind);

    const broken = await sweep(places, { kind, timer: 'late', every: 40, sides: ['after'], twice: true });

    expect(broken).toEqual([]);
    await places.close();
  },
  60_000,
);
