/** The bot as it is put together: where its files lie, and when it says that it can serve. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobServiceClient } from '@azure/storage-blob';
import { compose, type Bot, type Replacements } from '../src/compose';
import { readConfig } from '../src/config';
import { OutsideError } from '../src/kernel/errors';
import type { Files } from '../src/ports/files';
import { startBlobServer, type BlobServerForTests } from './support/blob-server';

let folder: string;
let blobs: BlobServerForTests;

beforeAll(async () => {
  blobs = await startBlobServer();
});
afterAll(() => blobs.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanalvakt-compose-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(env: Record<string, string> = {}, replaced: Replacements = {}): Promise<Bot> {
  const log = { info: () => undefined, warn: () => undefined, alert: () => undefined };
  const config = readConfig({ PORT: '0', DATA_DIR: folder, ...env });
  return compose(config, { log, tickSeconds: 0, ...replaced });
}

async function readyz(bot: Bot): Promise<number> {
  return (await fetch(`${bot.server.address}/readyz`)).status;
}

async function whatIsDown(bot: Bot): Promise<unknown> {
  return (await fetch(`${bot.server.address}/readyz`)).json();
}

it('keeps files in DATA_DIR/files when nothing is set', async () => {
  const bot = await start();

  expect(await readyz(bot)).toBe(200);
  expect(existsSync(join(folder, 'files'))).toBe(true);
  await bot.stop();
});

it('keeps files in blob storage when FILES says so', async () => {
  const bot = await start({ FILES: 'blob', BLOB_CONNECTION_STRING: blobs.connectionString });

  const client = BlobServiceClient.fromConnectionString(blobs.connectionString);

  expect(await client.getContainerClient('kanalvakt').exists()).toBe(true);
  expect(existsSync(join(folder, 'files'))).toBe(false);
  expect(await readyz(bot)).toBe(200);
  await bot.stop();
});

it('does not start when blob storage cannot be reached', async () => {
  const nowhere = 'AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;';

  const started = start({ FILES: 'blob', BLOB_CONNECTION_STRING: nowhere });

  await expect(started).rejects.toMatchObject({ name: 'OutsideError', code: 'files-unavailable' });
});

it('cannot serve while files cannot be kept, can again when they can, and closes them when it stops', async () => {
  let down = true;
  let closed = 0;
  const files: Files = {
    put: () => Promise.resolve(),
    open: () => Promise.resolve(undefined),
    ready: () => (down ? Promise.reject(new OutsideError('files-unavailable', 'full')) : Promise.resolve()),
    close: async () => void (closed += 1),
  };
  const bot = await start({}, { files });

  const first = await readyz(bot);
  const what = await whatIsDown(bot);
  down = false;
  const second = await readyz(bot);
  await bot.stop();

  expect([first, second]).toEqual([503, 200]);
  expect(what).toEqual({ status: 'files-unreachable' });
  expect(closed).toBe(1);
});
