/** Holds a card to what a message takes: where people wrote very much, what is read is shortened, never what is typed. */
import { cut } from '../../kernel/words';

/** Teams takes about 28 KB of card JSON (platform facts). */
export const MOST_BYTES = 27_500;
/** Characters each text on the card may keep, tried one after the other. */
const SHORTER = [400, 200, 100, 40] as const;
/** What people read; `value` and everything else an input holds is left as it is. */
const READ = new Set(['words', 'asked', 'next', 'notice', 'name', 'about', 'responsible', 'what', 'text']);

/** The first expansion that is small enough; the smallest when none is. */
export function fitting(data: object, expand: (data: object) => object): object {
  let card = expand(data);
  for (const most of SHORTER) {
    if (Buffer.byteLength(JSON.stringify(card)) <= MOST_BYTES) return card;
    card = expand(shortened(data, most) as object);
  }
  return card;
}

function shortened(value: unknown, most: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shortened(item, most));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      typeof inner === 'string' && READ.has(key)
        ? [key, cut(inner, most).text]
        : // What a button sends back is not read.
          [key, key === 'data' ? inner : shortened(inner, most)],
    ),
  );
}
