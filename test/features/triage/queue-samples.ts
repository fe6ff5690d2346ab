/** What the files beside the template of the queue show: cases in a list, and the figures. */
import { figuresOf } from '../../../src/features/triage/figures';
import { createLists } from '../../../src/features/triage/lists';
import type { Chosen } from '../../../src/features/triage/queue';
import { presentFigures, presentQueue } from '../../../src/features/triage/queue-card';
import { rowOf, type CaseRow } from '../../../src/features/triage/rows';
import type { Locale } from '../../../src/kernel/locale';
import type { View } from '../../../src/kernel/view';
import { person } from '../world';
import { answers, ASKING, at, GUIDELINE, SECURED, walk, type Step } from './walk';

const TABLE = 'https://kanalvakt.example/download/token';
const NOTHING: Chosen = { department: '', category: '', step: '', age: '' };
const guidelines = { current: () => GUIDELINE, version: () => GUIDELINE };

export function rowsOf(...walks: readonly (readonly Step[])[]): CaseRow[] {
  return walks.map((steps, index) =>
    rowOf({
      kind: 'case',
      id: `2026-11-23-aaaaaaaaaaaaaaaaaaak3f${String(index).padStart(3, '0')}`,
      revision: 1,
      state: walk(steps),
      events: [],
    }),
  );
}

const SECRET: readonly Step[] = [...ASKING, ['anna', answers('secret')]];
const UNSURE: readonly Step[] = [...ASKING, ['anna', answers('?views')]];

function listed(rows: readonly CaseRow[], locale: Locale) {
  const { lineOf } = createLists(guidelines, () => {
    throw new Error('a line is made from its row alone');
  });
  return rows.map((row) => lineOf(row, person('rolf', locale), at()));
}

function queueOf(rows: readonly CaseRow[], locale: Locale, page = 1): View {
  return presentQueue({
    lines: listed(rows, locale),
    chosen: NOTHING,
    table: TABLE,
    viewer: person('rolf', locale),
    moment: at(),
    guideline: GUIDELINE,
    locale,
    page,
  });
}

function figures(rows: readonly CaseRow[], locale: Locale): View {
  const counted = figuresOf(rows);
  const review = rows.filter(({ id }) => counted.review.includes(id));
  return presentFigures({
    figures: counted,
    lines: listed(review, locale),
    viewer: person('rolf', locale),
    moment: at(),
    guideline: GUIDELINE,
    locale,
    page: 1,
  });
}

export const QUEUE: Readonly<Record<string, (locale: Locale) => View>> = {
  'what is under way': (locale) => queueOf(rowsOf(SECURED, SECRET, UNSURE), locale),
  'the second page of many': (locale) =>
    queueOf(rowsOf(...Array.from({ length: 23 }, () => SECURED)), locale, 2),
  'nothing of what was chosen': (locale) => queueOf([], locale),
  figures: (locale) => figures(rowsOf(SECURED, SECRET, UNSURE), locale),
  'no figures yet': (locale) => figures([], locale),
};
