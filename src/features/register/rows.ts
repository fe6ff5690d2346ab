/** The thin row of an account, and the line it is in the list of somebody's own cases. Pure. */
import type { Person } from '../../kernel/actor';
import type { Matter, Moment } from '../../kernel/matter';
import type { Line } from '../../kernel/view';
import { isolated } from '../../kernel/words';
import type { Account, AccountRow } from './model';
import { answersFor } from './policy';
import { departmentName } from './search';
import { texts, type Texts } from './texts';

export function rowOf({ id, state }: Matter<Account>): AccountRow {
  const { platform, platformName, handle, department, unit, status, purpose, activeSince } = state;
  const { responsible } = state;
  return {
    id,
    platform,
    platformName,
    handle,
    department,
    unit,
    status,
    purpose,
    activeSince,
    responsible: { name: responsible.name, ...idOf(responsible) },
    deputies: state.deputies.map(idOf),
  };
}

function idOf({ id }: Account['responsible']): { readonly id?: string } {
  return id === undefined ? {} : { id };
}

/** The accounts that a person is responsible for or deputises on. */
export function linesOf(
  rows: readonly AccountRow[],
  person: Person,
  { organisation }: Moment,
): readonly Line[] {
  const words = texts[person.locale];
  return rows
    .filter((row) => answersFor(person, row))
    .map((row) => ({
      matter: { kind: 'account', id: row.id },
      name: row.handle,
      about: [
        isolated(row.platformName),
        isolated(row.unit),
        departmentName(row.department, organisation),
      ].join(' · '),
      status: `${words.mine.listed} · ${words.statuses[row.status]}`,
      next: nextOf(row, person, words),
      since: row.activeSince,
    }));
}

function nextOf({ status, responsible }: AccountRow, { id }: Person, { mine }: Texts): string {
  switch (status) {
    case 'active':
      return responsible.id === id ? mine.responsible : mine.deputy;
    case 'reserved':
      return mine.closed;
    default:
      return status satisfies never;
  }
}
