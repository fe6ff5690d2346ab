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

/**
 * Each name has been moved as the story tells, and what was taken before another name was let go in the story was taken
 * before it here. Two people's names may come in another order: a claim that a crash kept from being made comes with
 * the timer.
 */
export function checkMoves(moved: readonly string[], told: readonly string[]): string[] {
  const sorted = (moves: readonly string[]): string =>
    moves
      .map((move, at) => ({ name: move.split(' ').at(-1) ?? '', at, move }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.at - b.at))
      .map(({ move }) => move)
      .join();
  const held = told.every((move, at) => {
    const before = told[at - 1];
    return !move.startsWith('let go') || before === undefined || moved.indexOf(before) < moved.indexOf(move);
  });
  return sorted(moved) === sorted(told) && held ? [] : [`names were moved otherwise: ${moved.join(', ')}`];
}
