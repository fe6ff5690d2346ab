/** What the parts of a decision share: words that must be there, and who did it when. Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Decision } from '../../kernel/decision';
import { MOST_WORDS } from './commands';
import type { CaseEvent } from './events';
import type { Code, Facts, Problem } from './facts';
import type { Act } from './model';

export type Decisions = Decision<CaseEvent, Code>;

export function actOf({ id, name }: Person, { moment }: Pick<Facts, 'moment'>): Act {
  return { by: id, name, at: moment.now };
}

export function invalid(field: string, problem: Problem): Decisions {
  return refuse('invalid', { fields: { [field]: problem } });
}

export function wordsProblem(words: string, needed: boolean): Problem | undefined {
  if (words === '') return needed ? 'missing' : undefined;
  return words.length > MOST_WORDS ? 'too-long' : undefined;
}
