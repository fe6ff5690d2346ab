import { attack, lookEverywhere, SIZE, TABLE } from '../attacks/table';
import { VARIANTS, type Variant } from '../attacks/variants';
import { openWorld, type World } from '../attacks/world';
import { table } from './figures';

/** About two milliseconds for an attack, more on a busy machine. */
const MOST_MS = 40 * 60_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it(
  'every attack of the table is refused in words, changes nothing, and leaves a trail',
  async () => {
    const ways = Object.keys(VARIANTS) as readonly Variant[];
    const broken = new Map<Variant, readonly string[]>();
    for (const way of ways) {
      broken.set(
        way,
        await attack(
          world,
          TABLE.filter(({ variant }) => variant === way),
        ),
      );
    }
    const looked = await lookEverywhere(world);

    const all = [...broken.values(), looked.broken].flat();
    table('attacks on applications', [
      ['verbs', SIZE.verbs],
      ['people, with and without a part in it', SIZE.people],
      ['situations', SIZE.situations],
      ...ways.map((way) => [way, TABLE.filter(({ variant }) => variant === way).length] as const),
      ['clicks', SIZE.cases],
      ['cards asked for by an id', looked.looks],
      ['not met as they should be', all.length],
    ]);
    expect(all).toEqual([]);
  },
  MOST_MS,
);
