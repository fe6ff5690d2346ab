/** Who gets in and where the bot goes: tokens, tenants, channels and service hosts. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIdentity, type IdentitySettings } from '../../src/adapters/teams/identity';
import { invoke, message, persona, TENANT } from '../support/activities';
import { startFakeConnector, type FakeConnector } from '../support/fake-connector';
import { startBot, view, type Bot } from './teams-support';

const APP = '11111111-2222-3333-4444-555555555555';
const ISSUER = 'https://issuer.test';
const anna = persona(1, 'Anna');
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Serves the signing key the way Microsoft does. */
function startKeys(): Promise<Server> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', endorsements: ['msteams'] };
    const answer = request.url === '/keys' ? { keys: [jwk] } : { jwks_uri: `http://127.0.0.1:${port}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function token(claims: object, { key = keys.privateKey, kid = 'k1', alg = 'RS256' } = {}): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg, kid, typ: 'JWT' })}.${encode(claims)}`;
  const signature = alg === 'none' ? '' : sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url');
  return `Bearer ${signed}.${signature}`;
}

let issuer: Server;
let connector: FakeConnector;
let bot: Bot;
let settings: IdentitySettings;
let claims: Readonly<Record<string, unknown>>;

beforeEach(async () => {
  // The SDK complains about refused tokens on the console.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  issuer = await startKeys();
  connector = await startFakeConnector();
  const { port } = issuer.address() as AddressInfo;
  settings = {
    appId: APP,
    tenantId: TENANT,
    serviceHosts: ['127.0.0.1'],
    substitute: {
      metadataUrl: `http://127.0.0.1:${port}/metadata`,
      tokenIssuer: ISSUER,
      oauthScope: 'scope',
      loginUrl: 'https://login.test',
      oauthUrl: 'http://127.0.0.1:1/',
      authorization: 'Bearer of-the-bot',
    },
  };
  bot = startBot({ identity: settings });
  const now = Math.floor(Date.now() / 1000);
  claims = { iss: ISSUER, aud: APP, serviceurl: connector.serviceUrl, nbf: now - 60, exp: now + 600 };
});
afterEach(async () => {
  jest.restoreAllMocks();
  await connector.close();
  await new Promise((resolve) => {
    issuer.close(resolve);
    issuer.closeAllConnections();
  });
});

function knock(authorization?: string, more: Readonly<Record<string, unknown>> = {}) {
  const place = { serviceUrl: connector.serviceUrl };
  return bot.receive({ authorization }, invoke(anna, 'v', {}, 'c', place, more));
}

