/** A server under measurement: its own process on its own core, with what the kernel says about its work. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastConnector } from './connector';
import { doorOf, type Door } from './load';

export interface Program {
  readonly name: string;
  readonly file: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Server {
  readonly name: string;
  readonly door: Door;
  /** Seconds of CPU since the start, all threads together. */
  cpu(): number;
  /** Megabytes that are resident now. */
  rss(): number;
  /** Ends it at once; resolves when it is gone. */
  kill(): Promise<void>;
}

export interface Started extends Server {
  /** Milliseconds from the start of the process to its first answer. */
  readonly coldStart: number;
}

/** The kernel counts in these whatever the machine is. */
const TICKS_PER_SECOND = 100;
const PATIENCE_MS = 30_000;
const RETRY_MS = 4;

export const PINNED =
  cpus().length > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? 'taskset' : undefined;

/** This process, the load and the connector in it, go to the other core. */
export function pinLoad(): void {
  if (PINNED) spawnSync(PINNED, ['-a', '-c', '-p', '1', String(process.pid)]);
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the program on a port of this machine and times it until `first` was answered by a message. */
export async function start(
  program: Program,
  port: number,
  first: string,
  connector: FastConnector,
): Promise<Started> {
  const command = [process.execPath, program.file];
  const [file = '', ...words] = PINNED ? [PINNED, '-c', '0', ...command] : command;
  const begun = performance.now();
  const child = spawn(file, words, {
    env: { PATH: process.env['PATH'], PORT: String(port), LOG_LEVEL: 'warn', ...program.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  const door = doorOf(port);
  const server: Server = {
    name: program.name,
    door,
    cpu: () => cpuOf(child.pid ?? 0),
    rss: () => rssOf(child.pid ?? 0),
    async kill() {
      door.close();
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await gone;
      }
      running.delete(child);
    },
  };
  try {
    const answered = connector.next();
    await knock(door, first, child);
    await Promise.race([answered, tooLate(program.name)]);
  } catch (error) {
    await server.kill();
    throw error;
  }
  return { ...server, coldStart: performance.now() - begun };
}

async function knock(door: Door, first: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await door.post(first);
      return;
    } catch (error) {
      if (performance.now() > until || child.exitCode !== null) throw error;
    }
    await sleep(RETRY_MS);
  }
}

async function tooLate(name: string): Promise<never> {
  await sleep(PATIENCE_MS, undefined, { ref: false });
  throw new Error(`${name} did not answer.`);
}

function cpuOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

function rssOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
