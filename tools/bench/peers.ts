/** The programs that are compared, and what each is started with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { seed } from './seed';
import type { Program } from './server';
import type { Story } from './story';

/** `dist/`, wherever the bench's bundle lies in it. */
export const DIST = __dirname;
const PEERS = join(DIST, 'tools/bench/peers');

export const BARE: Program = { name: 'bare CloudAdapter', file: join(PEERS, 'bare-sdk.js') };
export const TEAMS_AI: Program = { name: 'teams-ai Application', file: join(PEERS, 'teams-ai.js') };

/** The same peers as npm lays them, without a bundle: for the start only. */
export async function installed(peer: Program): Promise<Program> {
  const file = peer.file.replace(/\.js$/, '.installed.js');
  await build({
    entryPoints: [join(DIST, '..', 'tools/bench/peers', `${peer.file.slice(PEERS.length + 1, -3)}.ts`)],
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  return { name: `${peer.name}, as installed`, file };
}

export interface Stock {
  readonly story: Story;
  readonly serviceUrl: string;
  readonly waiting: number;
  readonly past: number;
}

const folders: string[] = [];

/** The built bot on a store of its own. `hold`: messages wait, so that only the answers are measured. */
export async function bot(
  name: string,
  stock: Stock,
  hold: boolean,
): Promise<Program & { documents: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  folders.push(folder);
  const documents = await seed({ ...stock, folder });
  const env = {
    DATA_DIR: folder,
    SEND_RATE_ANSWERS: hold ? '0.001' : '0',
    SEND_RATE_BULK: hold ? '0.001' : '0',
    TICK_SECONDS: '3600',
  };
  return { name, file: join(DIST, 'index.js'), env, documents };
}

export function removeStores(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
