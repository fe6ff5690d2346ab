/** Lets simulated half-years pass over two replicas, and says in sentences where the bot and the model differ. */
import type { Place } from './both-stores';
import { chanceOf, SEED } from './chance';
import { table } from './figures';
import { differences, openings } from './seasons-compare';
import { livesIn, type Act } from './seasons-lives';
import { createModel } from './seasons-model';
import { communicatorsOf, isBlocked, KEEPERS, LEAD, PERSONAS } from './seasons-people';
import type { Rules } from './seasons-rules';
import { holdingsFor, minuteOf, ticksOf, turnAt } from './seasons-times';
import { openTown } from './seasons-town';
import type { Turn } from './seasons-replicas';
import { addDays, instantOf, localTime } from './year-calendar';

export interface SeasonsOptions {
  readonly name: string;
  readonly place: Place;
  readonly rules: Rules;
  readonly accounts: number;
  readonly from: string;
  readonly to: string;
  /** Local times between which the bot is down. */
  readonly down: readonly (readonly [from: string, to: string])[];
  /** When the clock goes back by a day. */
  readonly back: string;
}

const DAY_MS = 86_400_000;

/** What did not hold, a sentence each. */
export async function seasons(options: SeasonsOptions): Promise<string[]> {
  const { name, place, rules, accounts, from, to, down, back } = options;
  const chance = chanceOf(`seasons ${name}`);
  const model = createModel(rules);
  const town = await openTown(place, instantOf(from, '05:00'), rules, chance);
  const { two } = town;
  const queue: { at: number; order: number; act: Act }[] = [];
  let order = 0;
  const add = (at: number, act: Act): void => void queue.push({ at, order: (order += 1), act });
  /** What people do while the bot is down they do an hour after it is back. */
  const schedule = (at: number, act: Act): void => {
    const gone = down.find(([first, last]) => minuteOf(first) <= at && at <= minuteOf(last));
    add(gone ? minuteOf(gone[1]) + 3_600_000 : at, act);
  };
  const lives = livesIn({ town, isBehind: model.isBehind, rules, chance, schedule, keepers: KEEPERS });
  model.onOpen = lives.begin;

  async function tick(turn?: Turn): Promise<void> {
    if (!two.isUp()) return;
    const at = two.clock;
    const before = model.lost.length;
    await town.tick(turn);
    model.tick(at);
    for (const line of model.lost.slice(before)) await isListed(line);
  }

  /** People who cannot be reached are on the communicator's list the same day. */
  async function isListed({ person, department, day }: (typeof model.lost)[number]): Promise<void> {
    const who = communicatorsOf(department, day).find((one) => !isBlocked(one, day)) ?? LEAD;
    const words = await town.todo(who);
    if (!words.includes(`${PERSONAS[person]!.name} har blockerat mig`))
      town.fault(`${person} is not on the list of ${who}`);
  }

  async function again(): Promise<void> {
    const until = two.clock;
    for (const at of ticksOf(localTime(until - DAY_MS).day, localTime(until).day, chance)) {
      if (at <= until - DAY_MS || at >= until) continue;
      two.clock = at;
      await tick();
      const waiting = [...model.shots.values()].filter(({ status }) => status === 'waiting');
      const [first, ...others] = waiting;
      if (first && chance.is(0.5)) await lives.snooze(chance.pick([first, ...others]));
      if (first && chance.is(0.3)) await lives.picture(chance.pick([first, ...others]));
    }
    two.clock = until;
  }

  for (const { holding, at, act } of holdingsFor(accounts, options, chance)) {
    if (act === 'is there') model.holdings.push(holding);
    if (act === 'is there') await town.register(holding);
    else
      add(at, async () => {
        if (act === 'closes') holding.status = 'reserved';
        else model.holdings.push(holding);
        for (const shot of model.shots.values())
          if (shot.holding === holding && shot.status === 'waiting') shot.status = 'over';
        await town.register(holding);
      });
  }
  for (const at of ticksOf(from, to, chance, rules)) add(at, () => tick(turnAt(at, chance, accounts, rules)));
  for (const [first, last] of down) {
    add(minuteOf(first), () => two.stop());
    add(minuteOf(last), () => two.start().then(() => tick()));
  }
  for (let day = from; day < to; day = addDays(day, 9)) {
    schedule(instantOf(day, '10:10'), () => (two.isUp() ? two.restart(chance.int(0, 1)) : Promise.resolve()));
  }
  add(minuteOf(back), again);

  const end = instantOf(to, '23:00');
  try {
    for (;;) {
      const next = takeFirst(queue);
      if (!next || next.at > end) break;
      two.clock = Math.max(next.at, two.clock);
      await next.act();
    }
    const broken = [
      ...two.alerts,
      ...town.faults,
      ...(await openings(town.store, model)),
      ...differences(model, town.told, rules),
    ];
    const count = (status: string): number =>
      [...model.shots.values()].filter((shot) => shot.status === status).length;
    table(`simulated seasons, ${name}, ${from} to ${to}, seed ${SEED}`, [
      ['accounts', model.holdings.length],
      ['captures', model.shots.size],
      ['of these with a picture', count('done')],
      ['lines that somebody had to get', model.expected.length],
      ['lines that came', town.told.flatMap(({ shots }) => shots).length],
      ['messages of the day', town.told.length],
      ['lines for people whom nothing reaches', model.lost.length],
      ['times the timer of both replicas ran', town.counts.rounds],
      ['times one of them died on the way', town.counts.deaths],
      ['of these between some captures and the rest', town.counts.cut],
      ['times one was overtaken by the other', town.counts.overtaken],
      ['buttons pressed', town.counts.presses],
      ['promises broken', broken.length],
    ]);
    return broken;
  } finally {
    await town.close();
  }
}

function takeFirst<T extends { readonly at: number; readonly order: number }>(queue: T[]): T | undefined {
  let first = 0;
  for (const [at, one] of queue.entries()) {
    const best = queue[first]!;
    if (one.at < best.at || (one.at === best.at && one.order < best.order)) first = at;
  }
  return queue.splice(first, 1)[0];
}
