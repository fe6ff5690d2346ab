/** The register: what may happen to an account, who sees how much of it, and its card in both languages. */
import { decide, evolve } from '../../../src/features/register/decide';
import {
  claimId,
  type Account,
  type AccountCommand,
  type PersonRef,
} from '../../../src/features/register/model';
import { departmentsServed, looksForPeople, permits, seesAll } from '../../../src/features/register/policy';
import { present } from '../../../src/features/register/present';
import { foldedHistory } from '../../../src/kernel/history';
import { texts } from '../../../src/features/register/texts';
import { isRefused } from '../../../src/kernel/decision';
import { LOCALES, type Locale } from '../../../src/kernel/locale';
import { account } from '../../support/accounts';
import { nodesOf } from '../../support/card-parts';
import { PEOPLE, wordsOf, type Who } from '../../support/house';
import { cardOf, expectWhole } from '../cards';
import { moment, person } from '../world';

const SYSTEM = { type: 'system', organisation: 'sundsvall' } as const;

/** The account that a command makes. */
function after(command: AccountCommand, state: Account): Account {
  const decision = decide(command, state);
  if (isRefused(decision)) throw new Error(decision.refused.code);
  return decision.events.reduce<Account>((before, event) => evolve(before, event), state);
}

describe('an account', () => {
  it('G-7.2a: is opened once, and only by the system', () => {
    const open = { type: 'open', account: account() } as const;

    const opened = decide(open, undefined);

    expect(opened).toEqual({ events: [{ type: 'opened', account: account() }], effects: [] });
    expect(evolve(undefined, { type: 'opened', account: account() })).toEqual(account());
    expect(decide(open, account())).toEqual({ refused: { code: 'already' } });
    expect(decide({ type: 'tick' }, account())).toEqual({ refused: { code: 'early' } });
    expect(permits(SYSTEM, open, undefined)).toBeUndefined();
    expect(permits(person('sara'), open, undefined)).toEqual({ code: 'forbidden' });
  });

  const emma = { id: PEOPLE.emma.aad, name: 'Emma English' };
  const assign = (responsible: PersonRef): AccountCommand => ({
    type: 'assign',
    responsible,
    at: '2026-09-17T08:00:00.000Z',
    by: PEOPLE.karin.aad,
    name: 'Karin Kommunikatör',
  });

  it('G-7.2b: gets another responsible person, who is no deputy of it any more', () => {
    expect(after(assign(emma), account())).toEqual(account({ responsible: emma }));
    const bo = account().deputies[0]!;
    expect(after(assign(bo), account())).toEqual(account({ responsible: bo, deputies: [] }));
    const unknown = { name: 'Nils Ny', email: 'nils@example.se' };
    expect(after(assign(unknown), account({ deputies: [{ name: 'Bo' }] }))).toMatchObject({
      responsible: unknown,
      deputies: [{ name: 'Bo' }],
    });
    expect(decide(assign(emma), account())).toMatchObject({
      events: [{ type: 'assigned', before: 'Anna Anställd', name: 'Karin Kommunikatör' }],
      effects: [],
    });
  });

  it('G-7.2b: is assigned only while it is active, and by the system alone', () => {
    expect(decide(assign(emma), account({ status: 'reserved' }))).toEqual({ refused: { code: 'gone' } });
    expect(decide(assign(emma), undefined)).toEqual({ refused: { code: 'gone' } });
    expect(permits(person('sara'), assign(emma), account())).toEqual({ code: 'forbidden' });
    expect(permits(SYSTEM, assign(emma), account())).toBeUndefined();
  });

  const closed = {
    ...{ by: PEOPLE.karin.aad, name: 'Karin Kommunikatör' },
    ...{ at: '2026-09-17T08:00:00.000Z', reason: 'Stängt i juni.' },
  };

  it('G-7.3d: is closed once, and its name is reserved under the id that holds it', () => {
    const close = { type: 'close', ...closed } as const;

    expect(after(close, account())).toEqual(account({ status: 'reserved', closed }));
    expect(decide(close, account())).toMatchObject({
      effects: [
        {
          kind: 'send',
          target: { kind: 'claim', id: claimId('instagram', 'Instagram', 'biblioteket') },
          command: { type: 'reserve', holder: 'application-1' },
        },
      ],
    });
    expect(decide(close, account({ status: 'reserved', closed }))).toEqual({ events: [], effects: [] });
    expect(decide(close, undefined)).toEqual({ refused: { code: 'gone' } });
    expect(permits(person('karin'), close, account())).toEqual({ code: 'forbidden' });
  });

  it('is seen by everybody when it is there', () => {
    expect(permits(person('nils'), { type: 'see' }, account())).toBeUndefined();
    expect(permits(person('nils'), { type: 'see' }, undefined)).toEqual({ code: 'gone' });
  });
});

