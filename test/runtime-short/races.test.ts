import { openPlaces, STORES, type Places } from '../long/both-stores';
import { raceDecisions, raceHandles } from '../long/races';

describe.each(STORES)('races on two replicas over one %s store', (kind) => {
  let places: Places;
  beforeAll(async () => {
    places = await openPlaces(kind);
  });
  afterAll(() => places.close());

  it('approved and rejected at the same instant: one wins, the other is told who decided', async () => {
    expect((await raceDecisions(places, 6)).broken).toEqual([]);
  });

  it('two people want the same handle: one gets it, the other is told who has it', async () => {
    expect((await raceHandles(places, 3)).broken).toEqual([]);
  });
});
