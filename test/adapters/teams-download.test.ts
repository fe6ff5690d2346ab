/** Pictures are fetched from Teams' and SharePoint's hosts at public addresses only; nothing else sees a connection or the token. */
import {
  createServer,
  request,
  type OutgoingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { authoriseAs } from '../../src/adapters/teams/authentication';
import { createFetch, type Open, type Resolve } from '../../src/adapters/teams/download';
import { createIdentity } from '../../src/adapters/teams/identity';
import { MOST_PICTURE_BYTES } from '../../src/kernel/picture';
import type { AttachmentRef, Fetched } from '../../src/ports/attachments';
import { fakeLog } from './teams-support';

const SERVICE = 'https://smba.trafficmanager.net/emea/';
const PASTED = 'https://smba.trafficmanager.net/emea/v3/attachments/1/views/original';
const FILE = 'https://kommunen-my.sharepoint.com/personal/anna/download.aspx?tempauth=x';
const PUBLIC = '13.107.136.10';
const TOKEN = 'Bearer of-the-bot';

interface Asked {
  readonly host: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly encoding: string | undefined;
}
type Answer = (message: IncomingMessage, response: ServerResponse) => void;

/** A server in the place of every host, which counts who connects. */
let sink: Server;
let connections: number;
let asked: Asked[];
/** The addresses that connections were made to, as the resolver gave them. */
let dialled: string[];
let opened: string[];
let answer: Answer;
let resolve: Resolve;
let log: ReturnType<typeof fakeLog>;
let tokens: number;

beforeEach(async () => {
  [connections, asked, dialled, opened, tokens] = [0, [], [], [], 0];
  answer = (_message, response) => response.end('picture');
  resolve = async () => [{ address: PUBLIC, family: 4 }];
  log = fakeLog();
  sink = createServer((message, response) => {
    const { host = '', authorization } = message.headers;
    const encoding = message.headers['accept-encoding'];
    asked.push({ host, path: message.url ?? '', authorization, encoding: encoding?.toString() });
    answer(message, response);
  });
  sink.on('connection', () => (connections += 1));
  await new Promise<void>((listening) => sink.listen(0, '127.0.0.1', listening));
});
afterEach(
  () =>
    new Promise<void>((closed) => {
      sink.close(() => closed());
      sink.closeAllConnections();
    }),
);

/** Leads every connection that is really made to the sink, after the code's own lookup has let it through. */
const open: Open = (url, { lookup, port: _port, ...options }, answered) => {
  opened.push(url.href);
  return request(
    {
      ...options,
      host: url.hostname,
      port: (sink.address() as AddressInfo).port,
      path: `${url.pathname}${url.search}`,
      headers: { ...(options.headers as OutgoingHttpHeaders), host: url.host },
      lookup: (hostname, { all }, callback) =>
        lookup?.(hostname, { all: true }, (error, found) => {
          if (error) return callback(error, '', 0);
          dialled.push(...(found as { address: string }[]).map(({ address }) => address));
          if (all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
          else callback(null, '127.0.0.1', 4);
        }),
    },
    answered,
  );
};

async function fetched(
  url: string,
  kind: AttachmentRef['kind'] = 'inline',
  more: { timeoutMs?: number; authorise?: () => Promise<string> } = {},
): Promise<Fetched> {
  const identity = createIdentity({ appId: 'app', tenantId: 'tenant', password: 'secret' });
  const authorise = (): Promise<string> => {
    tokens += 1;
    return Promise.resolve(TOKEN);
  };
  const fetch = createFetch({ identity, authorise, log, open, resolve: (host) => resolve(host), ...more });
  return fetch({ kind, url, name: '' }, SERVICE);
}

const why = (result: Fetched): string => (result.ok ? Buffer.from(result.bytes).toString() : result.why);
const redirectTo =
  (where: (path: string) => string | undefined): Answer =>
  (message, response) => {
    const location = where(message.url ?? '');
    if (location === undefined) return response.end('picture');
    return response.writeHead(302, { location }).end();
  };

describe('a picture', () => {
  it.each([
    PASTED,
    'https://eu-api.asm.skype.com/v1/objects/0-neu-1/views/imgo',
    'https://botapi.skype.com/amer/v3/attachments/1/views/original',
    'https://teams.microsoft.com/picture',
    'https://eu-prod.asyncgw.teams.microsoft.com/v1/objects/1/views/imgo',
    'https://europe.botframework.com/v3/attachments/1/views/original',
    'https://SMBA.TrafficManager.net/emea/v3/attachments/1/views/original',
    'https://smba.trafficmanager.net:443/emea/v3/attachments/1/views/original',
  ])('that was pasted is fetched with the bot’s token: %s', async (url) => {
    expect(why(await fetched(url))).toBe('picture');
    expect(asked).toMatchObject([{ host: new URL(url).host, authorization: TOKEN, encoding: 'identity' }]);
    expect(dialled).toEqual([PUBLIC]);
  });

  it.each([FILE, 'https://northeurope1-mediap.svc.ms/transform/1', 'https://CONTOSO.sharepoint.com/x'])(
    'that was chosen as a file is fetched without it: %s',
    async (url) => {
      expect(why(await fetched(url, 'file'))).toBe('picture');
      expect(asked).toMatchObject([{ authorization: undefined, path: expect.any(String) }]);
      expect(tokens).toBe(0);
    },
  );

  it('brings no token along where anybody may have an address, nor where the address is signed already', async () => {
    await fetched(FILE, 'inline');
    await fetched(PASTED, 'file');

    expect(asked.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
  });

  it('is fetched from where an allowed host sends us, three times at most, and the token stays behind', async () => {
    answer = redirectTo((path) => {
      const step = Number(path.slice(1)) || 0;
      return step < 3 ? `https://eu-api.asm.skype.com/${step + 1}` : undefined;
    });

    expect(why(await fetched(PASTED))).toBe('picture');
    expect(asked.map(({ authorization }) => authorization)).toEqual([TOKEN, undefined, undefined, undefined]);

    answer = redirectTo((path) => `https://eu-api.asm.skype.com${path}x`);
    expect(why(await fetched(PASTED))).toBe('refused');
    expect(asked).toHaveLength(8);
  });

  it('may be moved within its own host', async () => {
    answer = redirectTo((path) => (path === '/moved' ? undefined : '/moved'));

    expect(why(await fetched(FILE, 'file'))).toBe('picture');
    expect(asked.map(({ host }) => host)).toEqual(Array(2).fill('kommunen-my.sharepoint.com'));
  });

  it.each([
    [403, 'gone'],
    [404, 'gone'],
    [410, 'gone'],
    [429, 'unavailable'],
    [500, 'unavailable'],
    [204, 'unavailable'],
    [302, 'unavailable'],
  ])('that answers %i is %s', async (status, expected) => {
    answer = (_message, response) => response.writeHead(status).end();

    expect(why(await fetched(FILE, 'file'))).toBe(expected);
    expect(why(await fetched(PASTED))).toBe(expected);
  });

  it('whose signed address has expired is gone; a token of ours that is not taken is no reason to send it again', async () => {
    answer = (_message, response) => response.writeHead(401).end();

    expect(why(await fetched(FILE, 'file'))).toBe('gone');
    expect(why(await fetched(PASTED))).toBe('unavailable');
  });

  it('waits for another time when the bot cannot get its token, the name is not found, or the line is cut', async () => {
    const authorise = (): Promise<string> => Promise.reject(new Error('no token'));
    expect(why(await fetched(PASTED, 'inline', { authorise }))).toBe('unavailable');
    expect(connections).toBe(0);

    resolve = () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
    expect(why(await fetched(FILE, 'file'))).toBe('unavailable');
    resolve = async () => [{ address: PUBLIC, family: 4 }];
    answer = (_message, response) => response.destroy();
    expect(why(await fetched(FILE, 'file'))).toBe('unavailable');
  });
});

describe('no connection is made and no token is asked for', () => {
  const hostile = [
    'https://127.0.0.1/a',
    'https://localhost/a',
    'https://[::1]/a',
    'https://169.254.169.254/metadata/identity',
    'https://[fe80::1]/a',
    'https://10.0.0.1/a',
    'https://2130706433/a',
    'https://0177.0.0.1/a',
    'https://0x7f.0.0.1/a',
    'https://0x7f000001/a',
    'https://127.1/a',
    'https://0/a',
    'https://[::ffff:127.0.0.1]/a',
    'https://evil.example/a',
    'https://teams.microsoft.com@evil.example/a',
    'https://smba.trafficmanager.net:443@evil.example/a',
    'https://user@smba.trafficmanager.net/a',
    'https://user:word@kommunen.sharepoint.com/a',
    'https://evil.example/https://teams.microsoft.com/a',
    'https://evil.example\\@teams.microsoft.com/a',
    'https://evil.example#@teams.microsoft.com/a',
    'https://evil.example?.sharepoint.com/a',
    'https://evilsharepoint.com/a',
    'https://sharepoint.com/a',
    'https://sharepoint.com.evil.example/a',
    'https://kommunen.sharepoint.com.evil.example/a',
    'https://evil.trafficmanager.net/a',
    'https://xsmba.trafficmanager.net/a',
    'https://a.smba.trafficmanager.net/a',
    'https://evilbotframework.com/a',
    'https://asm.skype.com.evil.example/a',
    'https://evilasm.skype.com/a',
    'https://evil.teams.microsoft.com/a',
    'https://kommunen.sharepoint.com./a',
    'https://smba.trafficmanager.net./a',
    'https://kommunen.shаrepoint.com/a',
    'https://xn--shrepoint-zdh.com/a',
    'https://teams.microsоft.com/a',
    'https://kommunen.sharepoint.com:8443/a',
    'https://smba.trafficmanager.net:80/a',
    'http://smba.trafficmanager.net/a',
    'http://kommunen.sharepoint.com/a',
    'ftp://kommunen.sharepoint.com/a',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    '//kommunen.sharepoint.com/a',
    '/a',
    'https://',
    'kommunen.sharepoint.com',
    '',
  ];

  it.each(hostile)('for %s', async (url) => {
    expect([why(await fetched(url, 'inline')), why(await fetched(url, 'file'))]).toEqual([
      'refused',
      'refused',
    ]);
    expect({ opened, connections, tokens }).toEqual({ opened: [], connections: 0, tokens: 0 });
  });

  it.each(
    hostile.filter(
      (url) => !['//kommunen.sharepoint.com/a', '/a', 'kommunen.sharepoint.com', ''].includes(url),
    ),
  )('when an allowed host sends us to %s', async (url) => {
    answer = (_message, response) =>
      // A header holds Latin-1 alone.
      response.writeHead(302, { location: encodeURI(url).replace(/%25/g, '%') }).end();

    const result = why(await fetched(PASTED));

    expect(result).toBe('refused');
    expect({ opened, connections }).toEqual({ opened: [PASTED], connections: 1 });
  });

  it('not even this machine’s own connector is fetched from by a bot with an identity', async () => {
    const { port } = sink.address() as AddressInfo;
    const identity = createIdentity({ appId: 'app', tenantId: 'tenant', password: 'secret' });
    const fetch = createFetch({ identity, authorise: () => Promise.resolve(TOKEN), log });
    const url = `http://127.0.0.1:${port}/picture`;

    expect(why(await fetch({ kind: 'inline', url, name: '' }, `http://127.0.0.1:${port}/`))).toBe('refused');
    expect(connections).toBe(0);
  });
});

describe('a name of an allowed host that leads to', () => {
  // Every kind is in the test of addresses.
  const CLOSED = [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    '::ffff:13.107.136.10',
    'fe80::1%eth0',
    '',
  ];

  it.each(CLOSED)('%s is not connected to', async (address) => {
    resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }];

    expect([why(await fetched(PASTED)), why(await fetched(FILE, 'file'))]).toEqual(['refused', 'refused']);
    expect({ connections, dialled, asked }).toEqual({ connections: 0, dialled: [], asked: [] });
  });

  it.each([
    ['a public and a private address', [PUBLIC, '10.0.0.1']],
    ['a private and a public address', ['::1', PUBLIC]],
    ['nothing', []],
  ])('%s is not connected to', async (_what, addresses) => {
    resolve = async () => addresses.map((address) => ({ address, family: 4 }));

    expect(why(await fetched(PASTED))).toBe('refused');
    expect(connections).toBe(0);
  });

  it('another address the second time is connected to at the first: the name is asked for once', async () => {
    const answers = [PUBLIC, '127.0.0.1'];
    let times = 0;
    resolve = async () => [{ address: answers[times++] ?? '127.0.0.1', family: 4 }];

    expect(why(await fetched(PASTED))).toBe('picture');
    expect({ times, dialled }).toEqual({ times: 1, dialled: [PUBLIC] });
  });

  it('another address after a redirect to itself is judged anew', async () => {
    const answers = [PUBLIC, '169.254.169.254'];
    resolve = async () => [{ address: answers.shift() ?? '', family: 4 }];
    answer = redirectTo(() => '/again');

    expect(why(await fetched(PASTED))).toBe('refused');
    expect(connections).toBe(1);
  });
});

it('the real client asks for the addresses in the same way', async () => {
  const identity = createIdentity({ appId: 'app', tenantId: 'tenant', password: 'secret' });
  const resolved: string[] = [];
  const fetch = createFetch({
    identity,
    authorise: () => Promise.resolve(TOKEN),
    log,
    resolve: async (host) => {
      resolved.push(host);
      return [{ address: '127.0.0.1', family: 4 }];
    },
  });

  expect(why(await fetch({ kind: 'inline', url: PASTED, name: '' }, SERVICE))).toBe('refused');
  expect(resolved).toEqual(['smba.trafficmanager.net']);
});

describe('what is too much', () => {
  it('is refused by its declared length, before it is read', async () => {
    let sent = 0;
    answer = (_message, response) => {
      response.writeHead(200, { 'content-length': MOST_PICTURE_BYTES + 1 }).write(Buffer.alloc(1000));
      sent += 1000;
    };

    expect(why(await fetched(FILE, 'file'))).toBe('too-large');
    expect(sent).toBe(1000);
  });

  it('is cut off where it passes the limit when no length is declared', async () => {
    const chunk = Buffer.alloc(1024 * 1024);
    let sent = 0;
    answer = (message, response) => {
      const more = (): void => {
        while (!message.socket.destroyed && sent < 200 && response.write(chunk)) sent += 1;
        sent += 1;
      };
      response.on('drain', more);
      more();
    };

    expect(why(await fetched(FILE, 'file'))).toBe('too-large');
    expect(sent).toBeLessThan(60);
  });

  it('is what stands exactly at the limit not', async () => {
    answer = (_message, response) => void response.end(Buffer.alloc(MOST_PICTURE_BYTES));

    const result = await fetched(FILE, 'file');

    expect(result.ok && result.bytes.length).toBe(MOST_PICTURE_BYTES);
  });

  it('is a length that was a lie: less comes than was said', async () => {
    answer = (_message, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('picture');
      setImmediate(() => response.destroy());
    };

    expect(why(await fetched(FILE, 'file'))).toBe('unavailable');
  });

  it.each([
    [
      'drips',
      (response: ServerResponse) => {
        const drip = setInterval(() => response.write('x'), 5);
        response.on('close', () => clearInterval(drip));
      },
    ],
    ['never comes', () => undefined],
  ])('is patience: one that %s is given up when the time is over', async (_how, how) => {
    answer = (_message, response) => {
      response.writeHead(200).flushHeaders();
      how(response);
    };

    expect(why(await fetched(FILE, 'file', { timeoutMs: 100 }))).toBe('unavailable');
    expect(log.noted).toMatchObject([{ event: 'teams.fetch-failed', fields: { code: 'TimeoutError' } }]);
  });

  it.each([
    ['a token', { authorise: () => new Promise<string>(() => undefined) }, undefined],
    ['a name', {}, () => new Promise<never>(() => undefined)],
  ])('is the wait for %s', async (_what, more, slow: Resolve | undefined) => {
    if (slow) resolve = slow;

    expect(why(await fetched(PASTED, 'inline', { ...more, timeoutMs: 100 }))).toBe('unavailable');
    expect(connections).toBe(0);
  });
});

it('an anonymous bot fetches from the connector it talks to, or a set origin, on this machine and without a token', async () => {
  const origin = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  const authorise = (): Promise<string> => Promise.resolve(TOKEN);
  const identity = createIdentity({});
  const own = createFetch({ identity, authorise, log });
  const set = createFetch({ identity, authorise, log, localOrigin: origin });
  const ref = { kind: 'inline', url: `${origin}/files/1`, name: '' } as const;

  expect([
    why(await own(ref, `${origin}/_connector`)),
    why(await set(ref, 'http://127.0.0.1:1/')),
    why(await own(ref, 'http://127.0.0.1:1/')),
    why(await own({ ...ref, url: 'http://evil.example/' }, 'http://evil.example/')),
  ]).toEqual(['picture', 'picture', 'refused', 'refused']);
  expect(asked.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);

  answer = redirectTo(() => 'http://127.0.0.1:1/');
  expect(why(await own(ref, origin))).toBe('refused');
});

it('the token is the one that the bot signs its own calls with; without an identity there is none', async () => {
  const substitute = {
    metadataUrl: '',
    tokenIssuer: '',
    oauthScope: '',
    loginUrl: '',
    oauthUrl: '',
    authorization: TOKEN,
  };

  expect(await authoriseAs(createIdentity({ appId: 'app', tenantId: 'tenant', substitute }))()).toBe(TOKEN);
  await expect(authoriseAs(createIdentity({}))()).rejects.toMatchObject({ code: 'sign-in' });
});

it('nothing of an address is written to the log', async () => {
  await fetched('https://evil.example/secret-path');
  answer = (_message, response) => response.destroy();
  await fetched(FILE, 'file');

  expect(log.noted).toHaveLength(2);
  expect(JSON.stringify(log.noted)).not.toMatch(/evil|secret|sharepoint|tempauth/);
});
