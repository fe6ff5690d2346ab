/** The HTTP server: what it lets through, what it refuses and how, and how it stops. */
import { request as httpRequest, Agent, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { startServer, type Readiness, type Server } from '../../src/adapters/http/server';
import { fakeLog } from './teams-support';

interface Got {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let log: ReturnType<typeof fakeLog>;
let server: Server;
let received: unknown[];
let receive: (body: unknown) => Promise<{ status: number; body?: unknown }>;
let ready: () => Promise<Readiness>;

beforeEach(async () => {
  log = fakeLog();
  received = [];
  receive = () => Promise.resolve({ status: 200, body: { statusCode: 200 } });
  ready = () => Promise.resolve('ready');
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    receive: (_headers, body) => {
      received.push(body);
      return receive(body);
    },
    ready: () => ready(),
    log,
  });
});
afterEach(() => server.close());

function call(
  method: string,
  path: string,
  body?: string,
  { type = 'application/json', agent }: { readonly type?: string; readonly agent?: Agent } = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const headers =
      body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) };
    const outgoing = httpRequest(
      `${server.address}${path}`,
      { method, headers, ...(agent ? { agent } : {}) },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const post = (body: string, type?: string): Promise<Got> =>
  call('POST', '/api/messages', body, type === undefined ? {} : { type });

describe('the door for activities', () => {
  it('passes the parsed body on, and the answer back', async () => {
    const got = await post(
      '{"type":"message","text":"hallå å{[\\"{[\\\\"}',
      'application/json; charset=utf-8',
    );

    expect(got).toMatchObject({ status: 200, body: '{"statusCode":200}' });
    expect(got.headers['content-type']).toMatch(/^application\/json/);
    expect(received).toEqual([{ type: 'message', text: 'hallå å{["{[\\' }]);
  });

  it('answers without a body where there is none', async () => {
    receive = () => Promise.resolve({ status: 202 });

    expect(await post('{}')).toMatchObject({ status: 202, body: '' });
  });

  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const refused: readonly [string, string, string | undefined, number][] = [
    ['text that is not JSON', 'hej', undefined, 400],
    ['half of it', '{"type":', undefined, 400],
    ['nothing', '', undefined, 400],
    ['50,000 levels', nested(50_000), undefined, 400],
    ['50,000 objects', '{"a":'.repeat(50_000), undefined, 400],
    ['65 levels', nested(65), undefined, 400],
    ['a prototype', '{"value":{"__proto__":{"admin":true}}}', undefined, 400],
    ['an escaped prototype', '{"\\u005f_proto__":{"admin":true}}', undefined, 400],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}}}', undefined, 400],
    ['too much', JSON.stringify({ text: 'x'.repeat(256 * 1024) }), undefined, 413],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415],
    ['plain text', '{}', 'text/plain', 415],
    ['a strange type', '{}', 'x', 415],
  ];

  it.each(refused)('refuses %s with a sentence, and lives', async (_name, body, type, status) => {
    const got = await post(body, type);
    const next = await post('{}');

    expect(got.status).toBe(status);
    expect(JSON.parse(got.body)).toEqual({ code: expect.any(String), message: expect.stringMatching(/\.$/) });
    expect(next.status).toBe(200);
    expect(received).toEqual([{}]);
  });

  it('takes 64 levels and a quarter of a megabyte', async () => {
    const wide = JSON.stringify({ text: 'x'.repeat(256 * 1024 - 20) });

    expect([(await post(nested(64))).status, (await post(wide)).status]).toEqual([200, 200]);
  });

  it.each(['HEAD', 'GET'])('says to a %s that it is not for that', async (method) => {
    const got = await call(method, '/api/messages');

    expect(got).toMatchObject({ status: 405, body: '', headers: { allow: 'POST' } });
    expect(log.noted.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('answers 500 when the door breaks, and tells nobody why but the log', async () => {
    receive = () => Promise.reject(new Error('secret'));

    expect(await post('{}')).toMatchObject({ status: 500, body: '' });
    expect(log.noted).toContainEqual(expect.objectContaining({ level: 'alert', event: 'http.failed' }));
    expect(JSON.stringify(log.noted)).not.toContain('secret');
  });

  it('logs method, route, status and time, and no content', async () => {
    await post('{"text":"hemligt"}');
    await call('GET', '/nowhere?name=hemligt');

    expect(log.noted.map(({ fields }) => fields)).toEqual([
      { method: 'POST', route: '/api/messages', status: 200, ms: expect.any(Number) },
      { method: 'GET', route: 'none', status: 404, ms: expect.any(Number) },
    ]);
  });

  it('lives through what is no HTTP', async () => {
    const { port } = new URL(server.address);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end('\u0000\u0001 hello\r\n\r\n'));
      socket.on('close', () => resolve());
      socket.resume();
    });

    expect((await post('{}')).status).toBe(200);
  });
});

describe('probes', () => {
  it.each(['GET', 'HEAD'])('%s /healthz is well whatever the store does', async (method) => {
    ready = () => Promise.resolve('store-unreachable');

    const got = await call(method, '/healthz');

    expect(got.status).toBe(200);
    expect(got.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(log.noted).toEqual([]);
  });

  it.each<[string, () => Promise<Readiness>, number, Readiness]>([
    ['everything reached', () => Promise.resolve('ready'), 200, 'ready'],
    ['no store', () => Promise.resolve('store-unreachable'), 503, 'store-unreachable'],
    ['no place for files', () => Promise.resolve('files-unreachable'), 503, 'files-unreachable'],
    ['a broken store', () => Promise.reject(new Error('x')), 503, 'store-unreachable'],
  ])('/readyz with %s', async (_name, answer, code, status) => {
    ready = answer;

    const got = await call('GET', '/readyz');

    expect([got.status, JSON.parse(got.body)]).toEqual([code, { status }]);
  });
});

describe('stopping', () => {
  it('finishes the turn in flight, takes no new one, and then is gone', async () => {
    const agent = new Agent({ keepAlive: true });
    const idle = new Agent({ keepAlive: true });
    await call('GET', '/healthz', undefined, { agent: idle });
    let finish: () => void = () => undefined;
    const begun = new Promise<void>((begin) => {
      receive = () =>
        new Promise((resolve) => {
          finish = () => resolve({ status: 200, body: { done: true } });
          begin();
        });
    });
    const inFlight = call('POST', '/api/messages', '{}', { agent });
    await begun;

    let stopped = false;
    const stopping = server.close().then(() => (stopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    await expect(call('GET', '/healthz')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(stopped).toBe(false);
    finish();

    expect(await inFlight).toMatchObject({ status: 200, body: '{"done":true}' });
    await stopping;
    agent.destroy();
    idle.destroy();
  });

  it('does not wait for a request that has arrived by half', async () => {
    const { port } = new URL(server.address);
    const socket = connect(Number(port), '127.0.0.1');
    const cut = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.on('error', () => undefined);
    socket.write(
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    );
    await call('GET', '/healthz');

    await server.close();

    await cut;
    expect(received).toEqual([]);
  });

  it('cannot start where another listens', async () => {
    const port = Number(new URL(server.address).port);
    const twin = startServer({
      host: '127.0.0.1',
      port,
      receive: () => receive(0),
      ready: () => ready(),
      log,
    });

    await expect(twin).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
