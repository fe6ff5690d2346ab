/** One process of the bot in the test's world: it can lose the store for a while, and die at any call. */
import { OutsideError } from '../../../src/kernel/errors';
import type { Feature } from '../../../src/ports/flow';
import { createRuntime, type Runtime, type RuntimeOptions } from '../../../src/runtime/runtime';
import type { Chats, FakeClock, FakeDirectory, LogEntry } from '../../support/fake-world';
import { createIds, createLogs } from '../../support/fake-world';
import { NO_PICTURES } from '../../support/memory-files';
import type { MemoryStore, StoreCall } from '../../support/memory-store';
import { toyFeature } from '../../support/toy-feature';

export interface Replica {
  readonly name: string;
  readonly runtime: Runtime;
  readonly logs: readonly LogEntry[];
  /** Every call to the store, oldest first. */
  readonly calls: StoreCall[];
  dead(): boolean;
  kill(): void;
  /** Dies at the `calls`-th call to store or messenger; `late`: after it took effect. */
  killAt(calls: number, late: boolean): void;
  /** After some calls to the store the next ones fail; `late`: although they took effect. */
  cutOff(wait: number, calls: number, late: boolean): void;
  heal(): void;
  /** Nothing is about to go wrong. */
  sound(): boolean;
}

export interface ReplicaOptions {
  readonly name: string;
  readonly store: MemoryStore;
  readonly chats: Chats;
  readonly clock: FakeClock;
  readonly directory: FakeDirectory;
  /** A number from 0 to 1. */
  readonly chance: () => number;
  /** Besides the toy. */
  readonly features?: readonly Feature[];
  readonly pictures?: Partial<Pick<RuntimeOptions, 'fetch' | 'files'>>;
}

interface Trouble {
  wait: number;
  calls: number;
  readonly late: boolean;
}

export function createReplica(options: ReplicaOptions): Replica {
  const { name, store, chats, clock, directory, chance, features = [], pictures = {} } = options;
  const logs = createLogs();
  const calls: StoreCall[] = [];
  let dead = false;
  let fuse: Trouble | undefined;
  let outage: Trouble | undefined;
  const forever = new Promise<never>(() => undefined);

  /** Another turn may get in between, any number of times. */
  async function yields(): Promise<void> {
    for (let times = Math.floor(chance() * 6); times > 0; times -= 1) await Promise.resolve();
  }

  async function before(): Promise<void> {
    await yields();
    if (dead) await forever;
    if (fuse) {
      fuse.calls -= 1;
      if (fuse.calls <= 0 && !fuse.late) {
        dead = true;
        await forever;
      }
    }
  }

  async function after(): Promise<void> {
    if (fuse && fuse.calls <= 0) dead = true;
    if (dead) await forever;
  }

  function spend(late: boolean): void {
    if (outage?.late !== late) return;
    outage.wait -= 1;
    if (outage.wait >= 0) return;
    outage.calls -= 1;
    if (outage.calls <= 0) outage = undefined;
    throw new OutsideError('store-unavailable', 'The store cannot be reached.');
  }

  const runtime = createRuntime({
    store: store.view({
      async before(call) {
        calls.push(call);
        await before();
        spend(false);
      },
      async after() {
        await after();
        await yields();
        spend(true);
      },
    }),
    clock,
    ids: createIds(name),
    wait: clock.wait,
    log: logs.log,
    directory,
    messenger: chats.messenger(name, { before, after }),
    ...NO_PICTURES,
    ...pictures,
    features: [toyFeature, ...features],
    presentDay: (lines) => ({ card: 'day', data: { lines }, summary: '' }),
    notice: (refusal, _locale, more = []) => ({
      card: 'notice',
      data: { notice: [refusal, ...more].map(({ code }) => code).join(' ') },
      summary: '',
    }),
    sentence: (refusal) => refusal.code,
    helpVerb: 'toy/help',
    trustClientLocale: false,
  });

  return {
    name,
    runtime,
    logs: logs.entries,
    calls,
    dead: () => dead,
    kill: () => void (dead = true),
    killAt: (calls, late) => void (fuse = { wait: 0, calls, late }),
    cutOff: (wait, calls, late) => void (outage = { wait, calls, late }),
    heal() {
      outage = undefined;
      fuse = undefined;
    },
    sound: () => !dead && fuse === undefined && outage === undefined,
  };
}

/** Repeatable chance (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