describe('a bot with an identity', () => {
  it('answers an activity that the channel signed', async () => {
    expect(await knock(token(claims))).toMatchObject({ status: 200, body: { statusCode: 200 } });
  });

  it('believes the language of the client', async () => {
    const typed = message(anna, 'hi', { serviceUrl: connector.serviceUrl, locale: 'en-GB' });

    await bot.receive({ authorization: token(claims) }, typed);

    expect(bot.front.heard[0]).toMatchObject({ arrival: { clientLocale: 'en-GB' } });
  });

  it('signs its own calls', async () => {
    const to = { person: anna.aad, serviceUrl: connector.serviceUrl, conversation: 'a:1' };

    await bot.messenger.send(to, { view: view(), locale: 'sv' }, 'bulk');

    expect(connector.requests[0]?.authorization).toBe('Bearer of-the-bot');
  });

  const hour = 3600;
  const refused: readonly [string, () => string | undefined][] = [
    ['no token', () => undefined],
    ['an empty token', () => ''],
    ['no bearer', () => 'Basic abc'],
    ['no JWT', () => 'Bearer abc'],
    ['three empty parts', () => 'Bearer ..'],
    ['another key', () => token(claims, { key: strangers.privateKey })],
    ['an unknown key id', () => token(claims, { kid: 'k2' })],
    ['no signature', () => token(claims, { alg: 'none' })],
    ['another issuer', () => token({ ...claims, iss: 'https://other.test' })],
    [
      'an issuer of emulators',
      () =>
        token({
          ...claims,
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          appid: APP,
          ver: '1.0',
        }),
    ],
    ['another bot', () => token({ ...claims, aud: 'other' })],
    ['another service', () => token({ ...claims, serviceurl: 'https://smba.trafficmanager.net/' })],
    ['no service', () => token({ ...claims, serviceurl: undefined })],
    ['an old token', () => token({ ...claims, exp: Math.floor(Date.now() / 1000) - hour })],
    ['a token from the future', () => token({ ...claims, nbf: Math.floor(Date.now() / 1000) + hour })],
  ];

  it.each(refused)('refuses %s', async (_name, authorization) => {
    const answer = await knock(authorization());

    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(bot.front.heard).toHaveLength(0);
    expect(bot.log.noted).toContainEqual({
      level: 'warn',
      event: 'teams.refused',
      fields: { status: 401, code: 'unauthenticated' },
    });
  });

  it('asks for a token also where it would have nothing to say', async () => {
    expect(await knock(undefined, { type: 'typing' })).toMatchObject({ status: 401 });
  });

  const elsewhere = '99999999-0000-0000-0000-000000000000';
  const forbidden: readonly [string, Readonly<Record<string, unknown>>, string][] = [
    [
      'another tenant',
      { conversation: { id: 'a', tenantId: elsewhere }, channelData: { tenant: { id: elsewhere } } },
      'wrong-tenant',
    ],
    ['two tenants', { channelData: { tenant: { id: elsewhere } } }, 'wrong-tenant'],
    ['no tenant', { conversation: { id: 'a' }, channelData: {} }, 'wrong-tenant'],
    ['another channel', { channelId: 'AseChannel' }, 'unknown-channel'],
    ['no channel', { channelId: undefined }, 'unknown-channel'],
    ['a service that is not allowed', { serviceUrl: 'https://example.org/' }, 'unknown-service'],
  ];

  it.each(forbidden)('refuses %s, whatever the token says', async (_name, more, code) => {
    const answer = await knock(token(claims), more);

    expect(answer).toMatchObject({ status: 403, body: { code } });
    expect(bot.front.heard).toHaveLength(0);
  });

  it('asks for another delivery when the keys cannot be read', async () => {
    const substitute = settings.substitute && {
      ...settings.substitute,
      metadataUrl: 'http://127.0.0.1:1/none',
    };
    bot = startBot({ identity: { ...settings, ...(substitute ? { substitute } : {}) } });

    expect(await knock(token(claims))).toMatchObject({ status: 503, body: { code: 'no-keys' } });
    expect(bot.front.heard).toHaveLength(0);
  });
});

describe('service URLs', () => {
  const named = createIdentity({
    appId: APP,
    tenantId: 't',
    password: 'p',
    serviceHosts: ['*.gov.example', 'localhost'],
  });
  const anonymous = createIdentity({});

  it.each([
    ['https://smba.trafficmanager.net/emea/', true, false],
    ['https://europe.botframework.com', true, false],
    ['https://teams.gov.example/', true, false],
    ['http://smba.trafficmanager.net/', false, false],
    ['https://evil.trafficmanager.net/', false, false],
    ['https://evilbotframework.com/', false, false],
    ['https://botframework.com.evil.org/', false, false],
    ['https://smba.trafficmanager.net@evil.org/', false, false],
    ['https://user@smba.trafficmanager.net/', false, false],
    ['https://smba.trafficmanager.net/?to=evil', false, false],
    ['http://localhost:56150/_connector', true, true],
    ['http://127.0.0.1:1/', false, true],
    ['http://[::1]:1/', false, true],
    ['http://127.0.0.1.evil.org/', false, false],
    ['http://10.0.0.1/', false, false],
    ['ftp://127.0.0.1/', false, false],
    ['', false, false],
  ])('%s: named %p, anonymous %p', (url, byNamed, byAnonymous) => {
    expect([named.serves(url), anonymous.serves(url)]).toEqual([byNamed, byAnonymous]);
  });
});

describe('settings that do not fit together', () => {
  it.each([
    [{ appId: APP }, /tenant id/],
    [{ appId: APP, tenantId: 't' }, /password/],
  ])('stop the start: %j', (faulty, sentence) => {
    expect(() => createIdentity(faulty)).toThrow(sentence);
  });

  it('a managed identity needs no password', () => {
    expect(createIdentity({ appId: APP, tenantId: 't', appType: 'UserAssignedMsi' }).anonymous).toBe(false);
  });
});
