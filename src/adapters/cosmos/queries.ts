/** The Cosmos SQL of lists and due documents, in the order and with the continuation the port promises. */
import type { JSONValue, SqlQuerySpec } from '@azure/cosmos';
import { keyIn } from '../../kernel/document-limits';
import { LISTED, type ListQuery } from '../../ports/store';

interface Order {
  /** What tells two rows of one query apart: a continuation holds these values. */
  readonly key: readonly string[];
  /** Of several fields only as a composite index has them. */
  readonly orderBy: string;
}

const BY_ID: Order = { key: ['c.id'], orderBy: 'c.id' };
const BY_CHANGE: Order = { key: ['c.changedAt', 'c.id'], orderBy: 'c.pk, c.changedAt, c.id' };
const BY_DUE: Order = { key: ['c.dueAt', 'c.pk', 'c.id'], orderBy: 'c.dueAt, c.pk, c.id' };

/** Filters on the partition in its text as well, so that no setting of a request can widen it. */
export function listQuery({ pk, where = {}, changedSince, after }: ListQuery): SqlQuerySpec {
  const fields = LISTED.filter((field) => where[field] !== undefined);
  return selectSpec(
    [
      'c.pk = @pk',
      ...fields.map((field) => `c.listed.${field} = @${field}`),
      ...(changedSince === undefined ? [] : ['c.changedAt >= @changedSince']),
    ],
    {
      pk,
      ...Object.fromEntries(fields.map((field) => [field, where[field] ?? null])),
      ...(changedSince === undefined ? {} : { changedSince }),
    },
    changedSince === undefined ? BY_ID : BY_CHANGE,
    after,
  );
}

/** The only query across partitions. A document without `dueAt` compares as neither earlier nor later. */
export function dueQuery(now: string, after?: string): SqlQuerySpec {
  return selectSpec(['c.dueAt <= @now'], { now }, BY_DUE, after);
}

function selectSpec(
  conditions: readonly string[],
  values: Readonly<Record<string, JSONValue>>,
  { key: paths, orderBy }: Order,
  after: string | undefined,
): SqlQuerySpec {
  const key = after === undefined ? [] : keyIn(after, paths.length);
  const beyond = after === undefined ? [] : beyondKey(paths);
  const parameters = { ...values, ...Object.fromEntries(key.map((part, index) => [`key${index}`, part])) };
  return {
    query: `SELECT * FROM c WHERE ${[...conditions, ...beyond].join(' AND ')} ORDER BY ${orderBy}`,
    parameters: Object.entries(parameters).map(([name, value]) => ({ name: `@${name}`, value })),
  };
}

/**
 * `(a, b) > (@key0, @key1)` in a language without row values. The first part is repeated by itself, which is
 * what the index can be entered by.
 */
function beyondKey(paths: readonly string[]): readonly string[] {
  const alternatives = paths.map((path, index) => {
    const equal = paths.slice(0, index).map((earlier, at) => `${earlier} = @key${at}`);
    return `(${[...equal, `${path} > @key${index}`].join(' AND ')})`;
  });
  return [`${paths[0] ?? ''} >= @key0`, `(${alternatives.join(' OR ')})`];
}
