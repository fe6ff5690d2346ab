/** Writes down in which order handles were taken and let go, whichever bot did it. */
import type { Store, Written } from '../../src/ports/store';
import type { Place } from './both-stores';

export interface Watched {
  readonly place: Place;
  /** "took …" and "let go of …", in the order of the writes that succeeded. */
  readonly moved: readonly string[];
}

export function claimsOn(place: Place): Watched {
  const moved: string[] = [];
  const noted = async (pk: string, what: string, writing: Promise<Written>): Promise<Written> => {
    const written = await writing;
    if (written.ok && pk.endsWith('/claim')) moved.push(what);
    return written;
  };
  const watched = (store: Store): Store => ({
    get: (pk, id) => store.get(pk, id),
    create: (document) => noted(document.pk, `took ${document.id}`, store.create(document)),
    replace: (document, etag) => store.replace(document, etag),
    remove: (pk, id, etag) => noted(pk, `let go of ${id}`, store.remove(pk, id, etag)),
    list: (query) => store.list(query),
    due: (now, limit, after) => store.due(now, limit, after),
    withPatience: (patience) => watched(store.withPatience(patience)),
    ready: () => store.ready(),
    close: () => store.close(),
  });
  return { place: { open: async () => watched(await place.open()) }, moved };
}
