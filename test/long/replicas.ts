/** Several bots in this process over one store, with one connector: the replicas of a production. */
import { compose, type Bot, type Replacements } from '../../src/compose';
import { readConfig } from '../../src/config';
import type { Store } from '../../src/ports/store';
import { installationUpdate, type ActivityJson, type Persona } from '../support/activities';
import { startFakeConnector, type FakeConnector } from '../support/fake-connector';
import type { Place } from './both-stores';
import { answered, openClient, type Answered, type Client, type Deliver } from './client';
import { watch, type Posted } from './watch';

export const AT = '2026-11-23T09:00:00.000Z';

export interface HandClock {
  now(): number;
  pass(ms: number): void;
}

export function handClock(at = AT): HandClock {
  let time = Date.parse(at);
  return { now: () => time, pass: (ms) => void (time += ms) };
}

export interface Replicas {
  readonly connector: FakeConnector;
  readonly posts: readonly Posted[];
  readonly alerts: readonly string[];
  readonly clock: HandClock;
  /** Reads what the bots wrote. */
  readonly store: Store;
  /** Each brings an activity to its own bot. */
  readonly doors: readonly Deliver[];
  clientOf(who: Persona, deliver: Deliver): Client;
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** A bot without a timer, with its rates lifted. */
export function composeBot(
  store: Store,
  clock: HandClock,
  alerts: string[],
  more: Pick<Replacements, 'files'> = {},
): Promise<Bot> {
  const config = readConfig({ PORT: '0', SEND_RATE_ANSWERS: '0', SEND_RATE_BULK: '0' });
  const note = (event: string, _fields?: unknown, error?: unknown): void =>
    void alerts.push(
      error === undefined ? event : `${event}: ${error instanceof Error ? error.message : 'odd'}`,
    );
  return compose(config, {
    store,
    clock,
    ...more,
    tickSeconds: 0,
    log: { info: () => undefined, warn: () => undefined, alert: note },
  });
}

export async function brought(
  address: string,
  activity: ActivityJson,
  signal?: AbortSignal,
): Promise<Answered> {
  const response = await fetch(`${address}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
    signal: signal ?? null,
  });
  return answered(response.status, await response.text());
}

/** Everybody in `met` has had the bot installed. */
export async function openReplicas(
  place: Place,
  count: number,
  met: readonly Persona[],
  wrap: (store: Store) => Store = (store) => store,
): Promise<Replicas> {
  const connector = await startFakeConnector();
  const posts = watch(connector);
  const alerts: string[] = [];
  const clock = handClock();
  const bots: Bot[] = [];
  for (let opened = 0; opened < count; opened += 1) {
    bots.push(await composeBot(wrap(await place.open()), clock, alerts));
  }
  const doors = bots.map(
    ({ server }): Deliver =>
      (activity) =>
        brought(server.address, activity),
  );
  for (const [at, who] of met.entries()) {
    await doors[at % count]!(installationUpdate(who, { serviceUrl: connector.serviceUrl }));
  }
  return {
    connector,
    posts,
    alerts,
    clock,
    store: await place.open(),
    doors,
    clientOf: (who, deliver) => openClient(who, connector, deliver),
    async settle() {
      await Promise.all(bots.map(({ runtime }) => runtime.idle()));
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.stop()));
      await connector.close();
    },
  };
}
