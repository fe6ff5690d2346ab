/** Finds accounts by what a reader has chosen, and by nothing that this reader may not see (G-7.2b). Pure. */
import type { Person } from '../../kernel/actor';
import type { Moment } from '../../kernel/matter';
import { departmentOf, type Organisation } from '../../kernel/organisation';
import { MINE, SERVED, type Filter } from './filter';
import { folded, holds, resembling, soughtIn } from './likeness';
import { Account, hostOf, normaliseHandle, type AccountRow } from './model';
import { answersFor, departmentsServed, seesAll } from './policy';

export interface Found {
  readonly rows: readonly AccountRow[];
  /** True where nothing holds the words themselves: these are only like them. */
  readonly near: boolean;
}

/** By department, then by name. */
export function find(rows: readonly AccountRow[], filter: Filter, viewer: Person, moment: Moment): Found {
  const sorted = [...chosen(rows, filter, viewer, moment)].sort(compare);
  const words = soughtIn(handleIn(filter.words));
  const names = soughtIn(filter.responsible);
  if (words.length + names.length === 0) return { rows: sorted, near: false };

  const texts = sorted.map((row) => textOf(row, viewer, moment));
  const exact = texts.filter(({ text, name }) => holds(text, words) && holds(name, names));
  if (exact.length > 0) return { rows: exact.map(({ row }) => row), near: false };
  const [likeWords, likeNames] = [resembling(words), resembling(names)];
  const near = texts.filter(({ text, name }) => likeWords(text) && likeNames(name));
  return { rows: near.map(({ row }) => row), near: near.length > 0 };
}

/** What of a filter names something that exists; the rest of it is dropped. */
export function known(filter: Filter, rows: readonly AccountRow[], { organisation }: Moment): Filter {
  const { department, platform, status } = filter;
  const isDepartment =
    [SERVED, MINE].includes(department) ||
    departmentsIn(rows, organisation).some(({ id }) => id === department);
  return {
    ...filter,
    department: isDepartment ? department : '',
    platform: rows.some((row) => row.platform === platform) ? platform : '',
    status: Account.shape.status.safeParse(status).success ? status : '',
  };
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Of the organisation, and those that left it but still have accounts, which are known by their ids. */
export function departmentsIn(rows: readonly AccountRow[], organisation: Organisation): readonly Named[] {
  const ids = new Set([
    ...organisation.departments.map(({ id }) => id),
    ...rows.map(({ department }) => department),
  ]);
  return [...ids]
    .map((id) => ({ id, name: departmentName(id, organisation) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

export function departmentName(id: string, organisation: Organisation): string {
  return departmentOf(organisation, id)?.name ?? id;
}

/** Platforms with accounts, but for those that the guideline does not name: their names are anybody's words. */
export function platformsIn(rows: readonly AccountRow[]): readonly Named[] {
  const names = new Map(rows.map(({ platform, platformName }) => [platform, platformName]));
  names.delete(OTHER);
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

/** The platform of accounts on a platform that the guideline does not name. */
export const OTHER = 'other';

function chosen(
  rows: readonly AccountRow[],
  { department, platform, status }: Filter,
  viewer: Person,
  moment: Moment,
): readonly AccountRow[] {
  const served = department === SERVED ? departmentsServed(viewer, moment) : [department];
  return rows.filter(
    (row) =>
      (platform === '' || row.platform === platform) &&
      (status === '' || row.status === status) &&
      (department === '' ||
        (department === MINE ? answersFor(viewer, row) : served.includes(row.department))),
  );
}

/** What this viewer may find a row by, folded: its public fields, and the responsible person where they are seen. */
function textOf(
  row: AccountRow,
  viewer: Person,
  moment: Moment,
): { readonly row: AccountRow; readonly text: string; readonly name: string } {
  const name = seesAll(viewer, row, moment) ? row.responsible.name : '';
  const department = departmentName(row.department, moment.organisation);
  const text = [row.handle, row.platformName, row.unit, department, row.purpose, name].join('\n');
  return { row, text: folded(text), name: folded(name) };
}

/** A pasted link is looked for by the handle in it. */
function handleIn(words: string): string {
  return hostOf(words) === undefined ? words : (normaliseHandle(words) ?? words);
}

function compare(a: AccountRow, b: AccountRow): number {
  return a.department.localeCompare(b.department, 'sv') || a.handle.localeCompare(b.handle, 'sv');
}
