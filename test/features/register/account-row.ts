/** Rows of the register for tests of lists and search. */
import type { AccountRow } from '../../../src/features/register/model';
import { rowOf } from '../../../src/features/register/rows';
import { account } from '../../support/accounts';

/** The library's account on Instagram, for which Anna is responsible and Bo deputises. */
export function row(at: number, changed: Partial<AccountRow> = {}): AccountRow {
  const state = account({ handle: `konto${String(at).padStart(2, '0')}` });
  const made = rowOf({ kind: 'account', id: `account-${at}`, revision: 1, state, events: [] });
  return { ...made, ...changed };
}

export function rows(count: number): readonly AccountRow[] {
  return Array.from({ length: count }, (_, at) => row(at));
}
