/** A sample of the table of attacks; the whole of it is part of test/long. */
import { SEED } from '../long/chance';
import { attack, lookEverywhere, sampleOf } from './table';
import { openWorld, type World } from './world';

/** `RUNS` in the environment takes more. */
const RUNS = Number(process.env['RUNS'] ?? 5000);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test(`design 7: ${RUNS} attacks of the table (seed ${SEED}) are refused in words, change nothing, and leave a trail`, async () => {
  const broken = await attack(world, sampleOf(RUNS, SEED));

  expect(broken).toEqual([]);
});

test('G-1.4, design 7: a card that is asked for by its id is shown to those concerned only', async () => {
  const { broken } = await lookEverywhere(world);

  expect(broken).toEqual([]);
});
