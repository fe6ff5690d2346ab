/** Every sample, drawn by the official renderer: complete, small enough, and people's words as their own characters. */
import { LOCALES } from '../../src/kernel/locale';
import type { View } from '../../src/kernel/view';
import { shown } from '../../src/kernel/words';
import { renderCard, type Rendered } from '../support/render-card';
import { bindings } from './bindings';
import { BATCHES, HOSTILE, LONG } from './hostile';
import { RENDERER, SAMPLES, TEMPLATES } from './samples';

/** Teams takes about 28 KB. */
const MOST_BYTES = 28_000;

type Node = Readonly<Record<string, unknown>>;

describe.each(SAMPLES)('$title', ({ view }) => {
  const json = RENDERER.card(view);
  const nodes = all(json);
  const inputs = nodes.filter(({ type }) => String(type).startsWith('Input.'));
  const behind = new Set(nodes.filter(({ isVisible }) => isVisible === false).flatMap((node) => all(node)));

  test('is drawn without a complaint', () => {
    expect(renderCard(json).problems).toEqual([]);
  });

  test('has every binding filled in', () => {
    expect(JSON.stringify(json)).not.toMatch(/\$\{|undefined|\bnull\b/);
  });

  test('fits in a message', () => {
    expect(Buffer.byteLength(JSON.stringify(json))).toBeLessThan(MOST_BYTES);
  });

  test('has a label, an error message and a length on every input, and at most five in sight', () => {
    for (const input of inputs) {
      expect(input['errorMessage']).toMatch(/\p{L}/u);
      expect(input['label'] ?? input['title']).toMatch(/\p{L}/u);
      if (input['type'] === 'Input.Text') expect(input['maxLength']).toEqual(expect.any(Number));
    }
    expect(inputs.filter((input) => !behind.has(input)).length).toBeLessThanOrEqual(5);
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
  });

  test('shows every choice where there are at most seven', () => {
    for (const { style, choices } of inputs.filter(({ type }) => type === 'Input.ChoiceSet')) {
      if (style === 'expanded') expect((choices as readonly unknown[]).length).toBeLessThanOrEqual(7);
    }
  });

  test('offers one primary action, first, and at most three others, the dangerous one last', () => {
    const styles =
      ((json as Node)['actions'] as readonly Node[] | undefined)?.map(({ style }) => style) ?? [];

    expect(styles.length).toBeLessThanOrEqual(4);
    expect(styles.slice(1)).not.toContain('positive');
    expect(styles.slice(0, -1)).not.toContain('destructive');
  });
});

describe.each([...TEMPLATES])('words that people typed in %s', (card, template) => {
  const typed = [
    ...bindings(template)
      .filter(({ element }) => element === 'TextRun')
      .map(({ path }) => path.split('.')),
    ['fields', 'value'],
    ['aside', 'fields', 'value'],
    ['asides', 'fields', 'value'],
    ['fold', 'fields', 'value'],
  ];
  const views = LOCALES.flatMap((locale) =>
    differing(
      SAMPLES.filter((sample) => sample.card === card && sample.locale === locale).map(({ view }) =>
        few(view),
      ),
      typed,
    ),
  );
  const harmless = views.map((view) => renderCard(RENDERER.card(view)));

  test.each(BATCHES.map((texts) => [named(texts), texts.join('\n\n')]))('%s', (_, text) => {
    for (const [index, view] of views.entries()) {
      const data = typed.reduce((changed: unknown, path) => replaced(changed, path, shown(text)), view.data);

      const json = RENDERER.card({ ...view, data: data as object });
      const hostile = renderCard(json);

      expect(Buffer.byteLength(JSON.stringify(json))).toBeLessThan(MOST_BYTES);
      expect(hostile.problems).toEqual([]);
      expect(elements(hostile.element)).toEqual(elements(harmless[index]!.element));
      expect(runs(hostile.element).every((run) => run.includes(shown(text)))).toBe(true);
      expect(typedValues(hostile)).toEqual(typedValues(harmless[index]!).map(() => oneLine(shown(text))));
    }
  });
});

test('there are more than 300 of them, all different', () => {
  expect(new Set(HOSTILE).size).toBeGreaterThan(300);
  expect(HOSTILE).toHaveLength(new Set(HOSTILE).size);
});

describe.each([...TEMPLATES.keys()])('%s with far too long words everywhere people read', (card) => {
  const read = ['words', 'next', 'notice', 'name', 'about', 'asked', 'what', 'responsible', 'text'];

  test.each(LONG.map((text) => [text.slice(0, 8), text]))('%s… is shortened until it fits', (_, text) => {
    for (const { view } of SAMPLES.filter((sample) => sample.card === card)) {
      const data = replacedEverywhere(short(view).data, read, text) as object;

      const json = RENDERER.card({ ...view, data });

      expect(Buffer.byteLength(JSON.stringify(json))).toBeLessThan(MOST_BYTES);
      expect(renderCard(json).problems).toEqual([]);
    }
  });
});

function replacedEverywhere(data: unknown, keys: readonly string[], text: string): unknown {
  if (Array.isArray(data)) return data.map((item) => replacedEverywhere(item, keys, text));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) =>
      typeof value === 'string' && keys.includes(key)
        ? [key, text]
        : // What a button sends back is limited where it is taken in.
          [key, key === 'data' ? value : replacedEverywhere(value, keys, text)],
    ),
  );
}

