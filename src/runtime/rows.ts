/** Thin rows per document, held in memory and brought up to date by change time: lists and search never read it all. */
import type { Store, Stored } from '../ports/store';
import { plusSeconds } from './pending';

/** The rows of one partition; `rowOf` is called once for every write of a document. */
export type Rows = <R>(pk: string, rowOf: (stored: Stored) => R) => Promise<readonly R[]>;

interface Held {
  readonly rows: Map<string, unknown>;
  since: string;
  busy: Promise<void> | undefined;
}

/** Clocks of replicas differ: every refresh looks this far back. */
const OVERLAP_SECONDS = 10;
const PAGE = 200;
const BEGINNING = '2000-01-01T00:00:00.000Z';

export function createRows(store: Store): Rows {
  const held = new Map<string, Held>();

  async function refresh(pk: string, at: Held, rowOf: (stored: Stored) => unknown): Promise<void> {
    const changedSince = plusSeconds(at.since, -OVERLAP_SECONDS);
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
        at.rows.set(stored.document.id, rowOf(stored));
        if (stored.document.changedAt > newest) newest = stored.document.changedAt;
      }
      after = page.next;
    } while (after !== undefined);
    at.since = newest;
  }

  return async (pk, rowOf) => {
    const at = held.get(pk) ?? { rows: new Map<string, unknown>(), since: BEGINNING, busy: undefined };
    held.set(pk, at);
    at.busy ??= refresh(pk, at, rowOf).finally(() => (at.busy = undefined));
    await at.busy;
    return [...at.rows.values()] as never;
  };
}
