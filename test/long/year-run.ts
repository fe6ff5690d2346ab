/** Lets the simulated year pass, and says in sentences where the bot and the model differ. */
import type { Store } from '../../src/ports/store';
import { account, seedAccounts } from '../support/accounts';
import { chanceOf, SEED } from './chance';
import { table } from './figures';
import { differences, linesOf } from './year-compare';
import { addDays, instantOf, localTime } from './year-calendar';
import { handsFor } from './year-hands';
import { livesIn, type Act, type Kind } from './year-lives';
import { createModel } from './year-model';
import { BLOCKED, PERSONAS } from './year-people';
import { DOWN, minuteOf, ticksOf, upAt } from './year-times';
import { isBlocked, openTown } from './year-town';

export interface YearOptions {
  readonly name: string;
  readonly open: () => Promise<Store> | Store;
  readonly applications: number;
  readonly from: string;
  /** The last day; applications begin until 150 days before it. */
  readonly to: string;
}

const KINDS = ['abandon', 'talk', 'talk', 'direct', 'direct', 'direct', 'twin'] as const;
const ACCOUNTS = ['medarbetarea', 'medarbetareb', 'medarbetarec', 'kim', 'vera'] as const;
const HANDLES = ['simhallen', 'ungdomsbrandkåren', 'kulturskolan', 'parkförvaltaren', 'hemtjänsten'] as const;

/** What did not hold, a sentence each. */
export async function year({ name, open, applications, from, to }: YearOptions): Promise<string[]> {
  const chance = chanceOf(`year ${name}`);
  const accounts = ACCOUNTS.map((responsible, at) => ({
    id: `account-0${at + 1}`,
    handle: HANDLES[at] ?? '',
    responsible,
  }));
  await seedAccounts(
    await open(),
    accounts.map(({ handle, responsible }) => accountOf(handle, responsible)),
  );
  const town = await openTown(open, instantOf(from, '05:00'));
  const model = createModel();
  const hands = handsFor(town);
  const queue: { at: number; order: number; act: Act }[] = [];
  let order = 0;
  const schedule = (at: number, act: Act): void =>
    void queue.push({ at: upAt(at), order: (order += 1), act });
  const lives = livesIn({ town, model, hands, chance, schedule, accounts });
  const raised = new Set<string>();
  town.onRefused = (person) => model.unreached(person, town.clock);

  async function tick(): Promise<void> {
    await town.tick();
    model.tick(town.clock, (person) => isBlocked(person, town.clock));
    for (const life of model.lives.values()) {
      if (!life.escalated || raised.has(life.id)) continue;
      raised.add(life.id);
      await lives.leadSees(life);
    }
  }

  async function morning(): Promise<void> {
    await tick();
    const { day } = localTime(town.clock);
    for (const life of model.lives.values()) {
      const stored = await town.document('application', life.id);
      const found = stored?.state.status ?? 'deleted';
      if (found !== life.status) hands.faults.push(`${day}: ${life.id} is ${found}, not ${life.status}`);
      const { claim } = (stored?.state ?? {}) as { claim?: string };
      if (life.status === 'lapsed' && life.lapsed === day && claim !== undefined) {
        const held = await town.document('claim', claim);
        if (held) hands.faults.push(`${day}: ${life.id} lapsed and still has ${claim}`);
      }
    }
  }

  const last = instantOf(addDays(to, -150), '16:00');
  for (let begun = 0; begun < applications; begun += 1) {
    const at =
      instantOf(from, '06:00') + Math.floor(((last - instantOf(from, '06:00')) * begun) / applications);
    const kind: Kind = chance.pick(KINDS);
    schedule(at + chance.int(1, 1_400) * 60_000, () => lives.begin(kind));
  }
  for (const { at, act } of ticksOf(from, to, chance)) {
    if (upAt(at) === at) schedule(at, act === 'morning' ? morning : tick);
  }
  for (const [down, up] of DOWN) {
    if (down.slice(0, 10) < from || up.slice(0, 10) > to) continue;
    queue.push({ at: minuteOf(down), order: (order += 1), act: () => town.stop() });
    queue.push({ at: minuteOf(up), order: 0, act: () => town.start().then(tick) });
    // What is gathered after the hour is sent a minute later.
    queue.push({ at: minuteOf(up) + 60_000, order: 0, act: tick });
  }
  for (const { who, to: until } of BLOCKED) {
    schedule(instantOf(addDays(until, 1), '07:15'), async () => {
      await town.say(who, 'hej');
      model.met(who);
    });
  }

  const end = instantOf(to, '23:00');
  try {
    for (;;) {
      const next = takeFirst(queue);
      if (!next || next.at > end) break;
      town.clock = next.at;
      await next.act();
    }
    const broken = [...town.alerts, ...hands.faults, ...differences(model.expected, town.told)];
    const count = (status: string): number =>
      [...model.lives.values()].filter((life) => life.status === status).length;
    table(`a simulated year, ${name}, ${from} to ${to}, seed ${SEED}`, [
      ['applications', model.lives.size],
      ['buttons pressed', hands.presses()],
      ['messages that came, of every kind', town.posts()],
      ['lines that somebody had to get', model.expected.length],
      ['lines that came', town.told.flatMap(linesOf).length],
      ['messages of the day', town.told.length],
      ['applications that the lead came to', raised.size],
      ['lapsed after 40 working days', count('lapsed')],
      ['drafts deleted after 90 days', count('deleted')],
      ['accounts created', count('active')],
      ['promises broken', broken.length],
    ]);
    return broken;
  } finally {
    await town.close();
  }
}

function accountOf(handle: string, responsible: string) {
  const { aad, name } = PERSONAS[responsible]!;
  return account({
    handle,
    unit: handle,
    purpose: handle,
    department: 'skola',
    link: `https://www.instagram.com/${handle}/`,
    responsible: { id: aad, name },
    deputies: [],
  });
}

function takeFirst<T extends { readonly at: number; readonly order: number }>(queue: T[]): T | undefined {
  let first = 0;
  for (const [at, one] of queue.entries()) {
    const best = queue[first]!;
    if (one.at < best.at || (one.at === best.at && one.order < best.order)) first = at;
  }
  return queue.splice(first, 1)[0];
}
