import { openPlaces, type Places } from './both-stores';
import { SEED } from './chance';
import { table } from './figures';
import { archive } from './season-deaths';

describe('a season with a bot that dies at one of its calls to the store, the files or Teams', () => {
  let places: Places;
  afterEach(() => places.close());

  it.each([
    ['embedded', 5],
    ['cosmos', 15],
  ] as const)(
    'G-7.3c, G-7.3d: what a person was told is safe is there, whole, and the package too (%s)',
    async (kind, every) => {
      places = await openPlaces(kind);
      const alone = await archive(places.next(), []);
      const broken = alone.broken.map((sentence) => `without a death: ${sentence}`);
      let deaths = 0;

      for (let at = 1; at <= alone.calls; at += every) {
        for (const side of ['before', 'after'] as const) {
          const run = await archive(places.next(), [{ at, side }]);
          deaths += run.lives - 1;
          broken.push(...run.broken.map((sentence) => `${side} call ${at}: ${sentence}`));
        }
      }

      table(`a season's pictures and close: death at a call, ${kind} store, seed ${SEED}`, [
        ['calls to store, files and connector in the story', alone.calls],
        ['deaths', deaths],
        ['promises broken', broken.length],
      ]);
      expect(broken).toEqual([]);
    },
    900_000,
  );
});
