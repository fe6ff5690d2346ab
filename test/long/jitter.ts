/** A store that takes its time by chance, so that those who use it at the same instant meet in every order. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Store, Written } from '../../src/ports/store';
import type { Chance } from './chance';

export interface Jitter {
  readonly store: (inner: Store) => Store;
  /** Writes that came too late: somebody else wrote first. */
  conflicts(): number;
}

/** Turns of the event loop before and after a call. */
const MOST_TURNS = 6;

export function createJitter(chance: Chance): Jitter {
  let conflicts = 0;

  async function late<T>(work: () => Promise<T>): Promise<T> {
    for (let turns = chance.int(0, MOST_TURNS); turns > 0; turns -= 1) await turn();
    const result = await work();
    for (let turns = chance.int(0, MOST_TURNS); turns > 0; turns -= 1) await turn();
    return result;
  }

  async function writing(work: () => Promise<Written>): Promise<Written> {
    const written = await late(work);
    conflicts += Number(!written.ok);
    return written;
  }

  function store(inner: Store): Store {
    return {
      get: (pk, id) => late(() => inner.get(pk, id)),
      create: (document) => writing(() => inner.create(document)),
      replace: (document, etag) => writing(() => inner.replace(document, etag)),
      remove: (pk, id, etag) => writing(() => inner.remove(pk, id, etag)),
      list: (query) => late(() => inner.list(query)),
      due: (now, limit, after) => late(() => inner.due(now, limit, after)),
      withPatience: (patience) => store(inner.withPatience(patience)),
      ready: () => inner.ready(),
      close: () => inner.close(),
    };
  }

  return { store, conflicts: () => conflicts };
}
