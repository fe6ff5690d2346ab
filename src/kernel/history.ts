/** What has happened, the latest first: a few steps in sight, the earlier ones folded away. Pure. */
import type { Happened } from './card';

/** Steps shown at once. */
const RECENT = 3;

/** As the template `shared/history` takes them. */
export function foldedHistory(history: readonly Happened[]): {
  readonly recent: readonly Happened[];
  readonly earlier: readonly Happened[];
} {
  return { recent: history.slice(0, RECENT), earlier: history.slice(RECENT) };
}
