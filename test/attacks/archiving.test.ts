/** A sample of the attacks on captures and seasons; the whole table is part of test/long. */
import { chanceOf, SEED } from '../long/chance';
import { TABLE, type Case } from './archiving';
import { judge } from './archiving-judge';
import { openWorld, type World } from './world';

/** `RUNS` in the environment takes more. */
const RUNS = Number(process.env['RUNS'] ?? 3000);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test(`G-7.3b, G-7.3d: ${RUNS} attacks on captures and seasons (seed ${SEED}) change nothing, and leave a trail`, async () => {
  const chance = chanceOf('attacks on archiving', SEED);
  const cases = Array.from({ length: RUNS }, (): Case => TABLE[chance.int(0, TABLE.length - 1)]!);

  const broken: string[] = [];
  for (const one of cases) {
    const wrong = await judge(world, one);
    if (wrong !== undefined) broken.push(wrong);
  }

  expect(broken).toEqual([]);
});
