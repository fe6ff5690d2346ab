/** The list card of the register: pages, choices in one line, quick buttons and the folded search, in both languages. */
import { MINE, NOTHING, SERVED, type Filter } from '../../../src/features/register/filter';
import { presentList } from '../../../src/features/register/list';
import { ROWS_PER_PAGE } from '../../../src/kernel/paging';
import type { AccountRow } from '../../../src/features/register/model';
import { LOCALES, type Locale } from '../../../src/kernel/locale';
import { HOSTILE } from '../../cards/hostile';
import { actionsOf, buttonsOf, inputsOf, nodesOf, rowsOf } from '../../support/card-parts';
import { wordsOf, type Who } from '../../support/house';
import { cardOf, expectWhole, folded } from '../cards';
import { moment, organisation, person } from '../world';
import { row, rows } from './account-row';

interface Given {
  readonly who?: Who;
  readonly page?: number;
  readonly locale?: Locale;
  readonly at?: ReturnType<typeof moment>;
}

function list(
  all: readonly AccountRow[],
  choices: Partial<Filter> = {},
  { who = 'emma', page = 1, locale = 'sv', at = moment() }: Given = {},
): object {
  const viewer = person(who, locale);
  return cardOf(
    presentList({ rows: all, filter: { ...NOTHING, ...choices }, page, viewer, moment: at, locale }),
  );
}

/** What a button of this title sends, without what the runtime adds. */
function sent(card: object, title: string): unknown {
  const { matter: _stamp, ...data } = actionsOf(card).find((action) => action.title === title)!.data;
  return data;
}

describe('a page', () => {
  it.each(LOCALES)('is whole in %s with nothing, one and many accounts, for everybody', (locale) => {
    for (const count of [0, 1, 10, 11, 250]) {
      for (const who of ['emma', 'anna', 'karin', 'sara'] as const)
        expectWhole(list(rows(count), {}, { who, locale }));
    }
  });

  it.each([
    [0, 1, [], 'Det finns inga konton än.'],
    [10, 1, ['Visa'], '10 konton'],
    [11, 1, ['Visa', 'Nästa'], '11 konton · sida 1 av 2'],
    [11, 2, ['Visa', 'Föregående'], 'sida 2 av 2'],
    [31, 2, ['Visa', 'Föregående', 'Nästa'], 'sida 2 av 4'],
    [31, 99, ['Visa', 'Föregående'], 'sida 4 av 4'],
    [31, -1, ['Visa', 'Nästa'], 'sida 1 av 4'],
  ])('of %i accounts, number %i, has %j', (count, page, turns, words) => {
    const card = list(rows(count), {}, { page });

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
    const at = moment({ organisation: organisation({ departments: [] }) });

    expect(wordsOf(list(rows(1), {}, { at }))).toContain('kultur-fritid');
  });

  it.each<[Who, boolean]>([
    ['anna', true],
    ['bo', true],
    ['karin', true],
    ['kim', true],
    ['rolf', true],
    ['sara', true],
    ['dag', true],
    ['vera', false],
    ['emma', false],
    ['nils', false],
  ])('names who is responsible to those who see all of the account: %s, %s', (who, sees) => {
    const card = list(rows(1), {}, { who });

    expect(rowsOf(card)[0]?.includes('Ansvarig: Anna Anställd')).toBe(sees);
    expect(JSON.stringify(card).includes('Anna Anställd')).toBe(sees);
  });
});

