/** The built bot reaches blob storage: what a bundler does to the SDK shows only there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApart } from '../long/built-bot';
import { startBlobServer } from '../support/blob-server';

it('starts with files in blob storage, and can serve', async () => {
  const build = buildApart();
  const data = mkdtempSync(join(tmpdir(), 'kanalvakt-blob-'));
  const server = await startBlobServer();
  const bot = spawn(process.execPath, ['dist/index.js'], {
    cwd: build.folder,
    env: {
      PORT: '0',
      DATA_DIR: data,
      LOG_LEVEL: 'silent',
      FILES: 'blob',
      BLOB_CONNECTION_STRING: server.connectionString,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(bot, 'exit');
  try {
    const said = await new Promise<string>((resolve) => {
      for (const stream of [bot.stdout, bot.stderr]) stream.once('data', (data) => resolve(String(data)));
    });
    const address = /http:\S+/.exec(said)?.[0];

    expect(said).toContain('Kanalvakt listens on');
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(server.requests.some((request) => request.startsWith('PUT /devstoreaccount1/kanalvakt'))).toBe(
      true,
    );
  } finally {
    bot.kill();
    await ended;
    await server.close();
    build.remove();
    rmSync(data, { recursive: true, force: true });
  }
}, 60_000);
