/** Which local decision on culling a department follows: its own, or that of the one above it. */
import { cullingDecisionOf } from '../../src/kernel/offices';
import { moment, organisation } from '../features/world';

function decisionOf(department: string, decisions: Readonly<Record<string, string>>): string | undefined {
  const departments = organisation().departments.map((one) => {
    const cullingDecision = decisions[one.id];
    return cullingDecision === undefined ? one : { ...one, cullingDecision };
  });
  return cullingDecisionOf(department, { moment: moment({ organisation: organisation({ departments }) }) });
}

it('G-7.4: the culling decision is the department’s own, or that of the one above it', () => {
  const decisions = { 'kultur-fritid': 'KFN-2025-00042, § 17' };

  expect(decisionOf('kultur-fritid', decisions)).toBe('KFN-2025-00042, § 17');
  expect(decisionOf('bibliotek', decisions)).toBe('KFN-2025-00042, § 17');
  expect(decisionOf('bibliotek', { ...decisions, bibliotek: 'BN 4' })).toBe('BN 4');
  expect(decisionOf('vard-omsorg', decisions)).toBeUndefined();
  expect(decisionOf('nowhere', decisions)).toBeUndefined();
});
