/** The people an application names: they must be somebody, and not the same person twice. Pure. */
import type { PersonRef } from '../register/model';
import type { Facts } from './facts';
import type { Problem } from './fields';
import type { Answers } from './model';

/** The responsible person and the deputies must be somebody, and not the same person (G-4.0b). */
export function peopleProblems(
  fields: readonly { readonly id: string }[],
  answers: Answers,
  facts: Facts,
): Record<string, Problem> {
  const asked = new Set(fields.map(({ id }) => id));
  const found: Record<string, Problem> = {};
  const responsible = personNamed(answers['responsible'], facts);
  const deputies = namesIn(answers['deputies']);
  if (asked.has('responsible') && (answers['responsible'] ?? '') !== '' && !responsible)
    found['responsible'] = 'unknown-person';
  if (asked.has('manager') && asksManager(answers, facts) && (answers['manager'] ?? '') !== '')
    if (!personNamed(answers['manager'], facts)) found['manager'] = 'unknown-person';
  if (!asked.has('deputies') || deputies.length === 0) return found;
  const refs = deputies.map((typed) => personNamed(typed, facts));
  if (refs.includes(undefined)) found['deputies'] = 'unknown-person';
  else if (refs.some((ref) => ref && same(ref, responsible))) found['deputies'] = 'same-person';
  else if (deputies.length < facts.guideline.application.deputiesAtLeast)
    found['deputies'] = 'too-few-deputies';
  return found;
}

/** Where the chain begins with the manager, the manager must be somebody (G-1.7). */
function asksManager(answers: Answers, { guideline }: Facts): boolean {
  return answers['accountType'] !== 'official' && guideline.application.chain.includes('manager');
}

/** Only who was found: `constructor` is a name that nobody has. */
export function personNamed(typed: string | undefined, { people }: Facts): PersonRef | undefined {
  return typed !== undefined && Object.hasOwn(people, typed) ? people[typed] : undefined;
}

function same(a: PersonRef, b: PersonRef | undefined): boolean {
  return b !== undefined && (a.id === undefined ? a.email === b.email : a.id === b.id);
}

/** Several people in one field, separated by comma, semicolon or line. */
export function namesIn(typed: string | undefined): string[] {
  return (typed ?? '')
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