/** The beginnings of the first texts, as a test's title. */
function named(texts: readonly string[]): string {
  const first = texts.slice(0, 4).map((text) => JSON.stringify(text.slice(0, 24)));
  return `${first.join(' ')} and ${texts.length - first.length} more`;
}

/** The samples that show a typed text which none before them shows. */
function differing(views: readonly View[], typed: readonly (readonly string[])[]): readonly View[] {
  const seen = new Set<string>();
  return views.filter(({ data }) => {
    const before = JSON.stringify(data);
    const shows = typed.filter(
      (path) => !seen.has(path.join('.')) && JSON.stringify(replaced(data, path, '?')) !== before,
    );
    for (const path of shows) seen.add(path.join('.'));
    return shows.length > 0;
  });
}

/** Two rows show as much as ten. */
function short(view: View): View {
  const { rows } = view.data as { readonly rows?: readonly unknown[] };
  return rows === undefined ? view : { ...view, data: { ...view.data, rows: rows.slice(0, 2) } };
}

/** Two of every list that only repeats itself, so that many texts fit at once; inputs are all kept. */
function few(view: View): View {
  const data = Object.entries(view.data).map(([key, value]: [string, unknown]) => [
    key,
    Array.isArray(value) && !['fields', 'buttons', 'choices'].includes(key) ? value.slice(0, 2) : value,
  ]);
  return { ...view, data: Object.fromEntries(data) as View['data'] };
}

/** The words of all text runs but labels, which are wording of ours. */
function runs(element: HTMLElement): readonly string[] {
  return [...element.querySelectorAll('.ac-textRun')]
    .filter((run) => run.closest('label') === null)
    .map((run) => run.textContent);
}

/** Counts elements by name: a link or a mention would add one. */
function elements(element: HTMLElement): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const { tagName } of element.querySelectorAll('*')) counted[tagName] = (counted[tagName] ?? 0) + 1;
  return counted;
}

function typedValues({ card }: Rendered): readonly string[] {
  return card
    .getAllInputs()
    .filter((input) => input.getJsonTypeName() === 'Input.Text')
    .map(({ value }) => oneLine(String(value)));
}

/** A single-line input drops line breaks, and some clients trim. */
function oneLine(text: string): string {
  return text.replace(/\s/g, '');
}

/** Puts the text at every place of the path that the sample has. */
function replaced(data: unknown, path: readonly string[], text: string): unknown {
  if (Array.isArray(data)) return data.map((item) => replaced(item, path, text));
  const [first, ...rest] = path;
  if (typeof data !== 'object' || data === null || first === undefined || !(first in data)) return data;
  const value = (data as Record<string, unknown>)[first];
  return { ...data, [first]: rest.length === 0 ? text : replaced(value, rest, text) };
}

function all(node: unknown): readonly Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap((value: unknown) => all(value));
  return Array.isArray(node) ? below : [node as Node, ...below];
}
