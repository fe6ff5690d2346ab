/** The one place where every text of a card is made safe from the client's own formatting. */
import { shown } from '../../kernel/words';

/** A copy whose strings are as `shown` makes them; nothing that is no text is touched. */
export function safe(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('{{') ? shown(value) : value;
  if (Array.isArray(value)) return value.map(safe);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, safe(inner)]));
}
