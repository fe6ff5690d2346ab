/** Older events of a document, copied into documents of their own before they are left out of it. */
import type { Recorded } from '../kernel/matter';
import { BugError } from '../kernel/errors';
import type { Store } from '../ports/store';
import { EVENTS_KEPT, type Envelope } from './envelope';

/** Events of one copy. */
const COPIED = 100;

/** Where a document's copies lie; `pk` is `<organisation>/<kind>`. */
function placeOf(pk: string, id: string, from: number): { readonly pk: string; readonly id: string } {
  const [organisation = '', kind = ''] = pk.split('/');
  return { pk: `${organisation}/history`, id: `${kind}:${id}:${String(from).padStart(6, '0')}` };
}

/**
 * The envelope with the latest events alone. A copy is written first and the same however often it is tried: the events
 * that are copied do not change. One that is there already stays.
 */
export async function rolled(
  store: Store,
  pk: string,
  id: string,
  envelope: Envelope,
  now: string,
): Promise<Envelope> {
  let { events, copied = 0 } = envelope;
  while (events.length > EVENTS_KEPT) {
    const written = await store.create({
      ...placeOf(pk, id, copied),
      changedAt: now,
      listed: {},
      body: { events: events.slice(0, COPIED) },
    });
    if (!written.ok && written.why === 'too-large') throw new BugError('too-large', `history of ${pk} ${id}`);
    events = events.slice(COPIED);
    copied += COPIED;
  }
  return copied === 0 ? envelope : { ...envelope, events, copied };
}

/** Every event from the first one on, a copy at a time. */
export async function* trailOf(
  store: Store,
  pk: string,
  id: string,
  { events, copied = 0 }: Pick<Envelope, 'events' | 'copied'>,
): AsyncGenerator<Recorded> {
  for (let from = 0; from < copied; from += COPIED) {
    const place = placeOf(pk, id, from);
    const copy = await store.get(place.pk, place.id);
    // A trail with a hole is none.
    if (!copy) throw new BugError('history-gone', `${place.pk} ${place.id}`);
    yield* (copy.document.body as Pick<Envelope, 'events'>).events;
  }
  yield* events;
}

/** What a document leaves when it is deleted. */
export async function forgotten(store: Store, pk: string, id: string, copied = 0): Promise<void> {
  for (let from = 0; from < copied; from += COPIED) {
    const place = placeOf(pk, id, from);
    const copy = await store.get(place.pk, place.id);
    if (copy) await store.remove(place.pk, place.id, copy.etag);
  }
}
