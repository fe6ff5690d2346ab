/** Accounts put straight into the store, as the register would have written them. */
import type { Account } from '../../src/features/register/model';
import type { Store } from '../../src/ports/store';
import { PEOPLE } from './house';

export function account(changed: Partial<Account> = {}): Account {
  return {
    status: 'active',
    platform: 'instagram',
    platformName: 'Instagram',
    handle: 'biblioteket',
    link: 'https://www.instagram.com/biblioteket/',
    accountType: 'unit',
    department: 'kultur-fritid',
    unit: 'Stadsbiblioteket',
    manager: 'Maja Maj',
    purpose: 'Visa nya böcker.',
    audience: 'Unga vuxna.',
    responsible: { id: PEOPLE.anna.aad, name: 'Anna Anställd', email: 'anna@example.se' },
    deputies: [{ id: PEOPLE.bo.aad, name: 'Bo Boendestöd', email: 'bo@example.se' }],
    mailbox: 'biblioteket@example.se',
    colour: 'blue',
    application: 'application-1',
    guideline: 'sundsvall-2017-efdef750',
    approval: {
      by: PEOPLE.kim.aad,
      name: 'Kim Kollega',
      as: 'deputy',
      forName: 'Karin Kommunikatör',
      at: '2026-09-01T09:00:00.000Z',
    },
    receipt: { by: PEOPLE.sara.aad, name: 'Sara Samordnare', at: '2026-09-02T09:00:00.000Z' },
    activeSince: '2026-09-03T09:00:00.000Z',
    ...changed,
  };
}

/** Ids are `account-01` and so on, in the order given. */
export async function seedAccounts(store: Store, accounts: readonly Account[]): Promise<void> {
  for (const [at, state] of accounts.entries()) {
    const written = await store.create({
      pk: 'sundsvall/account',
      id: `account-${String(at + 1).padStart(2, '0')}`,
      changedAt: state.activeSince,
      listed: { status: state.status, department: state.department, platform: state.platform },
      body: {
        schemaVersion: 1,
        revision: 1,
        state,
        events: [],
        accepted: [],
        seq: 0,
        outbox: [],
        cards: {},
        ledger: [],
      },
    });
    if (!written.ok) throw new Error(`The account could not be written: ${written.why}.`);
  }
}
