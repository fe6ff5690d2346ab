/** Every word a person reads about archiving. */
import type { Locale } from '../../kernel/locale';
import { en } from './texts-en';
import type { Texts } from './texts-shape';
import { sv } from './texts-sv';

export const texts: Readonly<Record<Locale, Texts>> = { sv, en };

/** The sentence for a refusal on one of this feature's cards. */
export function refusalOf(code: string, words: Texts): string {
  const { refusals } = words;
  return Object.hasOwn(refusals, code) ? refusals[code as keyof Texts['refusals']] : refusals.forbidden;
}
