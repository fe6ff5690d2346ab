/** After a change of the organisation or guideline file every deadline is computed anew. */
import type { Moment } from '../kernel/matter';
import type { Organisation } from '../kernel/organisation';
import type { Directory } from '../ports/directory';
import type { Aggregate } from '../ports/flow';
import type { Log } from '../ports/log';
import type { Store, Stored, StoredDocument } from '../ports/store';
import type { Documents } from './documents';
import { dueOf } from './due';
import { open, partition } from './envelope';
import type { Lease } from './lease';
import type { Registry } from './registry';

interface RetimeOptions {
  readonly store: Store;
  readonly documents: Documents;
  readonly registry: Registry;
  readonly directory: Directory;
  readonly lease: Lease;
  readonly log: Log;
}

const PAGE = 100;

/** The lease remembers which version was gone through, for this instance and the next. */
export function createRetime(options: RetimeOptions): () => Promise<void> {
  const { store, documents, registry, directory, lease, log } = options;

  async function all(aggregate: Aggregate, organisation: Organisation): Promise<void> {
    let after: string | undefined;
    do {
      const query = { pk: partition(organisation.id, aggregate.kind), limit: PAGE };
      const page = await store.list(after === undefined ? query : { ...query, after });
      const moment = documents.moment(organisation);
      for (const stored of page.items)
        await putOff(store, stored, dueNow(aggregate, stored.document, moment));
      after = page.next;
      await lease.hold();
    } while (after !== undefined);
  }

  /** A document that cannot be read keeps its instant; its own timer tells about it. */
  function dueNow(aggregate: Aggregate, document: StoredDocument, moment: Moment): string | undefined {
    try {
      return dueOf(aggregate, open(aggregate, document, '').envelope, moment);
    } catch (error) {
      log.alert('retime-failed', { pk: document.pk, id: document.id }, error);
      return document.dueAt;
    }
  }

  return async () => {
    const version = directory.version();
    if (lease.memo() === version) return;
    for (const organisation of directory.all()) {
      for (const aggregate of registry.aggregates) await all(aggregate, organisation);
    }
    await lease.remember(version);
  };
}

/** A write that comes too late is none: whoever was first computed the instant as well. */
export async function putOff(
  store: Store,
  { document, etag }: Stored,
  due: string | undefined,
): Promise<void> {
  const { dueAt: before, ...rest } = document;
  if (due !== before) await store.replace(due === undefined ? rest : { ...rest, dueAt: due }, etag);
}
