/** What people do about the captures of the simulated seasons: pictures, later, not mine, closed, or nothing. */
import type { Chance } from './chance';
import { answering, type Model, type Shot } from './seasons-model';
import { communicatorsOf, isBlocked, LEAD, PERSONAS } from './seasons-people';
import type { Rules } from './seasons-rules';
import type { Town } from './seasons-town';
import { addDays, instantOf, localTime } from './year-calendar';

export type Act = () => Promise<void>;

export interface LivesOptions {
  readonly town: Town;
  readonly isBehind: Model['isBehind'];
  readonly rules: Rules;
  readonly chance: Chance;
  readonly schedule: (at: number, act: Act) => void;
  readonly keepers: readonly [string, ...string[]];
}

export function livesIn({ town, isBehind, rules, chance, schedule, keepers }: LivesOptions) {
  const today = (): string => localTime(town.two.clock).day;

  /** In so many days, at any time; `calm`: after the message of the day. */
  function later(least: number, most: number, how: 'any time' | 'calm' = 'any time'): number {
    const part = how === 'calm' ? chance.int(3, 10) : chance.int(1, 10);
    const [first, last] = part <= 2 ? [370, 505] : part <= 8 ? [545, 955] : [965, 1_320];
    const minutes = chance.int(first, last);
    const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return instantOf(addDays(today(), chance.int(least, most)), clock);
  }

  const after = (at: number, act: Act): void => {
    schedule(at > town.two.clock ? at : town.two.clock + 3_600_000, act);
  };

  /**
   * What stops the reminders and may be taken back waits until every step of the day is told. Open: a step whose line was
   * gathered, and dropped because somebody said "not mine" before it was sent, is not told again when it is theirs after all.
   */
  function settled(shot: Shot, act: Act): Act {
    return async () => {
      if (isBehind(shot, today())) after(town.two.clock + 14 * 3_600_000, settled(shot, act));
      else await act();
    };
  }

  /** One of those who answer for it and can use the bot. */
  function somebody(shot: Shot): string | undefined {
    const [first, ...others] = answering(shot).filter((one) => !isBlocked(one, today()));
    return first === undefined ? undefined : chance.pick([first, first, ...others]);
  }

  function communicator({ department }: Shot): string {
    const [first, ...others] = communicatorsOf(department, today()).filter((one) => !isBlocked(one, today()));
    return first === undefined ? LEAD : chance.pick([first, ...others]);
  }

  const isClosed = ({ holding }: Shot): boolean => holding.status === 'reserved';

  async function stands(shot: Shot): Promise<void> {
    const stored = await town.store.get('sundsvall/capture', shot.id);
    const found = (stored?.document.body as { state: { status: string } } | undefined)?.state.status;
    const wanted = shot.status === 'over' ? ['impossible', 'done'] : [shot.status];
    if (found === undefined || !wanted.includes(found))
      town.fault(`${shot.id} is ${found ?? 'missing'}, not ${shot.status}`);
  }

  async function picture(shot: Shot): Promise<void> {
    const who = somebody(shot);
    if (shot.status !== 'waiting' || who === undefined) return;
    if (!(await town.picture(who, shot.id))) return;
    shot.status = 'done';
    await stands(shot);
  }

  async function supersede(shot: Shot): Promise<void> {
    const who = somebody(shot);
    if (shot.status !== 'done' || isClosed(shot) || who === undefined) return;
    if (!(await town.press(who, shot.id, 'supersede'))) return;
    shot.status = 'waiting';
    shot.snoozed = undefined;
    await stands(shot);
  }

  /** Up to the most days, never past the season; what is later than that is refused. */
  async function snooze(shot: Shot): Promise<void> {
    const who = somebody(shot);
    if (shot.status !== 'waiting' || who === undefined || shot.to <= today()) return;
    const most = addDays(today(), rules.snoozeDays);
    const latest = most < shot.to ? most : shot.to;
    if (chance.is(0.15)) await town.press(who, shot.id, 'snooze', { until: addDays(latest, 1) });
    const wanted = addDays(today(), chance.int(1, rules.snoozeDays));
    const until = chance.is(0.3) || wanted > latest ? latest : wanted;
    if (!(await town.press(who, shot.id, 'snooze', { until }))) return;
    shot.snoozed = until;
    const stored = await town.store.get('sundsvall/capture', shot.id);
    const { state } = stored?.document.body as { state: { snoozed?: string } };
    if (state.snoozed !== until)
      town.fault(`${shot.id} is put off until ${state.snoozed ?? 'no day'}, not ${until}`);
  }

  async function dispute(shot: Shot, verb: 'not-mine' | 'closed'): Promise<void> {
    const who = somebody(shot);
    if (shot.status !== 'waiting' || who === undefined) return;
    const inputs = verb === 'closed' ? { when: 'I våras.' } : { who: 'Någon annan.' };
    if (!(await town.press(who, shot.id, verb, inputs))) return;
    shot.status = 'disputed';
    shot.snoozed = undefined;
    await stands(shot);
    if (chance.is(0.1)) return;
    after(later(0, 9, 'calm'), () => (verb === 'closed' && chance.is(0.7) ? end(shot) : settle(shot)));
  }

  /** The communicator names somebody else, or says that it is theirs all the same. */
  async function settle(shot: Shot): Promise<void> {
    if (shot.status !== 'disputed' || isClosed(shot)) return;
    const person = chance.pick(keepers);
    if (person === shot.responsible || chance.is(0.3)) {
      if (!(await town.press(communicator(shot), shot.id, 'insist', { why: 'Så står det i förteckningen.' })))
        return;
      shot.status = 'waiting';
    } else {
      if (!(await town.press(communicator(shot), shot.id, 'assign', { person: PERSONAS[person]!.name })))
        return;
      shot.status = 'waiting';
      shot.responsible = person;
      // Their own card tells them at once, and the ladder begins anew behind it.
      shot.from = today();
      shot.told = 1;
      shot.toldOffices = 1;
      shot.holding.responsible = person;
      shot.holding.deputies = shot.holding.deputies.filter((one) => one !== person);
    }
    await stands(shot);
    if (chance.is(0.5)) after(later(1, 20), () => picture(shot));
  }

  async function end(shot: Shot): Promise<void> {
    if (shot.status !== 'disputed') return;
    if (!(await town.press(communicator(shot), shot.id, 'close-account', { closing: 'Det finns inte mer.' })))
      return;
    shot.status = 'over';
    shot.holding.status = 'reserved';
    await stands(shot);
  }

  function begin(shot: Shot): void {
    const part = chance.int(1, 100);
    if (part <= 40) after(later(0, 40), () => picture(shot));
    else if (part <= 62) {
      after(later(0, 14), () => snooze(shot));
      if (chance.is(0.5)) after(later(10, 30), () => snooze(shot));
      if (chance.is(0.5)) after(later(10, 45), () => picture(shot));
    } else if (part <= 72)
      after(
        later(0, 20, 'calm'),
        settled(shot, () => dispute(shot, 'not-mine')),
      );
    else if (part <= 77)
      after(
        later(0, 20, 'calm'),
        settled(shot, () => dispute(shot, 'closed')),
      );
    else if (part <= 84) {
      after(
        later(0, 12, 'calm'),
        settled(shot, () => picture(shot)),
      );
      after(later(13, 30, 'calm'), () => supersede(shot));
      if (chance.is(0.5)) after(later(31, 45), () => picture(shot));
    }
  }

  return { begin, picture, snooze };
}
