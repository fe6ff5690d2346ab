/** What the Cosmos SDK throws, put into our terms. */
import { BugError, OutsideError } from '../../kernel/errors';

/** A throttled request, or one that met a conflicting operation: it was not performed and may be sent again. */
const NOT_PERFORMED: readonly unknown[] = [429, 449];

/** Cosmos' words for a 404 that means the item and nothing else. */
const ITEM_IS_MISSING: readonly unknown[] = [undefined, 0];

/** The HTTP status of a failed request, or the SDK's own code for one that had no answer. */
export function codeOf(error: unknown): unknown {
  return property(error, 'code');
}

export function isItemMissing(error: unknown): boolean {
  return codeOf(error) === 404 && ITEM_IS_MISSING.includes(property(error, 'substatus'));
}

export function wasNotPerformed(error: unknown): boolean {
  return NOT_PERFORMED.includes(codeOf(error));
}

/** How long Cosmos asks to wait, in milliseconds. */
export function retryAfterOf(error: unknown): number | undefined {
  const wait = property(error, 'retryAfterInMs');
  return typeof wait === 'number' && Number.isFinite(wait) ? wait : undefined;
}

/**
 * BugError `store-refused` for a request Cosmos finds malformed, OutsideError `store-unavailable` for the rest.
 * The SDK's own message and the error itself are left out: they may repeat what was sent.
 */
export function wrapped(operation: string, error: unknown): BugError | OutsideError {
  if (error instanceof BugError || error instanceof OutsideError) return error;
  const code = describe(codeOf(error)) ?? describe(property(error, 'name')) ?? 'unknown';
  const substatus = describe(property(error, 'substatus'));
  const answer = substatus === undefined ? code : `${code}/${substatus}`;
  if (code === '400') return new BugError('store-refused', `Cosmos refuses to ${operation} (${answer}).`);
  return new OutsideError('store-unavailable', `Cosmos cannot ${operation} (${answer}).`);
}

function describe(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