describe('all of an account', () => {
  it.each([
    ['anna', 'is responsible', true],
    ['bo', 'deputises', true],
    ['karin', 'is its communicator', true],
    ['kim', 'deputises for the communicator today', true],
    ['rolf', 'registers for the department', true],
    ['sara', 'leads social media', true],
    ['dag', 'directs communications', true],
    ['vera', 'is communicator elsewhere', false],
    ['emma', 'works here', false],
    ['nils', 'is in no file', false],
  ] as const)('%s, who %s: %s', (who, _, sees) => {
    expect(seesAll(person(who), account(), moment())).toBe(sees);
  });

  it('is not the deputy’s when the days are over, nor anybody’s for a responsible person without an id', () => {
    expect(seesAll(person('kim'), account(), moment({ today: '2027-01-01' }))).toBe(false);
    expect(
      seesAll(person('nils'), account({ responsible: { name: 'Nils Ny' }, deputies: [] }), moment()),
    ).toBe(false);
  });
});

describe('G-7.2b: the departments that somebody keeps in order', () => {
  it.each([
    ['karin', 'and the one that has no communicator', ['kultur-fritid', 'bibliotek'], true],
    ['kim', 'as a deputy today', ['kultur-fritid', 'bibliotek'], true],
    ['vera', 'as communicator', ['vard-omsorg'], true],
    ['rolf', 'as registrar', ['kultur-fritid'], true],
    ['sara', 'who looks for people all the same', [], true],
    ['dag', 'who looks for people all the same', [], true],
    ['anna', 'who is responsible for accounts only', [], false],
    ['nils', 'who is in no file', [], false],
  ] as const)('%s, %s: %j', (who, _, departments, looks) => {
    expect(departmentsServed(person(who), moment())).toEqual(departments);
    expect(looksForPeople(person(who), moment())).toBe(looks);
  });

  it('are a deputy’s for the days of the deputyship only', () => {
    expect(departmentsServed(person('kim'), moment({ today: '2027-01-01' }))).toEqual([]);
  });
});

describe('the card of an account', () => {
  function shown(state: Account | undefined, who: Who, locale: Locale = 'sv'): object {
    const matter = state && { kind: 'account', id: 'account-01', revision: 1, state, events: [] };
    return cardOf(
      present({ id: 'account-01', matter, viewer: person(who, locale), locale, facts: moment() }),
    );
  }

  it.each(LOCALES)('is whole in %s, for those who see all and for others, active or closed', (locale) => {
    for (const who of ['anna', 'emma'] as const) {
      for (const status of ['active', 'reserved'] as const)
        expectWhole(shown(account({ status }), who, locale));
    }
    expectWhole(shown(undefined, 'anna', locale));
  });

  it.each(LOCALES)('names every office in %s', (locale) => {
    for (const as of ['communicator', 'deputy', 'lead', 'director'] as const) {
      const card = shown(account({ approval: { ...account().approval, as } }), 'anna', locale);

      expect(wordsOf(card)).toContain(texts[locale].offices[as]);
    }
  });

  it('offers a link that leads out over https only', () => {
    const linked = (link: string) =>
      nodesOf(shown(account({ link }), 'anna'))
        .map(({ url }) => url)
        .filter(Boolean);

    expect(linked('https://x.com/a')).toEqual(['https://x.com/a']);
    for (const link of ['http://x.com/a', 'javascript:alert(1)', 'HTTPS:x', ''])
      expect(linked(link)).toEqual([]);
  });

  it('tells what happened, the latest first, with the year when it was another', () => {
    const old = { ...account().receipt, at: '2025-12-31T23:30:00.000Z' };

    const words = wordsOf(shown(account({ receipt: old }), 'anna'));

    expect(words).toMatch(
      /Kontot kom in i förteckningen\.[^]*bekräftade det nya kontot\.[^]*godkände kontot\./,
    );
    expect(words).toContain('torsdag 1 januari');
    expect(words).not.toContain('2025');
  });

  it.each([
    [0, [], []],
    [3, [1, 2, 3], []],
    [4, [1, 2, 3], [4]],
    [6, [1, 2, 3], [4, 5, 6]],
  ])('of %i steps shows the latest three, and folds the rest', (count, recent, earlier) => {
    const steps = Array.from({ length: count }, (_, at) => ({ what: `${at + 1}`, when: '' }));

    const parts = foldedHistory(steps);

    expect(parts.recent.map(({ what }) => Number(what))).toEqual(recent);
    expect(parts.earlier.map(({ what }) => Number(what))).toEqual(earlier);
  });
});
