/** Who is reminded when: the guideline's table of working days, for each way an application can wait. Pure. */
import type { PersonId } from '../../kernel/actor';
import { atTime, dayIn, plusDays, plusWorkingDays } from '../../kernel/calendar';
import type { Moment } from '../../kernel/matter';
import { communicatorsOf } from '../../kernel/organisation';
import type { Guideline } from '../../guidelines/schema';
import type { Application, Submission } from './model';
import { creatorsOf, decidersOf, receiverOf } from './policy';

/** Lines are gathered from this hour, so that they are in the message of the day at 08:30. */
const GATHERED_AT = '06:00';
/** Days before a draft is deleted on which its owner is told. */
const WARNED_BEFORE = 14;

export type Situation = 'decision' | 'receipt' | 'creation';
type Rung = Guideline['deadlines']['decision'][number];

/** What an application waits for, since when. */
export interface Waiting {
  readonly situation: Situation;
  readonly since: string;
  readonly rungs: readonly Rung[];
}

export function waitingOf(state: Application, { deadlines }: Guideline): Waiting | undefined {
  switch (state.status) {
    case 'submitted':
      return { situation: 'decision', since: state.submittedAt, rungs: deadlines.decision };
    case 'approved':
      return { situation: 'receipt', since: state.approval.at, rungs: deadlines.receipt };
    case 'acknowledged':
      return { situation: 'creation', since: state.receipt.at, rungs: deadlines.creation };
    case 'draft':
    case 'claiming':
    case 'active':
    case 'rejected':
    case 'withdrawn':
    case 'expired':
      return undefined;
    default:
      return state satisfies never;
  }
}

/** The next instant at which somebody is told, or a draft is warned about or deleted; ISO in UTC. */
export function deadlineOf(
  state: Application,
  guideline: Guideline,
  { organisation }: Moment,
): string | undefined {
  const { timeZone } = organisation;
  if (state.status === 'draft') {
    const days = guideline.deadlines.draftDays - (state.told === 0 ? WARNED_BEFORE : 0);
    return atTime(timeZone, plusDays(dayIn(timeZone, state.touchedAt), days), GATHERED_AT);
  }
  const waiting = waitingOf(state, guideline);
  const rung = waiting?.rungs[state.told];
  return waiting && rung && atTime(timeZone, dayOf(waiting.since, rung, timeZone), GATHERED_AT);
}

function dayOf(since: string, { after }: Rung, timeZone: string): string {
  return plusWorkingDays(dayIn(timeZone, since), after);
}

/** Every rung that is due and not told yet: after a stop of some days they are told together, each once. */
export function dueRungs(state: Application, guideline: Guideline, { now, organisation }: Moment): Rung[] {
  const waiting = waitingOf(state, guideline);
  if (!waiting) return [];
  const { timeZone } = organisation;
  return waiting.rungs
    .slice(state.told)
    .filter((rung) => atTime(timeZone, dayOf(waiting.since, rung, timeZone), GATHERED_AT) <= now);
}

/** Whom a rung tells; nobody twice, and never somebody who is not there. */
export function toldBy({ to }: Rung, state: Submission, moment: Moment): PersonId[] {
  const { organisation, today } = moment;
  const office = communicatorsOf(organisation, state.answers['department'] ?? '', today);
  switch (to) {
    case 'applicant':
      return [state.applicant.id];
    case 'responsible':
      return creatorsOf(state);
    case 'decider':
      return state.status === 'submitted'
        ? decidersOf(state, moment)
            .filter((decider) => decider.as !== 'deputy')
            .map(({ person }) => person)
        : [];
    case 'deputy':
      return office.filter((holder) => holder.for !== undefined).map(({ person }) => person);
    case 'communicator':
      return office.filter((holder) => holder.for === undefined).map(({ person }) => person);
    case 'lead':
      return [state.status === 'approved' ? receiverOf(state.approval, moment) : organisation.lead];
    case 'director':
      return [organisation.director];
    default:
      return to satisfies never;
  }
}
