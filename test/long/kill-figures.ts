/** Runs with kill -9, several beside each other, until the bot was killed as often as wanted; prints what happened. */
import type { Build } from './built-bot';
import { SEED } from './chance';
import { table } from './figures';
import { killRun, type KillRun } from './kill-run';
import { MOMENTS } from './killer';

export interface KillOptions {
  readonly build: Build;
  readonly atOnce: number;
}

const KILLS_PER_RUN = 5;

/** What did not hold, a sentence each, with the name of its run. */
export async function killUntil(wanted: number, { build, atOnce }: KillOptions): Promise<string[]> {
  const runs: KillRun[] = [];
  const broken: string[] = [];
  let [begun, promised] = [0, 0];

  async function oneAfterTheOther(): Promise<void> {
    while (promised < wanted && broken.length === 0) {
      const kills = Math.min(KILLS_PER_RUN, wanted - promised);
      begun += 1;
      const name = `kill ${begun}`;
      promised += kills;
      try {
        const run = await killRun(name, kills, build);
        promised -= kills - total(run);
        runs.push(run);
        broken.push(...run.broken.map((sentence) => `${name}: ${sentence}`));
      } catch (error) {
        broken.push(`${name}: ${String(error)}`);
      }
    }
  }

  await Promise.all(Array.from({ length: atOnce }, oneAfterTheOther));
  table(`kill -9, embedded store, seed ${SEED}`, [
    ['runs, each with 3 applicants, 2 deciders and the lead', runs.length],
    ['kills', sum(runs, total)],
    ...MOMENTS.map((moment) => [`– ${moment}`, sum(runs, ({ kills }) => kills.get(moment) ?? 0)] as const),
    ['activities sent, all answered in the end', sum(runs, ({ clicks }) => clicks)],
    ['deliveries again', sum(runs, ({ again }) => again)],
    ['applications', sum(runs, ({ applications }) => applications)],
    ['events in them', sum(runs, ({ events }) => events)],
    ['messages that somebody had to get', sum(runs, ({ delivered }) => delivered.expected)],
    ['messages that came', sum(runs, ({ delivered }) => delivered.posted)],
    ['messages doubled', sum(runs, ({ delivered }) => delivered.doubled)],
    ['messages on record as possibly doubled', sum(runs, ({ delivered }) => delivered.recorded)],
    ['promises broken', broken.length],
  ]);
  return broken;
}

function total({ kills }: KillRun): number {
  return [...kills.values()].reduce((all, count) => all + count, 0);
}

function sum(runs: readonly KillRun[], of: (run: KillRun) => number): number {
  return runs.reduce((all, run) => all + of(run), 0);
}
