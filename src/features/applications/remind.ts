/** The timer of an application: drafts end, and whoever it waits for is told by the guideline's table (G-4.2a–b). Pure. */
import { dayIn } from '../../kernel/calendar';
import { refuse, type Decision } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import { applies, deadlineOf, draftDueAt, dueRungs, toldBy, waitingOf, type Situation } from './deadlines';
import { mention, notify, release } from './effects';
import type { ApplicationEvent } from './events';
import type { Code, Facts } from './facts';
import type { Application, In } from './model';

type Decisions = Decision<ApplicationEvent, Code>;

/** What the lead may do too, from the rung that tells the lead. */
const ESCALATING: readonly Situation[] = ['consultation', 'decision', 'inspection'];

export function remind(state: Application | undefined, facts: Facts): Decisions {
  const due = state && deadlineOf(state, facts);
  if (!state || due === undefined || due > facts.moment.now) return refuse('early');
  const isUnsent = state.status === 'draft' || state.status === 'joining';
  return isUnsent && draftDueAt(state, facts) <= facts.moment.now
    ? draftEnds(state, facts)
    : climb(state, facts);
}

/** A draft is warned about and then deleted; a wish to join that nobody answered becomes a draft again. */
function draftEnds(state: In<'draft' | 'joining'>, { moment }: Facts): Decisions {
  if (state.status === 'joining') return { events: [{ type: 'resumed' }], effects: [REFRESH] };
  if (state.told > 0) return { events: [{ type: 'expired' }], effects: [REFRESH] };
  const warn = mention(state.applicant.id, `draft/${dayIn(moment.organisation.timeZone, state.touchedAt)}`);
  return {
    events: [{ type: 'reminded', situation: 'draft', count: 1, escalated: false }],
    effects: [warn],
  };
}

/** The rungs that are due: lines for people, the lead may decide too, or the application lapses. */
function climb(state: Application, facts: Facts): Decisions {
  const waiting = waitingOf(state, facts);
  if (!waiting) return refuse('early');
  const { situation, since, told } = waiting;
  const due = dueRungs(waiting, facts);
  // Whether anybody is there is asked again with every rung, until the lead may decide.
  const before = waiting.rungs.slice(0, told).filter(({ when }) => when !== undefined && !state.escalated);
  const rungs = [...before, ...due].filter((rung) => applies(rung, state, facts));
  if (state.status === 'changes' && rungs.some(({ then }) => then === 'lapse')) return lapse(state, facts);
  const people = new Set(rungs.flatMap((rung) => toldBy(rung, state, facts)));
  const escalates = ESCALATING.includes(situation);
  return {
    events: [
      {
        type: 'reminded',
        situation: situation === 'consultation' ? situation : 'waiting',
        count: due.length,
        escalated: escalates && rungs.some(({ to }) => to.includes('lead')),
      },
    ],
    effects: [...people].map((person) => mention(person, `${situation}/${told + due.length}/${since}`)),
  };
}

/** Questions that nobody answered close the application; the name is free again. */
function lapse(state: In<'changes'>, { id, moment }: Facts): Decisions {
  return {
    events: [{ type: 'lapsed', at: moment.now }],
    effects: [notify(state.applicant.id, 'lapsed'), ...release(id, state), REFRESH],
  };
}
