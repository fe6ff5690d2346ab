/** Accounts that look like the one applied for: labelled cases, a whole register, and what holds for any text. */
import fc from 'fast-check';
import { alikeTo, MOST_ALIKE, type Wish } from '../../../src/features/applications/alike';
import type { AccountRow } from '../../../src/features/register/model';
import { ALIKE_CASES, COMMON, rowOf, wishOf } from './alike-cases';
import { REGISTER } from './alike-register';

const register = REGISTER.map((line, at) => rowOf(line, `account-${at}`));
const found = (wish: Wish, rows: readonly AccountRow[]): string[] =>
  alikeTo(wish, rows, COMMON).map(({ row, why }) => `${row.id} by ${why}`);
const asWish = (row: AccountRow): Wish => ({ ...row, audience: '' });

describe('an application is compared with the register', () => {
  it.each(ALIKE_CASES)('and judged as a communicator would: $title', ({ wish, rows, expected }) => {
    expect(found(wish, rows)).toEqual(expected.map(({ id, why }) => `${id} by ${why}`));
  });

  it('and no two accounts of a whole municipality are called alike', () => {
    const alarms = register.flatMap((row) =>
      found(
        asWish(row),
        register.filter((other) => other !== row),
      ),
    );

    expect(alarms).toEqual([]);
  });

  it('and each account of it is found again by its unit, when the handle is misspelt', () => {
    const missed = register.filter((row) => {
      const handle = `${row.handle.slice(0, 5)}${row.handle.slice(6)}`;
      const again = { ...asWish(row), handle, unit: row.unit.toUpperCase(), purpose: '' };
      return !found(again, register).includes(`${row.id} by name`);
    });

    expect(missed.map(({ handle }) => handle)).toEqual([]);
  });
});

it('two accounts are as alike one way as the other', () => {
  const pairs = ALIKE_CASES.flatMap(({ wish, rows }) =>
    rows.map((row) => [{ ...row, ...wish, id: 'wish', platformName: wish.platformName ?? '' }, row] as const),
  ).filter(([, row]) => row.status === 'active');

  for (const [a, b] of pairs) {
    const why = alikeTo(asWish(a), [b], COMMON).map((one) => one.why);
    expect([a.handle, b.handle, alikeTo(asWish(b), [a], COMMON).map((one) => one.why)]).toEqual([
      a.handle,
      b.handle,
      why,
    ]);
  }
});

it('the most alike come first, names before purposes, and no more than five', () => {
  const wish = wishOf('kulturskolan | Kulturskolan | Kurser i dans, konserter och när anmälan öppnar');
  const rows = [
    rowOf('estet | Estetiska kurser | Dans, konserter och när anmälan öppnar', 'a'),
    rowOf('kulturskolansorkester | Kulturskolan orkester', 'b'),
    rowOf('kulturskolanbarn | Kulturskolan barn', 'c'),
    rowOf('kulturskolan | Kulturskolan', 'd'),
  ];

  expect(found(wish, rows)).toEqual(['d by name', 'c by name', 'b by name', 'a by purpose']);
  expect(found(wish, [...rows, ...['e', 'f', 'g'].map((id) => ({ ...rows[3]!, id }))])).toHaveLength(
    MOST_ALIKE,
  );
});

it('the same accounts come in the same order, whatever order the register has', () => {
  const rows = Array.from({ length: 9 }, (_, at) => rowOf('kulturskolan | Kulturskolan', `account-${at}`));
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(found(wishOf('kulturskolan | Kulturskolan'), shuffled)).toEqual(
        rows.slice(0, MOST_ALIKE).map(({ id }) => `${id} by name`),
      );
    }),
    { numRuns: 50, seed: 1 },
  );
});

it('without the words of the organisation’s name, its name alone makes nothing alike', () => {
  const wish = wishOf('sundsvallsbibliotek | Biblioteket');

  expect(alikeTo(wish, [rowOf('sundsvallsbad | Badhuset', 'a')])).toEqual([]);
});

it('an account on an unlisted platform counts only when that platform is told', () => {
  const row = rowOf('other(Discord): ungdomenshus | Ungdomens hus', 'a');
  const { platformName: _, ...wish } = wishOf('other(Discord): ungdomenshus | Ungdomens hus');

  expect(alikeTo(wish, [row])).toEqual([]);
  expect(alikeTo({ ...wish, platformName: ' DISCORD ' }, [row])).toHaveLength(1);
});

describe('any text is taken', () => {
  const hostile = [
    ['one letter, 10,000 times', 'a'.repeat(10_000)],
    ['a joint of compounds, many times', 'och'.repeat(3_000)],
    ['a kind, many times', 'skola '.repeat(2_000)],
    ['parts of one another', 'aaa aaaa aaaaa aaaaaa aaaaaaa aaaaaaaa'],
    ['emoji', '🎉'.repeat(5_000)],
    ['a pattern', '(a+)+$ [\\p{L} .* \\'],
    ['signs that are not seen', '\u202e\u0000\ud800'],
    ['a broken link', 'https://%E0%A4%A/%'],
    ['signs only', '@'.repeat(10_000)],
    ['diacritics only', '\u0308'.repeat(10_000)],
    ['a sign that unfolds to eighteen', '\ufdfa'.repeat(10_000)],
    ['names of the language’s own', '__proto__ constructor toString'],
  ] as const;

  it.each(hostile)('such as %s', (_, text) => {
    const row = { ...rowOf('kulturskolan | Kulturskolan', 'a'), handle: text, unit: text, purpose: text };
    const wish = { platform: 'instagram', handle: text, unit: text, purpose: text, audience: text };

    expect(() => alikeTo(wish, [row, ...register], [text, ...COMMON])).not.toThrow();
    expect(() => alikeTo(asWish(register[0]!), [row], [''])).not.toThrow();
  });

  it('and any other', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(...hostile.map(([, one]) => one)),
    );
    fc.assert(
      fc.property(text, text, text, (handle, unit, purpose) => {
        const wish = { platform: 'instagram', handle, unit, purpose, audience: unit };
        expect(alikeTo(wish, register, COMMON).length).toBeLessThanOrEqual(MOST_ALIKE);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});
