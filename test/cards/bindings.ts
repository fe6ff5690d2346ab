/** Finds which data a template shows where, and lists what may stand outside a TextRun. */
import type { Json } from '../../src/adapters/cards/templates';

export interface Binding {
  /** Type of the element, such as `TextBlock`. */
  readonly element: string;
  readonly property: string;
  /** Place in the data, `facts.words` for the words of every fact. */
  readonly path: string;
}

/** Properties that people read. */
export const TEXTS: readonly string[] = [
  'text',
  'title',
  'label',
  'errorMessage',
  'altText',
  'tooltip',
  'placeholder',
  'fallbackText',
  'speak',
];

/** Wording of ours, which a client may show as Markdown: in TextBlock, labels, titles and choices. */
export const OUR_WORDING: ReadonlySet<string> = new Set([
  'summary',
  'title',
  'heading',
  'facts.label',
  'more.label',
  'searchTitle',
  'quick.title',
  'moreTitle',
  'historyTitle',
  'earlierTitle',
  'extra.title',
  'extra.rows.label',
  'choices.button.title',
  'rows.button.title',
  'lines.button.title',
  'buttons.title',
  'pager.title',
  'open.title',
  'twins.button.title',
  'opens.title',
  'upload.title',
  'pictures.title',
  'whatTitle',
  'fold.title',
  'pages.title',
  'pages.turns.title',
  'pages.buttons.title',
  'asides.title',
  'asides.button.title',
  'fold.fields.label',
  'fold.fields.mark',
  'fold.fields.beside',
  'fold.fields.help',
  'fold.fields.error',
  'fold.fields.swatchRows.swatches.name',
  'pages.fields.label',
  'pages.fields.mark',
  'pages.fields.beside',
  'pages.fields.help',
  'pages.fields.error',
  'pages.fields.swatchRows.swatches.name',
  'asides.fields.label',
  'asides.fields.mark',
  'asides.fields.beside',
  'asides.fields.help',
  'asides.fields.error',
  'asides.fields.swatchRows.swatches.name',
  'aside.title',
  'aside.button.title',
  'aside.fields.label',
  'aside.fields.mark',
  'aside.fields.beside',
  'aside.fields.help',
  'aside.fields.error',
  'aside.fields.swatchRows.swatches.name',
  'fields.label',
  'fields.mark',
  'fields.beside',
  'fields.help',
  'fields.error',
  'fields.swatchRows.swatches.name',
]);

/** Every binding of a property that people read, with the data it comes from. */
export function bindings(template: Json, scope: readonly string[] = []): readonly Binding[] {
  if (typeof template !== 'object' || template === null) return [];
  if (isList(template)) return template.flatMap((item) => bindings(item, scope));
  const [data] = paths(template['$data'] ?? '', scope);
  const inner = data === undefined ? scope : data.split('.');
  return Object.entries(template).flatMap(([property, value]) =>
    typeof value === 'string' && TEXTS.includes(property)
      ? paths(value, inner).map((path) => ({ element: elementOf(template['type']), property, path }))
      : bindings(value, inner),
  );
}

function paths(text: Json, scope: readonly string[]): readonly string[] {
  if (typeof text !== 'string') return [];
  return [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, path = '']) => [...scope, path].join('.'));
}

function elementOf(type: Json | undefined): string {
  return typeof type === 'string' ? type : '';
}

function isList(node: Json): node is readonly Json[] {
  return Array.isArray(node);
}

/** The text without its bindings: signs at most, never a word. */
export function wordsOf(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, '');
}
