/** Figures for the follow-up: what posts were about, how long the steps took, and what the guideline did not answer (G-9). Pure. */
import type { CaseRow } from './rows';

export interface Figures {
  readonly cases: number;
  /** By id of the question, of cases answered with yes; a case may be about several. */
  readonly byCategory: Readonly<Record<string, number>>;
  /** By month `YYYY-MM`, in which they were begun. */
  readonly byMonth: Readonly<Record<string, number>>;
  /** Half of the cases took this many hours or fewer, from the beginning; absent where none came so far. */
  readonly hours: Readonly<Partial<Record<'evidence' | 'registration' | 'removal' | 'done', number>>>;
  /** Cases with an answer that was unsure, and cases decided against what was suggested. */
  readonly unsure: number;
  readonly overruled: number;
  /** Ids of those cases: for the yearly review of the guideline. */
  readonly review: readonly string[];
}

const HOUR_MS = 3_600_000;

/** Of cases that were assessed; numbers alone, so that what is secret is counted too. */
export function figuresOf(rows: readonly CaseRow[]): Figures {
  const assessed = rows.filter(({ state }) => 'suggestion' in state);
  const unsure = assessed.filter(({ state }) => 'suggestion' in state && state.suggestion.unsure.length > 0);
  const overruled = assessed.filter(({ state }) => 'ruling' in state && state.ruling.against !== undefined);
  return {
    cases: assessed.length,
    byCategory: counted(assessed.flatMap(({ state }) => ('suggestion' in state ? state.suggestion.yes : []))),
    byMonth: counted(assessed.map(({ state }) => state.openedAt.slice(0, 7))),
    hours: {
      ...half('evidence', assessed, ({ state }) => ('evidence' in state ? state.evidence.at : undefined)),
      ...half('registration', assessed, ({ state }) =>
        'registration' in state ? state.registration.at : undefined,
      ),
      ...half('removal', assessed, ({ state }) => ('removal' in state ? state.removal.at : undefined)),
      ...half('done', assessed, ({ state }) => (state.status === 'done' ? state.doneAt : undefined)),
    },
    unsure: unsure.length,
    overruled: overruled.length,
    review: [...new Set([...unsure, ...overruled].map(({ id }) => id))],
  };
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function half(
  step: keyof Figures['hours'],
  rows: readonly CaseRow[],
  at: (row: CaseRow) => string | undefined,
): Figures['hours'] {
  const hours = rows
    .flatMap((row) => {
      const then = at(row);
      return then === undefined ? [] : [(Date.parse(then) - Date.parse(row.state.openedAt)) / HOUR_MS];
    })
    .sort((a, b) => a - b);
  const middle = hours[Math.ceil(hours.length / 2) - 1];
  return middle === undefined ? {} : { [step]: middle };
}
