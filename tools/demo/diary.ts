/** What people did in the past, in the order in which they did it: every account becomes dated entries of a diary. */
import { atTime, plusDays, plusWorkingDays, workingDayFrom } from '../../src/kernel/calendar';
import { UNITS } from './accounts';
import { STAGES, type AccountSeed, type DaysAgo, type Stage, type Unit } from './units';

export interface Entry {
  /** ISO instant. */
  readonly at: string;
  readonly stage: Stage;
  readonly unit: Unit;
  readonly account: AccountSeed;
  /** The day on which they talked to the communicator, `YYYY-MM-DD`. */
  readonly consultedOn: string;
}

const ZONE = 'Europe/Stockholm';

/** Working days after the application, and the time of day. */
const WHEN: Readonly<Record<Stage, readonly [days: number, time: string]>> = {
  draft: [0, '09:10'],
  talk: [0, '09:20'],
  submitted: [0, '09:40'],
  changes: [1, '11:20'],
  approved: [2, '13:15'],
  acknowledged: [3, '10:05'],
  active: [6, '14:30'],
};
const TALKED_BEFORE: DaysAgo = 6;

/** Oldest first, nothing later than `now`; a draft and what was sent in exclude each other. */
export function diaryOf(now: string, units: readonly Unit[] = UNITS): Entry[] {
  const today = now.slice(0, 10);
  const entries = units.flatMap((unit) =>
    unit.accounts.flatMap((account) => entriesOf(unit, account, today, now)),
  );
  return entries.sort((a, b) => a.at.localeCompare(b.at));
}

function stagesUntil(until: Stage): readonly Stage[] {
  switch (until) {
    case 'draft':
    case 'talk':
      return [until];
    case 'changes':
      return ['submitted', until];
    default:
      return STAGES.slice(0, STAGES.indexOf(until) + 1);
  }
}

function entriesOf(unit: Unit, account: AccountSeed, today: string, now: string): Entry[] {
  const { applied, until = 'active' } = account;
  const day = workingDayFrom(plusDays(today, -applied));
  const consultedOn = plusDays(day, -TALKED_BEFORE);
  return stagesUntil(until).map((stage) => {
    const [days, time] = WHEN[stage];
    const at = atTime(ZONE, plusWorkingDays(day, days), time);
    return { at: at < now ? at : now, stage, unit, account, consultedOn };
  });
}
