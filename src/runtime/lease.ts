/** One holder at a time for bulk work: a document with an end, renewed while the work goes on. */
import { instant, type Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import { plusSeconds } from './pending';

export const LEASE_SECONDS = 30;
/** A holder renews when less than this is left. */
const RENEW_SECONDS = 15;
const PK = 'system/lease';

interface LeaseBody {
  readonly holder: string;
  readonly until: string;
  /** What the holder has to remember for the next one. */
  readonly memo?: string;
}

export interface Lease {
  /** True while this instance holds it; renews when due. False: somebody else does. */
  hold(): Promise<boolean>;
  memo(): string | undefined;
  /** Writes the memo with the next renewal that it forces. */
  remember(memo: string): Promise<boolean>;
  /** Gives it back, so that another replica need not wait. */
  release(): Promise<void>;
}

export function createLease(store: Store, clock: Clock, name: string, instance: string): Lease {
  let mine: { etag: string; body: LeaseBody } | undefined;
  let taking: Promise<boolean> = Promise.resolve(false);

  function fresh(): boolean {
    return mine !== undefined && mine.body.until > plusSeconds(instant(clock), RENEW_SECONDS);
  }

  async function write(body: LeaseBody, etag: string | undefined): Promise<boolean> {
    const document = { pk: PK, id: name, changedAt: instant(clock), listed: {}, body };
    const written = etag === undefined ? await store.create(document) : await store.replace(document, etag);
    mine = written.ok ? { etag: written.etag, body } : undefined;
    return written.ok;
  }

  /** One at a time: two renewals at once would make each other fail. */
  function take(memo?: string): Promise<boolean> {
    const next = taking.catch(() => false).then(() => takeNow(memo));
    taking = next;
    return next;
  }

  async function takeNow(memo?: string): Promise<boolean> {
    if (memo === undefined && fresh()) return true;
    const now = instant(clock);
    const found = await store.get(PK, name);
    const body = found?.document.body as LeaseBody | undefined;
    const runs = body && body.until > now && body.until <= plusSeconds(now, LEASE_SECONDS);
    if (runs && body.holder !== instance) {
      mine = undefined;
      return false;
    }
    const kept = memo ?? body?.memo;
    const next = {
      holder: instance,
      until: plusSeconds(now, LEASE_SECONDS),
      ...(kept === undefined ? {} : { memo: kept }),
    };
    return write(next, found?.etag);
  }

  return {
    hold: async () => fresh() || take(),
    memo: () => mine?.body.memo,
    remember: (memo) => take(memo),
    async release() {
      if (mine) await write({ ...mine.body, until: instant(clock) }, mine.etag);
      mine = undefined;
    },
  };
}
