/** What Cosmos indexes: the one place; the container in `infra/` is made with the same. */
import type { IndexingPolicy } from '@azure/cosmos';
import { LISTED } from '../../ports/store';

/** The path every container of ours is partitioned by. */
export const PARTITION_KEY_PATH = '/pk';

/**
 * Only what is asked for: an insert then costs a fraction of indexing everything. With `/*` excluded the
 * partition key is not indexed by itself; `id` always is. The composites serve the two orders of more than
 * one field, and Cosmos refuses such an order without one: the changes of a partition, and what is due in all.
 */
export const INDEXING_POLICY: IndexingPolicy = {
  indexingMode: 'consistent',
  automatic: true,
  includedPaths: [
    { path: '/pk/?' },
    { path: '/dueAt/?' },
    { path: '/changedAt/?' },
    ...LISTED.map((field) => ({ path: `/listed/${field}/?` })),
  ],
  excludedPaths: [{ path: '/*' }],
  compositeIndexes: [ascending('/pk', '/changedAt', '/id'), ascending('/dueAt', '/pk', '/id')],
};

function ascending(...paths: readonly string[]) {
  return paths.map((path) => ({ path, order: 'ascending' as const }));
}
