/** Two replicas of the bot over one store, with a moved clock; either may die, or lose its turn, at a call to the store. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Bot } from '../../src/compose';
import { readConfig } from '../../src/config';
import type { Files } from '../../src/ports/files';
import type { Store } from '../../src/ports/store';
import { createMemoryFiles, fakeInspect } from '../support/memory-files';
import type { Place } from './both-stores';

/** At this call to the store, counted from now. */
export interface Turn {
  readonly call: number;
  /** Counts only the captures that are written for the first time. */
  readonly of?: 'openings' | undefined;
  /** Dies there, or goes on when half a minute has passed and the other one has begun. */
  readonly how: 'dies' | 'is overtaken';
}

export interface Two {
  clock: number;
  readonly alerts: string[];
  /** Called when one dies, before the other begins. */
  onDeath: () => Promise<void>;
  /** Either of them, by number. */
  address(nth: number): string;
  isUp(): boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** One stops and starts again while the other goes on. */
  restart(nth: number): Promise<void>;
  /** Both run rounds of their timer at once until nothing is due. */
  tick(first: number, turn?: Turn): Promise<void>;
  idle(): Promise<void>;
  close(): Promise<void>;
}

interface Replica {
  bot: Bot;
  dead: boolean;
}

/** What one round makes due the next ones do; the last of them a little later. */
const ROUNDS = 5;
const SOON_MS = 90_000;
const OVERTAKEN_MS = 31_000;

export function createTwo(place: Place, start: number, texts: Record<string, string>): Two {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-seasons-'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const memory = createMemoryFiles();
  const files: Files = { ...memory, close: () => Promise.resolve() };
  const replicas: Replica[] = [];
  let armed:
    | ({ readonly replica: Replica; left: number; readonly go: () => Promise<void> } & Pick<Turn, 'of'>)
    | undefined;

  async function born(): Promise<Replica> {
    const replica = { dead: false } as Replica;
    const store = await place.open();
    const config = readConfig({
      PORT: '0',
      DATA_DIR: folder,
      ORGANISATION_FILE: join(folder, 'organisation.yaml'),
      GUIDELINE_FILE: join(folder, 'guideline.yaml'),
      SEND_RATE_ANSWERS: '0',
      SEND_RATE_BULK: '0',
    });
    replica.bot = await compose(config, {
      store: watched(store, replica),
      files,
      inspect: fakeInspect,
      clock: { now: () => two.clock },
      tickSeconds: 0,
      log: {
        info: () => undefined,
        // That somebody blocked the bot is no surprise here; everything else is.
        warn: (event, details) => {
          if (event === 'message-doubtful' && details?.['outcome'] !== 'unreachable')
            two.alerts.push(`${event} ${JSON.stringify(details)}`);
        },
        alert: (event, details, error) => {
          if (!replica.dead) two.alerts.push(`${event} ${JSON.stringify(details)} ${String(error)}`);
        },
      },
    });
    return replica;
  }

  function watched(inner: Store, replica: Replica): Store {
    const call = async <T>(work: () => Promise<T>, opens = false): Promise<T> => {
      if (armed?.replica === replica && (opens || !armed.of) && (armed.left -= 1) === 0) {
        const { go } = armed;
        armed = undefined;
        await go();
      }
      if (replica.dead) return new Promise<never>(() => undefined);
      return work();
    };
    return {
      get: (pk, id) => call(() => inner.get(pk, id)),
      create: (document) => call(() => inner.create(document), document.pk.endsWith('/capture')),
      replace: (document, etag) => call(() => inner.replace(document, etag)),
      remove: (pk, id, etag) => call(() => inner.remove(pk, id, etag)),
      list: (query) => call(() => inner.list(query)),
      due: (now, limit, after) => call(() => inner.due(now, limit, after)),
      withPatience: (patience) => watched(inner.withPatience(patience), replica),
      ready: () => inner.ready(),
      close: () => inner.close(),
    };
  }

  const round = ({ bot }: Replica): Promise<unknown> => bot.runtime.tick().then(() => bot.runtime.idle());

  /** The first one begins alone; where it dies or is overtaken, the other one begins. */
  async function disturbed(first: Replica, other: Replica, { call, how, of }: Turn): Promise<void> {
    let second: Promise<unknown> = Promise.resolve();
    let over: () => void = () => undefined;
    const death = new Promise<void>((resolve) => (over = resolve));
    armed = {
      replica: first,
      left: call,
      of,
      go: async () => {
        two.clock += OVERTAKEN_MS;
        if (how === 'dies') {
          first.dead = true;
          await two.onDeath();
        }
        second = round(other);
        if (how === 'dies') over();
      },
    };
    await Promise.race([round(first), death]);
    armed = undefined;
    await second;
    if (!first.dead) return;
    await first.bot.server.close();
    replicas[replicas.indexOf(first)] = await born();
  }

  const two: Two = {
    clock: start,
    alerts: [],
    onDeath: () => Promise.resolve(),
    address: (nth) => replicas[nth % 2]!.bot.server.address,
    isUp: () => replicas.length > 0,
    async start() {
      replicas.push(await born(), await born());
    },
    async stop() {
      await Promise.all(replicas.splice(0).map(({ bot }) => bot.stop()));
    },
    async restart(nth) {
      await replicas[nth]!.bot.stop();
      replicas[nth] = await born();
    },
    async tick(first, turn) {
      if (turn) await disturbed(replicas[first]!, replicas[1 - first]!, turn);
      for (let at = 0; at < ROUNDS; at += 1) {
        if (at === ROUNDS - 2) two.clock += SOON_MS;
        const [one, other] = [replicas[first]!, replicas[1 - first]!];
        await Promise.all([round(one), round(other)]);
      }
    },
    idle: () => Promise.all(replicas.map(({ bot }) => bot.runtime.idle())).then(() => undefined),
    async close() {
      await two.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return two;
}
