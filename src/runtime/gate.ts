/** Lets a few pieces of work through at a time; the others wait in the order in which they came. */

export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export function createGate(most: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;

  return async (work) => {
    if (inside >= most) await new Promise<void>((turn) => waiting.push(turn));
    else inside += 1;
    try {
      return await work();
    } finally {
      // Whoever waited longest takes the place that becomes free.
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}

/** Work with the same key is done one piece after the other; keys share nothing, and are forgotten when nobody waits. */
export function createQueues(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const latest = new Map<string, Promise<unknown>>();

  return (key, work) => {
    const before = latest.get(key) ?? Promise.resolve();
    const done = before.catch(() => undefined).then(work);
    latest.set(key, done);
    const forget = (): void => {
      if (latest.get(key) === done) latest.delete(key);
    };
    done.then(forget, forget);
    return done;
  };
}
