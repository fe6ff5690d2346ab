/** The templates as they are written: no wording, nothing typed outside a TextRun, a fallback on every card. */
import type { Json } from '../../src/adapters/cards/templates';
import { bindings, OUR_WORDING, TEXTS, wordsOf } from './bindings';
import { SAMPLES, stored, TEMPLATES } from './samples';

const CARDS = [...TEMPLATES];

describe.each(CARDS)('%s', (card, template) => {
  test('holds no wording: every text is a binding', () => {
    const wording = texts(template).filter((text) => /\p{L}/u.test(wordsOf(text)));

    expect(wording).toEqual([]);
  });

  test('shows outside a TextRun nothing but wording of ours', () => {
    const typed = bindings(template).filter(
      ({ element, path }) => element !== 'TextRun' && !OUR_WORDING.has(path),
    );

    expect(typed).toEqual([]);
  });

  test('is version 1.5, with the summary for clients that cannot show it and for those that read aloud', () => {
    expect(template).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: '${summary}',
      speak: '${summary}',
    });
  });

  test('has samples in which both languages have the same parts', () => {
    const samples = stored(card);

    expect(samples.length).toBeGreaterThan(0);
    for (const { sv, en } of samples) expect(shape(en)).toEqual(shape(sv));
  });
});

test('the list of our wording names no data that is not shown', () => {
  const shown = new Set(CARDS.flatMap(([, template]) => bindings(template).map(({ path }) => path)));

  expect([...OUR_WORDING].filter((path) => !shown.has(path))).toEqual([]);
});

/** What the renderer makes of a field. */
const MADE = /^((asides?|fold|pages)\.)?fields\.(mark|beside|swatchRows\.)/;
/**
 * All cards share one block for a field; only one form asks something at an answer, what is wrong is not folded, and a
 * choice of what to list is never wrong.
 */
const NEVER =
  /^(?!applications\/form: ).*fields\.asked$|fold\.fields\.problem$|^triage\/queue: asides\.fields\.problem$/;

test('the samples show every text of every card at least once', () => {
  const missing = CARDS.flatMap(([card, template]) => {
    const samples = SAMPLES.filter(({ view }) => view.card === card).map(({ view }) => view.data);
    return bindings(template)
      .filter(({ path }) => !MADE.test(path) && !samples.some((data) => reaches(data, path.split('.'))))
      .map(({ path }) => `${card}: ${path}`)
      .filter((place) => !NEVER.test(place));
  });

  expect(missing).toEqual([]);
});

function texts(node: Json): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([property, value]: [string, Json]) =>
    typeof value === 'string' ? (TEXTS.includes(property) ? [value] : []) : texts(value),
  );
}

function shape(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return typeof data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => [key, shape(value)]),
  );
}

function reaches(data: unknown, [first, ...rest]: readonly string[]): boolean {
  if (Array.isArray(data)) return data.some((item) => reaches(item, [first ?? '', ...rest]));
  if (typeof data !== 'object' || data === null || first === undefined) return false;
  const value = (data as Record<string, unknown>)[first];
  return rest.length === 0 ? typeof value === 'string' : reaches(value, rest);
}
