/** Every attack on captures and seasons: each verb, person, situation and way to click. */
import { TABLE } from '../attacks/archiving';
import { judge } from '../attacks/archiving-judge';
import { openWorld, type World } from '../attacks/world';
import { table } from './figures';

const MOST_MS = 20 * 60_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it(
  'G-7.3b, G-7.3d: every attack of the table changes nothing, and leaves a trail',
  async () => {
    const broken: string[] = [];
    for (const one of TABLE) {
      const wrong = await judge(world, one);
      if (wrong !== undefined) broken.push(wrong);
    }

    table('attacks on captures and seasons', [
      ['clicks', TABLE.length],
      ['not met as they should be', broken.length],
    ]);
    expect(broken).toEqual([]);
  },
  MOST_MS,
);
