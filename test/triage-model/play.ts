/** Plays sequences of orders on the bot and on the model at once; each difference is a sentence. */
import type { CaseEvent } from '../../src/features/triage/events';
import { PEOPLE } from '../support/house';
import { chanceOf, type Chance } from '../long/chance';
import { after, unheld, type Known, type Order, type Townsman } from './model';
import { awaits } from './offices';
import { dataOf, settled, tryOf } from './orders';
import type { Stored, World } from './world';

export interface Played {
  /** What was not as it should be, each with the sequence that shows it. */
  readonly broken: readonly string[];
  readonly accepted: number;
  readonly refused: number;
  /** How often a case came to each status. */
  readonly reached: ReadonlyMap<string, number>;
}

interface Line {
  readonly id: string;
  known?: Known;
}

const ORDERS = 18;
const CASES = 2;
const NAMES = new Map(Object.entries(PEOPLE).map(([who, { aad }]) => [aad, who]));

export async function play(world: World, names: readonly string[], seed: number): Promise<Played> {
  const broken: string[] = [];
  const reached = new Map<string, number>();
  const all: Line[] = [];
  let accepted = 0;
  let refused = 0;
  let nonces = 0;

  for (const [at, name] of names.entries()) {
    const chance = chanceOf(`triage ${name}`, seed);
    const lines = Array.from({ length: CASES }, (_, number): Line => ({
      id: idOf(world.today(), at, number),
    }));
    all.push(...lines);
    const told: string[] = [];
    const wrong = await sequence(chance, lines, told);
    if (wrong !== undefined) broken.push(`sequence ${name}, seed ${seed}: ${wrong}\n${told.join('\n')}`);
    // What went apart would go on to differ.
    if (wrong !== undefined) break;
  }
  const count = all.filter(({ known }) => known).length;
  const found = await world.cases();
  if (broken.length === 0 && found !== count) broken.push(`${count} cases were begun, ${found} are there`);
  broken.push(...world.alerts);
  return { broken, accepted, refused, reached };

  async function sequence(
    chance: Chance,
    lines: readonly Line[],
    told: string[],
  ): Promise<string | undefined> {
    for (let step = 0; step < ORDERS; step += 1) {
      if (chance.is(0.03)) {
        await world.passDays();
        for (const line of all) if (line.known?.holder) line.known = unheld(line.known);
        told.push('days pass');
      }
      world.pass();
      const aimed = lines[chance.is(0.75) ? 0 : chance.int(0, CASES - 1)]!;
      const { who, order } = tryOf(aimed.known, chance);
      const stale = chance.is(0.05) && order.do !== 'picture';
      told.push(
        `${who} ${JSON.stringify(order)}${stale ? ' on an old card' : ''} at ${aimed.known?.status ?? 'nothing'}`,
      );
      const wrong = await tried(aimed, who, settled(order), stale);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }

  async function tried(
    aimed: Line,
    who: Townsman,
    order: Order,
    stale: boolean,
  ): Promise<string | undefined> {
    const waiting = order.do === 'picture' ? all.filter(({ known }) => known && awaits(who, known)) : [];
    const line = waiting.length === 1 ? waiting[0]! : aimed;
    const before = await world.stored(line.id);
    const revision = before?.revision ?? 0;
    if (order.do === 'picture') await world.picture(who, aimed.id);
    else {
      nonces += 1;
      const matter = {
        id: line.id,
        revision: stale ? revision + 1 : revision,
        nonce: `nonce-${seed}-${nonces}`,
      };
      await world.click(who, `case.${order.do}`, { matter, ...dataOf(order, world.today()) });
    }
    const stored = await world.stored(line.id);
    const should = stale ? undefined : after(line.known, who, order);
    if (should) {
      accepted += 1;
      if (should.status !== line.known?.status)
        reached.set(should.status, (reached.get(should.status) ?? 0) + 1);
      line.known = should;
    } else {
      refused += 1;
      if (writtenOf(stored) !== writtenOf(before))
        return `it was taken, and should not be: ${differing(stored)}`;
    }
    if ((stored === undefined) !== (line.known === undefined))
      return 'the case is lost, or came from nowhere';
    if (!stored || !line.known) return undefined;
    const [is, ought] = [JSON.stringify(shownOf(stored)), JSON.stringify(ideal(line.known))];
    return is === ought ? outOfOrder(stored) : `the bot has ${is}\nthe model ${ought}`;
  }
}

/** An event that changes nothing is one too many as well. */
function writtenOf(stored: Stored | undefined): string {
  return JSON.stringify(stored && [stored.state, stored.revision, stored.events]);
}

function differing(stored: Stored | undefined): string {
  return JSON.stringify(stored && shownOf(stored));
}

/** What both must agree on. */
function ideal({
  status,
  holder,
  secrecy,
  asked,
  outcome,
  pictures,
  kept,
  registration,
  removed,
  ...known
}: Known) {
  const has = !['alarm', 'handed', 'withdrawn'].includes(status);
  return {
    status,
    reporter: known.reporter,
    holder: has && status !== 'done' ? (holder ?? '') : '',
    handlers: has ? [...known.handlers].sort() : [],
    secrecy: has ? secrecy : 'none',
    asked: status === 'suggested' && asked,
    outcome: has && status !== 'suggested' ? (outcome ?? '') : '',
    pictures: has ? [pictures, kept] : [0, 0],
    registration: has && ['removal', 'telling', 'done'].includes(status) ? registration : 'none',
    removed: has && ['telling', 'done'].includes(status) && removed,
    reported: has ? known.reported : [],
  };
}

function shownOf({ state }: Stored): ReturnType<typeof ideal> {
  const name = (id: string): Townsman => (NAMES.get(id) ?? id) as Townsman;
  const pictures = 'pictures' in state ? state.pictures : [];
  return {
    status: state.status,
    reporter: name(state.reporter.id),
    holder: 'holder' in state && state.status !== 'done' ? name(state.holder.by) : '',
    handlers: 'handlers' in state ? state.handlers.map(({ id }) => name(id)).sort() : [],
    secrecy: 'secrecy' in state ? state.secrecy.status : 'none',
    asked: state.status === 'suggested' && state.asked === 'registrar',
    outcome: 'ruling' in state ? state.ruling.outcome : '',
    pictures: [pictures.filter(({ superseded }) => !superseded).length, pictures.length],
    registration: 'registration' in state ? state.registration.kind : 'none',
    removed: 'removal' in state,
    reported: 'reports' in state ? state.reports.map(({ to }) => to) : [],
  };
}

/** In the trail nothing is ever removed before it is registered, nor registered before it is secured. */
function outOfOrder({ events, state }: Stored): string | undefined {
  if (state.status === 'alarm' || state.status === 'handed') return undefined;
  const first = (type: CaseEvent['type']): number => events.findIndex(({ event }) => event.type === type);
  const steps = ['kept', 'secured', 'registered', 'removed'] as const;
  for (const [at, step] of steps.entries()) {
    const before = steps[at - 1];
    if (before === undefined || first(step) < 0) continue;
    if (first(before) < 0 || first(before) > first(step)) return `${step} before ${before}`;
  }
  return undefined;
}

function idOf(today: string, sequence: number, number: number): string {
  return `${today}-${String(sequence).padStart(6, '0')}c${number}`.padEnd(36, 'x');
}

/** The names of sequences `from` to `to`. */
export function namesOf(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, at) => String(from + at));
}
