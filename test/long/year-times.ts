/** When the timer runs in the simulated year, and when the bot is down. */
import type { Chance } from './chance';
import { addDays, instantOf, isOfficeDay } from './year-calendar';

/** From one local time to another: over 08:30, into the afternoon, into the night, over Easter, over days. */
export const DOWN = [
  ['2027-02-10 07:00', '2027-02-10 11:00'],
  ['2027-03-17 05:00', '2027-03-17 11:00'],
  ['2027-03-25 07:00', '2027-03-30 07:00'],
  ['2027-04-21 07:00', '2027-04-21 16:30'],
  ['2027-06-09 07:00', '2027-06-09 19:00'],
  ['2027-08-18 07:00', '2027-08-19 07:00'],
  ['2027-09-22 05:00', '2027-09-22 16:30'],
  ['2027-10-14 05:00', '2027-10-20 07:00'],
  ['2028-02-28 07:00', '2028-03-01 07:00'],
] as const;

export function minuteOf(local: string): number {
  const [day = '', clock = ''] = local.split(' ');
  return instantOf(day, clock);
}

/** What falls into a time in which the bot is down waits until it is up. */
export function upAt(at: number): number {
  const down = DOWN.find(([from, to]) => minuteOf(from) <= at && at <= minuteOf(to));
  return down ? minuteOf(down[1]) + 60_000 : at;
}

/** Where something can happen, and now and then by chance, also twice at the same instant. */
export function ticksOf(from: string, to: string, chance: Chance) {
  const ticks: { readonly at: number; readonly act: 'morning' | 'tick' }[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    ticks.push({ at: instantOf(day, '06:05'), act: 'morning' });
    const clocks = isOfficeDay(day) ? ['08:20', '08:35', '15:00', '16:30'] : ['08:35'];
    for (const clock of clocks) ticks.push({ at: instantOf(day, clock), act: 'tick' });
    if (chance.is(0.05)) ticks.push({ at: instantOf(day, '08:35'), act: 'tick' });
    const minutes = chance.int(0, 1_439);
    if (chance.is(0.15)) ticks.push({ at: instantOf(day, '00:00') + minutes * 60_000, act: 'tick' });
  }
  return ticks.sort((a, b) => a.at - b.at);
}
