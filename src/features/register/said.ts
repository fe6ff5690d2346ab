/** Hears what somebody wants to see of the register: "förteckning instagram", "visa konton kultur". Pure. */
import { distance } from 'fastest-levenshtein';
import { LOCALES } from '../../kernel/locale';
import type { Organisation } from '../../kernel/organisation';
import type { Phrase } from '../../kernel/phrase';
import { NOTHING, tidy, type Asked, type Filter } from './filter';
import { folded, isClose, soughtIn, wordsIn } from './likeness';
import type { AccountRow } from './model';
import { departmentsIn, platformsIn, type Named } from './search';

/** A name is also understood from its first letters ("insta"), or its first word ("kultur"), when they are as many. */
const SHORTEST = 4;
/** Words that say nothing about an account. */
const SMALL = new Set(
  'av for fran hos i inom med och om pa till vid at by from in of on the with'.split(' '),
);

/** The words behind a phrase, as they were typed; undefined when the text does not begin with one. */
export function behind(text: string, say: Phrase['say']): string | undefined {
  const words = tidyWords(text);
  const heads = LOCALES.flatMap((locale) => say[locale].map((phrase) => folded(phrase)));
  const head = heads.find((one) => begins(words, one));
  return head && words.slice(head.split(' ').length).join(' ');
}

/**
 * Departments and platforms that are named become choices; other words are looked for. Where a phrase itself chose the
 * department ("mina konton kultur"), its name is looked for too.
 */
export function filterOf(
  { said, filter }: Pick<Asked, 'said' | 'filter'>,
  rows: readonly AccountRow[],
  organisation: Organisation,
): Filter {
  if (said === '') return filter;
  const words = tidyWords(said);
  const departments = filter.department === '' ? departmentsIn(rows, organisation) : [];
  const department = named(words, departments, byName);
  const afterDepartment = without(words, department);
  const platform = named(afterDepartment, platformsIn(rows), byLetters);
  const rest = without(afterDepartment, platform).filter((word) => !SMALL.has(plain(word)));
  return {
    ...NOTHING,
    department: department?.id ?? filter.department,
    platform: platform?.id ?? '',
    words: tidy(rest.join(' ')),
  };
}

interface Naming {
  readonly id: string;
  readonly from: number;
  readonly count: number;
}

/** How many of the words, from the first on, name it; 0 for none. */
type Reads = (words: readonly string[], name: string, among: readonly Named[]) => number;

/** The longest naming of any of them. */
function named(words: readonly string[], among: readonly Named[], reads: Reads): Naming | undefined {
  const plainly = words.map(plain);
  return among
    .flatMap(({ id, name }) =>
      words.map((_, from) => ({ id, from, count: reads(plainly.slice(from), name, among) })),
    )
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)[0];
}

/** The whole name, or its first word when no other name begins with it. */
function byName(words: readonly string[], name: string, among: readonly Named[]): number {
  const parts = wordsIn(folded(name));
  if (parts.every((part, at) => words[at] === part)) return parts.length;
  const [first = ''] = parts;
  const alone = among.filter((other) => wordsIn(folded(other.name))[0] === first).length === 1;
  return alone && first.length >= SHORTEST && words[0] === first ? 1 : 0;
}

/** The name, its beginning, or the name with a small mistake; short names must be exact. */
function byLetters([word = '']: readonly string[], name: string): number {
  const whole = folded(name);
  const long = whole.length >= SHORTEST && word.length >= SHORTEST;
  return word === whole || (long && (whole.startsWith(word) || isClose(word, whole))) ? 1 : 0;
}

function without(words: readonly string[], naming: Naming | undefined): readonly string[] {
  if (!naming) return words;
  return words.filter((_, at) => at < naming.from || at >= naming.from + naming.count);
}

/** The words begin with all of the phrase, with one mistake at most: "mina konton" is not "visa konton". */
function begins(words: readonly string[], phrase: string): boolean {
  const count = phrase.split(' ').length;
  const beginning = words.slice(0, count).map(plain).join(' ');
  return words.length > count && distance(phrase, beginning) <= 1;
}

function tidyWords(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function plain(word: string): string {
  return soughtIn(word)[0] ?? '';
}
