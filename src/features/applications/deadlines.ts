/** Who is reminded when: the guideline's tables of working days, for each way an application can wait. Pure. */
import type { PersonId } from '../../kernel/actor';
import { atTime, dayIn, plusDays, plusWorkingDays, workingDaysBetween } from '../../kernel/calendar';
import type { Guideline } from '../../guidelines/schema';
import { isOpen } from './consultation';
import { advisersOf, creatorsOf, decidersOf, hasTurn, inspectorsOf, officeOf, receiverOf } from './deciders';
import type { Facts, Ground } from './facts';
import type { Application, In, Submission } from './model';

/** Lines are gathered from this hour, so that they are in the message of the day at 08:30. */
const GATHERED_AT = '06:00';
/** Days before a draft is deleted on which its owner is told. */
const WARNED_BEFORE = 14;
/** Nobody there: messages have not reached a single decider for so many working days (design, section 4). */
const UNREACHED_DAYS = 2;

export type Situation =
  'consultation' | 'joining' | 'decision' | 'changes' | 'receipt' | 'creation' | 'inspection';
export type Rung = Guideline['deadlines']['decision'][number];

/** What an application waits for, since when, and how many rungs of the ladder are told. */
export interface Waiting {
  readonly situation: Situation;
  readonly since: string;
  readonly rungs: readonly Rung[];
  readonly told: number;
}

/** A draft may wait for a talk while it is written; everything else waits for one thing at a time. */
export function waitingOf(state: Application, { guideline, moment }: Ground): Waiting | undefined {
  const { deadlines } = guideline;
  const { told } = state;
  switch (state.status) {
    case 'draft': {
      const { consultation } = state;
      if (consultation === undefined || consultation.status === 'held') return undefined;
      const rungs = deadlines.consultation;
      const since =
        consultation.status === 'planned'
          ? atTime(moment.organisation.timeZone, consultation.day, GATHERED_AT)
          : consultation.at;
      return { situation: 'consultation', since, rungs, told: consultation.told };
    }
    case 'joining':
      return { situation: 'joining', since: state.askedAt, rungs: deadlines.joining ?? [], told };
    case 'submitted':
      return {
        situation: 'decision',
        since: awaitedSince(state),
        rungs: deadlines.decision,
        told,
      };
    case 'changes':
      return { situation: 'changes', since: state.askedAt, rungs: deadlines.changesAsked, told };
    case 'approved':
      return { situation: 'receipt', since: state.approval.at, rungs: deadlines.receipt, told };
    case 'acknowledged':
      return {
        situation: 'creation',
        since: state.returned?.at ?? state.receipt.at,
        rungs: deadlines.creation,
        told,
      };
    case 'created':
      return {
        situation: 'inspection',
        since: state.reportedAt,
        rungs: deadlines.inspection ?? deadlines.decision,
        told,
      };
    case 'claiming':
    case 'active':
    case 'rejected':
    case 'lapsed':
    case 'joined':
    case 'withdrawn':
    case 'expired':
      return undefined;
    default:
      return state satisfies never;
  }
}

/** When the present step of the chain came to whoever decides it. */
export function awaitedSince({
  approvals,
  submittedAt,
}: Pick<Submission, 'approvals' | 'submittedAt'>): string {
  const last = approvals.at(-1)?.at ?? '';
  return last > submittedAt ? last : submittedAt;
}

/** The next instant at which somebody is told, or a draft is warned about or deleted; ISO in UTC. */
export function deadlineOf(state: Application, ground: Ground): string | undefined {
  const waiting = waitingOf(state, ground);
  const rung = waiting?.rungs[waiting.told];
  const times = [
    ...(waiting && rung ? [dueAt(waiting, rung, ground)] : []),
    ...(state.status === 'draft' || state.status === 'joining' ? [draftDueAt(state, ground)] : []),
  ];
  return times.sort()[0];
}

