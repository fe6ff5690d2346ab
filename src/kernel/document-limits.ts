/** What every store demands of an id, a document and a page, so that all of them refuse and page alike. */
import { BugError, CallerError } from './errors';

const ID = /^[a-z0-9.:-]{1,255}$/;
const MAX_PAGE = 200;

/**
 * Throws BugError `bad-id` unless the id is 1–255 of `a–z 0–9 - . :`. Ids travel as a segment of a URL, so
 * `.` and `..` alone are refused too: they would name another resource.
 */
export function checkId(id: string): void {
  if (!ID.test(id) || id === '.' || id === '..') {
    throw new BugError('bad-id', 'A document id is 1–255 of a–z 0–9 - . : and neither "." nor "..".');
  }
}

/** The document as JSON, or nothing when that is longer than `maxBytes` bytes of UTF-8. */
export function jsonWithin(document: unknown, maxBytes: number): string | undefined {
  const json = JSON.stringify(document);
  return Buffer.byteLength(json) <= maxBytes ? json : undefined;
}

/** Throws BugError `bad-limit` unless the limit is a whole number from 1 to 200. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    throw new BugError('bad-limit', `A page holds 1–${MAX_PAGE} documents.`);
  }
}

/**
 * The first `limit` rows and, when there were more, a token that continues after the last of them. Hand in one
 * row more than the page holds. The token is the sort key itself, so a page continues at the same place
 * whatever was written in between.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly string[],
): { readonly items: readonly Row[]; readonly next?: string } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') };
}

/** The sort key in a token, of `length` parts; CallerError `bad-continuation` when it is none of ours. */
export function keyIn(token: string, length: number): readonly string[] {
  const key = parsed(Buffer.from(token, 'base64url').toString());
  if (Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string')) {
    return key;
  }
  throw new CallerError('bad-continuation', 'The continuation does not belong to this query.');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
