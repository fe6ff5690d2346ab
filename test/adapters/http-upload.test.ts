/** The upload page over HTTP: what it shows, what it takes from whom, and that it holds neither markup nor tokens. */
import { once } from 'node:events';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { JSDOM } from 'jsdom';
import { startServer, type Server } from '../../src/adapters/http/server';
import { fakeUploads, problemWords, TOKEN, type FakeUploads } from '../support/fake-uploads';
import { fakeLog } from './teams-support';

const MB = 1024 * 1024;
const OURS = { 'sec-fetch-site': 'same-origin' };

let door: FakeUploads;
let log: ReturnType<typeof fakeLog>;
let server: Server;

async function open(given: Parameters<typeof fakeUploads>[0] = {}): Promise<void> {
  door = fakeUploads(given);
  log = fakeLog();
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    receive: () => Promise.resolve({ status: 200 }),
    ready: () => Promise.resolve('ready'),
    log,
    arrivalMs: 200,
    uploads: { door, problem: problemWords },
  });
}
afterEach(() => server.close());

function begin(method: string, path: string, headers: Record<string, string | number> = {}): ClientRequest {
  return httpRequest(`${server.address}${path}`, { method, headers });
}

async function answered(outgoing: ClientRequest) {
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

function call(method: string, path: string, headers: Record<string, string | number> = {}, body?: Buffer) {
  const outgoing = begin(
    method,
    path,
    body === undefined ? headers : { 'content-length': body.length, ...headers },
  );
  outgoing.end(body);
  return answered(outgoing);
}

function send(body: Buffer, headers: Record<string, string> = {}, token = TOKEN) {
  return call(
    'POST',
    `/upload/${token}`,
    { ...OURS, 'content-type': 'application/octet-stream', ...headers },
    body,
  );
}

describe('the page', () => {
  it('says what is asked for, in the language it is said in', async () => {
    await open();

    const { status, headers, body } = await call('GET', `/upload/${TOKEN}`);

    const { document } = new JSDOM(body).window;
    expect(status).toBe(200);
    expect(document.documentElement.lang).toBe('sv');
    expect(document.title).toBe('Höstens skärmdump – Kanalvakt');
    expect(document.body.textContent).toMatch(
      /@biblioteket[^]+senast fredag 30 oktober[^]+plats för 6 bilder/,
    );
    expect(document.querySelector('label[for=pick]')?.textContent).toBe('Välj bilder');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('runs nothing but its own script and style, and says so to the browser', async () => {
    await open();

    const page = await call('GET', `/upload/${TOKEN}`);
    const style = await call('GET', '/upload/page.css');
    const script = await call('GET', '/upload/page.js');

    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(page.body).not.toMatch(/ style=| on[a-z]+=|<script[^>]*>[^<]|<style/);
    expect([style.headers['content-type'], script.headers['content-type']]).toEqual([
      'text/css; charset=utf-8',
      'text/javascript; charset=utf-8',
    ]);
  });

  it('shows words people typed as words', async () => {
    const name = `<img src=x onerror=alert(1)>"'&amp;{{x}}\u202eevil`;
    await open({ name });

    const { body } = await call('GET', `/upload/${TOKEN}`);

    const { document } = new JSDOM(body).window;
    expect(document.querySelector('.name bdi')?.textContent).toBe(name);
    expect(document.querySelectorAll('img')).toHaveLength(0);
  });

  it('says what to do when the link has ended', async () => {
    await open();
    door.end();

    const { status, headers, body } = await call('GET', `/upload/${TOKEN}`);

    expect(status).toBe(410);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    expect(body).toContain('Skriv ”skärmdump” till mig i Teams så får du en ny.');
    expect(body).not.toMatch(/<script|<button|<input/);
  });

  it.each([
    ['en-GB,en;q=0.9', 'Something went wrong'],
    ['de', 'Något gick fel'],
  ])('says that something failed, in the browser’s language (%s)', async (language, words) => {
    await open();
    door.fail();

    const { status, body } = await call('GET', `/upload/${TOKEN}`, { 'accept-language': language });

    expect(status).toBe(500);
    expect(body).toContain(words);
    expect(body).not.toContain('secret');
    expect(log.noted).toContainEqual(expect.objectContaining({ level: 'alert', event: 'upload.failed' }));
  });

  it('is not there without a door, nor for a robot that only asks whether it is', async () => {
    await open();
    expect((await call('HEAD', `/upload/${TOKEN}`)).status).toBe(404);
    await server.close();
    server = await startServer({
      host: '127.0.0.1',
      port: 0,
      receive: () => Promise.resolve({ status: 200 }),
      ready: () => Promise.resolve('ready'),
      log,
    });

    expect((await call('GET', `/upload/${TOKEN}`)).status).toBe(404);
    expect(door.asked).toEqual([]);
  });

  it('leaves no token in the log', async () => {
    await open();
    await call('GET', `/upload/${TOKEN}`);
    await send(Buffer.from('x'));
    await call('POST', `/upload/${TOKEN}/finish`, OURS);
    door.fail();
    await call('GET', `/upload/${TOKEN}`);

    expect(log.noted.map(({ fields }) => fields['route'])).toContain('/upload/:token');
    expect(JSON.stringify(log.noted)).not.toMatch(/x{20}|y{20}/);
  });
});

describe('a picture', () => {
  it.each(['application/octet-stream', 'image/png', 'image/jpeg', 'image/webp', 'application/pdf'])(
    'is taken byte for byte as %s, and the page says that it is in',
    async (type) => {
      await open();
      const bytes = Buffer.from(Array.from({ length: 3000 }, (_, at) => at % 256));

      const got = await send(bytes, { 'content-type': type });

      const { kind, top, bottom } = JSON.parse(got.body) as Record<string, string>;
      expect(got.status).toBe(200);
      expect(kind).toBe('page');
      expect(top).toContain('plats för 5 bilder');
      expect(bottom).toContain('PNG, 3 kB');
      expect(door.taken).toEqual([bytes]);
    },
  );

  it('that is not taken comes with its reason', async () => {
    await open();

    const got = await send(Buffer.from('BAD'));

    expect(JSON.parse(got.body)).toMatchObject({
      kind: 'page',
      notice: expect.stringContaining('ingen bild'),
    });
    expect(door.taken).toEqual([]);
  });

  it('of 25 MB is taken', async () => {
    await open();

    expect((await send(Buffer.alloc(25 * MB))).status).toBe(200);
    expect(door.taken[0]).toHaveLength(25 * MB);
  });

  it('that says it is larger is refused before it is read', async () => {
    await open();
    const outgoing = begin('POST', `/upload/${TOKEN}`, {
      ...OURS,
      'content-type': 'image/png',
      'content-length': 26 * MB,
    });
    outgoing.flushHeaders();

    const got = await answered(outgoing);

    expect(got.status).toBe(413);
    expect(JSON.parse(got.body)).toEqual({ kind: 'refused', problem: 'too-large' });
    outgoing.destroy();
  });

  it('that does not say how large it is, is cut when it becomes too large', async () => {
    await open();
    const outgoing = begin('POST', `/upload/${TOKEN}`, {
      ...OURS,
      'content-type': 'image/png',
      'transfer-encoding': 'chunked',
    });
    outgoing.on('error', () => undefined);
    const got = answered(outgoing);
    for (let sent = 0; sent < 26; sent += 1) outgoing.write(Buffer.alloc(MB));

    expect((await got).status).toBe(413);
    expect(door.taken).toEqual([]);
    outgoing.destroy();
  });

  it.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain', 'image/svg+xml'])(
    'as %s is refused',
    async (type) => {
      await open();

      expect((await send(Buffer.from('{}'), { 'content-type': type })).status).toBe(415);
      expect(door.taken).toEqual([]);
    },
  );

  it('by a link that has ended is not read at all', async () => {
    await open();
    door.end();
    const outgoing = begin('POST', `/upload/${TOKEN}`, {
      ...OURS,
      'content-type': 'image/png',
      'content-length': 20 * MB,
    });
    outgoing.flushHeaders();

    const got = await answered(outgoing);

    expect(got.status).toBe(410);
    expect(JSON.parse(got.body)).toMatchObject({ kind: 'over', main: expect.stringContaining('Länken') });
    expect(door.asked).toEqual(['closed']);
    outgoing.destroy();
  });

  it('waits for a place when four are on their way, and none is lost', async () => {
    await open({ room: 20 });
    door.hold();

    const all = Array.from({ length: 9 }, (_, at) => send(Buffer.from([at])));
    while (door.held() < 4) await new Promise((resolve) => setImmediate(resolve));
    await call('GET', '/healthz');
    const atOnce = door.held();
    door.letGo();
    const answers = await Promise.all(all);

    expect(atOnce).toBe(4);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 200));
    expect(Buffer.concat(door.taken).sort()).toEqual(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]));
  });

  it('gives its place back when its sender goes away', async () => {
    await open();
    for (let times = 0; times < 6; times += 1) {
      const outgoing = begin('POST', `/upload/${TOKEN}`, {
        ...OURS,
        'content-type': 'image/png',
        'content-length': 99,
      });
      outgoing.on('error', () => undefined);
      outgoing.write('x');
      while (door.asked.length <= times) await new Promise((resolve) => setImmediate(resolve));
      const gone = new Promise<void>((resolve) => outgoing.on('close', () => resolve()));
      outgoing.destroy();
      await gone;
    }

    expect((await send(Buffer.from('x'))).status).toBe(200);
  });

  it('may take its time to arrive, and an activity may not', async () => {
    await open();
    const { port, host } = new URL(server.address);
    const slowly = (
      head: string,
    ): { closed: Promise<unknown>; said: () => string; go(text: string): void } => {
      const socket = connect(Number(port), '127.0.0.1');
      let text = '';
      socket.on('error', () => undefined);
      socket.on('data', (data) => (text += data.toString()));
      socket.write(`${head} HTTP/1.1\r\nhost: ${host}\r\n`);
      return { closed: once(socket, 'close'), said: () => text, go: (more) => void socket.write(more) };
    };
    const picture = slowly(`POST /upload/${TOKEN}`);
    picture.go('sec-fetch-site: same-origin\r\ncontent-type: image/png\r\nconnection: close\r\n');
    picture.go('content-length: 2\r\n\r\nx');
    const activity = slowly('POST /api/messages');
    activity.go('content-type: application/json\r\ncontent-length: 2\r\n\r\n{');

    await activity.closed;
    picture.go('y');
    await picture.closed;

    expect(activity.said()).not.toContain('200');
    expect(picture.said()).toMatch(/^HTTP\/1.1 200/);
  });
});

