/** The default store: one SQLite file in a folder, shared safely by the processes that open it. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkId, checkLimit, jsonWithin, pageOf } from '../../kernel/document-limits';
import { OutsideError } from '../../kernel/errors';
import {
  MAX_DOCUMENT_BYTES,
  type Store,
  type Stored,
  type StoredDocument,
  type Written,
} from '../../ports/store';
import { openConnection, type Connection } from './connection';
import { columnValues, CREATE, GET, REMOVE, REPLACE, selectDue, selectList, type Selection } from './queries';

export const DATABASE_FILE = 'kanalvakt.db';

/**
 * Opens the store in a folder, which is made when it is missing. Throws OutsideError `store-unavailable` when
 * the folder or the file cannot be used. Every write is on disk when its promise resolves.
 */
export function openEmbeddedStore(options: { readonly folder: string }): Store {
  const connection = openConnection(join(madeFolder(options.folder), DATABASE_FILE));

  const store: Store = {
    get: (pk, id) => promised(() => get(connection, pk, id)),
    create: (document) => promised(() => create(connection, document)),
    replace: (document, etag) => promised(() => replace(connection, document, etag)),
    remove: (pk, id, etag) => promised(() => remove(connection, pk, id, etag)),
    list: (query) =>
      promised(() => {
        checkLimit(query.limit);
        const keyOf = ({ document }: Stored) =>
          query.changedSince === undefined ? [document.id] : [document.changedAt, document.id];
        return pageOf(select(connection, selectList(query)), query.limit, keyOf);
      }),
    due: (now, limit, after) =>
      promised(() => {
        checkLimit(limit);
        const keyOf = ({ document }: Stored) => [document.dueAt ?? '', document.pk, document.id];
        return pageOf(select(connection, selectDue(now, limit, after)), limit, keyOf);
      }),
    // A write waits only for another process's write, so there is nothing to be more or less patient about.
    withPatience: () => store,
    ready: () => promised(() => void connection.row('SELECT 1', [])),
    close: () => promised(() => connection.close()),
  };
  return store;
}

function get(connection: Connection, pk: string, id: string): Stored | undefined {
  checkId(id);
  const row = connection.row(GET, [pk, id]);
  return row === undefined ? undefined : storedIn(row);
}

function create(connection: Connection, document: StoredDocument): Written {
  checkId(document.id);
  const json = jsonWithin(document, MAX_DOCUMENT_BYTES);
  if (json === undefined) return { ok: false, why: 'too-large' };

  const etag = randomUUID();
  const changes = connection.run(CREATE, columnValues(document, etag, json));
  return changes === 1 ? { ok: true, etag } : { ok: false, why: 'exists' };
}

function replace(connection: Connection, document: StoredDocument, expected: string): Written {
  checkId(document.id);
  const json = jsonWithin(document, MAX_DOCUMENT_BYTES);
  if (json === undefined) return { ok: false, why: 'too-large' };

  const etag = randomUUID();
  const changes = connection.run(REPLACE, [...columnValues(document, etag, json), expected]);
  return changes === 1 ? { ok: true, etag } : { ok: false, why: 'stale' };
}

function remove(connection: Connection, pk: string, id: string, etag: string): Written {
  checkId(id);
  const changes = connection.run(REMOVE, [pk, id, etag]);
  return changes === 1 ? { ok: true, etag } : { ok: false, why: 'stale' };
}

function select(connection: Connection, selection: Selection): readonly Stored[] {
  return connection.rows(selection.sql, selection.values).map(storedIn);
}

function storedIn(row: unknown): Stored {
  const [etag, json] = row as [string, string];
  return { document: JSON.parse(json) as StoredDocument, etag };
}

function madeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    throw new OutsideError('store-unavailable', `The folder ${folder} of the store cannot be made.`);
  }
}

/** The driver is synchronous; what it throws becomes a rejection. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
