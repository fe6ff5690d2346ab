/** Keeps outgoing calls below Teams' limits: never more than the rate in any window, in order, none dropped. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../ports/clock';
import type { Lane } from '../../ports/messenger';
import { createWindow, type Limit, type Window } from './window';

export interface RateSettings {
  /** Messages per second; 0 or Infinity lifts every limit, also per conversation (for a bench). */
  readonly answers: number;
  readonly bulk: number;
  /** Answers are sent by every replica at once, so each has its part; bulk is sent by one. */
  readonly maxReplicas: number;
}

export type Wait = (ms: number) => Promise<unknown>;

export interface Rates {
  /** Resolves when one call may be made, at once when there is room; the call counts from then on. */
  take(lane: Lane, conversation?: string): Promise<void>;
  /** Conversations remembered; they are forgotten when their longest window has passed. */
  remembered(): number;
}

/** Teams' limits per bot and conversation. */
const CONVERSATION: readonly Limit[] = [
  { count: 7, ms: 1000 },
  { count: 8, ms: 2000 },
  { count: 60, ms: 30_000 },
];
const LONGEST = 30_000;

interface Waiting {
  readonly conversation: string | undefined;
  go(): void;
}

export function createRates(settings: RateSettings, clock: Clock, wait: Wait = sleep): Rates {
  const time = monotonic(clock);
  const lanes: Readonly<Record<Lane, { readonly window: Window; queue: Waiting[] }>> = {
    answers: { window: createWindow(laneLimits(settings.answers / settings.maxReplicas, 1)), queue: [] },
    bulk: { window: createWindow(laneLimits(settings.bulk, 4)), queue: [] },
  };
  const conversations = new Map<string, Window>();
  let swept = 0;
  let wake = Infinity;

  /** Lets go whoever may go now, oldest first; one conversation at its limit does not hold up the others. */
  function release(): void {
    const now = time();
    let next = Infinity;
    for (const lane of [lanes.answers, lanes.bulk]) {
      const stay: Waiting[] = [];
      const full = new Map<string | undefined, number>();
      for (const [index, waiting] of lane.queue.entries()) {
        const laneFree = lane.window.free(now);
        if (laneFree > now) {
          next = Math.min(next, laneFree);
          stay.push(...lane.queue.slice(index));
          break;
        }
        const free = full.get(waiting.conversation) ?? conversationFree(waiting.conversation, now);
        if (free > now) {
          full.set(waiting.conversation, free);
          next = Math.min(next, free);
          stay.push(waiting);
          continue;
        }
        lane.window.add(now);
        if (waiting.conversation !== undefined) windowOf(waiting.conversation).add(now);
        waiting.go();
      }
      lane.queue = stay;
    }
    if (next < wake) sleepUntil(next, now);
    sweep(now);
  }

  function sleepUntil(next: number, now: number): void {
    wake = next;
    void wait(next - now).then(() => {
      if (wake === next) wake = Infinity;
      release();
    });
  }

  function conversationFree(conversation: string | undefined, now: number): number {
    return conversation === undefined ? now : (conversations.get(conversation)?.free(now) ?? now);
  }

  function windowOf(conversation: string): Window {
    const window = conversations.get(conversation) ?? createWindow(CONVERSATION);
    conversations.set(conversation, window);
    return window;
  }

  function sweep(now: number): void {
    if (now - swept < LONGEST) return;
    swept = now;
    for (const [conversation, window] of conversations) {
      if (now - window.latest() >= LONGEST) conversations.delete(conversation);
    }
  }

  const unlimited = (lane: Lane): boolean => settings[lane] === 0 || settings[lane] === Infinity;
  return {
    take: (lane, conversation) =>
      unlimited(lane)
        ? Promise.resolve()
        : new Promise((go) => {
            lanes[lane].queue.push({ conversation, go });
            release();
          }),
    remembered: () => conversations.size,
  };
}

/** `rate` in any second, and that evenly in `parts`, so that jitter on the way makes no peak; below 1/s one at a time. */
function laneLimits(rate: number, parts: number): readonly Limit[] {
  if (rate === 0 || rate === Infinity) return [];
  if (rate < 1) return [{ count: 1, ms: 1000 / rate }];
  const perSecond = Math.floor(rate);
  return [
    { count: perSecond, ms: 1000 },
    { count: Math.ceil(perSecond / parts), ms: 1000 / parts },
  ];
}

/** A wall clock that is set back must not hold up what waits. */
function monotonic(clock: Clock): () => number {
  let last = clock.now();
  let elapsed = 0;
  return () => {
    const now = clock.now();
    elapsed += Math.max(0, now - last);
    last = now;
    return elapsed;
  };
}