/** When a draft is warned about; once it has been, when it is deleted. A wish to join ends with the warning. */
export function draftDueAt({ status, touchedAt, told }: Application, { guideline, moment }: Ground): string {
  const { timeZone } = moment.organisation;
  const warned = status === 'draft' && told > 0;
  const days = guideline.deadlines.draftDays - (warned ? 0 : WARNED_BEFORE);
  return atTime(timeZone, plusDays(dayIn(timeZone, touchedAt), days), GATHERED_AT);
}

function dueAt({ since }: Waiting, { after }: Rung, { moment }: Ground): string {
  const { timeZone } = moment.organisation;
  return atTime(timeZone, plusWorkingDays(dayIn(timeZone, since), after), GATHERED_AT);
}

/** Every rung that is due and not told yet: after a stop of some days they are told together, each once. */
export function dueRungs(waiting: Waiting, ground: Ground): Rung[] {
  return waiting.rungs
    .slice(waiting.told)
    .filter((rung) => dueAt(waiting, rung, ground) <= ground.moment.now);
}

/** A rung for the case that nobody can be reached holds only then. */
export function applies({ when }: Rung, state: Application, facts: Facts): boolean {
  if (when === undefined) return true;
  if (state.status !== 'submitted') return false;
  const { timeZone } = facts.moment.organisation;
  return decidersOf(state, facts).every(({ person }) => {
    const since = facts.unreached[person];
    return (
      since !== undefined && workingDaysBetween(dayIn(timeZone, since), facts.moment.today) >= UNREACHED_DAYS
    );
  });
}

/** Whom a rung tells; nobody twice, and never somebody who has no part in it. */
export function toldBy({ to }: Rung, state: Application, ground: Ground): PersonId[] {
  return [...new Set(to.flatMap((one) => tellsOf(one, state, ground)))];
}

function tellsOf(to: Rung['to'][number], state: Application, ground: Ground): PersonId[] {
  const { lead, director } = ground.moment.organisation;
  switch (to) {
    case 'applicant':
      return [state.applicant.id];
    case 'responsible':
      if (state.status === 'joining') return [state.twin.responsible.id ?? state.applicant.id];
      return 'claim' in state ? creatorsOf(state) : [state.applicant.id];
    case 'decider':
      if (state.status === 'created') return communicatorsOf(state, ground);
      return state.status === 'submitted' ? firstDecidersOf(state, ground) : [];
    case 'deputy':
      return deputiesOf(state, ground);
    case 'communicator':
      return communicatorsOf(state, ground);
    case 'lead':
      return [state.status === 'approved' ? receiverOf(state, ground) : lead];
    case 'director':
      return [director];
    default:
      return to satisfies never;
  }
}

/** Deputies have a rung of their own; where nobody else decides, the first rung is theirs as well. */
function firstDecidersOf(state: In<'submitted'>, ground: Ground): PersonId[] {
  const all = decidersOf(state, ground);
  const own = all.filter(({ as }) => as !== 'deputy');
  return (own.length > 0 ? own : all).map(({ person }) => person);
}

/** Only deputies who may do what is waited for: a matter that is not the office's has none. */
function deputiesOf(state: Application, ground: Ground): PersonId[] {
  const standIns = officeOf(state, ground).filter((holder) => holder.for !== undefined);
  return standIns.map(({ person }) => person).filter((person) => mayAct(person, state, ground));
}

function communicatorsOf(state: Application, ground: Ground): PersonId[] {
  const own = officeOf(state, ground).filter((holder) => holder.for === undefined);
  const all = own.map(({ person }) => person).filter((person) => person !== state.applicant.id);
  // Where the office is empty, or the applicant's own, whoever stands in its place is told.
  if (state.status !== 'created') return all.length > 0 ? all : advisersOf(state, ground);
  const inspectors = inspectorsOf(state, ground);
  const able = all.filter((person) => inspectors.includes(person));
  return able.length > 0 ? able : inspectors;
}

function mayAct(person: PersonId, state: Application, ground: Ground): boolean {
  switch (state.status) {
    case 'submitted':
      return hasTurn(person, state, ground);
    case 'created':
      return inspectorsOf(state, ground).includes(person);
    case 'draft':
      return isOpen(state.consultation) && advisersOf(state, ground).includes(person);
    default:
      return person !== state.applicant.id;
  }
}
