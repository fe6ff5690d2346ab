/** The register: what may happen to an account, who sees how much of it, and its cards in both languages. */
import { decide, evolve } from '../../../src/features/register/decide';
import type { Account, AccountRow } from '../../../src/features/register/model';
import { permits, seesAll } from '../../../src/features/register/policy';
import { present, presentList, ROWS_PER_PAGE } from '../../../src/features/register/present';
import { texts } from '../../../src/features/register/texts';
import { LOCALES, type Locale } from '../../../src/kernel/locale';
import { account } from '../../support/accounts';
import { buttonsOf, nodesOf, rowsOf } from '../../support/card-parts';
import { wordsOf, type Who } from '../../support/house';
import { cardOf, expectWhole } from '../cards';
import { moment, organisation, person } from '../world';

const SYSTEM = { type: 'system', organisation: 'sundsvall' } as const;

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
});

describe('the list', () => {
  const row = (at: number, changed: Partial<AccountRow> = {}): AccountRow => {
    const { responsible, ...rest } = account({ handle: `konto${String(at).padStart(2, '0')}` });
    return { ...rest, id: `a-${at}`, responsible: responsible.name, ...changed };
  };
  const rows = (count: number): AccountRow[] => Array.from({ length: count }, (_, at) => row(at));
  const list = (all: readonly AccountRow[], page = 1, locale: Locale = 'sv'): object =>
    cardOf(presentList(all, page, moment(), locale));

  it.each(LOCALES)('is whole in %s with nothing, one and many accounts', (locale) => {
    for (const count of [0, 1, 10, 11, 250]) expectWhole(list(rows(count), 1, locale));
  });

  it.each([
    [0, 1, [], 'Det finns inga konton än.'],
    [10, 1, [], '10 konton'],
    [11, 1, ['Nästa'], '11 konton · sida 1 av 2'],
    [11, 2, ['Föregående'], 'sida 2 av 2'],
    [31, 2, ['Föregående', 'Nästa'], 'sida 2 av 4'],
    [31, 99, ['Föregående'], 'sida 4 av 4'],
    [31, -1, ['Nästa'], 'sida 1 av 4'],
  ])('of %i on page %i turns %j', (count, page, turns, words) => {
    const card = list(rows(count), page);

    expect(buttonsOf(card).filter((title) => title !== 'Öppna')).toEqual(turns);
    expect(wordsOf(card)).toContain(words);
    expect(rowsOf(card).length).toBeLessThanOrEqual(ROWS_PER_PAGE);
  });

  it('sorts as Swedish does, by department and then by name', () => {
    const all = ['ö', 'z', 'å', 'a'].map((handle, at) => row(at, { handle }));

    expect(
      rowsOf(list([...all, row(9, { handle: 'b', department: 'bibliotek' })])).map((one) => one[0]),
    ).toEqual(['b', 'a', 'z', 'å', 'ö']);
  });

  it('shows a department that is no longer in the file by its id', () => {
    const gone = moment({ organisation: organisation({ departments: [] }) });

    expect(wordsOf(cardOf(presentList(rows(1), 1, gone, 'sv')))).toContain('kultur-fritid');
  });
});
