/** Downloads over HTTP: whole and under a safe name, or visibly not at all. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { startServer, type Server } from '../../src/adapters/http/server';
import { writePackage } from '../../src/adapters/zip/package';
import { readPicture } from '../../src/adapters/zip/whole';
import type { Download, DownloadDoor } from '../../src/ports/page';
import { listed, memoryFiles, packed, type MemoryFiles } from '../support/packages';
import { fakeLog } from './teams-support';

const TOKEN = 'z'.repeat(400);
const BIG = Buffer.alloc(3_000_000, 'bild');

let server: Server;
let log: ReturnType<typeof fakeLog>;
let files: MemoryFiles;
let opened: string[];
let answer: () => Awaited<ReturnType<DownloadDoor['open']>>;

beforeEach(async () => {
  log = fakeLog();
  files = memoryFiles(50_000);
  opened = [];
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    receive: () => Promise.resolve({ status: 200 }),
    ready: () => Promise.resolve('ready'),
    log,
    downloads: {
      door: {
        open: (token) => {
          opened.push(token);
          return Promise.resolve(answer());
        },
      },
      bytes(download: Download) {
        if (download.kind === 'table') return Readable.from([Buffer.from(download.text)]);
        return download.kind === 'package'
          ? writePackage(download.entries, files)
          : readPicture(download.picture, files);
      },
    },
  });
});
afterEach(() => server.close());

async function get(method = 'GET') {
  const outgoing = request(`${server.address}/download/${TOKEN}`, { method });
  outgoing.end();
  const [got] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  let cut = false;
  try {
    for await (const chunk of got) chunks.push(chunk as Buffer);
  } catch {
    cut = true;
  }
  return { status: got.statusCode, headers: got.headers, body: Buffer.concat(chunks), cut };
}
const alerts = (): unknown[] => log.noted.filter(({ level }) => level === 'alert').map(({ event }) => event);

describe('a download', () => {
  it('of a table is text that a spreadsheet opens', async () => {
    answer = () => ({ kind: 'table', name: 'bedömda inlägg.csv', text: '\ufeff"å"\r\n' });

    const got = await get();

    expect(got).toMatchObject({ status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' } });
    expect(got.body.toString('utf8')).toBe('\ufeff"å"\r\n');
  });

  it('of a package is a ZIP file with a name', async () => {
    const entries = [
      { path: 'läs.txt', text: 'hej' },
      { path: '1.png', picture: files.keep(BIG) },
    ];
    answer = () => ({ kind: 'package', name: 'Höst 2026 "A".zip', entries: listed(entries) });

    const got = await get();

    expect(got).toMatchObject({
      status: 200,
      cut: false,
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="Host 2026 -A-.zip"; filename*=UTF-8''H%C3%B6st%202026%20-A-.zip`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
    });
    expect(got.body.equals(await packed(entries, files))).toBe(true);
    expect(opened).toEqual([TOKEN]);
  });

  it('of one picture is that picture, with its type and length', async () => {
    const picture = { ...files.keep(BIG), type: 'image/webp' as const };
    answer = () => ({ kind: 'picture', name: 'bild.webp', picture });

    const got = await get();

    expect(got.headers).toMatchObject({
      'content-type': 'image/webp',
      'content-length': '3000000',
      'content-disposition': `attachment; filename="bild.webp"; filename*=UTF-8''bild.webp`,
    });
    expect(got.body.equals(BIG)).toBe(true);
  });

  it.each([
    ['\r\nset-cookie: a=b', 'filename="--set-cookie- a=b"'],
    ['../../etc/passwd', 'filename="-..-etc-passwd"'],
    ['åäö😀', 'filename="aao"'],
    ['日本', 'filename="file"'],
    ['a\ud800"b\\c', 'filename="a--b-c"'],
    ["it's (1)*.png", "filename*=UTF-8''it%27s%20%281%29-.png"],
  ])('called %j has a safe name', async (name, header) => {
    answer = () => ({ kind: 'package', name, entries: listed([]) });

    const got = await get();

    expect(got.headers['content-disposition']).toContain(header);
    expect(got.headers['set-cookie']).toBeUndefined();
  });

  it('is cut in the middle when a picture is missing, and somebody is told', async () => {
    const picture = files.keep(BIG);
    const gone = files.keep(Buffer.from('borta'));
    files.replace(gone, undefined);
    const entries = [
      { path: '1.png', picture },
      { path: '2.png', picture: gone },
    ];
    answer = () => ({ kind: 'package', name: 'x.zip', entries: listed(entries) });

    const got = await get();

    expect(got).toMatchObject({ status: 200, cut: true });
    expect(alerts()).toEqual(['download.cut']);
  });

  it.each(['package', 'picture'] as const)(
    'of a %s that is not there from the beginning is none, and somebody is told',
    async (kind) => {
      const picture = files.keep(BIG);
      files.replace(picture, undefined);
      answer = () =>
        kind === 'picture'
          ? { kind, name: 'x.png', picture }
          : { kind, name: 'x.zip', entries: listed([{ path: 'x.png', picture }]) };

      const got = await get();

      expect(got.status).toBe(500);
      expect(got.headers['content-disposition']).toBeUndefined();
      expect(got.body.toString()).toContain('Något gick fel');
      expect(alerts()).toEqual(['download.failed']);
    },
  );

  it('of a picture that is another one now is cut before it is whole', async () => {
    const picture = files.keep(BIG);
    files.replace(picture, Buffer.alloc(BIG.length, 'x'));
    answer = () => ({ kind: 'picture', name: 'x.png', picture });

    const got = await get();

    expect(got.cut).toBe(true);
    expect(got.body.length).toBeLessThan(BIG.length);
    expect(alerts()).toEqual(['download.cut']);
  });

  it('that somebody breaks off closes what was open, and is no failure of ours', async () => {
    answer = () => ({ kind: 'package', name: 'x.zip', entries: listed(many()) });
    const many = () =>
      Array.from({ length: 40 }, (_, at) => ({ path: `${at}.png`, picture: files.keep(BIG) }));
    const outgoing = request(`${server.address}/download/${TOKEN}`);
    outgoing.on('error', () => undefined);
    outgoing.end();
    const [got] = (await once(outgoing, 'response')) as [IncomingMessage];
    got.on('error', () => undefined);
    await once(got, 'data');
    outgoing.destroy();
    await server.close();
    while (files.stillOpen() > 0) await new Promise((resolve) => setImmediate(resolve));

    expect(alerts()).toEqual([]);
  });

  it('by a link that has ended says what to do', async () => {
    answer = () => ({ kind: 'gone', text: 'Be om en ny <i>länk</i>.', locale: 'sv' });

    const got = await get();

    expect(got.status).toBe(410);
    expect(got.headers['content-security-policy']).toContain("default-src 'none'");
    expect(got.body.toString()).toContain('Be om en ny &lt;i&gt;länk&lt;/i&gt;.');
  });

  it('is not begun for whoever only asks whether it is there, and its token is in no log', async () => {
    answer = () => ({ kind: 'package', name: 'x.zip', entries: listed([]) });

    expect((await get('HEAD')).status).toBe(404);
    expect(opened).toEqual([]);
    await get();
    expect(JSON.stringify(log.noted)).not.toContain('zzzz');
  });
});
