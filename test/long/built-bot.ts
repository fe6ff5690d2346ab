/** The built bot as a process of its own that is killed without warning, and started again on the same folder. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
/** What the build reads, and what the built bot reads beside itself. */
const NEEDED = ['src', 'cards', 'node_modules', 'package.json', 'tsconfig.json'];

export interface Build {
  readonly folder: string;
  remove(): void;
}

/** Runs the real build in a folder of its own, so that no other build takes it away meanwhile. */
export function buildApart(): Build {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-build-'));
  mkdirSync(join(folder, 'tools'));
  copyFileSync(join(ROOT, 'tools/build.mjs'), join(folder, 'tools/build.mjs'));
  for (const name of NEEDED) symlinkSync(join(ROOT, name), join(folder, name));
  execFileSync(process.execPath, ['tools/build.mjs'], { cwd: folder, stdio: 'pipe' });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface BuiltBot {
  /** Where the living process listens; waits while one starts. */
  address(): Promise<string>;
  /** SIGKILL; the next process starts on the same folder, with its clock past the claims of the dead one. False: dead. */
  kill(): boolean;
  /** Processes so far. */
  lives(): number;
  /** Lines that the bot logged as alerts or wrote to the error output. */
  readonly complaints: readonly string[];
  stop(): Promise<void>;
}

export interface BuiltBotOptions {
  readonly build: Build;
  readonly data: string;
  readonly at: string;
  /** Called when a process was started, before it listens. */
  readonly born?: () => void;
}

/** A claim runs for 30 s; a process that follows a dead one begins this much later. */
const LATER_MS = 61_000;

export function startBuiltBot({ build, data, at, born }: BuiltBotOptions): BuiltBot {
  const began = Date.now();
  const complaints: string[] = [];
  let lives = 0;
  let child: ChildProcess;
  let listening: Promise<string>;
  let over = false;
  let gone: Promise<void> = Promise.resolve();

  function clockStart(): string {
    return new Date(Date.parse(at) + (Date.now() - began) + lives * LATER_MS).toISOString();
  }

  function start(): void {
    const CLOCK_START = clockStart();
    lives += 1;
    const process_ = spawn(process.execPath, ['dist/index.js'], {
      cwd: build.folder,
      env: {
        PORT: '0',
        DATA_DIR: data,
        TICK_SECONDS: '1',
        SEND_RATE_BULK: '0',
        SEND_RATE_ANSWERS: '0',
        LOG_LEVEL: 'error',
        CLOCK_START,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = process_;
    gone = new Promise((resolve) => process_.once('close', () => resolve()));
    listening = new Promise((resolve, reject) => {
      lines(process_.stdout, (line) => {
        const address = /^Kanalvakt listens on (\S+)$/.exec(line)?.[1];
        if (address === undefined) complaints.push(line);
        else resolve(address);
      });
      lines(process_.stderr, (line) => complaints.push(line));
      process_.once('exit', (code, signal) => {
        if (signal !== 'SIGKILL') reject(new Error(`The bot ended with ${code}: ${complaints.join('\n')}`));
      });
    });
    listening.catch(() => undefined);
    born?.();
  }

  /** The killed process's promise never ends; whoever waited for it asks again here. */
  async function address(): Promise<string> {
    for (;;) {
      const [asked, dead] = [listening, gone];
      const found = await Promise.race([asked, dead.then(() => undefined)]);
      if (found !== undefined && asked === listening) return found;
      await dead;
      if (over) throw new Error('The bot was stopped.');
    }
  }

  function kill(): boolean {
    if (over || child.killed) return false;
    child.kill('SIGKILL');
    listening = new Promise(() => undefined);
    child.once('close', () => {
      if (!over) start();
    });
    return true;
  }

  start();
  return {
    address,
    kill,
    lives: () => lives,
    complaints,
    async stop() {
      over = true;
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function lines(stream: NodeJS.ReadableStream | null, take: (line: string) => void): void {
  let rest = '';
  stream?.on('data', (data: Buffer) => {
    const parts = (rest + data.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (part !== '') take(part);
  });
}
