/** Words behind a phrase of the register: what is heard, and what it is taken for. */
import { MINE, NOTHING, type Filter } from '../../../src/features/register/filter';
import { register } from '../../../src/features/register/flow';
import { filterOf } from '../../../src/features/register/said';
import { moment, organisation } from '../world';
import { row } from './account-row';

const ROWS = [
  row(1),
  row(2, { platform: 'x', platformName: 'X' }),
  row(3, { platform: 'facebook', platformName: 'Facebook', department: 'vard-omsorg' }),
  row(4, { platform: 'other', platformName: 'Peertube' }),
];

describe('a phrase', () => {
  it.each([
    ['förteckning instagram', { said: 'instagram' }],
    ['Förteckningen  Instagram', { said: 'Instagram' }],
    ['forteckning instagram', { said: 'instagram' }],
    ['förtekning på instagram', { said: 'på instagram' }],
    ['register biblioteket', { said: 'biblioteket' }],
    ['Register: biblioteket!', { said: 'biblioteket!' }],
    ['registet biblioteket', { said: 'biblioteket' }],
    ['visa konton kultur', { said: 'kultur' }],
    ['alla konton i Vård och omsorg', { said: 'i Vård och omsorg' }],
    ['show accounts library', { said: 'library' }],
    ['the register library', { said: 'library' }],
    ['accounts instagram', { said: 'instagram' }],
    ['mina konton instagram', { said: 'instagram', department: '*mine' }],
    ['min förvaltning instagram', { said: 'instagram', department: '*served' }],
    ['my department instagram', { said: 'instagram', department: '*served' }],
  ])('is heard in %j', (text, data) => {
    expect(register.hear?.(text, moment())).toEqual({ verb: 'register.list', data });
  });

  it.each([
    'förteckning',
    'visa konton',
    '',
    '   ',
    'instagram',
    'visa',
    'visa instagram',
    'vi vill ha instagram',
    'registrera ett konto',
    'registrator rolf',
    'fråga förteckning',
    'hej förteckning instagram',
    'x'.repeat(5_000),
  ])('is not heard in %j', (text) => {
    expect(register.hear?.(text, moment())).toBeUndefined();
  });
});

const understood = (said: string, at = organisation(), department = ''): Filter =>
  filterOf({ said, filter: { ...NOTHING, department } }, ROWS, at);

describe('the words behind it', () => {
  it.each<[string, Partial<Filter>]>([
    ['instagram', { platform: 'instagram' }],
    ['INSTA', { platform: 'instagram' }],
    ['instagramm', { platform: 'instagram' }],
    ['X', { platform: 'x' }],
    ['på Instagram', { platform: 'instagram' }],
    ['kultur', { department: 'kultur-fritid' }],
    ['Kultur och fritid', { department: 'kultur-fritid' }],
    ['i vard och omsorg', { department: 'vard-omsorg' }],
    ['instagram kultur', { platform: 'instagram', department: 'kultur-fritid' }],
    ['kultur och fritid på facebook', { platform: 'facebook', department: 'kultur-fritid' }],
    ['kultur vård och omsorg', { department: 'vard-omsorg', words: 'kultur' }],
    ['biblioteket', { words: 'biblioteket' }],
    ['biblioteken', { department: 'bibliotek' }],
    ['Himlabadet instagram', { platform: 'instagram', words: 'Himlabadet' }],
    ['kul', { words: 'kul' }],
    ['omsorg', { words: 'omsorg' }],
    ['tiktok', { words: 'tiktok' }],
    ['peertube', { words: 'peertube' }],
    ['fac', { words: 'fac' }],
    ['med', {}],
    ['', {}],
    ['.* [x](http://x.se)', { words: '.* [x](http://x.se)' }],
    ['{{DATE}}', { words: '{{DATE}}' }],
  ])('%j', (said, filter) => {
    expect(understood(said)).toEqual({ ...NOTHING, ...filter });
  });

  it('name no department by a first word that two of them have', () => {
    const [first, ...others] = organisation().departments;
    const twice = organisation({
      departments: [first!, ...others, { ...first!, id: 'x', name: 'Kultur och hälsa' }],
    });

    expect(understood('kultur', twice)).toEqual({ ...NOTHING, words: 'kultur' });
    expect(understood('kultur och hälsa', twice)).toEqual({ ...NOTHING, department: 'x' });
  });

  it('are looked for within the department that the phrase chose', () => {
    expect(understood('kultur på instagram', organisation(), MINE)).toEqual({
      ...NOTHING,
      department: MINE,
      platform: 'instagram',
      words: 'kultur',
    });
    expect(understood('', organisation(), MINE)).toEqual({ ...NOTHING, department: MINE });
  });
});
