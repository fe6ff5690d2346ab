/** Tells the same stories on both stores, each in a house of its own with an empty store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCosmosStore } from '../../src/adapters/cosmos/store';
import { openEmbeddedStore } from '../../src/adapters/embedded/store';
import type { Store } from '../../src/ports/store';
import { startCosmosServer, type CosmosServer } from './cosmos-server';
import { openHouse, type House, type HouseOptions, type Who } from './house';

export interface StoredHouse extends House {
  readonly store: Store;
}

export interface Opening extends HouseOptions {
  /** Puts something between the bot and its store. */
  readonly wrap?: (store: Store) => Store;
}

export type OpenHouse = (met?: readonly Who[], options?: Opening) => Promise<StoredHouse>;

export function onBothStores(title: string, tell: (open: OpenHouse) => void): void {
  describe.each(['embedded', 'cosmos'] as const)(`${title}, with the %s store`, (kind) => {
    const ends: (() => Promise<void>)[] = [];
    let server: CosmosServer | undefined;
    let databases = 0;

    if (kind === 'cosmos') {
      beforeAll(async () => {
        server = await startCosmosServer();
      });
      afterAll(() => server!.close());
    }
    afterEach(async () => {
      for (const end of ends.splice(0)) await end();
    });

    tell(async (met = [], { wrap, ...options } = {}) => {
      const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-story-'));
      databases += 1;
      const store = server
        ? await openCosmosStore({ ...server, database: `story-${databases}` })
        : openEmbeddedStore({ folder });
      const house = await openHouse(met, { ...options, folder, store: wrap?.(store) ?? store });
      ends.push(async () => {
        await house.close();
        rmSync(folder, { recursive: true, force: true });
      });
      return { ...house, store };
    });
  });
}

/** Bodies of all documents of a kind, of the demo organisation unless another is named. */
export async function documentsOf(
  store: Store,
  kind: string,
  organisation = 'sundsvall',
): Promise<Record<string, unknown>[]> {
  const { items } = await store.list({ pk: `${organisation}/${kind}`, limit: 200 });
  return items.map(({ document }) => document.body as Record<string, unknown>);
}
