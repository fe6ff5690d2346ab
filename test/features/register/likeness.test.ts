/** When words are found in a text, and when they are only like it. */
import fc from 'fast-check';
import { folded, holds, resembling, soughtIn } from '../../../src/features/register/likeness';

const TEXT = folded(
  'barnkulturen.sundsvall\nInstagram\nStadsbiblioteket\nVård- och omsorg\nVisa böcker åt Åke\nÄldreomsorgsenheten',
);

describe('words', () => {
  it.each([
    ['nothing', ''],
    ['a whole word', 'instagram'],
    ['another letter case', 'STADSBIBLIOTEKET'],
    ['a part', 'bibliotek'],
    ['several, in any order', 'sundsvall visa'],
    ['Swedish letters', 'böcker ÅKE vård'],
    ['letters without their marks', 'bocker ake vard'],
    ['letters in two parts', 'bo\u0308cker'],
    ['a handle', '@barnkulturen.sundsvall'],
    ['signs around them', '“Instagram”, (vård)'],
    ['a hyphen', 'vård-'],
  ])('are found: %s', (_, typed) => {
    expect(holds(TEXT, soughtIn(typed))).toBe(true);
  });

  it.each([
    ['one is missing', 'instagram facebook'],
    ['a regular expression', '.*'],
    ['a pattern', 'insta%ram'],
    ['a class of letters', '[a-z]+'],
    ['across two parts', 'instagramstadsbiblioteket'],
    ['a mark alone', '\u0301'],
    ['signs alone', '{{ }}'],
  ])('are not found: %s', (_, typed) => {
    expect(holds(TEXT, soughtIn(typed))).toBe(false);
  });
});

describe('a likeness', () => {
  it.each([
    ['a letter too few', 'instagrm', true],
    ['a letter too many', 'instagramm', true],
    ['two letters changed in a long word', 'stadsbilboteket', true],
    ['the end of a long word', 'bibliotket', true],
    ['the beginning of a long word', 'barnkultren', true],
    ['the beginning of a much longer word', 'äldreomsrg', true],
    ['part of a word, and one nearly right', 'adsbib instagrm', true],
    ['one right, one nearly right', 'vård omsrg', true],
    ['one nearly right, one missing', 'instagrm facebook', false],
    ['a short word', 'vsia', false],
    ['three mistakes', 'stdsbblteket', false],
    ['another word', 'facebook', false],
    ['signs', '.*', false],
  ])('%s: %s is %s', (_, typed, found) => {
    const like = resembling(soughtIn(typed));

    expect(like(TEXT)).toBe(found);
    // What it remembers of a word does not change the answer.
    expect(like(TEXT)).toBe(found);
  });

  it('is there for everything that is found itself, and neither breaks on any words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.string({ maxLength: 200 }),
        (typed, text) => {
          const sought = soughtIn(typed);
          const found = holds(folded(text), sought);

          expect(found && !resembling(sought)(folded(text))).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });
});
