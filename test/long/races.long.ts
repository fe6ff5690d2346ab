import { openPlaces, STORES, type Places } from './both-stores';
import { SEED } from './chance';
import { table } from './figures';
import { DUELS, raceDuel } from './duels';
import { raceDecisions, raceHandles } from './races';

describe.each(STORES)('races on two replicas over one %s store', (kind) => {
  let places: Places;
  beforeAll(async () => {
    places = await openPlaces(kind);
  });
  afterAll(() => places.close());

  it('two hundred times approved and rejected at the same instant: one wins, the other is told who decided', async () => {
    const { races, approved, rejected, firstWon, conflicts, broken } = await raceDecisions(places, 200);

    table(`approve against reject, ${kind}, seed ${SEED}`, [
      ['races', races],
      ['approved', approved],
      ['rejected', rejected],
      ['won by the click that was sent second', races - firstWon],
      ['writes that came too late and were decided again', conflicts],
      ['promises broken', broken.length],
    ]);
    expect(broken).toEqual([]);
  });

  it('fifty times two people want the same handle: one gets it, the other is told who has it', async () => {
    const { races, firstWon, conflicts, broken } = await raceHandles(places, 50);

    table(`one handle for two, ${kind}, seed ${SEED}`, [
      ['races', races],
      ['won by the click that was sent second', races - firstWon],
      ['writes that came too late and were decided again', conflicts],
      ['promises broken', broken.length],
    ]);
    expect(broken).toEqual([]);
  });

  it.each(DUELS)('thirty times $name: one wins, the other is told what happened', async (duel) => {
    const { races, byFirst, firstWon, conflicts, broken } = await raceDuel(places, duel, 30);

    table(`${duel.name}, ${kind}, seed ${SEED}`, [
      ['races', races],
      ['won by the first named', byFirst],
      ['won by the click that was sent second', races - firstWon],
      ['writes that came too late and were decided again', conflicts],
      ['promises broken', broken.length],
    ]);
    expect(broken).toEqual([]);
  });
});
