/** A store in memory that honours ports/store.ts – conflicts, the size limit, keyset pages – with hooks around every call. */
import { checkId, checkLimit, jsonWithin, keyIn, pageOf } from '../../src/kernel/document-limits';
import {
  LISTED,
  MAX_DOCUMENT_BYTES,
  type ListQuery,
  type Page,
  type Store,
  type Stored,
  type StoredDocument,
  type Written,
} from '../../src/ports/store';

export interface StoreCall {
  readonly op: 'get' | 'create' | 'replace' | 'remove' | 'list' | 'due';
  readonly pk: string;
  readonly id: string;
}

/** Throws for an outage; never resolves for a process that died. */
export interface StoreHooks {
  /** Before the call takes effect. */
  readonly before?: (call: StoreCall) => Promise<void>;
  /** After it took effect, before the caller knows. */
  readonly after?: (call: StoreCall) => Promise<void>;
}

/** One accepted write. */
export interface Write {
  /** Place in the order of everything that happened. */
  readonly order: number;
  readonly pk: string;
  readonly id: string;
  /** Undefined: it was removed. */
  readonly document: StoredDocument | undefined;
}

export interface MemoryStore {
  /** The store as one process sees it. */
  view(hooks?: StoreHooks): Store;
  /** Every accepted write, in the order in which they were accepted. */
  readonly writes: readonly Write[];
  /** What is stored, to be looked at only. */
  all(): readonly StoredDocument[];
  find(pk: string, id: string): StoredDocument | undefined;
  /** Writes whatever is given, as somebody with a database tool would. */
  put(document: StoredDocument): void;
}

interface Row {
  readonly json: string;
  readonly document: StoredDocument;
  readonly etag: string;
}

export function createMemoryStore(nextOrder: () => number = counter()): MemoryStore {
  const rows = new Map<string, Row>();
  const writes: Write[] = [];
  const etags = counter();

  function keep(document: StoredDocument, json: string): Written {
    const row = { json, document: JSON.parse(json) as StoredDocument, etag: `etag-${etags()}` };
    rows.set(keyOf(document.pk, document.id), row);
    writes.push({ order: nextOrder(), pk: document.pk, id: document.id, document: row.document });
    return { ok: true, etag: row.etag };
  }

  function get(pk: string, id: string): Stored | undefined {
    checkId(id);
    const row = rows.get(keyOf(pk, id));
    return row && read(row);
  }

  function create(document: StoredDocument): Written {
    checkId(document.id);
    const json = jsonWithin(document, MAX_DOCUMENT_BYTES);
    if (json === undefined) return { ok: false, why: 'too-large' };
    if (rows.has(keyOf(document.pk, document.id))) return { ok: false, why: 'exists' };
    return keep(document, json);
  }

  function replace(document: StoredDocument, etag: string): Written {
    checkId(document.id);
    const json = jsonWithin(document, MAX_DOCUMENT_BYTES);
    if (json === undefined) return { ok: false, why: 'too-large' };
    if (rows.get(keyOf(document.pk, document.id))?.etag !== etag) return { ok: false, why: 'stale' };
    return keep(document, json);
  }

  function remove(pk: string, id: string, etag: string): Written {
    checkId(id);
    const key = keyOf(pk, id);
    if (rows.get(key)?.etag !== etag) return { ok: false, why: 'stale' };
    rows.delete(key);
    writes.push({ order: nextOrder(), pk, id, document: undefined });
    return { ok: true, etag };
  }

  function list({ pk, where = {}, changedSince, after, limit }: ListQuery): Page {
    checkLimit(limit);
    const fields = LISTED.filter((field) => where[field] !== undefined);
    const keyed = ({ document }: { readonly document: StoredDocument }): string[] =>
      changedSince === undefined ? [document.id] : [document.changedAt, document.id];
    const found = [...rows.values()].filter(
      ({ document }) =>
        document.pk === pk &&
        fields.every((field) => document.listed[field] === where[field]) &&
        (changedSince === undefined || document.changedAt >= changedSince),
    );
    return page(found, keyed, limit, after);
  }

  function due(now: string, limit: number, after?: string): Page {
    checkLimit(limit);
    const found = [...rows.values()].filter(
      ({ document }) => document.dueAt !== undefined && document.dueAt <= now,
    );
    return page(found, ({ document }) => [document.dueAt ?? '', document.pk, document.id], limit, after);
  }

  return {
    writes,
    find: (pk, id) => rows.get(keyOf(pk, id))?.document,
    all: () => [...rows.values()].map(({ document }) => document),
    put: (document) => void keep(document, JSON.stringify(document)),

    view({ before, after } = {}) {
      async function around<T>(call: StoreCall, work: () => T): Promise<T> {
        await before?.(call);
        const result = work();
        await after?.(call);
        return result;
      }
      const store: Store = {
        get: (pk, id) => around({ op: 'get', pk, id }, () => get(pk, id)),
        create: (document) => around({ op: 'create', ...document }, () => create(document)),
        replace: (document, etag) => around({ op: 'replace', ...document }, () => replace(document, etag)),
        remove: (pk, id, etag) => around({ op: 'remove', pk, id }, () => remove(pk, id, etag)),
        list: (query) => around({ op: 'list', pk: query.pk, id: '' }, () => list(query)),
        due: (now, limit, token) => around({ op: 'due', pk: '', id: '' }, () => due(now, limit, token)),
        withPatience: () => store,
        ready: () => Promise.resolve(),
        close: () => Promise.resolve(),
      };
      return store;
    },
  };
}

/** 1, 2, 3 … */
export function counter(): () => number {
  let count = 0;
  return () => (count += 1);
}

function read({ json, etag }: Row): Stored {
  return { document: JSON.parse(json) as StoredDocument, etag };
}

function page(
  found: readonly Row[],
  keyOfRow: (row: { readonly document: StoredDocument }) => readonly string[],
  limit: number,
  after: string | undefined,
): Page {
  const sorted = [...found].sort((a, b) => compared(keyOfRow(a), keyOfRow(b)));
  const last = after === undefined ? undefined : keyIn(after, sorted[0] ? keyOfRow(sorted[0]).length : 1);
  const rest = last === undefined ? sorted : sorted.filter((row) => compared(keyOfRow(row), last) > 0);
  return pageOf(rest.slice(0, limit + 1).map(read), limit, keyOfRow);
}

function compared(a: readonly string[], b: readonly string[]): number {
  for (const [at, part] of a.entries()) {
    const other = b[at] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

function keyOf(pk: string, id: string): string {
  return `${pk}/${id}`;
}
