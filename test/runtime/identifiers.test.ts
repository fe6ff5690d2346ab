/** An id is given in a card before anything is saved, carries its date, and is checked like any input. */
import { freshId, idProblem, MatterId } from '../../src/runtime/identifiers';
import { createIds } from '../support/fake-world';

const RANDOM = 'abcdefghij0123456789ab';

describe('an id', () => {
  it('that was just given may create a matter', () => {
    const id = freshId('2026-11-22', createIds('seed'));

    expect(MatterId.safeParse(id).success).toBe(true);
    expect(idProblem(id, '2026-11-22')).toBeUndefined();
  });

  it('is never given twice', () => {
    const ids = createIds('seed');

    expect(new Set(Array.from({ length: 1_000 }, () => freshId('2026-11-22', ids))).size).toBe(1_000);
  });

  it.each([
    ['of today', `2026-11-22-${RANDOM}`, undefined],
    ['of tomorrow, where the day has turned already', `2026-11-23-${RANDOM}`, undefined],
    ['of the day after tomorrow', `2026-11-24-${RANDOM}`, 'malformed'],
    ['of 90 days ago', `2026-08-24-${RANDOM}`, undefined],
    ['of 91 days ago', `2026-08-23-${RANDOM}`, 'too-old'],
    ['that can be guessed', '2026-11-22-1', 'malformed'],
    ['without a date', RANDOM, 'malformed'],
    ['of a matter that people do not create', `${RANDOM}:2026-autumn`, 'malformed'],
    ['with more behind it', `2026-11-22-${RANDOM}:x`, 'malformed'],
  ])('%s: %s gives %s', (_, id, code) => {
    expect(idProblem(id, '2026-11-22')?.code).toBe(code);
  });

  it.each([
    ['short', false],
    ['-starts-with-a-dash', false],
    ['UPPERCASE-ID', false],
    ['with/a/slash', false],
    ['with a space', false],
    ['åäöåäöåäö', false],
    ['a'.repeat(120), true],
    ['a'.repeat(121), false],
    ['twitter:sundsvall.kommun', true],
  ])('%s may be sent: %s', (id, may) => {
    expect(MatterId.safeParse(id).success).toBe(may);
  });
});
