/** Settings: what is missing or wrong stops the start with a sentence, and the bot is never open by mistake. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { readConfig } from '../src/config';
import { CallerError } from '../src/kernel/errors';

type Env = Readonly<Record<string, string | undefined>>;

const IDENTITY = {
  MICROSOFT_APP_ID: 'app',
  MICROSOFT_APP_TENANT_ID: 'tenant',
  MICROSOFT_APP_PASSWORD: 'secret',
};
const MANAGED = {
  MICROSOFT_APP_ID: 'app',
  MICROSOFT_APP_TENANT_ID: 'tenant',
  MICROSOFT_APP_TYPE: 'UserAssignedMsi',
};

function complaint(env: Env): string {
  try {
    readConfig(env);
    return 'none';
  } catch (error) {
    expect(error).toBeInstanceOf(CallerError);
    return (error as CallerError).message;
  }
}

describe('the start is refused', () => {
  it.each<[string, Env, string]>([
    [
      'in production without an identity',
      { NODE_ENV: 'production' },
      'The bot has no identity, and NODE_ENV is production.',
    ],
    [
      'on every address without an identity',
      { HOST: '0.0.0.0' },
      'HOST=0.0.0.0 can be reached from other machines.',
    ],
    [
      'on every IPv6 address without an identity',
      { HOST: '::' },
      'HOST=:: can be reached from other machines.',
    ],
    ['under a name without an identity', { HOST: 'bot.example.se' }, 'can be reached from other machines.'],
    [
      'on what only looks like loopback',
      { HOST: '127.0.0.1.example.se' },
      'can be reached from other machines.',
    ],
    ['with a password and no app id', { MICROSOFT_APP_PASSWORD: 'x' }, 'MICROSOFT_APP_ID is missing'],
    ['with a tenant and no app id', { MICROSOFT_APP_TENANT_ID: 'x' }, 'MICROSOFT_APP_ID is missing'],
    ['with no tenant', { ...IDENTITY, MICROSOFT_APP_TENANT_ID: '' }, 'MICROSOFT_APP_TENANT_ID is missing'],
    [
      'with no password',
      { ...IDENTITY, MICROSOFT_APP_PASSWORD: undefined },
      'MICROSOFT_APP_PASSWORD is missing.',
    ],
    ['with a password for a managed identity', { ...MANAGED, MICROSOFT_APP_PASSWORD: 'x' }, 'Take it away.'],
    ['with another type of app', { ...IDENTITY, MICROSOFT_APP_TYPE: 'MultiTenant' }, 'MICROSOFT_APP_TYPE:'],
    ['with Cosmos DB and no address', { STORE: 'cosmos' }, 'COSMOS_ENDPOINT is missing.'],
    ['with an address that is none', { STORE: 'cosmos', COSMOS_ENDPOINT: 'here' }, 'COSMOS_ENDPOINT:'],
    ['with another store', { STORE: 'postgres' }, 'STORE:'],
    ['with another place for files', { FILES: 's3' }, 'FILES:'],
    ['with blob storage and no address', { FILES: 'blob' }, 'BLOB_ENDPOINT is missing.'],
    ['with blob storage at what is no address', { FILES: 'blob', BLOB_ENDPOINT: 'here' }, 'BLOB_ENDPOINT:'],
    [
      'with Entra ID over plain http',
      { FILES: 'blob', BLOB_ENDPOINT: 'http://127.0.0.1:10000' },
      'BLOB_ENDPOINT must begin with https.',
    ],
    [
      'with two ways to blob storage',
      {
        FILES: 'blob',
        BLOB_ENDPOINT: 'https://a.example.se',
        BLOB_CONNECTION_STRING: 'AccountName=a;AccountKey=b',
      },
      'BLOB_ENDPOINT and BLOB_CONNECTION_STRING are both set.',
    ],
    [
      'with a key in the place of a connection string',
      { FILES: 'blob', BLOB_CONNECTION_STRING: 'b25seSBhIGtleQ==' },
      'BLOB_CONNECTION_STRING is no connection string.',
    ],
    [
      'with a set clock in production',
      { ...IDENTITY, NODE_ENV: 'production', CLOCK_START: '2026-11-23T09:00:00Z' },
      'Take CLOCK_START away',
    ],
    [
      'with an identity and an origin that is for tests',
      { ...IDENTITY, PICTURE_ORIGIN: 'http://127.0.0.1:8080' },
      'Take PICTURE_ORIGIN away',
    ],
    [
      'with pictures on another machine',
      { PICTURE_ORIGIN: 'http://10.0.0.1:8080' },
      'PICTURE_ORIGIN must be an address of this machine',
    ],
    ['with a clock that is none', { CLOCK_START: 'yesterday' }, 'CLOCK_START:'],
    ['with a port that is none', { PORT: 'http' }, 'PORT:'],
    ['with a port out of range', { PORT: '70000' }, 'PORT:'],
    ['with half a port', { PORT: '1.5' }, 'PORT:'],
    ['with a negative rate', { SEND_RATE_BULK: '-1' }, 'SEND_RATE_BULK:'],
    ['with a rate that is none', { SEND_RATE_ANSWERS: 'fast' }, 'SEND_RATE_ANSWERS:'],
    ['without a replica', { MAX_REPLICAS: '0' }, 'MAX_REPLICAS:'],
    ['with a timer that never rests', { TICK_SECONDS: '0' }, 'TICK_SECONDS:'],
    ['with a base address that is none', { BASE_URL: 'bot' }, 'BASE_URL:'],
    ['with another level of logs', { LOG_LEVEL: 'all' }, 'LOG_LEVEL:'],
  ])('%s', (_, env, sentence) => {
    expect(complaint(env)).toContain(sentence);
  });

  it('with every mistake at once, and never with a secret in the sentence', () => {
    const said = complaint({
      PORT: 'x',
      STORE: 'y',
      MICROSOFT_APP_PASSWORD: 'top-secret',
      TICK_SECONDS: 'z',
    });
    const more = complaint({
      STORE: 'cosmos',
      FILES: 'blob',
      BLOB_CONNECTION_STRING: 'top-secret',
      NODE_ENV: 'production',
      MICROSOFT_APP_PASSWORD: 'top-secret',
    });

    expect(said.split('\n')).toHaveLength(4);
    expect(more.split('\n')).toHaveLength(3);
    expect(`${said}${more}`).not.toContain('top-secret');
  });
});

describe('the start is allowed', () => {
  it('with nothing set: anonymous, on this machine only, embedded', () => {
    expect(readConfig({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      store: { kind: 'embedded', folder: resolve('.data') },
      files: { kind: 'folder', folder: resolve('.data/files') },
      baseUrl: 'http://127.0.0.1:3978',
      tickSeconds: 60,
      rates: { bulk: 20, answers: 10, maxReplicas: 1 },
      logLevel: 'info',
    });
  });

  it.each<[string, Env]>([
    ['anonymous on localhost', { HOST: 'localhost' }],
    ['anonymous on another loopback address', { HOST: '127.0.0.2' }],
    ['anonymous on IPv6 loopback', { HOST: '::1' }],
    ['in production with a password', { ...IDENTITY, NODE_ENV: 'production', HOST: '0.0.0.0' }],
    ['in production with a managed identity', { ...MANAGED, NODE_ENV: 'production', HOST: '0.0.0.0' }],
    ['with Cosmos DB and Entra ID', { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://db.example.se' }],
    ['with blob storage and Entra ID', { FILES: 'blob', BLOB_ENDPOINT: 'https://files.example.se' }],
    [
      'with the emulator of blob storage',
      { FILES: 'blob', BLOB_CONNECTION_STRING: 'UseDevelopmentStorage=true' },
    ],
    ['with an address of blob storage that is not used', { BLOB_ENDPOINT: 'http://127.0.0.1:10000' }],
    ['with rates lifted', { SEND_RATE_BULK: '0', SEND_RATE_ANSWERS: '0' }],
    [
      'with empty values for what is not set',
      { PORT: '', MICROSOFT_APP_ID: '', COSMOS_KEY: '', CLOCK_START: '' },
    ],
    ['with variables of others', { PATH: '/bin', HOME: '/root' }],
  ])('%s', (_, env) => {
    expect(complaint(env)).toBe('none');
  });

  it('with what was given, and nothing invented', () => {
    const config = readConfig({
      ...IDENTITY,
      PORT: '0',
      HOST: '0.0.0.0',
      STORE: 'cosmos',
      COSMOS_ENDPOINT: 'https://db.example.se',
      COSMOS_KEY: 'key',
      COSMOS_DATABASE: 'bot',
      FILES: 'blob',
      BLOB_ENDPOINT: 'https://files.example.se',
      ORGANISATION_FILE: 'organisations',
      GUIDELINE_FILE: '/etc/guideline.yaml',
      BASE_URL: 'https://bot.example.se',
      MAX_REPLICAS: '3',
      CLOCK_START: '2026-11-23T09:00:00+01:00',
    });

    expect(config).toMatchObject({
      identity: { appId: 'app', tenantId: 'tenant', appType: 'SingleTenant', password: 'secret' },
      store: { kind: 'cosmos', endpoint: 'https://db.example.se', key: 'key', database: 'bot' },
      files: { kind: 'blob', endpoint: 'https://files.example.se' },
      organisationFile: resolve('organisations'),
      guidelineFile: '/etc/guideline.yaml',
      baseUrl: 'https://bot.example.se',
      rates: { maxReplicas: 3 },
      clockStart: '2026-11-23T09:00:00+01:00',
    });
    expect(Object.isFrozen(config)).toBe(true);
    expect(readConfig({ FILES: 'blob', BLOB_CONNECTION_STRING: 'AccountName=a' }).files).toEqual({
      kind: 'blob',
      connectionString: 'AccountName=a',
    });
    expect(readConfig({ PICTURE_ORIGIN: 'http://127.0.0.1:8080' }).pictureOrigin).toBe(
      'http://127.0.0.1:8080',
    );
    expect(readConfig({ DATA_DIR: '/srv/bot' }).files).toEqual({ kind: 'folder', folder: '/srv/bot/files' });
    expect(readConfig(MANAGED).identity).not.toHaveProperty('password');
  });
});

describe('the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-config-'));
  const entry = join(folder, 'index.cjs');
  const root = join(__dirname, '..');
  beforeAll(() => {
    buildSync({
      entryPoints: [join(root, 'src/index.ts')],
      outfile: entry,
      bundle: true,
      platform: 'node',
      packages: 'external',
      logLevel: 'silent',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function start(env: Env): Promise<{ readonly code: number | null; readonly said: string }> {
    const child = spawn(process.execPath, [entry], {
      cwd: folder,
      env: { PATH: process.env['PATH'], NODE_PATH: join(root, 'node_modules'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
    return new Promise((done) => child.on('close', (code) => done({ code, said: said.join('') })));
  }

  it.each<[string, Env, string]>([
    [
      'in production without an identity',
      { NODE_ENV: 'production' },
      'The bot has no identity, and NODE_ENV is production.',
    ],
    [
      'open to others without an identity',
      { HOST: '0.0.0.0' },
      'HOST=0.0.0.0 can be reached from other machines.',
    ],
    [
      'with an organisation file that is not there',
      { ORGANISATION_FILE: 'nowhere.yaml' },
      'Check ORGANISATION_FILE.',
    ],
  ])('ends at once %s, with the sentence and no stack', async (_, env, sentence) => {
    const { code, said } = await start({ LOG_LEVEL: 'silent', PORT: '0', ...env });

    expect(code).toBe(1);
    expect(said).toContain('Kanalvakt did not start.');
    expect(said).toContain(sentence);
    expect(said).not.toMatch(/\n\s+at /);
  });
});
