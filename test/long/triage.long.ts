import { namesOf, play } from '../triage-model/play';
import { openWorld } from '../triage-model/world';
import { openPlaces, STORES } from './both-stores';
import { SEED } from './chance';
import { table } from './figures';

/** On each store. */
const SEQUENCES = 5_000;
const AT_ONCE = 25;
const MOST_MS = 60 * 60_000;

it.each(STORES)(
  `G-7.1c: ${SEQUENCES} sequences of orders agree with the model on the %s store (seed ${SEED})`,
  async (kind) => {
    const places = await openPlaces(kind);
    const reached = new Map<string, number>();
    const broken: string[] = [];
    let [accepted, refused] = [0, 0];
    const first = kind === 'embedded' ? 0 : SEQUENCES;
    for (let from = first; from < first + SEQUENCES; from += AT_ONCE) {
      const world = await openWorld(await places.next().open());
      const played = await play(world, namesOf(from, from + AT_ONCE), SEED);
      broken.push(...played.broken);
      accepted += played.accepted;
      refused += played.refused;
      for (const [status, count] of played.reached) reached.set(status, (reached.get(status) ?? 0) + count);
    }
    await places.close();

    table(`triage on the ${kind} store`, [
      ['sequences', SEQUENCES],
      ['orders taken', accepted],
      ['orders refused', refused],
      ...[...reached].sort(),
      ['differences', broken.length],
    ]);
    expect(broken).toEqual([]);
  },
  MOST_MS,
);
