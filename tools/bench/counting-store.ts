/** A store that says what is asked of it: kind, bytes, and the document as it was written. */
import type { Store, Stored, StoredDocument, Written } from '../../src/ports/store';

export interface Operation {
  readonly kind: 'read' | 'list' | 'write';
  /** JSON of the documents that were read or written. */
  readonly bytes: number;
  readonly pk: string;
  readonly written?: StoredDocument;
}

export function countingStore(inner: Store, note: (operation: Operation) => void): Store {
  const page = async (pk: string, asked: ReturnType<Store['list']>): ReturnType<Store['list']> => {
    const found = await asked;
    note({ kind: 'list', pk, bytes: found.items.reduce((sum, item) => sum + sizeOf(item), 0) });
    return found;
  };
  const write = (document: StoredDocument, outcome: Promise<Written>): Promise<Written> => {
    note({ kind: 'write', pk: document.pk, bytes: JSON.stringify(document).length, written: document });
    return outcome;
  };
  return {
    async get(pk, id) {
      const found = await inner.get(pk, id);
      note({ kind: 'read', pk, bytes: found ? sizeOf(found) : 0 });
      return found;
    },
    create: (document) => write(document, inner.create(document)),
    replace: (document, etag) => write(document, inner.replace(document, etag)),
    remove(pk, id, etag) {
      note({ kind: 'write', pk, bytes: 0 });
      return inner.remove(pk, id, etag);
    },
    list: (query) => page(query.pk, inner.list(query)),
    due: (now, limit, after) => page('', inner.due(now, limit, after)),
    withPatience: (patience) => countingStore(inner.withPatience(patience), note),
    ready: () => inner.ready(),
    close: () => inner.close(),
  };
}

function sizeOf({ document }: Stored): number {
  return JSON.stringify(document).length;
}