describe('from where it comes', () => {
  const ways: readonly (readonly [string, () => Record<string, string>, number])[] = [
    ['our page', () => ({ 'sec-fetch-site': 'same-origin' }), 200],
    ['our page in an older browser', () => ({ origin: server.address }), 200],
    ['another page of the same site', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['another site', () => ({ 'sec-fetch-site': 'cross-site', origin: server.address }), 403],
    ['a typed address', () => ({ 'sec-fetch-site': 'none' }), 403],
    ['another site in an older browser', () => ({ origin: 'https://evil.example' }), 403],
    ['a file', () => ({ origin: 'null' }), 403],
    ['nowhere', () => ({}), 403],
  ];

  it.each(ways)('%s', async (_name, headers, status) => {
    await open();
    const got = await Promise.all(
      ['', '/answer/yes', '/answer/no', '/finish'].map((path) =>
        call('POST', `/upload/${TOKEN}${path}`, {
          ...headers(),
          ...(path === '' ? { 'content-type': 'image/png' } : {}),
        }),
      ),
    );

    expect(got.map((one) => one.status === 403)).toEqual(got.map(() => status === 403));
    if (status === 403) expect(door.asked).toEqual([]);
  });
});

describe('the buttons', () => {
  it.each([
    ['yes', true],
    ['no', false],
  ])('an answer %s reaches the door, and the question goes', async (path, yes) => {
    await open();
    door.ask();
    const before = await call('GET', `/upload/${TOKEN}`);

    const after = await call('POST', `/upload/${TOKEN}/answer/${path}`, OURS);

    expect(before.body).toContain('Stämmer det?');
    expect(after.body).not.toContain('Stämmer det?');
    expect(door.answers).toEqual([yes]);
  });

  it('“Klar” shows what is in, once, and then the link has ended', async () => {
    await open();
    await send(Buffer.from('one'));

    const first = await call('POST', `/upload/${TOKEN}/finish`, OURS);
    const again = await call('POST', `/upload/${TOKEN}/finish`, OURS);

    expect(JSON.parse(first.body)).toEqual({ kind: 'over', main: expect.stringContaining('PNG, 1 kB') });
    expect(first.body).toContain('Tack! Bilderna är inne.');
    expect(again.status).toBe(410);
    expect(JSON.parse(again.body)).toEqual({ kind: 'over', main: expect.stringContaining('Länken') });
  });

  it('say that something failed, when it did', async () => {
    await open();
    door.fail();

    const got = await call('POST', `/upload/${TOKEN}/finish`, OURS);

    expect(got).toMatchObject({ status: 500, body: '{"kind":"refused"}' });
  });
});
