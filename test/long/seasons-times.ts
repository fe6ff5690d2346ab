/** When the timer runs in the simulated seasons, where a replica dies on the way, and which accounts come and go. */
import type { Chance } from './chance';
import type { Holding } from './seasons-model';
import { DEPARTMENTS, KEEPERS } from './seasons-people';
import type { Turn } from './seasons-replicas';
import { spansOn, type Rules } from './seasons-rules';
import type { SeasonsOptions } from './seasons-run';
import { addDays, instantOf, localTime } from './year-calendar';

/**
 * Rounds begin at the same moment; now and then one replica dies over the openings or the lines, or is overtaken.
 * On a season's first day it always dies, between some captures and the rest.
 */
export function turnAt(at: number, chance: Chance, accounts: number, rules: Rules): Turn | undefined {
  const { day, clock } = localTime(at);
  if (clock < '01:00' && spansOn(day, rules).some(({ from }) => from === day))
    return { call: chance.int(2, Math.floor(accounts / 2)), of: 'openings', how: 'dies' };
  if (clock >= '08:00' || !chance.is(0.25)) return undefined;
  return { call: chance.int(1, 40), how: chance.is(0.4) ? 'dies' : 'is overtaken' };
}

/** Day and night while a season runs and for six weeks after it, and once a day otherwise. */
export function ticksOf(from: string, to: string, chance: Chance, rules?: Rules): number[] {
  const ticks: number[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const busy = !rules || [0, 14, 28, 42].some((back) => spansOn(addDays(day, -back), rules).length > 0);
    const clocks = busy ? ['00:10', '06:05', '08:30', '08:45', '12:00', '15:00', '16:30'] : ['08:45'];
    for (const clock of clocks) ticks.push(instantOf(day, clock));
    // In the hour that is missing, or shown twice, on two Sundays a year.
    for (const hour of ['00:30', '01:30'])
      if (new Date(day).getUTCDay() === 0) ticks.push(Date.parse(`${day}T${hour}Z`));
    if (chance.is(0.15)) ticks.push(instantOf(day, '01:00') + chance.int(0, 1_300) * 60_000);
  }
  return ticks.sort((a, b) => a - b);
}

export interface Moving {
  readonly holding: Holding;
  readonly at: number;
  readonly act: 'is there' | 'begins' | 'closes';
}

/** Most are there from the beginning; some become active in a season, on its first and on its last day, too. */
export function holdingsFor(
  count: number,
  { from, to, rules }: Pick<SeasonsOptions, 'from' | 'to' | 'rules'>,
  chance: Chance,
): Moving[] {
  const spans = new Map<string, { from: string; to: string }>();
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const span of spansOn(day, rules)) spans.set(span.key, span);
  const late = [...spans.values()].flatMap((span) => [
    instantOf(span.from, '10:40'),
    instantOf(addDays(span.from, chance.int(2, 12)), '13:05'),
    instantOf(addDays(span.from, chance.int(13, 30)), '07:20'),
    instantOf(span.to, '14:20'),
  ]);
  const moving: Moving[] = [];
  for (let at = 0; at < count; at += 1) {
    const activeSince = late[at] ?? instantOf(addDays(from, -30), '12:00');
    const responsible = at % 11 === 10 ? undefined : at % 9 === 8 ? 'medarbetarel' : chance.pick(KEEPERS);
    const [first, second] = [chance.pick(KEEPERS), chance.pick(KEEPERS)];
    const deputies = [...new Set(chance.is(0.4) ? [] : chance.is(0.7) ? [first] : [first, second])];
    const holding: Holding = {
      id: `konto-${at + 1}`,
      department: chance.pick(DEPARTMENTS),
      responsible,
      deputies: deputies.filter((one) => one !== responsible),
      activeSince,
      status: at % 13 === 12 ? 'reserved' : 'active',
    };
    moving.push({ holding, at: activeSince, act: late[at] === undefined ? 'is there' : 'begins' });
    const [span] = [...spans.values()];
    if (at % 17 === 16 && span && late[at] === undefined)
      moving.push({ holding, at: instantOf(addDays(span.from, chance.int(3, 20)), '14:45'), act: 'closes' });
  }
  return moving;
}

export function minuteOf(local: string): number {
  const [day = '', clock = ''] = local.split(' ');
  return instantOf(day, clock);
}
