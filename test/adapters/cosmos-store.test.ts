import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { findContainer } from '../../src/adapters/cosmos/container';
import { INDEXING_POLICY } from '../../src/adapters/cosmos/indexing-policy';
import { openCosmosStore } from '../../src/adapters/cosmos/store';
import type { Store } from '../../src/ports/store';
import { startCosmosServer, type CosmosServer } from '../support/cosmos-server';
import { storeContract, type FreshStore } from './store-contract';
import { documentOf, PK } from './store-contract-support';

const ITEM = 'GET /dbs/kanalvakt/colls/documents/docs/a';

describe('the store on a Cosmos server in this process', () => {
  let server: CosmosServer;
  let store: Store;

  beforeAll(async () => {
    server = await startCosmosServer();
  });
  afterAll(() => server.close());

  storeContract('cosmos', () => freshStore(server.endpoint, server.key));

  describe('cosmos', () => {
    beforeEach(async () => {
      store = await openCosmosStore({ endpoint: server.endpoint, key: server.key, database: 'kanalvakt' });
      const left = await store.get(PK, 'a');
      if (left !== undefined) await store.remove(PK, 'a', left.etag);
    });
    afterEach(() => store.close());

    it('spends one point read and one conditional write on a click', async () => {
      await store.create(documentOf({}));
      const before = server.requests.length;

      const read = await store.get(PK, 'a');
      await store.replace(documentOf({ body: 1 }), read!.etag);

      expect(server.requests.slice(before)).toEqual([ITEM, ITEM.replace('GET', 'PUT')]);
    });

    it('makes the container with the partition key and the indexing policy of ours', async () => {
      const client = clientOf(server);

      const { resource } = await client.database('kanalvakt').container('documents').read();

      expect(resource).toMatchObject({ partitionKey: { paths: ['/pk'] }, indexingPolicy: INDEXING_POLICY });
      client.dispose();
    });

    it('retries a throttled request three times within a turn', async () => {
      await store.create(documentOf({ body: 'here' }));

      server.refuseNext(3, 429);
      const read = await store.get(PK, 'a');
      server.refuseNext(4, 429);
      const before = server.requests.length;
      const refused = store.get(PK, 'a');

      expect(read?.document.body).toBe('here');
      await expect(refused).rejects.toMatchObject({ name: 'OutsideError', code: 'store-unavailable' });
      expect(server.requests.slice(before)).toEqual([ITEM, ITEM, ITEM, ITEM]);
    });

    it('has more patience in the background, for reads, writes and queries', async () => {
      const patient = store.withPatience('background');

      server.refuseNext(6, 429);
      const written = await patient.create(documentOf({ dueAt: '2026-01-01T00:00:00.000Z' }));
      server.refuseNext(6, 429);
      const due = await patient.due('2026-01-02T00:00:00.000Z', 10);

      expect(written.ok).toBe(true);
      expect(due.items).toHaveLength(1);
    });

    it.each([500, 503, 401, 403])(
      'tells of a %d without retrying a write or repeating what it holds',
      async (status) => {
        const before = server.requests.length;
        server.refuseNext(1, status);

        const failure: unknown = await store
          .create(documentOf({ body: 'secret' }))
          .catch((error: unknown) => error);

        expect(failure).toMatchObject({ name: 'OutsideError', code: 'store-unavailable' });
        expect((failure as Error).message).toContain(String(status));
        expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain('secret');
        expect((failure as Error).cause).toBeUndefined();
        expect(server.requests).toHaveLength(before + 1);
        expect(await store.get(PK, 'a')).toBeUndefined();
      },
    );

    it('calls a request that Cosmos finds malformed a bug of ours', async () => {
      server.refuseNext(1, 400);

      await expect(store.create(documentOf({}))).rejects.toMatchObject({
        name: 'BugError',
        code: 'store-refused',
      });
    });

    it('says too-large when Cosmos itself does', async () => {
      server.refuseNext(1, 413);

      expect(await store.create(documentOf({}))).toEqual({ ok: false, why: 'too-large' });
    });

    it('looks for a container without making it, and says what is wrong with it', async () => {
      const client = clientOf(server);
      await client.database('kanalvakt').containers.createIfNotExists({ id: 'foreign', partitionKey: '/id' });
      const options = { endpoint: server.endpoint, database: 'kanalvakt' };

      const found = await findContainer(client, options);
      const absent = findContainer(client, { ...options, container: 'absent' });
      const foreign = findContainer(client, { ...options, container: 'foreign' });

      expect(found.id).toBe('documents');
      await expect(absent).rejects.toThrow('kanalvakt/absent does not exist');
      await expect(foreign).rejects.toThrow('kanalvakt/foreign is partitioned by /id instead of /pk');
      client.dispose();
    });
  });

  it('is unavailable where no server answers', async () => {
    const gone = await startCosmosServer();
    const opened = await openCosmosStore({ endpoint: gone.endpoint, key: gone.key, database: 'kanalvakt' });
    await gone.close();

    const unavailable = { name: 'OutsideError', code: 'store-unavailable' };

    await expect(opened.ready()).rejects.toMatchObject(unavailable);
    await expect(opened.get(PK, 'a')).rejects.toMatchObject(unavailable);
    await expect(opened.list({ pk: PK, limit: 1 })).rejects.toMatchObject(unavailable);
    await expect(freshStore(gone.endpoint, gone.key)).rejects.toMatchObject(unavailable);
    await opened.close();
  });
});

const { TEST_COSMOS_ENDPOINT: realEndpoint, TEST_COSMOS_KEY: realKey } = process.env;
if (realEndpoint !== undefined && realKey !== undefined) {
  storeContract(`cosmos at ${realEndpoint}`, () => freshStore(realEndpoint, realKey));
}

/**
 * A container of its own, as what is due is asked of the whole container; and the longer patience, so that a slow
 * machine is no outage.
 */
async function freshStore(endpoint: string, key: string): Promise<FreshStore> {
  const names = { database: 'kanalvakt-test', container: `contract-${randomUUID()}` };
  const store = (await openCosmosStore({ endpoint, key, ...names })).withPatience('background');
  return {
    store,
    async cleanUp() {
      await store.close();
      const client = clientOf({ endpoint, key });
      await client.database(names.database).container(names.container).delete();
      client.dispose();
    },
  };
}

function clientOf({ endpoint, key }: { readonly endpoint: string; readonly key: string }): CosmosClient {
  const enableEndpointDiscovery = endpoint.startsWith('https:');
  return new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery } });
}
