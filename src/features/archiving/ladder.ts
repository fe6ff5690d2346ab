/** Who is reminded of a missing picture, and when: the guideline's table in calendar days (G-7.3b, G-7.3d). Pure. */
import type { PersonId } from '../../kernel/actor';
import { atTime, clockIn, plusDays } from '../../kernel/calendar';
import { officeOf, registrarsOf } from '../../kernel/offices';
import type { Guideline } from '../../guidelines/schema';
import type { PersonRef } from '../register/model';
import type { Ground } from './facts';
import type { Capture, In } from './model';
import { answersFor } from './policy';
import { remindingDay } from './windows';

/** Lines are gathered from this hour, so that they are in the message of the day at 08:30. */
const GATHERED_AT = '06:00';
/** From this hour on a line would be in the message of another day. */
const UNTIL = '16:00';

type Rung = Guideline['seasons']['ladder'][number];

/** When the next line is due, ISO instant in UTC; undefined when there is none. */
export function deadlineOf(state: Capture, ground: Ground): string | undefined {
  if (state.status !== 'waiting') return undefined;
  const { seasons } = ground.guideline;
  const days = [
    ...seasons.ladder.slice(state.told).map((rung) => dayOf(rung, state, ground)),
    ...(state.snoozed === undefined ? [] : [remindingDay(state.snoozed, seasons)]),
  ];
  const [first] = days.sort();
  return first && atTime(ground.moment.organisation.timeZone, sendableFrom(first, ground), GATHERED_AT);
}

/** What was missed, because nothing ran, is sent on no quiet day either. */
function sendableFrom(day: string, { moment, guideline: { seasons } }: Ground): string {
  const { today, now, organisation } = moment;
  const late = clockIn(organisation.timeZone, now) >= UNTIL;
  const earliest = late ? plusDays(today, 1) : today;
  return day >= earliest ? day : remindingDay(earliest, seasons);
}

/** A rung's day; what is put off waits, but the offices are told on their day all the same. */
function dayOf(rung: Rung, state: In<'waiting'>, { guideline: { seasons } }: Ground): string {
  const own = remindingDay(plusDays(state.from, rung.after), seasons);
  if (state.snoozed === undefined || rung.to.some(isOffice)) return own;
  const put = remindingDay(state.snoozed, seasons);
  return own < put ? put : own;
}

/** Every rung up to the last one that is due and not told yet: after a stop of some days they are told together. */
export function dueRungs(state: In<'waiting'>, ground: Ground): Rung[] {
  const left = ground.guideline.seasons.ladder.slice(state.told);
  const last = left.findLastIndex((rung) => dayOf(rung, state, ground) <= ground.moment.today);
  return left.slice(0, last + 1);
}

/** Whether what was put off comes back today. */
export function isOver({ snoozed }: In<'waiting'>, { guideline, moment }: Ground): boolean {
  return snoozed !== undefined && remindingDay(snoozed, guideline.seasons) <= moment.today;
}

/** Whom rungs tell, nobody twice; those who answer for what was put off are left alone until its day. */
export function toldBy(rungs: readonly Rung[], state: In<'waiting'>, ground: Ground): PersonId[] {
  const people = peopleOn(rungs, state, ground);
  if (state.snoozed === undefined || isOver(state, ground)) return people;
  return people.filter((person) => !answersFor(person, state));
}

/** Whom what was put off comes back to: those whom the last of so many rungs tells beside the offices. */
export function wokenBy(told: number, state: In<'waiting'>, ground: Ground): PersonId[] {
  const last = ground.guideline.seasons.ladder.slice(0, told).findLast(({ to }) => !to.every(isOffice));
  const to = last?.to.filter((one) => !isOffice(one)) ?? ['responsible' as const];
  return peopleOn([{ after: 0, to }], state, ground);
}

function peopleOn(rungs: readonly Rung[], state: Capture, ground: Ground): PersonId[] {
  return [...new Set(rungs.flatMap(({ to }) => to).flatMap((one) => peopleOf(one, state, ground)))];
}

function isOffice(to: Rung['to'][number]): boolean {
  return to === 'communicator' || to === 'registrar' || to === 'lead';
}

export function peopleOf(to: Rung['to'][number], state: Capture, ground: Ground): PersonId[] {
  switch (to) {
    case 'responsible':
      return state.responsible.id === undefined ? standIns(state, ground) : [state.responsible.id];
    case 'deputy':
      return deputiesOf(state);
    case 'communicator':
      return officeOf(state.department, ground);
    case 'registrar':
      return registrarsOf(state.department, ground);
    case 'lead':
      return [ground.moment.organisation.lead];
    default:
      return to satisfies never;
  }
}

/** For a responsible person whom the bot does not know: the deputies, else the communicator. */
function standIns(state: Capture, ground: Ground): PersonId[] {
  const deputies = deputiesOf(state);
  return deputies.length > 0 ? deputies : officeOf(state.department, ground);
}

function deputiesOf({ deputies }: Capture): PersonId[] {
  return deputies.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** Rungs of the first day, which a card of their own makes needless. */
export function toldAtOnce({ id }: PersonRef, { guideline }: Pick<Ground, 'guideline'>): number {
  return id === undefined ? 0 : guideline.seasons.ladder.filter(({ after }) => after === 0).length;
}
