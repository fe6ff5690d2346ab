/** Empty stores of both kinds, each opened as often as there are bots on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCosmosStore } from '../../src/adapters/cosmos/store';
import { openEmbeddedStore } from '../../src/adapters/embedded/store';
import type { Store } from '../../src/ports/store';
import { startCosmosServer } from '../support/cosmos-server';

export const STORES = ['embedded', 'cosmos'] as const;
export type StoreKind = (typeof STORES)[number];

/** One store that several may open. */
export interface Place {
  open(): Promise<Store>;
}

export interface Places {
  /** An empty one. */
  next(): Place;
  /** Closes what was opened, and takes everything away. */
  close(): Promise<void>;
}

export async function openPlaces(kind: StoreKind): Promise<Places> {
  const opened: Store[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-places-'));
  const server = kind === 'cosmos' ? await startCosmosServer() : undefined;
  let places = 0;

  return {
    next() {
      places += 1;
      const name = `place-${places}`;
      return {
        async open() {
          const store = server
            ? await openCosmosStore({ endpoint: server.endpoint, key: server.key, database: name })
            : openEmbeddedStore({ folder: join(folder, name) });
          opened.push(store);
          return store;
        },
      };
    },
    async close() {
      await Promise.all(opened.map((store) => store.close()));
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
