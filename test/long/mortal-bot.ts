/** A bot in this process that dies where it is told to, and the next one on the same store, past the dead one's claims. */
import type { Bot } from '../../src/compose';
import type { Files } from '../../src/ports/files';
import type { Store } from '../../src/ports/store';
import type { ActivityJson } from '../support/activities';
import type { Place } from './both-stores';
import { type Answered } from './client';
import { createLife, type Life, type Side } from './life';
import { brought, composeBot, type HandClock } from './replicas';

/** At which call of which life the bot dies. */
export interface Death {
  readonly at: number;
  readonly side: Side;
}

export interface MortalBot {
  readonly alerts: readonly string[];
  /** The living one. */
  life(): Life;
  lives(): number;
  /** Delivers again and again until the bot lives long enough to answer. */
  deliver(activity: ActivityJson): Promise<Answered>;
  /** A request to the bot's server, again and again likewise. */
  request(path: string, init: RequestInit): Promise<{ readonly status: number; readonly bytes: Buffer }>;
  /** Until every message that was caused is sent. */
  settle(): Promise<void>;
  /** One round of the timer, past every claim that a dead one left. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** A claim runs for 30 s, and what failed is tried again after a minute. */
const LATER_MS = 61_000;

export function createMortalBot(
  place: Place,
  clock: HandClock,
  deaths: readonly Death[],
  files?: Files,
): MortalBot {
  const alerts: string[] = [];
  let lives = 0;
  let life = createLife(Number.POSITIVE_INFINITY, 'before');
  let bot: Bot | undefined;
  let store: Store | undefined;

  /** What `work` makes of the living bot; undefined when it died over it, or before it lived. */
  async function alive<T>(work: (living: Bot) => Promise<T>): Promise<T | undefined> {
    const living = bot ?? (await unlessDead(born()));
    if (!living) return undefined;
    bot = living;
    return unlessDead(work(living));
  }

  async function born(): Promise<Bot> {
    const death = deaths[lives];
    life = createLife(death?.at ?? Number.POSITIVE_INFINITY, death?.side ?? 'before');
    lives += 1;
    const own = life;
    store = await place.open();
    const composed = await composeBot(
      own.store(store),
      clock,
      alerts,
      files ? { files: own.files(files) } : {},
    );
    return composed;
  }

  async function unlessDead<T>(work: Promise<T>): Promise<T | undefined> {
    const result = await Promise.race([work.then((done) => ({ done })), life.over]);
    if (result && !life.isOver()) return result.done;
    work.catch(() => undefined);
    await bury();
    return undefined;
  }

  async function bury(): Promise<void> {
    bot?.server.close().catch(() => undefined);
    bot = undefined;
    await store?.close();
    store = undefined;
    clock.pass(LATER_MS);
  }

  async function again<T>(work: (living: Bot) => Promise<T>): Promise<T> {
    for (;;) {
      const done = await alive(async (living) => ({ result: await work(living) }));
      if (done) return done.result;
    }
  }

  return {
    alerts,
    life: () => life,
    lives: () => lives,
    deliver: (activity) =>
      again((living) => {
        const gone = new AbortController();
        void life.over.then(() => gone.abort());
        return brought(living.server.address, activity, gone.signal);
      }),
    request: (path, init) =>
      again(async (living) => {
        const gone = new AbortController();
        void life.over.then(() => gone.abort());
        const response = await fetch(`${living.server.address}${path}`, { ...init, signal: gone.signal });
        return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
      }),
    settle: () => again(({ runtime }) => runtime.idle()),
    async tick() {
      clock.pass(LATER_MS);
      await again(async ({ runtime }) => {
        await runtime.tick();
        await runtime.idle();
      });
    },
    async close() {
      // Giving the lease back is a call too.
      if (bot) await Promise.race([bot.stop(), life.over]);
      await bury();
    },
  };
}
