/** Seeded samples of what test/long does at length, on both stores. */
import { openPlaces, STORES, type Places } from '../long/both-stores';
import { raceDecisions, raceHandles } from '../long/races';
import { sweep } from '../long/sweep-figures';
import { walk } from '../long/twice';

describe.each(STORES)('on the %s store', (kind) => {
  let places: Places;
  beforeAll(async () => {
    places = await openPlaces(kind);
  });
  afterAll(() => places.close());

  it('approved and rejected at the same instant on two replicas: one wins, the other is told who decided', async () => {
    expect((await raceDecisions(places, 6)).broken).toEqual([]);
  });

  it('one handle for two people at the same instant: one gets it, the other is told who has it', async () => {
    expect((await raceHandles(places, 3)).broken).toEqual([]);
  });

  it('every activity twice at the same time, and again under a new id: the same state and messages', async () => {
    const once = await walk(places.next(), 'once');
    const again = await walk(places.next(), 'at the same time');

    expect(again).toEqual({ ...once, deliveries: once.deliveries * 3, broken: [] });
  });

  it('a bot that dies at one of its calls, and again soon after: the next start completes what was begun', async () => {
    const broken = await sweep(places, { kind, timer: 'late', every: 45, sides: ['after'], twice: true });

    expect(broken).toEqual([]);
  });
});
