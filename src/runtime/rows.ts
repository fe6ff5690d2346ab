/** Thin rows per document, held in memory and brought up to date by change time: lists and search never read it all. */
import { instant, type Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import type { Store, Stored } from '../ports/store';
import { plusSeconds } from './pending';

/** The rows of one partition as `source` sees them; `rowOf` is called once for every write of a document. */
export type Rows = <R>(pk: string, source: object, rowOf: (stored: Stored) => R) => Promise<readonly R[]>;

interface Held {
  rows: Map<string, unknown>;
  since: string;
  /** When everything was read last. */
  builtAt: string;
  busy: Promise<void> | undefined;
}

/** Clocks of replicas differ, and a write may take a while: every refresh looks this far back. */
const OVERLAP_SECONDS = 120;
/** What was deleted is noticed when everything is read anew. */
const REBUILD_SECONDS = 3_600;
const PAGE = 200;
const BEGINNING = '2000-01-01T00:00:00.000Z';

export function createRows(store: Store, clock: Clock, log: Log): Rows {
  const sources = new WeakMap<object, Map<string, Held>>();

  async function refresh(pk: string, at: Held, rowOf: (stored: Stored) => unknown): Promise<void> {
    const now = instant(clock);
    const anew = at.builtAt < plusSeconds(now, -REBUILD_SECONDS);
    const rows = anew ? new Map<string, unknown>() : at.rows;
    const changedSince = anew ? BEGINNING : plusSeconds(at.since, -OVERLAP_SECONDS);
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
        keep(rows, stored, rowOf);
        if (stored.document.changedAt > newest) newest = stored.document.changedAt;
      }
      after = page.next;
    } while (after !== undefined);
    at.rows = rows;
    at.since = newest;
    if (anew) at.builtAt = now;
  }

  /** One document that cannot be read does not hide the others. */
  function keep(rows: Map<string, unknown>, stored: Stored, rowOf: (stored: Stored) => unknown): void {
    const { pk, id } = stored.document;
    try {
      rows.set(id, rowOf(stored));
    } catch (error) {
      rows.delete(id);
      log.alert('row-failed', { pk, id }, error);
    }
  }

  return async (pk, source, rowOf) => {
    const partitions = sources.get(source) ?? new Map<string, Held>();
    sources.set(source, partitions);
    const at = partitions.get(pk) ?? {
      rows: new Map(),
      since: BEGINNING,
      builtAt: BEGINNING,
      busy: undefined,
    };
    partitions.set(pk, at);
    at.busy ??= refresh(pk, at, rowOf).finally(() => (at.busy = undefined));
    await at.busy;
    return [...at.rows.values()] as never;
  };
}
