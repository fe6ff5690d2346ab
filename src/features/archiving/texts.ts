/** Every word a person reads about archiving. */
import type { Refusal } from '../../kernel/decision';
import type { Locale } from '../../kernel/locale';
import { en } from './texts-en';
import type { Texts } from './texts-shape';
import { sv } from './texts-sv';

export const texts: Readonly<Record<Locale, Texts>> = { sv, en };

/** The notice of a card: none where the input itself says what is wrong with it, and nothing is missing. */
export function noticeOf(notice: Refusal | undefined, words: Texts): { readonly notice?: string } {
  if (notice === undefined) return {};
  const problems = Object.values(notice.fields ?? {});
  const said = notice.code === 'invalid' && problems.length > 0 && !problems.includes('missing');
  return said ? {} : { notice: refusalOf(notice.code, words) };
}

/** The sentence for a refusal on one of this feature's cards. */
function refusalOf(code: string, words: Texts): string {
  const { refusals } = words;
  return Object.hasOwn(refusals, code) ? refusals[code as keyof Texts['refusals']] : refusals.forbidden;
}
