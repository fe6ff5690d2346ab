/** Words that people typed come back as they were, and cannot do anything on a card. */
import fc from 'fast-check';
import { cut, shown, taken } from '../../src/kernel/words';

describe('words that are shown', () => {
  it.each([
    ['Kultur & fritid', 'Kultur & fritid'],
    ['{{DATE(2026-11-22, SHORT)}}', '{\u2060{DATE(2026-11-22, SHORT)}}'],
    ['a {{b}} {{c}}', 'a {\u2060{b}} {\u2060{c}}'],
    ['${name} {single}', '${name} {single}'],
  ])('%j are shown as %j', (typed, seen) => {
    expect(shown(typed)).toBe(seen);
  });

  it('never hold two braces in a row', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', ' ', '\u2060') }), (typed) => {
        expect(shown(typed)).not.toContain('{{');
      }),
      { seed: 1 },
    );
  });

  it('come back from a form as they were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'å', ' ', '\n', '👩🏽‍💻') }), (typed) => {
        expect(taken(shown(typed))).toBe(taken(typed));
      }),
      { seed: 1 },
    );
  });
});

describe('words that are taken', () => {
  it.each([
    ['  Räddningstjänsten \n', 'Räddningstjänsten'],
    ['rad ett\r\nrad två\rrad tre', 'rad ett\nrad två\nrad tre'],
    ['a\u0000b\u0007c\u007fd', 'abcd'],
    ['tab\tstays', 'tab\tstays'],
    ['{\u2060{x}}', '{{x}}'],
    [' \u0000 ', ''],
  ])('%j are taken as %j', (sent, words) => {
    expect(taken(sent)).toBe(words);
  });
});

describe('a long text', () => {
  it.each([
    ['short enough', 40, 'short enough', false],
    ['exactly ten', 11, 'exactly ten', false],
    ['cut at a word, not in one', 15, 'cut at a word, …', true],
    ['Donaudampfschifffahrtsgesellschaft', 10, 'Donaudampf …', true],
    ['a verylongwordwithoutanyspaces', 10, 'a verylong …', true],
  ])('%j in %d characters is %j', (text, most, head, more) => {
    expect(cut(text, most)).toEqual({ text: head, more });
  });
});
