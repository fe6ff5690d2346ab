/** kill -9 while files are kept in a folder: what was acknowledged is there whole, and nothing is ever there by half. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { openFolderFiles } from '../../src/adapters/files/folder';
import type { Files } from '../../src/ports/files';
import { chanceOf, SEED } from './chance';
import { table } from './figures';

/** Lives that one folder sees. */
const LIVES = 15;
/** Longer than a few files take. */
const MOST_MS = 60;

interface Seen {
  readonly begun: Set<string>;
  readonly kept: Set<string>;
  readonly broken: string[];
  /** Kills that left something half written behind. */
  halves: number;
  /** Files that were looked at while somebody wrote. */
  looks: number;
}

/** What did not hold, a sentence each. */
export async function killWriters(kills: number): Promise<string[]> {
  const work = mkdtempSync(join(tmpdir(), 'kanalvakt-file-kills-'));
  const script = join(work, 'writer.cjs');
  buildSync({
    entryPoints: [join(__dirname, 'files-writer.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
  const all: Seen[] = [];
  try {
    for (let life = 0; life < kills; life += 1) {
      if (life % LIVES === 0)
        all.push({ begun: new Set(), kept: new Set(), broken: [], halves: 0, looks: 0 });
      await oneLife(script, join(work, `files-${all.length}`), life, all.at(-1)!);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const broken = all.flatMap((seen) => seen.broken);
  table(`kill -9 while files are kept, seed ${SEED}`, [
    ['kills', kills],
    ['– that left something half written', sum(all, ({ halves }) => halves)],
    ['files begun', sum(all, ({ begun }) => begun.size)],
    ['files acknowledged, all there and whole', sum(all, ({ kept }) => kept.size)],
    ['files opened while they were written, whole or not there', sum(all, ({ looks }) => looks)],
    ['promises broken', broken.length],
  ]);
  return broken;
}

async function oneLife(script: string, folder: string, life: number, seen: Seen): Promise<void> {
  const reader = await openFolderFiles({ folder });
  const writer = spawn(process.execPath, [script, folder, `${SEED} ${life}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(writer, 'close');
  let said = '';
  const first = once(writer.stdout, 'data');
  writer.stdout.on('data', (data) => (said += String(data)));
  await first;
  const watching = watch(reader, () => said, seen);
  await sleep(chanceOf(`kill ${life}`).int(0, MOST_MS));
  writer.kill('SIGKILL');
  await ended;
  await watching.stop();

  // The last line may be cut off in the middle.
  const lines = said.split('\n').slice(0, -1);
  for (const line of lines) (line.startsWith('+') ? seen.begun : seen.kept).add(line.slice(1));
  if (readdirSync(join(folder, '.incoming')).length > 0) seen.halves += 1;
  await look(seen, life, await openFolderFiles({ folder }));
}

/** A person who opens files all the while. */
function watch(reader: Files, said: () => string, seen: Seen): { stop(): Promise<void> } {
  let over = false;
  async function open(): Promise<void> {
    while (!over) {
      for (const line of said().split('\n').slice(0, -1).slice(-3)) {
        const found = await stateOf(reader, line.slice(1));
        seen.looks += 1;
        if (found === 'half') seen.broken.push(`${line.slice(1)} was opened half written`);
      }
      await sleep(1);
    }
  }
  const opening = open();
  return {
    async stop() {
      over = true;
      await opening;
    },
  };
}

async function look({ begun, kept, broken }: Seen, life: number, files: Files): Promise<void> {
  for (const name of begun) {
    const found = await stateOf(files, name);
    if (found === 'half') broken.push(`life ${life}: ${name} is there by half`);
    if (found === 'absent' && kept.has(name))
      broken.push(`life ${life}: ${name} was acknowledged and is lost`);
  }
}

async function stateOf(files: Files, name: string): Promise<'whole' | 'half' | 'absent'> {
  const stream = await files.open(name);
  if (stream === undefined) return 'absent';
  const sha256 = createHash('sha256').update(await buffer(stream));
  return name.endsWith(`/${sha256.digest('hex')}.png`) ? 'whole' : 'half';
}

function sum(all: readonly Seen[], of: (seen: Seen) => number): number {
  return all.reduce((total, seen) => total + of(seen), 0);
}
