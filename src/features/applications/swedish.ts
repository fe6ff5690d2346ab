/** Swedish words as they are compared: without diacritics and endings, and with a small mistake allowed. Pure. */
import { distance } from 'fastest-levenshtein';

/** At least as many letters stay of a word when its ending goes (Snowball's shortest region before R1). */
const SHORTEST_STEM = 3;
/** A genitive `s` goes from longer words only: "kurs" is none. */
const SHORTEST_OWNER = 4;
/** In shorter stems one letter makes another word ("Linden", "Lunden"). */
const SHORTEST_MISSPELT = 5;

/**
 * Endings of nouns and verbs, as in the suffix step of the Swedish Snowball algorithm, with the definite `-et` and
 * `-an` that it leaves ("badhuset", "skolan") and without those of adjectives. The longest one goes.
 */
const ENDINGS = new Set(
  (
    'ornas arnas ernas andet andes arens orna arna erna aren ande ets ens ans ern ers ors ars are ' +
    'et en an ar er or um es as a e'
  ).split(' '),
);
const LONGEST_ENDING = 5;
/** What Swedish is written with, and need not be unfolded, which takes long. */
const EVERYDAY = /^[ -~åäö–’]*$/;
/** The letters after which a final `s` is a genitive (Snowball's valid s-endings). */
const GENITIVE = /[bcdfghjklmnoprtvy]s$/;

/** Words in lower case; `å` and `ä` are `a`, also when written `aa` and `ae`, `ö` and `oe` are `o`. Numbers are words. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const plain = EVERYDAY.test(lower)
    ? lower.replace(/[åä]/g, 'a').replaceAll('ö', 'o')
    : lower
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
  const folded = plain.replace(/aa|ae|æ/g, 'a').replace(/oe|ø/g, 'o');
  return folded.match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** The same function, that works out each word once. */
export function remembered<T extends object | string>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = work(word);
    known.set(word, made);
    return made;
  };
}

export function stemsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map(stem));
}

/** A folded word without its ending; "-het" is no article. */
export function stem(word: string): string {
  if (word.endsWith('het')) return word;
  const from = regionOf(word);
  for (let length = Math.min(LONGEST_ENDING, word.length - from); length > 0; length -= 1)
    if (ENDINGS.has(word.slice(-length))) return word.slice(0, -length);
  return word.length > Math.max(from, SHORTEST_OWNER) && GENITIVE.test(word) ? word.slice(0, -1) : word;
}

/** Where an ending may begin: after the first vowel and the consonant that follows it (Snowball's region R1). */
function regionOf(word: string): number {
  const syllable = word.search(/[aeiouy][^aeiouy]/);
  return syllable < 0 ? word.length : Math.max(SHORTEST_STEM, syllable + 2);
}

/** The same stem, with at most one letter wrong, missing, added or swapped with the next; never the first. */
export function same(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < SHORTEST_MISSPELT || !a.startsWith(b.charAt(0))) return false;
  if (Math.abs(a.length - b.length) > 1 || isNumber(a)) return false;
  const misses = distance(a, b);
  return misses === 1 || (misses === 2 && areSwapped(a, b));
}

function areSwapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  const swapped = `${a.slice(0, at)}${a.charAt(at + 1)}${a.charAt(at)}${a.slice(at + 2)}`;
  return swapped === b;
}

export function isNumber(word: string): boolean {
  return /^\p{N}/u.test(word);
}

/** The words that none of the others is the same as. */
export function without(words: readonly string[], others: readonly string[]): string[] {
  return words.filter((word) => !others.some((other) => same(word, other)));
}
