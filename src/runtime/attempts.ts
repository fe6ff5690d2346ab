/**
 * What this process has tried already, so that nothing is sent twice because a document was read before a mark,
 * or because two runs meet at it. Every attempt raises the count that is stored with the effect.
 */
import type { Pending } from './envelope';
import type { Result } from './marks';

/** Performs an attempt, or returns what came of it when it was made before; also while it is still under way. */
export type Attempts = (
  document: string,
  pending: Pending,
  perform: () => Promise<Result>,
) => Promise<Result>;

interface Attempt {
  readonly attempts: number;
  readonly result: Promise<Result>;
}

/** Documents remembered, and effects in each of them: a copy can only be as old as a few turns. */
const DOCUMENTS = 2_000;
const EFFECTS = 200;

export function createAttempts(): Attempts {
  const documents = new Map<string, Map<number, Attempt>>();
  return (document, { seq, attempts }, perform) => {
    const tried = documents.get(document) ?? new Map<number, Attempt>();
    const before = tried.get(seq);
    if (before && before.attempts >= attempts) return before.result;
    const result = perform();
    renew(tried, seq, { attempts, result }, EFFECTS);
    renew(documents, document, tried, DOCUMENTS);
    return result;
  };
}

/** Sets the entry as the newest and forgets the oldest beyond `most`. */
function renew<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
