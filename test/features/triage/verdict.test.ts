/** Triage suggests: no text of any language says what a post is in law, and every paragraph is one that is in force (G-8). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { paragraphsOn, secrecyParagraphs } from '../../../src/features/triage/rules';
import { texts } from '../../../src/features/triage/texts';
import { parseGuideline } from '../../../src/guidelines/load';
import { LOCALES, type Locale } from '../../../src/kernel/locale';
import { changed, sundsvall } from '../../guidelines/sundsvall';

const GUIDELINE = sundsvall();
const TODAY = '2026-11-23';

/** What only a court can say. */
const VERDICTS: Readonly<Record<Locale, RegExp>> = {
  sv: /(?<!\p{L})((är|var|utgör|blir)( \p{L}+){0,3} (brott|brottslig\p{L}*|olaglig\p{L}*|straffbar\p{L}*|kriminell\p{L}*|förbjud\p{L}*|lagstridig\p{L}*|olovlig\p{L}*|förtal)|bryter mot lag\p{L}*|begått|gärningsman\p{L}*|skyldig till|har gjort sig skyldig|strider mot lag\p{L}*)(?!\p{L})/iu,
  en: /\b((is|was|are|constitutes)( \w+){0,3} (a crime|criminal|illegal|unlawful|punishable|forbidden|prohibited|an offence|defamation)|(breaks|violates|breaches) (the|a) law|guilty|committed|against the law|perpetrator)\b/i,
};

function textsIn(value: unknown, locale: Locale): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return [String((value as (...given: unknown[]) => unknown)('Karin', 'Kim', 'Anna'))];
  if (typeof value !== 'object' || value === null) return [];
  if ('sv' in value && 'en' in value) return textsIn((value as Record<string, unknown>)[locale], locale);
  return Object.values(value).flatMap((inner) => textsIn(inner, locale));
}

function everyText(locale: Locale): string[] {
  const { triage, laws } = GUIDELINE;
  return [texts[locale], triage, laws].flatMap((part) => textsIn(part, locale));
}

describe.each(LOCALES)('The texts in %s', (locale) => {
  it('G-8: hold no legal verdict', () => {
    const all = everyText(locale);

    expect(all.length).toBeGreaterThan(300);
    expect(all.filter((text) => VERDICTS[locale].test(text))).toEqual([]);
  });

  it('say that a post may touch, and that people decide', () => {
    const { suggestion } = texts[locale];

    expect(suggestion.touches('x')).toMatch(
      locale === 'sv' ? /^Inlägget kan beröra x/ : /^The post may touch x/,
    );
    expect(suggestion.people).toMatch(locale === 'sv' ? /bestämmer/ : /decide/);
  });
});

it.each([
  ['sv', 'Inlägget är brottsligt.'],
  ['sv', 'Det är olagligt att skriva så.'],
  ['sv', 'Detta är enligt lagen straffbart.'],
  ['sv', 'Han är skyldig till hets.'],
  ['en', 'This is illegal.'],
  ['en', 'The post is clearly a crime.'],
  ['en', 'It violates the law.'],
] as const)('a verdict in %s would be seen: %s', (locale, text) => {
  expect(VERDICTS[locale].test(text)).toBe(true);
});

describe('Paragraphs', () => {
  const named = (guideline = GUIDELINE) => [
    ...guideline.triage.questions.flatMap(({ references }) => references),
    ...Object.values(guideline.triage.safety).flatMap(({ references }) => references),
    ...guideline.triage.culling.references,
  ];

  it('G-8: every one that is named stands in the dated table and is in force', () => {
    const found = paragraphsOn(TODAY, named(), GUIDELINE).map(({ reference }) => reference.id);

    expect(new Set(found)).toEqual(new Set(named()));
  });

  it('G-8: one that has ended is not named any more, and neither is one whose law has', () => {
    const parsed = parseGuideline(changed('triage.references.7.until', '2026-11-22'), 'mine');
    if (!parsed.ok) throw new Error('not read');
    const id = parsed.guideline.triage.references[7]!.id;
    const laws = GUIDELINE.laws.map((law) =>
      law.id === 'penal-code' ? { ...law, until: '2026-11-22' } : law,
    );

    expect(paragraphsOn('2026-11-22', [id], parsed.guideline)).toHaveLength(1);
    expect(paragraphsOn('2026-11-23', [id], parsed.guideline)).toHaveLength(0);
    expect(paragraphsOn(TODAY, [id], { ...GUIDELINE, laws })).toHaveLength(0);
  });

  it('G-8: what a question of another municipality names of a repealed law is left out', () => {
    const file = join(__dirname, '../../guidelines/data/exempelstad-2026.yaml');
    const parsed = parseGuideline(parse(readFileSync(file, 'utf8')), 'exempelstad');
    if (!parsed.ok) throw new Error('not read');
    const [rude] = parsed.guideline.triage.questions;

    expect(rude!.references).toEqual(['pul-1', 'osl-5-1']);
    expect(paragraphsOn(TODAY, rude!.references, parsed.guideline).map(({ law }) => law.id)).toEqual(['osl']);
  });

  it('G-7.1b6: a registrar chooses among the paragraphs of secrecy', () => {
    const ids = secrecyParagraphs(TODAY, GUIDELINE).map(({ reference }) => reference.id);

    expect(ids).toEqual(['osl-21-1', 'osl-23-2', 'osl-25-1', 'osl-26-1']);
  });
});
