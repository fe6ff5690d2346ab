/** Every word a person reads: plain Swedish, measured; English for each of them; no shouting, no abbreviations. */
import { uploadTexts } from '../../src/adapters/http/upload-texts';
import { features } from '../../src/features/index';
import { NO_LINKS } from '../support/no-links';
import { texts as applications } from '../../src/features/applications/texts';
import { texts as archiving } from '../../src/features/archiving/texts';
import { texts as home } from '../../src/features/home/texts';
import { texts as register } from '../../src/features/register/texts';
import { texts as triage } from '../../src/features/triage/texts';
import { LOCALES, type Locale, type Localised } from '../../src/kernel/locale';
import { sundsvall } from '../guidelines/sundsvall';
import { counted, lix } from '../support/lix';

interface Text {
  readonly place: string;
  readonly text: string;
}

const guideline = sundsvall();
const PHRASES = features({ current: () => guideline, version: () => guideline }, NO_LINKS).flatMap(
  ({ phrases }) => phrases,
);

/** What a function in `texts` is called with: every detail that any of them fills in, then plain values. */
const DETAILS = {
  name: 'Karin',
  names: 'Karin, Kim',
  what: 'Karin godkände ansökan måndag 23 november.',
  handle: '@biblioteket',
  words: 'Ok.',
  max: 600,
  count: 2,
};

/** What a season's figures may be. */
const FIGURES = {
  all: 12,
  done: 7,
  impossible: 1,
  waiting: 4,
  snoozed: 1,
  disputed: 1,
  late: 1,
  unreachable: 1,
  doubled: 0,
};

/** The texts of all features, and of the guideline that a form shows; functions called with sample arguments. */
function textsIn(locale: Locale): Text[] {
  const all = {
    applications: applications[locale],
    archiving: archiving[locale],
    home: home[locale],
    register: register[locale],
    triage: triage[locale],
    upload: uploadTexts[locale],
  };
  const { questions, responseTimes, frequencies, checklist } = guideline.application;
  const localised = [...questions, ...checklist].map(({ text }) => text[locale]);
  const help = questions.flatMap((question) => question.help?.[locale] ?? []);
  const names = [...responseTimes, ...frequencies].map(({ name }) => name[locale]);
  return [
    ...Object.entries(all).flatMap(([feature, texts]) => walk(texts, feature)),
    ...PHRASES.map(({ verb, description }) => ({ place: `phrase ${verb}`, text: description[locale] })),
    ...[...localised, ...help, ...names].map((text) => ({ place: 'guideline', text })),
    ...localisedIn(guideline.triage).map((text) => ({ place: 'guideline.triage', text: text[locale] })),
  ];
}

/** Every text that a part of the guideline holds in both languages. */
function localisedIn(value: unknown): Localised[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sv' in value && 'en' in value) return [value as Localised];
  return Object.values(value).flatMap(localisedIn);
}

function walk(value: unknown, place: string): Text[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value === 'function') return samples(value as (...given: unknown[]) => string, place);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => walk(inner, `${place}.${key}`));
}

function samples(say: (...given: unknown[]) => string, place: string): Text[] {
  const texts = givenTo(place).map((given) => say(...given));
  return [...new Set(texts)].map((text) => ({ place, text }));
}

function givenTo(place: string): readonly (readonly unknown[])[] {
  if (place === 'applications.declined') return [[DETAILS]];
  if (place === 'archiving.overview.counts') return [[FIGURES], [{ ...FIGURES, impossible: 0 }]];
  if (place === 'archiving.overview.days') return [[0.5], [1], [2.5]];
  if (/\.(notices|problems)\./.test(place)) return [[DETAILS], [{ ...DETAILS, count: 1 }]];
  if (/\.(progress|since|page|count|todo|room)$/.test(place))
    return [
      [0, 1, 1],
      [1, 2, 2],
      [12, 3, 3],
    ];
  const [name, other, day] = ['Karin', 'Kim', 'måndag 23 november'];
  if (/happened\.(approved|rejected)$/.test(place))
    return [
      [name, ''],
      [name, other],
    ];
  return place.endsWith('decided')
    ? [
        [name, 'x', '', day],
        [name, 'x', other, day],
      ]
    : [[name, other, 'Anna', day]];
}

const SV = textsIn('sv');
const EN = textsIn('en');

/**
 * A label of two long words has a LIX of 102 and is easy to read all the same: the measure is made for running text,
 * so single texts are held to it from seven words on. All of them count together.
 */
const FEWEST_WORDS = 7;

