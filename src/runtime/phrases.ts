/** From what a person typed to a verb: exact words, synonyms, small misspellings; else the nearest phrases. */
import { distance } from 'fastest-levenshtein';
import { LOCALES } from '../kernel/locale';
import type { Phrase } from '../kernel/phrase';

export type Understood =
  | { readonly phrase: Phrase }
  /** Nothing fits; the offered phrases that come nearest, best first. */
  | { readonly nearest: readonly Phrase[] };

/** Mistakes allowed per length of the phrase: none in a short word, two in a long phrase. */
function tolerance(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

const LONGEST = 60;

/** Lower case, single spaces, no punctuation at the ends: "Ny ansökan!" is "ny ansökan". */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}

export function understand(text: string, phrases: readonly Phrase[]): Understood {
  const said = plain(text).slice(0, LONGEST);
  const scored = phrases
    .flatMap((phrase) =>
      LOCALES.flatMap((locale) =>
        phrase.say[locale].map((words) => ({ phrase, words, off: distance(said, plain(words)) })),
      ),
    )
    .sort((a, b) => a.off - b.off);
  const best = scored[0];
  if (best && best.off <= tolerance(best.words.length)) return { phrase: best.phrase };
  const near = scored.filter(({ phrase, words, off }) => phrase.offered && off <= words.length / 2);
  return { nearest: [...new Set(near.map(({ phrase }) => phrase))].slice(0, 3) };
}
