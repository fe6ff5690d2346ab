/** Reads and writes envelopes: one point read, one conditional write. */
import type { Organisation } from '../kernel/organisation';
import { dayIn } from '../kernel/calendar';
import { BugError } from '../kernel/errors';
import { instant, type Clock } from '../ports/clock';
import type { Moment } from '../kernel/matter';
import type { Aggregate } from '../ports/flow';
import type { Store } from '../ports/store';
import { close } from './due';
import { forgotten, rolled } from './history';
import { open, partition, type Envelope, type Loaded } from './envelope';

export type Commit =
  | { readonly kind: 'written'; readonly loaded: Loaded }
  /** The state had no more use and nothing was left to perform. */
  | { readonly kind: 'removed' }
  /** Somebody else wrote first: read again. */
  | { readonly kind: 'conflict' };

export interface Documents {
  moment(organisation: Organisation): Moment;
  load(aggregate: Aggregate, organisation: Organisation, id: string): Promise<Loaded | undefined>;
  /**
   * Writes the envelope: creates when nothing was `loaded`, else replaces if the ETag still holds.
   * Throws BugError `too-large` when it passes the size limit.
   */
  commit(
    aggregate: Aggregate,
    moment: Moment,
    id: string,
    envelope: Envelope,
    loaded: Loaded | undefined,
  ): Promise<Commit>;
}

export function createDocuments(store: Store, clock: Clock): Documents {
  return {
    moment(organisation) {
      const now = instant(clock);
      return { now, today: dayIn(organisation.timeZone, now), organisation };
    },

    async load(aggregate, organisation, id) {
      const stored = await store.get(partition(organisation.id, aggregate.kind), id);
      return stored && open(aggregate, stored.document, stored.etag);
    },

    async commit(aggregate, moment, id, envelope, loaded) {
      const pk = partition(moment.organisation.id, aggregate.kind);
      const spent = aggregate.spent?.(envelope.state) === true && envelope.outbox.length === 0;
      if (spent) {
        const removed = loaded ? await store.remove(pk, id, loaded.etag) : undefined;
        if (removed?.ok === false) return { kind: 'conflict' };
        await forgotten(store, pk, id, envelope.copied);
        return { kind: 'removed' };
      }
      const kept = await rolled(store, pk, id, envelope, moment.now);
      const document = close(aggregate, pk, id, kept, moment);
      const written = loaded ? await store.replace(document, loaded.etag) : await store.create(document);
      if (written.ok) return { kind: 'written', loaded: { pk, id, etag: written.etag, envelope: kept } };
      if (written.why === 'too-large') throw new BugError('too-large', `${pk} ${id} passes the size limit`);
      return { kind: 'conflict' };
    },
  };
}
