/** Random orders of random people: the bot and a small model of the steps agree after each one (G-7.1c). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCosmosStore } from '../../src/adapters/cosmos/store';
import { openEmbeddedStore } from '../../src/adapters/embedded/store';
import { SEED } from '../long/chance';
import { startCosmosServer } from '../support/cosmos-server';
import { createMemoryStore } from '../support/memory-store';
import { namesOf, play } from './play';
import { openWorld } from './world';

/** One store serves so many sequences. */
const AT_ONCE = 20;

it(`G-7.1c: 440 sequences agree in memory (seed ${SEED})`, async () => {
  const reached = new Map<string, number>();
  for (let from = 0; from < 440; from += AT_ONCE) {
    const world = await openWorld(createMemoryStore().view());
    const played = await play(world, namesOf(from, from + AT_ONCE), SEED);

    expect(played.broken).toEqual([]);
    for (const [status, count] of played.reached) reached.set(status, (reached.get(status) ?? 0) + count);
  }

  // What chance never reaches proves nothing.
  const few = [...reached].filter(([, count]) => count < 10);
  expect([reached.size, few]).toEqual([12, []]);
}, 60_000);

it(`G-7.1c: 30 sequences agree on the embedded store (seed ${SEED})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-model-'));
  const store = openEmbeddedStore({ folder });
  const played = await play(await openWorld(store), namesOf(440, 470), SEED);
  await store.close();
  rmSync(folder, { recursive: true });

  expect(played.broken).toEqual([]);
}, 60_000);

it(`G-7.1c: 30 sequences agree on the Cosmos store (seed ${SEED})`, async () => {
  const server = await startCosmosServer();
  const store = await openCosmosStore({ ...server, database: 'model' });
  const played = await play(await openWorld(store), namesOf(470, 500), SEED);
  await store.close();
  await server.close();

  expect(played.broken).toEqual([]);
}, 60_000);
