/** *Jag tar det*: one person works on a case at a time, in sight of the others, and lets go when somebody asks. Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Decision } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import { notify } from './effects';
import type { CaseEvent } from './events';
import type { Code, Facts } from './facts';
import type { Case } from './model';

type Decisions = Decision<CaseEvent, Code>;

export function hold(state: Case, { moment }: Facts, { id, name }: Person): Decisions {
  const holder = 'holder' in state ? state.holder : undefined;
  if (holder) return refuse(holder.by === id ? 'already' : 'held', { details: { name: holder.name } });
  return { events: [{ type: 'held', holder: { by: id, name, at: moment.now } }], effects: [REFRESH] };
}

/** One's own, or on demand somebody else's: they are told who asked. */
export function release(state: Case, { moment }: Facts, { id, name }: Person): Decisions {
  const holder = 'holder' in state ? state.holder : undefined;
  if (!holder) return refuse('already');
  const told = holder.by === id ? [] : notify([holder.by], 'released', moment.now);
  return { events: [{ type: 'released', by: id, name }], effects: [...told, REFRESH] };
}
