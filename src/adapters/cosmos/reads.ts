/** Point reads and queries of a Cosmos container. */
import type { Container, FeedOptions, SqlQuerySpec } from '@azure/cosmos';
import { checkId } from '../../kernel/document-limits';
import type { Stored, StoredDocument } from '../../ports/store';
import { isItemMissing } from './failures';
import type { Ask } from './patience';

/** What Cosmos keeps: the document's own fields, and its system fields beside them. */
type Resource = StoredDocument & { readonly _etag: string };

export async function get(
  container: Container,
  ask: Ask,
  pk: string,
  id: string,
): Promise<Stored | undefined> {
  checkId(id);
  return ask('read', async (abortSignal) => {
    const response = await container.item(id, pk).read<Resource>({ abortSignal });
    if (response.resource !== undefined) return stored(response.resource);
    // The SDK answers a 404 without throwing, also when it is the container that is missing.
    const answer = Object.assign(new Error('not found'), {
      code: response.statusCode,
      substatus: response.substatus,
    });
    if (isItemMissing(answer)) return undefined;
    throw answer;
  });
}

/** Up to one row more than the page holds. Cosmos may answer with fewer rows, or none, before the last. */
export async function select(
  container: Container,
  ask: Ask,
  spec: SqlQuerySpec,
  limit: number,
  options: FeedOptions,
): Promise<readonly Stored[]> {
  return ask('list', async (abortSignal) => {
    const rows = container.items.query<Resource>(spec, { ...options, abortSignal, maxItemCount: limit + 1 });
    const found: Stored[] = [];
    while (found.length <= limit && rows.hasMoreResults()) {
      const { resources } = (await rows.fetchNext()) as { readonly resources?: readonly Resource[] };
      found.push(...(resources ?? []).map(stored));
    }
    return found;
  });
}

function stored({ pk, id, dueAt, changedAt, listed, body, _etag }: Resource): Stored {
  const document = { pk, id, changedAt, listed, body, ...(dueAt === undefined ? {} : { dueAt }) };
  return { document, etag: _etag };
}
