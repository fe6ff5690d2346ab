/** The built bot as a process whose clock is set, with the most memory the kernel ever saw it use. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DIST } from '../peers';
import type { Town } from './town';

export interface Life {
  /** The bot's clock now; never behind it by more than the start of the process takes. */
  now(): number;
  kill(): Promise<void>;
  /** Lets it finish what is under way. */
  stop(): Promise<void>;
  /** Megabytes, at the most. */
  peak(): number;
  /** Lines it logged as alerts. */
  readonly alerts: readonly string[];
}

const LOOK_MS = 500;

/** `at`: what the bot's clock shows when it starts, ISO. */
export async function startLife(town: Town, at: number, rate: number): Promise<Life> {
  const begun = Date.now();
  const alerts: string[] = [];
  let peak = 0;
  let over = false;
  const child = spawn(process.execPath, [join(DIST, 'index.js')], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: town.folder,
      ORGANISATION_FILE: town.organisationFile,
      CLOCK_START: new Date(at).toISOString(),
      SEND_RATE_BULK: String(rate),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit').then(() => (over = true));
  process.once('exit', () => child.kill('SIGKILL'));
  const listening = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const text = data.toString('utf8');
      if (text.includes('listens on')) resolve();
      else alerts.push(text.trim());
    });
    void gone.then(() => reject(new Error(`The bot ended: ${alerts.join('\n')}`)));
  });
  void watch();
  await listening;

  async function watch(): Promise<void> {
    while (!over) {
      peak = Math.max(peak, highWater(child.pid ?? 0));
      await sleep(LOOK_MS, undefined, { ref: false });
    }
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    peak = Math.max(peak, highWater(child.pid ?? 0));
    child.kill(signal);
    await gone;
  }

  return {
    now: () => at + (Date.now() - begun),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    peak: () => peak,
    alerts,
  };
}

function highWater(pid: number): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
