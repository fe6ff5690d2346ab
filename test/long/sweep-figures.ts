/** Goes through the story once for every call that it makes, with a bot that dies there; prints what happened. */
import type { Places, StoreKind } from './both-stores';
import { chanceOf, SEED } from './chance';
import { table } from './figures';
import type { Side } from './life';
import type { Death } from './mortal-bot';
import { survive, type Survived, type Timer } from './sweep';
import type { Walk } from './walk';

export interface SweepOptions {
  readonly name: string;
  readonly walk: Walk;
  readonly kind: StoreKind;
  readonly timer: Timer;
  /** Every so many calls one, beginning by chance. */
  readonly every: number;
  /** Before a call is the same as after the one before it, unless several are under way at once. */
  readonly sides: readonly Side[];
  /** Each death is followed by another one, soon after the bot was started again. */
  readonly twice?: boolean;
}

/** Calls that a bot makes while it starts and takes over. */
const SOON = 40;

/** What did not hold, a sentence each, with the death that it came from. */
export async function sweep(places: Places, options: SweepOptions): Promise<string[]> {
  const { name: story, walk, kind, timer, every, sides, twice = false } = options;
  const chance = chanceOf(`sweep ${story} ${kind} ${timer}`);
  const { calls, broken: already } = await survive(walk, places.next(), [], timer);
  const broken = [...already];
  const survived: Survived[] = [];

  for (let at = chance.int(1, every); at <= calls; at += every) {
    for (const side of sides) {
      const again: Death[] = twice
        ? [{ at: chance.int(1, SOON), side: chance.pick(['before', 'after']) }]
        : [];
      const deaths = [{ at, side }, ...again];
      const run = await survive(walk, places.next(), deaths, timer);
      survived.push(run);
      const name = deaths.map((death) => `${death.side} call ${death.at}`).join(', then ');
      broken.push(...run.broken.map((sentence) => `${name}: ${sentence}`));
    }
  }

  const sum = (of: (run: Survived) => number): number => survived.reduce((all, run) => all + of(run), 0);
  table(
    `${story}: death at a call${twice ? ', and again soon after' : ''}, ${kind} store, timer ${timer}, seed ${SEED}`,
    [
      ['calls to store and connector in the story', calls],
      ['stories', survived.length],
      ['deaths', sum(({ lives }) => lives - 1)],
      ['messages that somebody had to get', sum(({ delivered }) => delivered.expected)],
      ['messages that came', sum(({ delivered }) => delivered.posted)],
      ['messages doubled', sum(({ delivered }) => delivered.doubled)],
      ['messages on record as possibly doubled', sum(({ delivered }) => delivered.recorded)],
      ['promises broken', broken.length],
    ],
  );
  return broken;
}