test('G-5.2c: the Swedish texts together read easily, LIX at most 40', () => {
  const all = lix(SV.map(({ text }) => text));

  expect(SV.length).toBeGreaterThan(200);
  expect(all).toBeLessThanOrEqual(40);
});

test('G-5.2a: no single Swedish text is harder than LIX 60', () => {
  const hard = SV.filter(({ text }) => counted(text).words >= FEWEST_WORDS && lix([text]) > 60);

  expect(hard).toEqual([]);
});

test('no sentence goes on for more than twenty-five words', () => {
  const sentences = SV.flatMap(({ place, text }) =>
    text.split(/(?<=[.!?])\s/).map((sentence) => ({ place, sentence })),
  );

  expect(sentences.filter(({ sentence }) => counted(sentence).words > 25)).toEqual([]);
});

test('the measure counts as the definition says', () => {
  const text = 'Katten sover. Hunden undersöker trädgården noggrant!';

  expect(counted(text)).toEqual({ words: 6, long: 3, sentences: 2 });
  expect(lix([text])).toBe(6 / 2 + 50);
  expect(lix(['Öppna https://example.se nu'])).toBeGreaterThan(0);
  expect(lix([])).toBe(0);
});

test('nobody is shouted at: exclamation marks stand in the welcome and in thanks only', () => {
  const shouts = [...SV, ...EN].filter(({ text }) =>
    text.replace(/^(Hej|Hello|Tack|Thank you)!/, '').includes('!'),
  );

  expect(shouts).toEqual([]);
});

/** Whole words, also beside letters that JavaScript takes for signs. */
function whole(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}.])(${words})(?![\\p{L}])`, 'iu');
}

test('G-5.2c: no abbreviations', () => {
  const short = whole(
    't\\.? ?ex|bl\\.? ?a|d\\.?v\\.?s|m\\.? ?m|o\\.? ?s\\.? ?v|m\\.? ?fl|etc|ev|ca|resp|enl|p\\.?g\\.?a|fr\\.? ?o\\.? ?m|t\\.? ?o\\.? ?m|info|kl|nr|tel|st|mån|tis|ons|tors|fre|nov|dec',
  );
  const english = whole('e\\.g|i\\.e|etc|approx|asap|info|dept|no\\.');

  expect(['t.ex. så', 'T ex', 'dvs.', 'kl. 8', 'm.m.'].every((text) => short.test(text))).toBe(true);
  expect(SV.filter(({ text }) => short.test(text))).toEqual([]);
  expect(EN.filter(({ text }) => english.test(text))).toEqual([]);
});

test('people are called du, and the bot jag', () => {
  const stiff = whole(
    'skall|vänligen|erhåll\\p{L}*|avseende|härmed|användaren?|systemet|ogiltig\\p{L}*|felaktig\\p{L}*|beviljas?',
  );

  expect(SV.filter(({ text }) => stiff.test(text))).toEqual([]);
});

test('every text has its other language, and is not the same by mistake', () => {
  const places = (texts: readonly Text[]): string[] => [...new Set(texts.map(({ place }) => place))];
  const same = SV.flatMap(({ place, text }, at) =>
    EN[at]?.place === place && EN[at].text === text ? [text] : [],
  );

  expect(places(EN)).toEqual(places(SV));
  for (const text of same) expect(SAME).toContain(text);
});

/** Names and numbers, the same in both. */
const SAME = ['Kanalvakt', 'Karin, Kim', 'Karin: Kim', 'Karin, x, måndag 23 november', 'Karin, Kim, Anna'];

test('English texts hold no Swedish but names and the words a person may type', () => {
  const swedish = EN.filter(({ text }) =>
    /[åäö]/i.test(text.replace(/måndag 23 november|godkände ansökan/g, '')),
  );

  expect(swedish).toEqual([]);
});

test('nothing is left unfilled', () => {
  for (const { place, text } of [...SV, ...EN]) {
    expect({ place, text }).toEqual({
      place,
      text: expect.not.stringMatching(/undefined|NaN|\[object|\$\{|\s\.|\s{2}/),
    });
    expect(text.trim()).not.toBe('');
  }
});

test.each(LOCALES)('the words that %s texts tell people to type are words the bot knows', (locale) => {
  const known = PHRASES.flatMap(({ say }) => say[locale]);
  const told = textsIn(locale).flatMap(({ text }) =>
    [...text.matchAll(/[”“]([^”]+)”/g)].map(([, words]) => words),
  );

  expect(told.length).toBeGreaterThan(5);
  for (const words of told) expect(known).toContain(words);
});
