/** Whether words are found in a text: in any letter case, with å, ä and ö or without, with small mistakes if need be. */
import { distance } from 'fastest-levenshtein';

/** Mistakes allowed in a word of this length. */
function tolerance(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/** Lower case without marks: `Ålderdom` and `alderdom` are the same. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The folded words of what somebody looks for, without signs around them; signs alone are looked for as they are. */
export function soughtIn(typed: string): readonly string[] {
  return typed
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => folded(word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '')) || word);
}

/** Every word is in the text, which is folded. */
export function holds(text: string, sought: readonly string[]): boolean {
  return sought.every((word) => text.includes(word));
}

/**
 * Tells whether every word is in a folded text, or close to one of its words, to their beginning or to their end
 * ("bibliotket" in "stadsbiblioteket"). Remembers the words it has compared: a register uses few of them again and again.
 */
export function resembling(sought: readonly string[]): (text: string) => boolean {
  const known = sought.map((word) => ({ word, met: new Map<string, boolean>() }));
  return (text) => {
    const words = wordsIn(text);
    return known.every(
      ({ word, met }) => text.includes(word) || words.some((other) => like(word, other, met)),
    );
  };
}

export function wordsIn(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** A small mistake in one of two folded words. */
export function isClose(word: string, other: string): boolean {
  const most = tolerance(word.length);
  return Math.abs(word.length - other.length) <= most && distance(word, other) <= most;
}

function like(word: string, other: string, met: Map<string, boolean>): boolean {
  const before = met.get(other);
  if (before !== undefined) return before;
  const parts = [other, other.slice(0, word.length), other.slice(-word.length)];
  const found = parts.some((part) => isClose(word, part));
  met.set(other, found);
  return found;
}
