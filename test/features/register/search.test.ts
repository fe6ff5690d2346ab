/** What a reader finds in the register: by every choice, and by nothing that this reader may not see. */
import { MINE, NOTHING, SERVED, type Filter } from '../../../src/features/register/filter';
import type { AccountRow } from '../../../src/features/register/model';
import { departmentsIn, find, known, platformsIn } from '../../../src/features/register/search';
import { PEOPLE, type Who } from '../../support/house';
import { moment, organisation, person } from '../world';
import { row } from './account-row';

const VERA = { id: PEOPLE.vera.aad, name: 'Vera Vårdkommunikatör' };
const ROWS: readonly AccountRow[] = [
  row(1, { handle: 'badet', unit: 'Himlabadet', purpose: 'Öppettider och nyheter.' }),
  row(2, {
    handle: 'böcker',
    department: 'bibliotek',
    unit: 'Stadsbiblioteket',
    platform: 'facebook',
    platformName: 'Facebook',
  }),
  row(3, {
    handle: 'omsorg',
    department: 'vard-omsorg',
    unit: 'Hemtjänsten',
    purpose: 'Visa vardagen.',
    responsible: VERA,
    deputies: [],
  }),
  row(4, {
    handle: 'gammalt',
    unit: 'Museet',
    purpose: 'Visa konst.',
    status: 'reserved',
    responsible: { name: 'Åsa Äng' },
    deputies: [],
  }),
  row(5, {
    handle: 'tuben',
    department: 'vard-omsorg',
    platform: 'other',
    platformName: 'Peertube',
    unit: 'Vårdhemmet',
    purpose: 'Visa filmer.',
  }),
];

function found(who: Who, choices: Partial<Filter>, at = moment()): readonly string[] {
  return find(ROWS, { ...NOTHING, ...choices }, person(who), at).rows.map(({ handle }) => handle);
}

