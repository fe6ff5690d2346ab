/** Decides by chance when the bot is killed: around a click, around a call to the connector, or while it starts. */
import type { ConnectorRequest, Misfortune } from '../support/fake-connector';
import type { Chance } from './chance';

/** `sent`: some milliseconds after the call came; the connector answers it as usual. */
export const MOMENTS = [
  'starting',
  'click on its way',
  'click answered',
  'before a message is taken',
  'after a message is taken',
  'message answered',
] as const;
export type Moment = (typeof MOMENTS)[number];

export interface Killer {
  started(): void;
  clickSent(): void;
  clickAnswered(): void;
  /** What becomes of a call of the bot that is killed with it. */
  call(request: ConnectorRequest): Misfortune | undefined;
  /** How often it struck, by moment. */
  readonly struck: ReadonlyMap<Moment, number>;
  total(): number;
  /** Lets the bot live from now on. */
  rest(): void;
}

/** One of the next few events is the moment. */
const MOST_EVENTS = 6;

export function createKiller(chance: Chance, kills: number, kill: () => boolean): Killer {
  const struck = new Map<Moment, number>();
  const timers = new Set<NodeJS.Timeout>();
  let left = kills;
  let [moment, events] = arm();

  function arm(): [Moment, number] {
    const next = chance.pick(MOMENTS);
    return [next, next === 'starting' ? 1 : chance.int(1, MOST_EVENTS)];
  }

  /** True when this event is the moment. */
  function isNow(event: Moment): boolean {
    if (left === 0 || event !== moment) return false;
    events -= 1;
    return events === 0;
  }

  function strike(): void {
    if (left === 0 || !kill()) return;
    left -= 1;
    struck.set(moment, (struck.get(moment) ?? 0) + 1);
    [moment, events] = arm();
  }

  function strikeIn(ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      strike();
    }, ms);
    timers.add(timer);
  }

  return {
    struck,
    total: () => [...struck.values()].reduce((sum, count) => sum + count, 0),
    started() {
      if (isNow('starting')) strikeIn(chance.int(50, 700));
    },
    clickSent() {
      if (isNow('click on its way')) strikeIn(chance.int(0, 30));
    },
    clickAnswered() {
      if (isNow('click answered')) strike();
    },
    call() {
      if (isNow('before a message is taken')) {
        strike();
        return { drop: 'before' };
      }
      if (isNow('after a message is taken')) {
        strike();
        return { drop: 'after' };
      }
      if (isNow('message answered')) strikeIn(chance.int(0, 8));
      return undefined;
    },
    rest() {
      left = 0;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
