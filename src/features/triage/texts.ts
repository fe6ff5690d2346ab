/** Every word a person reads about triage. */
import type { Refusal } from '../../kernel/decision';
import type { Locale } from '../../kernel/locale';
import { en } from './texts-en';
import type { Texts } from './texts-shape';
import { sv } from './texts-sv';

export type { Texts } from './texts-shape';

export const texts: Readonly<Record<Locale, Texts>> = { sv, en };

/** The sentence for a refusal on one of this feature's cards. */
export function refusalOf({ code, details }: Refusal, { refusals }: Texts): string {
  if (code === 'held') return refusals.held(String(details?.['name'] ?? ''));
  const known = Object.hasOwn(refusals, code)
    ? (code as Exclude<keyof Texts['refusals'], 'held'>)
    : 'forbidden';
  return refusals[known];
}
