/** The client of the process, and the container it finds or makes at start. */
import { CosmosClient, type Container, type ContainerDefinition } from '@azure/cosmos';
import { OutsideError } from '../../kernel/errors';
import { INDEXING_POLICY, PARTITION_KEY_PATH } from './indexing-policy';

export interface CosmosOptions {
  /** `https://….documents.azure.com`, or the address of an emulator. */
  readonly endpoint: string;
  /** Without a key the process signs in as itself (Entra ID). */
  readonly key?: string;
  readonly database: string;
  readonly container?: string;
}

export const DEFAULT_CONTAINER = 'documents';

/** One per process; `dispose()` it at the end. */
export async function openClient({ endpoint, key }: CosmosOptions): Promise<CosmosClient> {
  return new CosmosClient({
    endpoint,
    ...(key === undefined ? { aadCredentials: await ownIdentity() } : { key }),
    connectionPolicy: {
      // An emulator on plain http names addresses of its own that cannot be reached.
      enableEndpointDiscovery: endpoint.startsWith('https:'),
      retryOptions: { maxRetryAttemptCount: 0 },
    },
  });
}

/** With a key: makes what is missing. Throws OutsideError `store-unavailable` for a container that is not ours. */
export async function ensureContainer(client: CosmosClient, options: CosmosOptions): Promise<Container> {
  const { database } = await client.databases.createIfNotExists({ id: options.database });
  const { container, resource } = await database.containers.createIfNotExists({
    id: options.container ?? DEFAULT_CONTAINER,
    partitionKey: { paths: [PARTITION_KEY_PATH] },
    indexingPolicy: INDEXING_POLICY,
  });
  checkPartitionKey(resource, options);
  return container;
}

/** With Entra ID: looks only, as data roles may not make containers. Throws likewise. */
export async function findContainer(client: CosmosClient, options: CosmosOptions): Promise<Container> {
  const container = client.database(options.database).container(options.container ?? DEFAULT_CONTAINER);
  const { resource } = await container.read().catch((error: unknown) => {
    throw isMissing(error) ? misfit(options, 'does not exist; deploy infra/ first') : error;
  });
  checkPartitionKey(resource, options);
  return container;
}

function checkPartitionKey(resource: ContainerDefinition | undefined, options: CosmosOptions): void {
  const paths = resource?.partitionKey?.paths ?? [];
  if (paths.length !== 1 || paths[0] !== PARTITION_KEY_PATH) {
    throw misfit(options, `is partitioned by ${paths.join(', ')} instead of ${PARTITION_KEY_PATH}`);
  }
}

function misfit({ database, container = DEFAULT_CONTAINER }: CosmosOptions, why: string): OutsideError {
  return new OutsideError('store-unavailable', `The Cosmos container ${database}/${container} ${why}.`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 404;
}

/** Loaded only here: it is large, and not needed with a key. */
async function ownIdentity() {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}
