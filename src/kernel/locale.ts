/** The languages people read, and how a client's language tag becomes one of them. */
export type Locale = 'sv' | 'en';

export const LOCALES: readonly Locale[] = ['sv', 'en'];

/** `sv-SE` -> `sv`, `en-GB` -> `en`; undefined for any other language, so that the caller falls back. */
export function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return LOCALES.find((locale) => locale === language);
}

/** One text in every language; what a guideline and a feature's `texts.ts` hold. */
export type Localised = Readonly<Record<Locale, string>>;
