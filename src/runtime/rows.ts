/** Thin rows per document, held in memory and brought up to date by change time: lists and search never read it all. */
import { instant, type Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import type { Store, Stored } from '../ports/store';
import { plusSeconds } from './pending';

/**
 * The rows of one partition as `source` sees them, those written in its last `days` if it says so; `rowOf` is called
 * once for every version of a document.
 */
export type Rows = <R>(
  pk: string,
  source: { readonly days?: number },
  rowOf: (stored: Stored) => R,
) => Promise<readonly R[]>;

interface Row {
  readonly etag: string;
  /** Absent for a document that cannot be read. */
  readonly made?: { readonly row: unknown };
}

interface Held {
  rows: Map<string, Row>;
  since: string;
  /** When everything was read last. */
  builtAt: string;
  busy: Promise<void> | undefined;
}

/** Clocks of replicas differ, and a write may take a while: every refresh looks this far back. */
const OVERLAP_SECONDS = 120;
/** What was deleted is noticed when everything is read anew. */
const REBUILD_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
const PAGE = 200;
const BEGINNING = '2000-01-01T00:00:00.000Z';

export function createRows(store: Store, clock: Clock, log: Log): Rows {
  const sources = new WeakMap<object, Map<string, Held>>();

  async function refresh(
    pk: string,
    at: Held,
    days: number | undefined,
    rowOf: (stored: Stored) => unknown,
  ): Promise<void> {
    const now = instant(clock);
    const beginning = days === undefined ? BEGINNING : plusSeconds(now, -days * DAY_SECONDS);
    // After a clock was set back, what is written now is older than what was seen.
    const anew = at.builtAt < plusSeconds(now, -REBUILD_SECONDS) || at.builtAt > now;
    const rows = anew ? new Map<string, Row>() : at.rows;
    const changedSince = anew ? beginning : plusSeconds(at.since, -OVERLAP_SECONDS);
    let newest = at.since;
    let after: string | undefined;
    do {
      const page = await store.list({
        pk,
        changedSince,
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      for (const stored of page.items) {
        keep(rows, at.rows, stored, rowOf);
        if (stored.document.changedAt > newest) newest = stored.document.changedAt;
      }
      after = page.next;
    } while (after !== undefined);
    at.rows = rows;
    at.since = newest < now ? newest : now;
    if (anew) at.builtAt = now;
  }

  /** What is known in this version is not read again; one document that cannot be read does not hide the others. */
  function keep(
    rows: Map<string, Row>,
    known: ReadonlyMap<string, Row>,
    stored: Stored,
    rowOf: (stored: Stored) => unknown,
  ): void {
    const { etag } = stored;
    const { pk, id } = stored.document;
    const before = known.get(id);
    if (before?.etag === etag) {
      rows.set(id, before);
      return;
    }
    try {
      rows.set(id, { etag, made: { row: rowOf(stored) } });
    } catch (error) {
      rows.set(id, { etag });
      log.alert('row-failed', { pk, id }, error);
    }
  }

  return async (pk, source, rowOf) => {
    const partitions = sources.get(source) ?? new Map<string, Held>();
    sources.set(source, partitions);
    const at: Held = partitions.get(pk) ?? {
      rows: new Map(),
      since: BEGINNING,
      builtAt: BEGINNING,
      busy: undefined,
    };
    partitions.set(pk, at);
    // One that is under way may have passed what was written just now: the next one has not.
    await at.busy?.catch(() => undefined);
    at.busy ??= refresh(pk, at, source.days, rowOf).finally(() => (at.busy = undefined));
    await at.busy;
    return [...at.rows.values()].flatMap(({ made }) => (made ? [made.row] : [])) as never;
  };
}
