/** The store for production: Azure Cosmos DB, one container, a point read and a conditional write per click. */
import type { Container, CosmosClient } from '@azure/cosmos';
import { checkLimit, pageOf } from '../../kernel/document-limits';
import type { Patience, Store } from '../../ports/store';
import { ensureContainer, findContainer, openClient, type CosmosOptions } from './container';
import { wrapped } from './failures';
import { asking, patiently } from './patience';
import { dueQuery, listQuery } from './queries';
import { get, select } from './reads';
import { create, remove, replace } from './writes';

/**
 * Connects and makes sure of the database and the container: made when missing with a key, only looked for with
 * Entra ID. The store has the patience of a turn. Rejects with OutsideError `store-unavailable`.
 */
export async function openCosmosStore(options: CosmosOptions): Promise<Store> {
  const client = await openClient(options);
  const open = options.key === undefined ? findContainer : ensureContainer;
  try {
    return storeIn(client, await patiently('background', () => open(client, options)), 'turn');
  } catch (error) {
    client.dispose();
    throw wrapped('be reached', error);
  }
}

function storeIn(client: CosmosClient, container: Container, patience: Patience): Store {
  const ask = asking(patience);

  return {
    get: (pk, id) => get(container, ask, pk, id),
    create: (document) => create(container, ask, document),
    replace: (document, etag) => replace(container, ask, document, etag),
    remove: (pk, id, etag) => remove(container, ask, pk, id, etag),
    async list(query) {
      checkLimit(query.limit);
      const found = await select(container, ask, listQuery(query), query.limit, { partitionKey: query.pk });
      return pageOf(found, query.limit, ({ document }) =>
        query.changedSince === undefined ? [document.id] : [document.changedAt, document.id],
      );
    },
    async due(now, limit, after) {
      checkLimit(limit);
      const found = await select(container, ask, dueQuery(now, after), limit, {});
      return pageOf(found, limit, ({ document }) => [document.dueAt ?? '', document.pk, document.id]);
    },
    withPatience: (other) => storeIn(client, container, other),
    async ready() {
      await ask('be reached', (abortSignal) => container.read({ abortSignal }));
    },
    close() {
      client.dispose();
      return Promise.resolve();
    },
  };
}
