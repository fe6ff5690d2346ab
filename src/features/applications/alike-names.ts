/** Names of accounts and units in their parts, and how alike two are: "forskolanbjorken" is "Björkens förskola". Pure. */
import { EMPTY, isAddition, KINDS, SYNONYMS } from './alike-words';
import { isNumber, remembered, same, stem, stemsOf, without, wordsOf } from './swedish';

/** A name in its parts: stems without what tells nothing. */
export interface Name {
  readonly parts: readonly string[];
  /** All of them in one word, as they were written. */
  readonly solid: string;
  /** The kind that stands first, as in "Förskolan Björken". */
  readonly leading: string | undefined;
  /** Nothing but the organisation is named. */
  readonly bare: boolean;
}

/** What an account is called on the platform, and whose it is. */
export interface Names {
  readonly handle: Name;
  readonly unit: Name;
}

/** Parts of compounds have at least as many letters ("Hag-a" in "Hagaskolan"). */
const SHORTEST_PART = 3;
/** Words that are cut from the beginning of a compound have so many that no other word begins with them. */
const SHORTEST_START = 6;
/** Words that are cut from its end, or the organisation's from its beginning ("planenhet", "demoskolan"). */
const SHORTEST_CUT = 4;
/** More parts do not make a name. */
const MOST_PARTS = 8;
/** More parts are not tried in one word: each order of them is. */
const MOST_GLUED = 4;
/** Two names in one word may differ by a letter when there are this many to recognise them by. */
const SHORTEST_SOLID = 8;
/** A name of this many letters is the same with a name after it: "Bokbussen norra", but not "Kulturmagasinet". */
const TELLING = 7;

/** What may stand between the parts of a compound, and after the last. */
const JOINTS = /^(a|e|s|n|t|i|an|en|et|ens|ets|ar|er|or|na|och)?s?$/;
/** The ending of a kind when a name follows in the same word: "forskolanbjorken". */
const DEFINITE = /^((orna|erna|arna|an|en|et)(?=.{3})|a(?=.{4}))/;
/** "ungisundsvall": the preposition before the town. */
const PREPOSITION = /(?<=..)i$/;
/** An account for the year tells no other unit. */
const YEAR = /^(19|20)\d\d$/;
const LONGEST_FIRST = [...KINDS].sort((a, b) => b.length - a.length);

/** How alike two names are: the same, the same with an everyday addition, the same with a name added. */
const SAME = 3;
const EXTENDED = 2.5;
const ADDED = 2;

/** Takes names apart. `common` are the words of the organisation's name. */
export function namer(common: readonly string[]): (text: string) => Name {
  const own = [...stemsOf(common.join(' '))].filter(
    (word) => word.length >= SHORTEST_PART && !EMPTY.has(word),
  );
  const heads = own.filter((word) => word.length >= SHORTEST_CUT);
  const tails = [...own, ...EMPTY].filter((word) => word.length >= SHORTEST_CUT);
  const rest = remembered((word) => cut(stem(word), heads, tails));
  const partsOf = remembered(split);
  return (text) => {
    const words = wordsOf(text);
    const left = words
      .map(rest)
      .filter((word) => !EMPTY.has(word) && !own.includes(word) && !YEAR.test(word));
    const parts = [...new Set(left.flatMap(partsOf))].slice(0, MOST_PARTS);
    return {
      parts,
      solid: left.join(''),
      leading: KINDS.has(left[0] ?? '') ? parts[0] : undefined,
      bare: left.length === 0 && words.some((word) => own.some((one) => word.startsWith(one))),
    };
  };
}

/** "sundsvallsbibliotek", "biblioteketsundsvall" and "ungisundsvall" without the town, "planenhet" without the unit. */
function cut(word: string, heads: readonly string[], tails: readonly string[]): string {
  const isRoomFor = (one: string): boolean => word.length - one.length >= SHORTEST_PART;
  const head = heads.find((one) => word.startsWith(one) && isRoomFor(one));
  if (head !== undefined) {
    const rest = word.slice(head.length);
    return cut(KINDS.has(rest) ? rest : rest.replace(/^s(?=.{3})/, ''), heads, tails);
  }
  const tail = tails.find((one) => word.endsWith(one) && isRoomFor(one));
  if (tail === undefined) return word;
  return cut(stem(word.slice(0, -tail.length).replace(PREPOSITION, '')), heads, tails);
}

/** A compound in its parts as far as one is a kind: "hagaskol" is "hag" and "skol". */
function split(word: string): string[] {
  if (KINDS.has(word)) return [SYNONYMS.get(word) ?? word];
  const isRoomFor = (kind: string): boolean => word.length - kind.length >= SHORTEST_PART;
  const last = LONGEST_FIRST.find((kind) => word.endsWith(kind) && isRoomFor(kind));
  if (last !== undefined) {
    const before = word.slice(0, -last.length).replace(/ss$/, 's');
    return [...split(stem(before)), ...split(last)];
  }
  const first = LONGEST_FIRST.find(
    (kind) => kind.length >= SHORTEST_START && word.startsWith(kind) && isRoomFor(kind),
  );
  if (first === undefined) return [word];
  return [...split(first), ...split(stem(word.slice(first.length).replace(DEFINITE, '')))];
}

