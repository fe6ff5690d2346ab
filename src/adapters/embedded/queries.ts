/** The SQL of the embedded store: point reads and writes as constants, lists built from what is asked. */
import { keyIn } from '../../kernel/document-limits';
import { LISTED, type ListQuery, type StoredDocument } from '../../ports/store';
import type { Values } from './connection';

export interface Selection {
  readonly sql: string;
  readonly values: Values;
}

const COLUMNS = ['etag', 'due_at', 'changed_at', ...LISTED, 'document'];

export const GET = 'SELECT etag, document FROM documents WHERE pk = ? AND id = ?';

export const CREATE = `INSERT INTO documents (${[...COLUMNS, 'pk', 'id'].join(', ')})
  VALUES (${[...COLUMNS, 'pk', 'id'].map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`;

export const REPLACE = `UPDATE documents SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')}
  WHERE pk = ? AND id = ? AND etag = ?`;

export const REMOVE = 'DELETE FROM documents WHERE pk = ? AND id = ? AND etag = ?';

/** What CREATE binds; REPLACE binds the same and then the etag it expects. */
export function columnValues(document: StoredDocument, etag: string, json: string): Values {
  return [
    etag,
    document.dueAt ?? null,
    document.changedAt,
    ...LISTED.map((field) => document.listed[field] ?? null),
    json,
    document.pk,
    document.id,
  ];
}

/** Up to one row more than the page holds. */
export function selectList(query: ListQuery): Selection {
  const { pk, where = {}, changedSince, after, limit } = query;
  const fields = LISTED.filter((field) => where[field] !== undefined);
  const order = changedSince === undefined ? ['id'] : ['changed_at', 'id'];
  return select(
    [
      'pk = ?',
      ...fields.map((field) => `${field} = ?`),
      ...(changedSince === undefined ? [] : ['changed_at >= ?']),
    ],
    [
      pk,
      ...fields.map((field) => where[field] ?? null),
      ...(changedSince === undefined ? [] : [changedSince]),
    ],
    { order, after, limit },
  );
}

/** Up to one row more than the page holds. */
export function selectDue(now: string, limit: number, after?: string): Selection {
  return select(['due_at <= ?'], [now], { order: ['due_at', 'pk', 'id'], after, limit });
}

function select(
  conditions: readonly string[],
  values: Values,
  page: { readonly order: readonly string[]; readonly after: string | undefined; readonly limit: number },
): Selection {
  const { order, after, limit } = page;
  const key = after === undefined ? [] : keyIn(after, order.length);
  const beyond = after === undefined ? [] : [`(${order.join(', ')}) > (${order.map(() => '?').join(', ')})`];
  return {
    sql: `SELECT etag, document FROM documents WHERE ${[...conditions, ...beyond].join(' AND ')}
      ORDER BY ${order.join(', ')} LIMIT ?`,
    values: [...values, ...key, limit + 1],
  };
}
