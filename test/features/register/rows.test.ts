/** The thin row of an account, and its line among somebody's own cases. */
import { linesOf, rowOf } from '../../../src/features/register/rows';
import type { Locale } from '../../../src/kernel/locale';
import { account } from '../../support/accounts';
import { PEOPLE, type Who } from '../../support/house';
import { moment, person } from '../world';
import { row } from './account-row';

test('a row holds what lists need, at most twelve fields, and no address of anybody', () => {
  const made = rowOf({ kind: 'account', id: 'a', revision: 1, state: account(), events: [] });

  expect(made).toEqual({
    id: 'a',
    platform: 'instagram',
    platformName: 'Instagram',
    handle: 'biblioteket',
    department: 'kultur-fritid',
    unit: 'Stadsbiblioteket',
    status: 'active',
    purpose: 'Visa nya böcker.',
    activeSince: '2026-09-03T09:00:00.000Z',
    responsible: { id: PEOPLE.anna.aad, name: 'Anna Anställd' },
    deputies: [{ id: PEOPLE.bo.aad }],
  });
  expect(Object.keys(made).length).toBeLessThanOrEqual(12);
});

describe('a line of one’s own', () => {
  const closed = row(2, { status: 'reserved', department: 'bibliotek' });
  const nobodys = row(3, { responsible: { name: 'Anna Anställd' }, deputies: [{}] });
  const lines = (who: Who, locale: Locale = 'sv') =>
    linesOf([row(1), closed, nobodys], person(who, locale), moment());

  it('says that it is the account, how it stands and what one is to it', () => {
    expect(lines('anna')).toEqual([
      {
        matter: { kind: 'account', id: 'account-1' },
        name: 'konto01',
        about: 'Instagram · Stadsbiblioteket · Kultur och fritid',
        status: 'Konto i förteckningen · Aktivt',
        next: 'Du ansvarar för kontot.',
        since: '2026-09-03T09:00:00.000Z',
      },
      expect.objectContaining({
        about: 'Instagram · Stadsbiblioteket · Biblioteken',
        status: 'Konto i förteckningen · Stängt, namnet är reserverat',
        next: 'Kontot är stängt. Du behöver inte göra något.',
      }),
    ]);
  });

  it.each<[Who, Locale, readonly string[]]>([
    ['bo', 'sv', ['Du är ersättare för den som ansvarar.', 'Kontot är stängt. Du behöver inte göra något.']],
    [
      'anna',
      'en',
      ['You are responsible for the account.', 'The account is closed. You do not need to do anything.'],
    ],
    ['karin', 'sv', []],
    ['sara', 'sv', []],
    ['nils', 'sv', []],
  ])('is %s’s, in %s, for what they answer for and nothing else', (who, locale, next) => {
    expect(lines(who, locale).map((line) => line.next)).toEqual(next);
  });
});
