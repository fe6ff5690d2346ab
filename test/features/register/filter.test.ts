/** What comes back from the card of the register, as untrusted as everything a client sends. */
import { Asked, isChosen, LONGEST, NOTHING } from '../../../src/features/register/filter';
import { shown } from '../../../src/kernel/words';

const FIRST = { page: 1, said: '', filter: NOTHING };

describe('what was asked for', () => {
  it.each([
    ['nothing', {}, FIRST],
    ['a page', { page: 3 }, { ...FIRST, page: 3 }],
    [
      'what stands in the inputs',
      { words: ' bib ', platform: 'x' },
      { ...FIRST, filter: { ...NOTHING, words: 'bib', platform: 'x' } },
    ],
    [
      'the first choice of every list',
      { words: '', department: '*', platform: '*', status: '*', responsible: '' },
      FIRST,
    ],
    [
      'what a button carries, and not what stands in the inputs',
      { page: 2, shown: { words: 'bad' }, words: 'bib', status: 'active', responsible: 'Anna' },
      { ...FIRST, page: 2, filter: { ...NOTHING, words: 'bad' } },
    ],
    ['everything again, whatever stands in the inputs', { shown: NOTHING, words: 'bib' }, FIRST],
    ['words behind a phrase', { said: 'instagram' }, { ...FIRST, said: 'instagram' }],
    [
      'what nobody asks',
      { words: 'bib', limit: 9, $where: '1' },
      { ...FIRST, filter: { ...NOTHING, words: 'bib' } },
    ],
    [
      'words as the card showed them',
      { words: shown('{{DATE(2026-11-17)}}') },
      { ...FIRST, filter: { ...NOTHING, words: '{{DATE(2026-11-17)}}' } },
    ],
    [
      'words in several lines',
      { responsible: 'Anna\r\n\tAnställd\u0000' },
      { ...FIRST, filter: { ...NOTHING, responsible: 'Anna Anställd' } },
    ],
  ])('is %s', (_, data, asked) => {
    expect(Asked.parse(data)).toEqual(asked);
  });

  it.each([
    { page: 0 },
    { page: -1 },
    { page: 1.5 },
    { page: '2' },
    { page: 1e9 },
    { words: 7 },
    { words: ['bib'] },
    { words: null },
    { department: {} },
    { status: true },
    { shown: 'bib' },
    { shown: { words: 7 } },
    { said: {} },
    'bib',
    7,
  ])('is not %j', (data) => {
    expect(Asked.safeParse(data).success).toBe(false);
  });

  it('is cut where a client sends more than the input takes, between two characters', () => {
    const { filter } = Asked.parse({ words: '😀'.repeat(500), responsible: 'a'.repeat(5_000) });

    expect(filter).toEqual({ ...NOTHING, words: '😀'.repeat(LONGEST), responsible: 'a'.repeat(LONGEST) });
  });

  it('is a choice as soon as one of the five is', () => {
    const choices = Object.keys(NOTHING).map((id) => isChosen({ ...NOTHING, [id]: 'x' }));

    expect(isChosen(NOTHING)).toBe(false);
    expect(choices).toEqual([true, true, true, true, true]);
  });
});
