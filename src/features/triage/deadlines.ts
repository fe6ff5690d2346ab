/** When a step is due and who is told: the guideline's table in hours and days of work (G-7.1c). Pure. */
import type { PersonId } from '../../kernel/actor';
import {
  atTime,
  plusWorkingDays,
  plusWorkingHours,
  workingDayFrom,
  workingDayOf,
} from '../../kernel/calendar';
import type { Triage } from '../../guidelines/schema';
import type { TriageStep } from '../../guidelines/triage-schema';
import type { Ground } from './facts';
import type { Case } from './model';
import { communicatorsOf, deputiesOf, doersOf, registrarsFor, responsibleOf, secondsOf } from './people';

/** Lines are gathered from this hour, so that they are in the message of the day at 08:30. */
const GATHERED_AT = '06:00';

type Ladder = Triage['deadlines'][TriageStep];
type Rung = Ladder['ladder'][number];
type Span = Rung['after'];

/** Which ladder a case climbs; none when nothing is waited for. */
export function stepOf(state: Case): TriageStep | undefined {
  switch (state.status) {
    case 'describing':
    case 'asking':
      return 'assess';
    case 'suggested':
      return 'decide';
    case 'evidence':
    case 'registration':
    case 'removal':
    case 'telling':
    case 'culling':
    case 'alarm':
      return state.status;
    case 'done':
      return state.registration?.kind === 'pending' ? 'pending' : undefined;
    case 'handed':
    case 'withdrawn':
      return undefined;
    default:
      return state satisfies never;
  }
}

/** When the present step should be done, ISO instant in UTC; undefined when nothing is waited for. */
export function dueAt(state: Case, ground: Ground): string | undefined {
  const step = stepOf(state);
  if (step === undefined) return undefined;
  return ending(ground.guideline.triage.deadlines[step].due, sinceOf(state, ground), ground);
}

export function isLate(state: Case, ground: Ground): boolean {
  const due = dueAt(state, ground);
  return due !== undefined && due < ground.moment.now;
}

/** The next instant at which somebody is told, or a hold ends. */
export function deadlineOf(state: Case, ground: Ground): string | undefined {
  const step = stepOf(state);
  const rungs = step === undefined ? [] : ground.guideline.triage.deadlines[step].ladder;
  const held = heldUntil(state, ground);
  const times = [...timesOf(rungs, state, ground).slice(state.told), ...(held === undefined ? [] : [held])];
  return times.sort()[0];
}

/** When whoever holds the case holds it no longer: after a working day, so that nothing lies. */
export function heldUntil(state: Case, ground: Ground): string | undefined {
  if (!('holder' in state)) return undefined;
  return ending({ days: ground.guideline.triage.heldDays }, state.holder.at, ground);
}

/** Every rung up to the last one that is due and not told yet: after a stop they are told together. */
export function dueRungs(state: Case, ground: Ground): Rung[] {
  const step = stepOf(state);
  if (step === undefined) return [];
  const { ladder } = ground.guideline.triage.deadlines[step];
  const due = timesOf(ladder, state, ground).filter((time) => time <= ground.moment.now);
  return ladder.slice(state.told, due.length);
}

/** In order: what begins in the afternoon has hours left the next morning, and no later rung comes before them. */
function timesOf(rungs: readonly Rung[], state: Case, ground: Ground): string[] {
  return rungs.reduce<string[]>((times, rung) => {
    const before = times.at(-1) ?? '';
    const at = rungAt(rung, state, ground);
    return [...times, at > before ? at : before];
  }, []);
}

/** Rungs of hours, and of the same day, are told at once; the others with the message of the day. */
export function isUrgent({ after }: Rung): boolean {
  return after.hours !== undefined || after.days === 0;
}

/** Whom rungs tell, nobody twice. */
export function toldBy(rungs: readonly Rung[], state: Case, ground: Ground): PersonId[] {
  return [...new Set(rungs.flatMap(({ to }) => to).flatMap((one) => peopleOf(one, state, ground)))];
}

function rungAt(rung: Rung, state: Case, ground: Ground): string {
  const since = sinceOf(state, ground);
  if (isUrgent(rung)) return ending(rung.after, since, ground);
  return atTime(zoneOf(ground), dayAfter(rung.after, since, ground), GATHERED_AT);
}

/** What was registered later begins on the morning of the day that was said. */
function sinceOf({ since }: Case, ground: Ground): string {
  return since.length > 10
    ? since
    : atTime(zoneOf(ground), workingDayFrom(since), ground.guideline.triage.office.from);
}

function ending(span: Span, since: string, ground: Ground): string {
  const { office } = ground.guideline.triage;
  if (span.hours !== undefined) return plusWorkingHours(zoneOf(ground), since, span.hours, office);
  return atTime(zoneOf(ground), dayAfter(span, since, ground), office.to);
}

function dayAfter({ days = 0 }: Span, since: string, ground: Ground): string {
  const first = workingDayOf(zoneOf(ground), since, ground.guideline.triage.office);
  return plusWorkingDays(first, days);
}

function zoneOf({ moment }: Ground): string {
  return moment.organisation.timeZone;
}

function peopleOf(to: Rung['to'][number], state: Case, ground: Ground): PersonId[] {
  const { lead, director } = ground.moment.organisation;
  switch (to) {
    case 'reporter':
      return [state.reporter.id];
    case 'holder':
      return 'holder' in state ? [state.holder.by] : [];
    case 'decider':
      return state.status === 'suggested' && state.asked === 'registrar'
        ? registrarsFor(state, ground)
        : doersOf(state, ground);
    case 'second':
      return secondsOf(state, ground).filter(
        (person) => state.status !== 'culling' || person !== state.culling.by,
      );
    case 'responsible':
      return responsibleOf(state).length > 0 ? responsibleOf(state) : doersOf(state, ground);
    case 'deputy':
      return deputiesOf(state);
    case 'communicator':
      return communicatorsOf(state, ground);
    case 'registrar':
      return registrarsFor(state, ground);
    case 'lead':
      return [lead];
    case 'director':
      return [director];
    default:
      return to satisfies never;
  }
}
