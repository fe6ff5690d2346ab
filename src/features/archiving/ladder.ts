/** Who is reminded of a missing picture, and when: the guideline's table in calendar days (G-7.3b, G-7.3d). Pure. */
import type { PersonId } from '../../kernel/actor';
import { atTime, plusDays } from '../../kernel/calendar';
import type { Guideline } from '../../guidelines/schema';
import type { Ground } from './facts';
import type { Capture, In } from './model';
import { officeOf, registrarsOf } from './policy';
import { remindingDay } from './windows';

/** Lines are gathered from this hour, so that they are in the message of the day at 08:30. */
const GATHERED_AT = '06:00';

type Rung = Guideline['seasons']['ladder'][number];

/** When the next line is due, ISO instant in UTC; undefined when there is none. */
export function deadlineOf(state: Capture, ground: Ground): string | undefined {
  if (state.status !== 'waiting') return undefined;
  const { seasons } = ground.guideline;
  const rung = seasons.ladder[state.told];
  const days = [
    ...(rung ? [dayOf(rung, state, ground)] : []),
    ...(state.snoozed === undefined ? [] : [remindingDay(state.snoozed, seasons)]),
  ];
  const [first] = days.sort();
  return first && atTime(ground.moment.organisation.timeZone, first, GATHERED_AT);
}

/** A rung's day; what is put off waits, but the offices are told on their day all the same. */
function dayOf(rung: Rung, state: In<'waiting'>, { guideline: { seasons } }: Ground): string {
  const own = remindingDay(plusDays(state.from, rung.after), seasons);
  if (state.snoozed === undefined || isOffices(rung)) return own;
  const put = remindingDay(state.snoozed, seasons);
  return own < put ? put : own;
}

function isOffices({ to }: Rung): boolean {
  return to.some((one) => one === 'communicator' || one === 'registrar' || one === 'lead');
}

/** Every rung that is due and not told yet: after a stop of some days they are told together. */
export function dueRungs(state: In<'waiting'>, ground: Ground): Rung[] {
  const { ladder } = ground.guideline.seasons;
  const { today } = ground.moment;
  const left = ladder.slice(state.told);
  const blocked = left.findIndex((rung) => dayOf(rung, state, ground) > today);
  return blocked < 0 ? left : left.slice(0, blocked);
}

/** Whether what was put off comes back today. */
export function isOver({ snoozed }: In<'waiting'>, { guideline, moment }: Ground): boolean {
  return snoozed !== undefined && remindingDay(snoozed, guideline.seasons) <= moment.today;
}

/** Whom rungs tell, nobody twice; somebody who put it off is left alone until their day. */
export function toldBy(rungs: readonly Rung[], state: In<'waiting'>, ground: Ground): PersonId[] {
  const put = state.snoozed !== undefined && !isOver(state, ground);
  const named = new Set(rungs.flatMap(({ to }) => to));
  const people = [...named].flatMap((one) => (put && isOwn(one) ? [] : peopleOf(one, state, ground)));
  return [...new Set(people)];
}

function isOwn(to: Rung['to'][number]): boolean {
  return to === 'responsible' || to === 'deputy';
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
