/** What people type is understood with synonyms and small misspellings; else the nearest phrases are offered. */
import type { Phrase } from '../../src/kernel/phrase';
import { plain, understand } from '../../src/runtime/phrases';

const phrase = (
  verb: string,
  sv: [string, ...string[]],
  en: [string, ...string[]],
  offered = true,
): Phrase => ({
  verb,
  say: { sv, en },
  description: { sv: '', en: '' },
  offered,
});
const PHRASES = [
  phrase('help', ['hjälp', 'hej'], ['help', 'hi']),
  phrase('new', ['ny ansökan', 'ansök'], ['new application']),
  phrase('mine', ['mina ärenden'], ['my cases']),
  phrase('todo', ['att göra'], ['to do']),
  phrase('shot', ['skärmdump'], ['screenshot']),
  phrase('english', ['english'], ['english'], false),
];

describe('a phrase', () => {
  it.each([
    ['ny ansökan', 'new'],
    ['  NY   Ansökan!! ', 'new'],
    ['”Ny ansökan”.', 'new'],
    ['ansök', 'new'],
    ['New application', 'new'],
    ['ny ansokan', 'new'],
    ['ny ansöka', 'new'],
    ['my ansökan', 'new'],
    ['mina arenden', 'mine'],
    ['minaärenden', 'mine'],
    ['hjalp', 'help'],
    ['hälp', 'help'],
    ['hej', 'help'],
    ['to do?', 'todo'],
    ['att gora', 'todo'],
    ['skärmdmp', 'shot'],
    ['english', 'english'],
  ])('%j means %s', (said, verb) => {
    expect(understand(said, PHRASES)).toMatchObject({ phrase: { verb } });
  });

  it.each([
    ['hek', ['help']],
    ['help me out here please', []],
    ['', []],
    ['!!!', []],
    ['ny ansökning', ['new']],
    ['en alldeles ny ansökan', []],
    ['skärmbild', ['shot']],
    ['engelsk', []],
    ['x'.repeat(5_000), []],
  ])('is not seen in %j; offered are %j', (said, verbs) => {
    const understood = understand(said, PHRASES);

    expect('nearest' in understood ? understood.nearest.map(({ verb }) => verb) : understood).toEqual(verbs);
  });

  it('is offered once, three at most, the nearest first', () => {
    const many = ['aaaaaaaa', 'aaaaaabb', 'aaaaabbb', 'aaaabbbb'].map((words, at) =>
      phrase(`v${at}`, [words, `${words}c`], [words]),
    );

    const understood = understand('aaaaaaxxb', many);

    expect('nearest' in understood && understood.nearest.map(({ verb }) => verb)).toEqual(['v1', 'v0', 'v2']);
  });

  it.each([
    ['Ny\u00a0\n ansökan…', 'ny ansökan'],
    ['A\u030ar', 'år'],
    ['- hej -', 'hej'],
    ['e-post', 'e-post'],
  ])('%j is plainly %j', (said, words) => {
    expect(plain(said)).toBe(words);
  });
});