/** How alike the names of two accounts are, 0 when they are not; a handle is also compared with the other's unit. */
export function likeness(a: Names, b: Names): number {
  if (a.handle.bare && b.handle.bare) return SAME;
  const pairs = [
    [a.handle, b.handle],
    [a.unit, b.unit],
    [a.handle, b.unit],
    [a.unit, b.handle],
  ] as const;
  const degrees = pairs.map(([one, other]) => {
    const degree = degreeOf(one, other);
    const doubted = degree > 0 && (isKind(one) || isKind(other)) && areApart(a.handle, b.handle);
    return doubted || (degree === ADDED && areOfOtherKinds(a, b)) ? 0 : degree;
  });
  return Math.max(...degrees);
}

function degreeOf(a: Name, b: Name): number {
  if (a.parts.length === 0 || b.parts.length === 0) return 0;
  if (areMisspelt(a, b)) return SAME;
  const [mine, theirs] = differences(a, b);
  const extra = [...mine, ...theirs];
  if (extra.length === 0) return SAME;
  if (mine.length > 0 && theirs.length > 0) return 0;
  if (extra.every(isAddition)) return EXTENDED;
  const [shorter, longer] = mine.length > 0 ? [b, a] : [a, b];
  if (extra.length === 1 && extra[0] === longer.leading && !shorter.parts.every(isAddition)) return ADDED;
  return isTelling(shorter, longer) && !extra.some((part) => KINDS.has(part)) ? ADDED : 0;
}

/** What each name has that the other has not, also when the other has it in one word. */
function differences(a: Name, b: Name): readonly [mine: readonly string[], theirs: readonly string[]] {
  const [mine, theirs] = withoutGlued(without(a.parts, b.parts), without(b.parts, a.parts));
  const [rest, own] = withoutGlued(theirs, mine);
  return [own, rest];
}

/** Both without the word of the first that the second has in parts. */
function withoutGlued(
  words: readonly string[],
  parts: readonly string[],
): readonly [words: readonly string[], parts: readonly string[]] {
  for (const word of words) {
    const found = partsIn(word, parts);
    if (found.length > 0)
      return [words.filter((one) => one !== word), parts.filter((part) => !found.includes(part))];
  }
  return [words, parts];
}

/** The parts that make up a word with nothing but joints between: "gataochpark" is "gat-a-och-park". */
function partsIn(word: string, parts: readonly string[]): string[] {
  const found = parts.filter((part) => part.length >= SHORTEST_PART && word.includes(part));
  const tried = found.length > 1 && found.length <= MOST_GLUED;
  return tried && isMadeOf(word, found) ? found : [];
}

function isMadeOf(word: string, parts: readonly string[]): boolean {
  if (parts.length === 0) return word.split(/(?=och)/).every((joint) => JOINTS.test(joint));
  return parts.some((part, at) => {
    const start = word.indexOf(part);
    if (start < 0 || !isMadeOf(word.slice(0, start), [])) return false;
    return isMadeOf(word.slice(start + part.length), parts.toSpliced(at, 1));
  });
}

/** "stadsbiblotek" is "Stadsbiblioteket"; but when both hold a kind or any a number, these are compared. */
function areMisspelt(a: Name, b: Name): boolean {
  if (Math.min(a.solid.length, b.solid.length) < SHORTEST_SOLID || !same(a.solid, b.solid)) return false;
  return !(hasKind(a) && hasKind(b)) && ![...a.parts, ...b.parts].some(isNumber);
}

/** Both begin with the same, and the shorter one is a name already. */
function isTelling(shorter: Name, longer: Name): boolean {
  const [first = ''] = shorter.parts;
  const opens = longer.solid.startsWith(first) || same(first, longer.parts[0] ?? '');
  return opens && !isKind(shorter) && shorter.solid.length >= TELLING;
}

function hasKind({ parts }: Name): boolean {
  return parts.some((part) => KINDS.has(part));
}

/** "Skolan", "Förskolor": the name of many. */
function isKind({ parts }: Name): boolean {
  return parts.every((part) => KINDS.has(part));
}

/** Each has something of its own besides a kind. */
function areApart(a: Name, b: Name): boolean {
  return differences(a, b).every((parts) => parts.some((part) => !KINDS.has(part)));
}

/** "Äldreboendet Björken" and "Förskolan Björken". */
function areOfOtherKinds(a: Names, b: Names): boolean {
  const [mine, theirs] = [kindsOf(a), kindsOf(b)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((kind) => theirs.includes(kind));
}

function kindsOf({ handle, unit }: Names): string[] {
  return [...handle.parts, ...unit.parts].filter((part) => KINDS.has(part));
}

/** Two of a kind, each with its own name: schools say the same about themselves, and none is the other. */
export function areSiblings(a: Names, b: Names): boolean {
  return areOfOneKind(a.handle, b.handle) || areOfOneKind(a.unit, b.unit);
}

function areOfOneKind(a: Name, b: Name): boolean {
  const own = without(a.parts, b.parts);
  const shared = a.parts.filter((part) => !own.includes(part));
  if (shared.length === 0) return false;
  const onlyKind = shared.every((part) => KINDS.has(part));
  return areApart(a, b) || (onlyKind && !(isKind(a) && isKind(b)));
}
