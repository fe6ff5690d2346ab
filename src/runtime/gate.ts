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
