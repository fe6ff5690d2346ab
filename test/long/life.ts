/** The life of a bot in this process: it ends at one of its calls to the store or to the connector, as if it were killed. */
import type { Files } from '../../src/ports/files';
import type { Store } from '../../src/ports/store';
import type { ConnectorRequest, Misfortune } from '../support/fake-connector';

export interface Life {
  /** Calls so far. */
  calls(): number;
  isOver(): boolean;
  /** Resolves when the bot dies. */
  readonly over: Promise<void>;
  store(inner: Store): Store;
  /** Keeping and reading a picture are calls too. */
  files(inner: Files): Files;
  fate(request: ConnectorRequest): Misfortune | undefined;
}

/** Before the call takes effect, or after it and before the bot learns of it. */
export type Side = 'before' | 'after';

/** Dies at call number `deathAt`, the first is 1; Infinity: never. A dead bot gets no answer from anybody. */
export function createLife(deathAt: number, side: Side): Life {
  let calls = 0;
  let dead = false;
  let die: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    die = () => {
      dead = true;
      resolve();
    };
  });
  const isOver = (): boolean => dead;
  const silence = new Promise<never>(() => undefined);

  async function mortal<T>(work: () => Promise<T>): Promise<T> {
    if (dead) return silence;
    calls += 1;
    const last = calls === deathAt;
    if (last && side === 'before') die();
    if (last && side === 'before') return silence;
    const result = await work();
    if (last) die();
    return isOver() ? silence : result;
  }

  function store(inner: Store): Store {
    return {
      get: (pk, id) => mortal(() => inner.get(pk, id)),
      create: (document) => mortal(() => inner.create(document)),
      replace: (document, etag) => mortal(() => inner.replace(document, etag)),
      remove: (pk, id, etag) => mortal(() => inner.remove(pk, id, etag)),
      list: (query) => mortal(() => inner.list(query)),
      due: (now, limit, after) => mortal(() => inner.due(now, limit, after)),
      withPatience: (patience) => store(inner.withPatience(patience)),
      ready: () => inner.ready(),
      close: () => inner.close(),
    };
  }

  function files(inner: Files): Files {
    return {
      put: (name, bytes, type) => mortal(() => inner.put(name, bytes, type)),
      open: (name) => mortal(() => inner.open(name)),
      ready: () => inner.ready(),
      close: () => Promise.resolve(),
    };
  }

  return {
    calls: () => calls,
    isOver,
    over,
    store,
    files,
    fate() {
      if (dead) return { drop: 'before' };
      calls += 1;
      if (calls !== deathAt) return undefined;
      die();
      return { drop: side };
    },
  };
}
