/** Where documents live. Two adapters pass one contract suite: `embedded` and `cosmos`. */

/** The fields a document may be listed by; anything else is not indexed. */
export const LISTED = [
  'department',
  'status',
  'platform',
  'responsible',
  'applicant',
  'handler',
  'season',
  'day',
] as const;
export type ListedField = (typeof LISTED)[number];
export type Listed = Partial<Record<ListedField, string>>;

export interface StoredDocument {
  /** `<organisation>/<kind>`: the partition. */
  readonly pk: string;
  /** `a–z 0–9 - . :` only, at most 255 characters. */
  readonly id: string;
  /** ISO instant in UTC of the next thing to do; absent when nothing is. */
  readonly dueAt?: string;
  /** ISO instant in UTC of this write. */
  readonly changedAt: string;
  readonly listed: Listed;
  /** JSON. */
  readonly body: unknown;
}

export interface Stored {
  readonly document: StoredDocument;
  readonly etag: string;
}

/** Outcomes of a write that the caller must handle; outages are thrown as OutsideError. */
export type Written =
  | { readonly ok: true; readonly etag: string }
  | { readonly ok: false; readonly why: 'exists' | 'stale' | 'too-large' };

export interface ListQuery {
  readonly pk: string;
  /** All must hold; each value is compared as it is. */
  readonly where?: Listed;
  /** Only documents written at or after this instant; the order is then by change time, then id. */
  readonly changedSince?: string;
  /** Continuation of an earlier page of the same query. */
  readonly after?: string;
  /** 1–200. */
  readonly limit: number;
}

export interface Page {
  /** Ordered by id, or by change time and id with `changedSince`. */
  readonly items: readonly Stored[];
  readonly next?: string;
}

/** A turn retries briefly (a person waits, Teams redelivers after 15 s), background work longer. */
export type Patience = 'turn' | 'background';

/** 1 MB of JSON, checked before writing in both adapters. */
export const MAX_DOCUMENT_BYTES = 1_000_000;

export interface Store {
  get(pk: string, id: string): Promise<Stored | undefined>;
  /** Fails with `exists` when the id is taken in its partition. */
  create(document: StoredDocument): Promise<Written>;
  /** Fails with `stale` when the document changed, or is gone, since `etag` was read. */
  replace(document: StoredDocument, etag: string): Promise<Written>;
  /** Fails with `stale` likewise. */
  remove(pk: string, id: string, etag: string): Promise<Written>;
  list(query: ListQuery): Promise<Page>;
  /** Documents of every partition with `dueAt <= now`, oldest first (then pk, id); `limit` 1–200. */
  due(now: string, limit: number, after?: string): Promise<Page>;
  /** The same store with other patience. */
  withPatience(patience: Patience): Store;
  /** Resolves when the store can be reached; rejects with OutsideError. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
