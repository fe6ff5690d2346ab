/** Finds accounts in the register that look like the one applied for, by name or by purpose, in Swedish. Pure. */
import { normaliseHandle, type AccountRow } from '../register/model';
import { areSiblings, likeness, namer, type Names } from './alike-names';
import { weightOf } from './alike-words';
import { remembered, same, stem, stemsOf, wordsOf } from './swedish';

/** An account that looks like the one applied for, and what makes it alike. */
export interface Alike {
  readonly row: AccountRow;
  readonly why: 'name' | 'purpose';
}

export interface Wish {
  readonly platform: string;
  /** Which platform is meant by `other`; without it no account on an unlisted platform counts. */
  readonly platformName?: string;
  /** As typed: a name, `@name` or a link. */
  readonly handle: string;
  readonly unit: string;
  readonly purpose: string;
  readonly audience: string;
}

/** More than these nobody reads before sending. */
export const MOST_ALIKE = 5;
/** No answer in the form is longer than 600 letters; a pasted book need not be read to its end. */
const MOST_READ = 1000;
/** A purpose is the same topic when two words of weight are shared … */
const LEAST_SHARED = 2;
/**
 * … and these are half of what both say. Over the cases in test/features/applications/alike-cases.ts, false alarms and
 * misses are 3 and 0 at 0.25, 1 and 0 at 0.4, none at 0.45 and 0.5, 0 and 2 at 0.55, 0 and 5 at 0.7; of the two in the
 * middle the one that is further from an alarm.
 */
const LEAST_OVERLAP = 0.5;
/** The beginning of a longer word is shared when it has this many letters: "vatten" in "vattenläckor". */
const SHORTEST_BEGINNING = 5;
/** The server in an address on Bluesky or Mastodon. */
const SERVER = /(?<=.)@.*$|\.bsky\.social$/;

/** Purposes in stems that say something, each with its weight. */
type Topic = readonly string[];

interface Read extends Names {
  readonly topic: Topic;
}

/**
 * The accounts that are alike, most alike first and at most MOST_ALIKE; the same whatever order the rows come in.
 * Only active accounts on the same platform are. `common` are the words of the organisation's name ("Sundsvalls",
 * "kommun"), which any account may bear.
 */
export function alikeTo(
  wish: Wish,
  rows: readonly AccountRow[],
  common: readonly string[] = [],
): readonly Alike[] {
  const read = readerOf(common);
  const wished = read(wish);
  const place = placeOf(wish);
  const audience = stemsOf(wish.audience.slice(0, MOST_READ));
  return rows
    .filter((row) => row.status === 'active' && placeOf(row) === place)
    .flatMap((row): (Alike & { readonly degree: number })[] => {
      const known = read(row);
      const name = likeness(wished, known);
      if (name > 0) return [{ row, why: 'name', degree: name }];
      const purpose = overlap(wished.topic, known.topic, audience);
      if (purpose < LEAST_OVERLAP || areSiblings(wished, known)) return [];
      return [{ row, why: 'purpose', degree: purpose }];
    })
    .sort((a, b) => b.degree - a.degree || compare(a.row.id, b.row.id))
    .slice(0, MOST_ALIKE)
    .map(({ row, why }) => ({ row, why }));
}

/** Names of unlisted platforms are compared as typed; one that is not told is never the same as another. */
function placeOf({ platform, platformName }: { platform: string; platformName?: string }): string {
  return platform === 'other' ? `other:${platformName?.trim().toLowerCase() ?? '?'}` : platform;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function readerOf(common: readonly string[]): (text: Pick<Wish, 'handle' | 'unit' | 'purpose'>) => Read {
  const nameOf = namer(common);
  const own = stemsOf(common.join(' '));
  const stemmed = remembered(stem);
  const isTelling = (word: string): boolean => weightOf(word) > 0 && !own.has(word);
  return ({ handle, unit, purpose }) => ({
    handle: nameOf((normaliseHandle(handle.slice(0, MOST_READ)) ?? '').replace(SERVER, '')),
    unit: nameOf(unit.slice(0, MOST_READ)),
    topic: [...new Set(wordsOf(purpose.slice(0, MOST_READ)).map(stemmed))].filter(isTelling),
  });
}

/** The cosine of two purposes, 0–1; words of the wish's audience help where the row speaks of them. */
function overlap(wish: Topic, row: Topic, audience: ReadonlySet<string>): number {
  const shared = row.filter((word) => wish.some((one) => isShared(one, word)));
  const helped = row.filter((word) => audience.has(word) && !shared.includes(word));
  const common = sum(shared) + sum(helped);
  if (common < LEAST_SHARED) return 0;
  return common / Math.sqrt((sum(wish) + sum(helped)) * sum(row));
}

function isShared(a: string, b: string): boolean {
  if (same(a, b)) return true;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return shorter.length >= SHORTEST_BEGINNING && longer.startsWith(shorter);
}

function sum(words: readonly string[]): number {
  return words.reduce((total, word) => total + weightOf(word), 0);
}
