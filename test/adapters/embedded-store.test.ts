import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import Database from 'libsql';
import { openConnection } from '../../src/adapters/embedded/connection';
import { selectDue, selectList } from '../../src/adapters/embedded/queries';
import { DATABASE_FILE, openEmbeddedStore } from '../../src/adapters/embedded/store';
import { LISTED, type ListQuery } from '../../src/ports/store';
import { storeContract } from './store-contract';
import { documentOf, PK } from './store-contract-support';

const UNAVAILABLE = { name: 'OutsideError', code: 'store-unavailable' };

storeContract('embedded', async () => {
  const folder = madeFolder();
  const store = openEmbeddedStore({ folder });
  return {
    store,
    async cleanUp() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});

describe('embedded', () => {
  let folder: string;

  beforeEach(() => {
    folder = madeFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('still has its rows when it is opened again, in one file', async () => {
    const first = openEmbeddedStore({ folder: join(folder, 'made', 'on', 'the', 'way') });
    const written = await first.create(documentOf({ body: 'kvar' }));
    await first.close();

    const again = openEmbeddedStore({ folder: join(folder, 'made', 'on', 'the', 'way') });
    const read = await again.get(PK, 'a');
    await again.close();

    expect(read).toEqual({ document: documentOf({ body: 'kvar' }), etag: written.ok && written.etag });
    expect(readdirSync(join(folder, 'made', 'on', 'the', 'way'))).toContain(DATABASE_FILE);
  });

  it('shows a write to another connection at once: it is committed before it is acknowledged', async () => {
    const one = openEmbeddedStore({ folder });
    const other = openEmbeddedStore({ folder });

    await one.create(documentOf({ body: 'synlig' }));
    const read = await other.get(PK, 'a');
    await one.close();
    await other.close();

    expect(read?.document.body).toBe('synlig');
  });

  it('writes ahead into a log and syncs every commit in full', () => {
    const connection = openConnection(join(folder, DATABASE_FILE));

    const pragmas = ['journal_mode', 'synchronous', 'user_version'].map((name) =>
      connection.row(`PRAGMA ${name}`, []),
    );
    const [timeout] = connection.row('PRAGMA busy_timeout', []) as [number];
    connection.close();

    expect(pragmas).toEqual([['wal'], [2], [1]]);
    expect(timeout).toBeGreaterThan(0);
  });

  it.each<[string, Partial<ListQuery>]>([
    ['the whole partition', {}],
    ['the next page', { after: Buffer.from('["a"]').toString('base64url') }],
    ['what changed', { changedSince: '2026-01-01T00:00:00.000Z' }],
    ...LISTED.map((field): [string, Partial<ListQuery>] => [field, { where: { [field]: 'x' } }]),
  ])('lists by an index: %s', (_, query) => {
    const plan = planOf(folder, selectList({ pk: PK, limit: 10, ...query }));

    expect(plan).toMatch(/^SEARCH documents USING INDEX \w+ \(pk=\?/);
  });

  it('finds what a field is listed by in the index of that field', () => {
    const plan = planOf(folder, selectList({ pk: PK, limit: 10, where: { handler: 'x' } }));

    expect(plan).toBe('SEARCH documents USING INDEX by_handler (pk=? AND handler=?)');
  });

  it('finds due documents, and continues, by an index and without sorting', () => {
    const token = Buffer.from('["2026","b","c"]').toString('base64url');

    const plans = [undefined, token].map((after) => planOf(folder, selectDue('2027', 10, after)));

    expect(plans[0]).toBe('SEARCH documents USING INDEX by_due (due_at<?)');
    expect(plans[1]).toMatch(/^SEARCH documents USING INDEX by_due \(/);
    expect(plans[1]).not.toContain('TEMP B-TREE');
  });

  it('is shared by processes that open it at once: none fails, and every accepted write is there', async () => {
    const script = join(folder, 'writer.cjs');
    buildSync({
      entryPoints: [join(__dirname, 'embedded-writer.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      external: ['libsql'],
      logLevel: 'error',
    });
    const run = promisify(execFile);
    const env = { ...process.env, NODE_PATH: join(__dirname, '../../node_modules') };

    const writers = await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, [script, folder, '25'], { env })),
    );

    const store = openEmbeddedStore({ folder });
    const read = await store.get(PK, 'a');
    await store.close();
    expect(writers.map(({ stdout }) => stdout)).toEqual(['25', '25', '25', '25']);
    expect(read?.document.body).toBe(100);
  });

  it('loses nothing after it failed for a file that another process kept locked', async () => {
    const connection = openConnection(join(folder, DATABASE_FILE));
    connection.row('PRAGMA busy_timeout = 1', []);
    connection.run('CREATE TABLE t (a TEXT)', []);
    const other = new Database(join(folder, DATABASE_FILE));
    other.exec('BEGIN IMMEDIATE');

    expect(() => connection.run("UPDATE t SET a = 'x'", [])).toThrow(expect.objectContaining(UNAVAILABLE));
    other.exec('COMMIT');
    connection.run('INSERT INTO t VALUES (?)', ['kvar']);
    const seen = other.prepare('SELECT a FROM t').raw().all();
    connection.close();
    other.close();

    expect(seen).toEqual([['kvar']]);
  });

  it('is unavailable when its file is none of a database, cannot be made, is newer, or is closed', async () => {
    writeFileSync(join(folder, 'plain'), '');
    writeFileSync(join(folder, DATABASE_FILE), 'no database '.repeat(100));
    const newer = join(folder, 'newer.db');
    new Database(newer).exec('PRAGMA user_version = 99');
    const closed = openEmbeddedStore({ folder: join(folder, 'closed') });
    await closed.close();

    const attempts = [
      () => openEmbeddedStore({ folder }),
      () => openEmbeddedStore({ folder: join(folder, 'plain') }),
      () => openConnection(newer),
    ];

    for (const attempt of attempts) expect(attempt).toThrow(expect.objectContaining(UNAVAILABLE));
    await expect(closed.ready()).rejects.toMatchObject(UNAVAILABLE);
    await expect(closed.get(PK, 'a')).rejects.toMatchObject(UNAVAILABLE);
  });

  it('calls a document of the wrong shape a bug of ours, without repeating it', async () => {
    const store = openEmbeddedStore({ folder });
    const shapeless = { ...documentOf({ body: 'secret' }), changedAt: null as unknown as string };

    const failure: unknown = await store.create(shapeless).catch((error: unknown) => error);
    await store.close();

    expect(failure).toMatchObject({ name: 'BugError', code: 'store-refused' });
    expect(String((failure as Error).stack)).not.toContain('secret');
  });
});

function madeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kanalvakt-store-'));
}

/** The steps of SQLite's plan for a query on an empty store, joined by `; `. */
function planOf(folder: string, query: ReturnType<typeof selectList>): string {
  const connection = openConnection(join(folder, DATABASE_FILE));
  const steps = connection.rows(`EXPLAIN QUERY PLAN ${query.sql}`, query.values) as [
    number,
    number,
    number,
    string,
  ][];
  connection.close();
  return steps.map(([, , , step]) => step).join('; ');
}