describe('a choice', () => {
  it.each<[string, Partial<Filter>, readonly string[]]>([
    ['nothing', {}, ['böcker', 'badet', 'gammalt', 'omsorg', 'tuben']],
    ['a department, without those below it', { department: 'kultur-fritid' }, ['badet', 'gammalt']],
    ['a platform', { platform: 'facebook' }, ['böcker']],
    ['platforms without a name of ours', { platform: 'other' }, ['tuben']],
    ['closed ones', { status: 'reserved' }, ['gammalt']],
    ['a department and a platform', { department: 'vard-omsorg', platform: 'instagram' }, ['omsorg']],
    ['two that exclude each other', { department: 'bibliotek', platform: 'instagram' }, []],
    ['part of a handle', { words: 'bade' }, ['badet']],
    ['a handle as people write it', { words: '@BÖCKER' }, ['böcker']],
    ['a link', { words: 'https://www.instagram.com/Badet/' }, ['badet']],
    ['a unit', { words: 'stadsbibliotek' }, ['böcker']],
    ['a purpose', { words: 'öppettider' }, ['badet']],
    ['a department in words', { words: 'omsorg' }, ['omsorg', 'tuben']],
    ['a platform in words', { words: 'peertube' }, ['tuben']],
    ['words of two fields', { words: 'facebook biblioteket' }, ['böcker']],
    ['words within a choice', { words: 'vård', platform: 'other' }, ['tuben']],
    ['words outside a choice', { words: 'badet', platform: 'facebook' }, []],
    ['a responsible person', { responsible: 'vera' }, ['omsorg']],
    ['a responsible person without a known id', { responsible: 'ÄNG åsa' }, ['gammalt']],
    ['a deputy, who is not responsible', { responsible: 'bo' }, []],
    ['a person among the words', { words: 'Vera' }, ['omsorg']],
    ['a misspelled person', { responsible: 'vårdkommunikatr' }, ['omsorg']],
    ['a misspelled unit', { words: 'stadsbiblotekt' }, ['böcker']],
    ['a misspelled unit and a person', { words: 'hemtjänstn', responsible: 'Vera' }, ['omsorg']],
  ])('of %s', (_, choices, handles) => {
    expect(found('sara', choices)).toEqual(handles);
  });

  it('of words shows what is like them only where nothing holds them', () => {
    const near = (words: string): boolean => find(ROWS, { ...NOTHING, words }, person('sara'), moment()).near;

    expect([near('badet'), near('himlabadt'), near('finns inte'), near('')]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it.each([
    '.*',
    '[a-z]',
    '(',
    '\\',
    '$',
    '%',
    '{{DATE}}',
    '[x](http://x.se)',
    '<!-- -->',
    '__proto__',
    '\ud800',
    'x'.repeat(500),
  ])('of %j finds nothing, and breaks nothing', (words) => {
    expect(found('sara', { words })).toEqual([]);
    expect(found('sara', { responsible: words })).toEqual([]);
  });
});

describe('G-7.2b: one’s own', () => {
  it.each<[Who, string, string, readonly string[]]>([
    ['karin', 'department, with the one below it that she serves', SERVED, ['böcker', 'badet', 'gammalt']],
    ['kim', 'department as a deputy', SERVED, ['böcker', 'badet', 'gammalt']],
    ['rolf', 'department as registrar', SERVED, ['badet', 'gammalt']],
    ['vera', 'department', SERVED, ['omsorg', 'tuben']],
    ['anna', 'department, who serves none', SERVED, []],
    ['anna', 'accounts', MINE, ['böcker', 'badet', 'tuben']],
    ['bo', 'accounts as a deputy', MINE, ['böcker', 'badet', 'tuben']],
    ['vera', 'accounts', MINE, ['omsorg']],
    ['nils', 'accounts, who has none', MINE, []],
  ])('%s’s %s', (who, _, department, handles) => {
    expect(found(who, { department })).toEqual(handles);
  });

  it('department is a deputy’s for the days of the deputyship only', () => {
    expect(found('kim', { department: SERVED }, moment({ today: '2027-01-01' }))).toEqual([]);
  });
});

describe('G-7.2: the responsible person is no way to an account', () => {
  /** Of a department that Vera serves; Anna answers for one of its two accounts. */
  it.each<[Who, string, readonly string[]]>([
    ['sara', 'leads', ['böcker', 'badet', 'tuben']],
    ['dag', 'directs', ['böcker', 'badet', 'tuben']],
    ['karin', 'serves two departments', ['böcker', 'badet']],
    ['kim', 'deputises for her', ['böcker', 'badet']],
    ['rolf', 'registers for one of them', ['badet']],
    ['vera', 'serves the third', ['tuben']],
    ['anna', 'answers for them', ['böcker', 'badet', 'tuben']],
    ['bo', 'deputises on them', ['böcker', 'badet', 'tuben']],
    ['emma', 'works here', []],
    ['nils', 'is in no file', []],
  ])('for %s, who %s, where it may not be seen', (who, _, handles) => {
    expect(found(who, { responsible: 'Anna Anställd' })).toEqual(handles);
    expect(found(who, { words: 'Anna Anställd' })).toEqual(handles);
    // Nor by a name that is nearly right, nor together with words that fit.
    expect(found(who, { responsible: 'Anna Anstäld' })).toEqual(handles);
    expect(found(who, { words: 'Anna Anstäld' })).toEqual(handles);
    expect(found(who, { words: 'tuben anna' })).toEqual(handles.filter((handle) => handle === 'tuben'));
  });

  it('for a deputy whose days are over', () => {
    expect(found('kim', { responsible: 'Anna' }, moment({ today: '2027-01-01' }))).toEqual([]);
  });

  it('and tells nobody else that something is like it', () => {
    expect(find(ROWS, { ...NOTHING, words: 'Anstäld' }, person('emma'), moment()).near).toBe(false);
  });
});

describe('a choice that does not exist', () => {
  it('is dropped, and every other is kept', () => {
    const made: Filter = { words: 'w', department: 'x', platform: 'y', status: 'z', responsible: 'r' };

    expect(known(made, ROWS, moment())).toEqual({ ...NOTHING, words: 'w', responsible: 'r' });
    for (const choices of [
      { department: 'bibliotek' },
      { department: SERVED },
      { department: MINE },
      { platform: 'other' },
      { status: 'active' },
      { status: 'reserved' },
    ]) {
      expect(known({ ...NOTHING, ...choices }, ROWS, moment())).toEqual({ ...NOTHING, ...choices });
    }
  });

  it('may be a department that left the file, as long as it has accounts', () => {
    const left = moment({ organisation: organisation({ departments: [] }) });

    expect(known({ ...NOTHING, department: 'bibliotek' }, ROWS, left).department).toBe('bibliotek');
    expect(known({ ...NOTHING, department: 'bibliotek' }, [], left).department).toBe('');
    expect(departmentsIn(ROWS, left.organisation).map(({ name }) => name)).toEqual([
      'bibliotek',
      'kultur-fritid',
      'vard-omsorg',
    ]);
  });
});

test('the lists name departments and platforms in order, and no platform that somebody typed', () => {
  expect(departmentsIn(ROWS, organisation()).map(({ name }) => name)).toEqual([
    'Biblioteken',
    'Kultur och fritid',
    'Vård och omsorg',
  ]);
  expect(platformsIn(ROWS)).toEqual([
    { id: 'facebook', name: 'Facebook' },
    { id: 'instagram', name: 'Instagram' },
  ]);
});

test('a search among five thousand accounts takes a moment', () => {
  const many = Array.from({ length: 5_000 }, (_, at) =>
    row(at, { unit: `Enheten ${at * 7919}`, purpose: `Visa vad vi gör ${at * 104729} och mer.` }),
  );
  // The time of this process alone: the machine may be doing other things.
  const began = process.cpuUsage();

  const { rows } = find(
    many,
    { ...NOTHING, words: 'stadsbiblotekt nyhetr evenemnag'.repeat(3) },
    person('karin'),
    moment(),
  );

  expect(rows).toEqual([]);
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(2_000);
});
