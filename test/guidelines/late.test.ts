/** The library behind conditions is large: whoever uses no condition does not load it. */
import { holds, prepareCondition } from '../../src/guidelines/conditions';
import { parseGuideline } from '../../src/guidelines/load';
import { changed } from './sundsvall';

function loaded(): boolean {
  return Object.keys(require.cache).some((path) => path.includes('/adaptive-expressions/'));
}

describe('adaptive-expressions', () => {
  it('is loaded when the first condition is prepared, and not before', () => {
    const raw = changed('application.questions.4.when', undefined);
    const triage = raw['triage'] as Record<string, unknown>;
    triage['rules'] = [{ id: 'keep', version: 1, clause: 'G-7.0', outcome: 'keep' }];
    const plain = parseGuideline(raw, 'mine.yaml');
    const before = [plain.ok, holds(undefined, {}), loaded()];

    prepareCondition("why == 'a'", new Map([['why', undefined]]));

    expect(before).toEqual([true, true, false]);
    expect(loaded()).toBe(true);
  });
});
