/** Cases of the departments that somebody serves: chosen, in order, and as a table for the diary system (G-7.1). Pure. */
import { z } from 'zod';
import type { Person } from '../../kernel/actor';
import { dayIn, plusDays } from '../../kernel/calendar';
import { departmentsSeenBy } from '../../kernel/offices';
import { isLate } from './deadlines';
import type { Ground } from './facts';
import { mayRead } from './masking';
import type { Status } from './model';
import type { CaseRow } from './rows';

export const AGES = ['late', 'week', 'month'] as const;
export type Age = (typeof AGES)[number];

/** A choice that is no id. */
export const ANY = '*';

/** Each empty for no choice; ids may name what does not exist, and then nothing is found. */
export interface Chosen {
  readonly department: string;
  /** Id of a question. */
  readonly category: string;
  /** A status, or empty for everything that is not closed. */
  readonly step: string;
  readonly age: string;
}

const choice = z
  .string()
  .max(80)
  .default('')
  .transform((id) => (id === ANY ? '' : id));
export const chosen = z.object({ department: choice, category: choice, step: choice, age: choice });

const CLOSED: readonly Status[] = ['done', 'handed', 'withdrawn'];
const DAYS: Readonly<Record<Exclude<Age, 'late'>, number>> = { week: 7, month: 30 };

/** The most pressing first. What somebody may not read is never found by what it is about. */
export function find(
  rows: readonly CaseRow[],
  wanted: Chosen,
  viewer: Person,
  groundOf: (row: CaseRow) => Ground,
): CaseRow[] {
  const [first] = rows;
  const departments = first ? departmentsSeenBy(viewer.id, groundOf(first).moment) : [];
  return rows
    .filter(({ state }) => departments.includes(state.department))
    .filter(({ state }) => wanted.department === '' || state.department === wanted.department)
    .filter(({ state }) =>
      wanted.step === '' ? !CLOSED.includes(state.status) : state.status === wanted.step,
    )
    .filter(
      (row) => wanted.category === '' || categoriesFor(row, viewer, groundOf(row)).includes(wanted.category),
    )
    .filter((row) => wanted.age === '' || isOf(wanted.age, row, groundOf(row)))
    .sort((a, b) => compare(a.state.since, b.state.since) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ids of the questions that were answered with yes; none of a case that this person may not read. */
export function categoriesFor({ state }: CaseRow, { id }: Person, ground: Ground): readonly string[] {
  return 'suggestion' in state && mayRead(id, state, ground) ? state.suggestion.yes : [];
}

function isOf(age: string, { state }: CaseRow, ground: Ground): boolean {
  if (age === 'late') return isLate(state, ground);
  if (age !== 'week' && age !== 'month') return false;
  const { today, organisation } = ground.moment;
  return dayIn(organisation.timeZone, state.openedAt) <= plusDays(today, -DAYS[age]);
}