describe('what is chosen', () => {
  const ALL = [
    ...rows(24),
    row(24, { platform: 'other', platformName: 'Peertube', handle: 'tuben' }),
    row(25, { status: 'reserved', handle: 'gammalt' }),
  ];

  it.each<[Who, Partial<Filter>, string]>([
    ['sara', { department: 'kultur-fritid' }, 'Valt: \nKultur och fritid'],
    ['sara', { platform: 'instagram' }, 'Valt: \nInstagram'],
    ['sara', { platform: 'other' }, 'Valt: \nAnnan plattform'],
    ['sara', { status: 'reserved' }, 'Valt: \nStängt, namnet är reserverat'],
    ['sara', { responsible: 'anna' }, 'Valt: \nAnsvarig: anna'],
    ['sara', { words: 'konto' }, 'Valt: \nSökord: konto'],
    ['karin', { department: SERVED }, 'Valt: \nKultur och fritid, Biblioteken'],
    ['emma', { department: SERVED }, 'Valt: \nMin förvaltning'],
    ['anna', { department: MINE }, 'Valt: \nMina konton'],
    [
      'karin',
      {
        department: 'kultur-fritid',
        platform: 'instagram',
        status: 'active',
        words: 'konto',
        responsible: 'anna',
      },
      'Valt: \nKultur och fritid · Instagram · Aktivt · Ansvarig: anna · Sökord: konto',
    ],
  ])('is told to %s in one line: %j', (who, choices, line) => {
    expect(wordsOf(list(ALL, choices, { who }))).toContain(line);
  });

  it('is carried to the next page and back, and by the buttons of one’s own', () => {
    const choices = { ...NOTHING, platform: 'instagram', words: 'konto' };
    const card = list(ALL, choices, { who: 'karin', page: 2 });

    expect(sent(card, 'Nästa')).toEqual({ page: 3, shown: choices });
    expect(sent(card, 'Föregående')).toEqual({ page: 1, shown: choices });
    expect(sent(card, 'Bara min förvaltning')).toEqual({ shown: { ...choices, department: SERVED } });
    expect(sent(card, 'Visa alla')).toEqual({ shown: NOTHING });
    expect(sent(card, 'Visa')).toEqual({});
  });

  it('is not carried on when it does not exist', () => {
    const card = list(ALL, { department: 'x', platform: 'y', status: 'z' });

    expect(wordsOf(card)).not.toContain('Valt:');
    expect(sent(card, 'Nästa')).toEqual({ page: 2, shown: NOTHING });
  });

  it('that finds nothing says what to do, and shows the search', () => {
    const card = list(ALL, { words: 'finns inte' });

    expect(folded(card, false)).toContain('Inget konto passar. Skriv färre ord');
    expect(wordsOf(card)).toContain('0 konton');
    expect(nodesOf(card).find(({ id }) => id === 'search')).toMatchObject({ isVisible: true });
  });

  it('that is only like something says so', () => {
    expect(wordsOf(list(ALL, { words: 'stadsbiblotekt' }))).toContain('Inget konto har just de orden.');
    expect(wordsOf(list(ALL, { words: 'stadsbiblioteket' }))).not.toContain('just de orden');
  });

  /** `expectWhole` takes a few words for bindings that were not filled in. */
  const typed = HOSTILE.filter((text) => text.length < 100 && !/\$\{|undefined|null|\[object /.test(text));
  it.each(typed)('may be %j, and stays what it is', (text) => {
    const card = list([row(1, { unit: text })], { words: text }, { who: 'sara' });

    expectWhole(card);
    expect(JSON.stringify(card)).not.toContain('{{');
    const line = nodesOf(card).find(({ text: words }) => String(words).includes('Sökord: '));
    expect(line).toMatchObject({ type: 'TextRun' });
  });
});

describe('the search', () => {
  it.each<[Who, readonly string[]]>([
    ['emma', ['words', 'department', 'platform', 'status']],
    ['anna', ['words', 'department', 'platform', 'status']],
    ['karin', ['words', 'department', 'platform', 'status', 'responsible']],
    ['sara', ['words', 'department', 'platform', 'status', 'responsible']],
  ])('of %s is folded, and asks for %j', (who, ids) => {
    const card = list(rows(3), {}, { who });

    expect(Object.keys(inputsOf(card))).toEqual(ids);
    expect(nodesOf(card).find(({ id }) => id === 'search')).toMatchObject({ isVisible: false });
    expect(nodesOf(card).find(({ type }) => type === 'Action.ToggleVisibility')).toMatchObject({
      title: 'Sök och filtrera',
      targetElements: ['search'],
    });
  });

  it('holds what is chosen, to be changed', () => {
    const choices = {
      words: 'konto',
      department: SERVED,
      platform: 'instagram',
      status: 'active',
      responsible: 'anna',
    };

    expect(inputsOf(list(rows(3), choices, { who: 'karin' }))).toEqual(choices);
    expect(inputsOf(list(rows(3), { department: MINE }, { who: 'emma' }))).toMatchObject({ department: '*' });
  });

  it('offers what there is to choose, and no words that somebody typed', () => {
    const card = list(
      [...rows(3), row(4, { platform: 'other', platformName: '[x](http://x.se)' })],
      {},
      { who: 'bo' },
    );
    const choices = nodesOf(card)
      .filter(({ type }) => type === 'Input.ChoiceSet')
      .map(({ choices: given }) =>
        (given as readonly { readonly title: string }[]).map(({ title }) => title),
      );

    expect(choices).toEqual([
      ['Alla förvaltningar', 'Mina konton', 'Biblioteken', 'Kultur och fritid', 'Vård och omsorg'],
      ['Alla plattformar', 'Instagram', 'Annan plattform'],
      ['Båda', 'Aktivt', 'Stängt, namnet är reserverat'],
    ]);
  });
});

describe('the quick buttons', () => {
  const quick = (who: Who, choices: Partial<Filter> = {}): readonly string[] =>
    buttonsOf(list(rows(3), choices, { who })).filter((title) => /^(Bara|Visa alla)/.test(title));

  it.each<[Who, Partial<Filter>, readonly string[]]>([
    ['emma', {}, []],
    ['anna', {}, ['Bara mina konton']],
    ['karin', {}, ['Bara min förvaltning']],
    ['rolf', {}, ['Bara min förvaltning']],
    ['sara', {}, []],
    ['sara', { words: 'konto' }, ['Visa alla']],
    ['karin', { words: 'konto' }, ['Bara min förvaltning', 'Visa alla']],
    ['karin', { department: SERVED }, ['Visa alla']],
    ['anna', { department: MINE }, ['Visa alla']],
  ])('of %s, who chose %j, are %j', (who, choices, titles) => {
    expect(quick(who, choices)).toEqual(titles);
  });
});
