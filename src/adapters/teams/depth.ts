/** Keeps values that nest without end, or that reach for a prototype, away from everything that recurses. */
import { CallerError } from '../../kernel/errors';

/** Deeper than any card's data. */
export const DEEPEST = 64;

/** Iterative. Throws CallerError `too-deep` or `poisoned`. */
export function checkDepth(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new CallerError('too-deep', 'The value is nested too deeply.');
    const next: unknown[] = [];
    for (const node of level) {
      if (typeof node !== 'object' || node === null) continue;
      if (poisoned(node)) throw new CallerError('poisoned', 'The value has a key that is not allowed.');
      for (const child of Object.values(node)) if (typeof child === 'object') next.push(child);
    }
    level = next;
  }
}

function poisoned(node: object): boolean {
  if (Object.hasOwn(node, '__proto__')) return true;
  if (!Object.hasOwn(node, 'constructor')) return false;
  const own: unknown = node.constructor;
  return typeof own === 'object' && own !== null && Object.hasOwn(own, 'prototype');
}
