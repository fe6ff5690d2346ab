/** Interleaved rounds: every server gets the same work within seconds, so that what disturbs one disturbs all. */
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from './figures';
import { drive } from './load';
import type { Server } from './server';
import type { Bodies } from './workloads';

export interface Contestant {
  readonly server: Server;
  readonly bodies: Bodies;
}

export interface Step {
  readonly concurrency: number;
  readonly turns: number;
}

/** A figure per round. */
export interface Measured {
  readonly turnsPerSecond: readonly number[];
  /** Milliseconds. */
  readonly p99: readonly number[];
  readonly cpuPerTurn: readonly number[];
}

/** By concurrency. */
export type Figures = ReadonlyMap<number, Measured>;

const QUIET_MS = 40;
const QUIET_TRIES = 250;

/** The first round warms up and is not counted. */
export async function compete(
  contestants: readonly Contestant[],
  steps: readonly Step[],
  rounds: number,
): Promise<ReadonlyMap<Server, Figures>> {
  const results = new Map(contestants.map(({ server }) => [server, emptyFigures(steps)]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { concurrency, turns } of steps) {
      for (let place = 0; place < contestants.length; place += 1) {
        // Nobody is always first.
        const { server, bodies } = contestants[(place + round) % contestants.length]!;
        const sent = bodies(turns);
        const before = server.cpu();
        const { seconds, latencies } = await drive(server.door, sent, concurrency);
        await quiet(server);
        if (round === 0) continue;
        const figures = results.get(server)!.get(concurrency)!;
        figures.turnsPerSecond.push(turns / seconds);
        figures.p99.push(percentile(latencies, 99));
        figures.cpuPerTurn.push(((server.cpu() - before) * 1000) / turns);
      }
    }
  }
  return results;
}

/** Turns of a whole competition, the warm-up included. */
export function turnsOf(steps: readonly Step[], rounds: number): number {
  return steps.reduce((sum, { turns }) => sum + turns, 0) * (rounds + 1);
}

/** What a turn caused after its answer belongs to it. */
export async function quiet(server: Server): Promise<void> {
  for (let tries = 0; tries < QUIET_TRIES; tries += 1) {
    const before = server.cpu();
    await sleep(QUIET_MS);
    if (server.cpu() - before < 0.011) return;
  }
}

interface Growing {
  readonly turnsPerSecond: number[];
  readonly p99: number[];
  readonly cpuPerTurn: number[];
}

function emptyFigures(steps: readonly Step[]): Map<number, Growing> {
  return new Map(
    steps.map(({ concurrency }) => [concurrency, { turnsPerSecond: [], p99: [], cpuPerTurn: [] }]),
  );
}
