/** What became of a message: every answer of the connector, and silence, mapped to what the outbox needs to know. */
import { classify } from '../../src/adapters/teams/failures';
import type { Address, Sent } from '../../src/ports/messenger';
import { startFakeConnector, type FakeConnector, type Misfortune } from '../support/fake-connector';
import { startBot, view, type Bot } from './teams-support';

const CARD = { view: view('test/card'), locale: 'sv' } as const;

let connector: FakeConnector;
let bot: Bot;
let to: Address;

beforeEach(async () => {
  connector = await startFakeConnector();
  bot = startBot({ timeoutMs: 300 });
  to = {
    person: 'aad-1',
    serviceUrl: connector.serviceUrl,
    tenant: 't',
    user: '29:1',
    bot: '28:b',
    conversation: 'a:1',
  };
});
afterEach(() => connector.close());

function failWith(misfortune: Misfortune): void {
  connector.fail(() => misfortune);
}

function errorBody(
  code: string,
  message = '',
): { readonly error: { readonly code: string; readonly message: string } } {
  return { error: { code, message } };
}

describe('posting', () => {
  it('posts the card with the summary beside it and no text that would stand in the chat as well', async () => {
    const sent = await bot.messenger.send(to, CARD, 'bulk');

    expect(sent).toEqual({ ok: true, activity: 'm-1' });
    const [request] = connector.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/v3/conversations/a%3A1/activities' });
    expect(request?.body).toMatchObject({
      type: 'message',
      summary: 'Summary of test/card',
      from: { id: '28:b' },
    });
    expect(request?.body).not.toHaveProperty('text');
    expect(connector.card('a:1')).toMatchObject({ type: 'AdaptiveCard' });
  });

  it('opens the 1:1 chat where none is known, by the account or else by the Entra object id', async () => {
    const { conversation: _unknown, ...byUser } = to;
    const { user: _none, ...byEntra } = byUser;

    const first = await bot.messenger.send(byUser, CARD, 'bulk');
    const second = await bot.messenger.send({ ...byEntra, person: 'aad-2' }, CARD, 'bulk');

    expect(first).toEqual({ ok: true, activity: 'm-1', conversation: 'a:opened-29:1' });
    expect(second).toEqual({ ok: true, activity: 'm-2', conversation: 'a:opened-aad-2' });
    expect(connector.requests[0]?.body).toMatchObject({
      isGroup: false,
      tenantId: 't',
      members: [{ id: '29:1' }],
    });
    expect(connector.chat('a:opened-29:1')).toHaveLength(1);
  });

  it('replaces a message in place', async () => {
    const sent = await bot.messenger.send(to, CARD, 'bulk');
    const id = sent.ok ? sent.activity : '';

    const updated = await bot.messenger.update(to, id, { ...CARD, view: view('test/later') }, 'answers');

    expect(updated).toEqual({ ok: true, activity: id });
    expect(connector.chat('a:1')).toHaveLength(1);
    expect(connector.text('a:1')).toBe('test/later');
  });

  it('never goes to a host that is not allowed', async () => {
    const sent = await bot.messenger.send({ ...to, serviceUrl: 'http://example.org/' }, CARD, 'bulk');
    const updated = await bot.messenger.update(
      { ...to, serviceUrl: 'https://example.org/' },
      'm',
      CARD,
      'bulk',
    );

    expect([sent, updated]).toEqual(Array(2).fill({ ok: false, why: 'refused', reason: 'unknown-service' }));
  });

  it.each(['elsewhere', 'to the same host'])('does not follow a redirect %s', async (where) => {
    const other = await startFakeConnector();
    const host = where === 'elsewhere' ? other.serviceUrl : connector.serviceUrl;
    failWith({ status: 307, headers: { location: `${host}v3/conversations/a:2/activities` } });

    const sent = await bot.messenger.send(to, CARD, 'bulk');

    expect(sent).toEqual({ ok: false, why: 'refused', reason: 'http-307' });
    expect([connector.requests.length, other.requests.length]).toEqual([1, 0]);
    await other.close();
  });

  it.each(['_connector', 'emea/', 'amer/tenant/'])(
    'finds a service that lives in the folder %s',
    async (folder) => {
      const sent = await bot.messenger.send(
        { ...to, serviceUrl: connector.serviceUrl + folder },
        CARD,
        'bulk',
      );

      expect(sent).toEqual({ ok: true, activity: 'm-1' });
    },
  );
});

describe('failures', () => {
  const unreachable = (reason: string): Sent => ({ ok: false, why: 'unreachable', reason });
  const later: Sent = { ok: false, why: 'later' };
  const ambiguous: Sent = { ok: false, why: 'ambiguous' };
  const gone: Sent = { ok: false, why: 'gone' };
  const refused = (reason: string): Sent => ({ ok: false, why: 'refused', reason });

  const table: readonly [string, Misfortune, Sent, Sent][] = [
    [
      '403 blocked',
      { status: 403, body: errorBody('ConversationBlockedByUser') },
      unreachable('ConversationBlockedByUser'),
      unreachable('ConversationBlockedByUser'),
    ],
    [
      '403 roster',
      { status: 403, body: errorBody('BotNotInConversationRoster') },
      unreachable('BotNotInConversationRoster'),
      unreachable('BotNotInConversationRoster'),
    ],
    ['403 without a code', { status: 403, body: '' }, unreachable('http-403'), unreachable('http-403')],
    [
      '400 with the words only',
      { status: 400, body: 'The bot is disabled: BotDisabledByAdmin' },
      unreachable('bot is disabled'),
      unreachable('bot is disabled'),
    ],
    [
      '404 conversation',
      { status: 404, body: errorBody('ConversationNotFound') },
      unreachable('ConversationNotFound'),
      gone,
    ],
    ['404 without a code', { status: 404, body: '' }, unreachable('http-404'), gone],
    ['413', { status: 413, body: '' }, refused('too-large'), refused('too-large')],
    [
      '400 too big',
      { status: 400, body: errorBody('MessageSizeTooBig') },
      refused('too-large'),
      refused('too-large'),
    ],
    [
      '400',
      { status: 400, body: errorBody('BadSyntax', 'Ann Larsson wrote this') },
      refused('BadSyntax'),
      refused('BadSyntax'),
    ],
    ['401', { status: 401, body: '' }, later, later],
    ['408', { status: 408, body: '' }, ambiguous, later],
    ['500', { status: 500, body: '' }, ambiguous, later],
    ['502', { status: 502, body: '<html>' }, ambiguous, later],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '1' }, body: '' }, ambiguous, later],
    ['no answer in time', { hang: true }, ambiguous, later],
    ['cut before', { drop: 'before' }, ambiguous, later],
    ['cut after', { drop: 'after' }, ambiguous, later],
  ];

  it.each(table)('%s, once each', async (_name, misfortune, onCreate, onUpdate) => {
    const { activity } = (await bot.messenger.send(to, CARD, 'bulk')) as { activity: string };
    connector.clear();
    failWith(misfortune);

    const created = await bot.messenger.send(to, CARD, 'bulk');
    const updated = await bot.messenger.update(to, activity, CARD, 'bulk');

    expect([created, updated]).toEqual([onCreate, onUpdate]);
    expect(connector.requests.map(({ method }) => method)).toEqual(['POST', 'PUT']);
    expect(JSON.stringify(bot.log.noted)).not.toContain('Ann Larsson');
  });

  it('takes an answer that cannot be read as posted: sending again would double it', async () => {
    failWith({ status: 201, body: '<html>' });

    expect(await bot.messenger.send(to, CARD, 'bulk')).toEqual({ ok: true, activity: '' });
  });

  it('tells an update without a place apart from one that failed', async () => {
    expect(await bot.messenger.update(to, '', CARD, 'bulk')).toEqual(gone);
    expect(await bot.messenger.update(to, 'never-posted', CARD, 'bulk')).toEqual(gone);
  });

  it('never posted where nobody listens', async () => {
    await connector.close();

    expect(await bot.messenger.send(to, CARD, 'bulk')).toEqual(later);
    expect(await bot.messenger.update(to, 'm', CARD, 'bulk')).toEqual(later);
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CERT_HAS_EXPIRED'])(
    '%s comes before posting',
    (code) => {
      expect(classify(Object.assign(new Error(), { code }), 'create', 0)).toEqual(later);
    },
  );

  it('opening a chat is safe to repeat, so a broken answer to it is no doubt about the message', async () => {
    connector.fail(({ kind }) => (kind === 'open' ? { status: 502, body: '' } : undefined));
    const { conversation: _unknown, ...unknown } = to;

    expect(await bot.messenger.send(unknown, CARD, 'bulk')).toEqual(later);
    expect(connector.requests).toHaveLength(1);
  });

  it('a person whose chat cannot be opened is unreachable', async () => {
    connector.fail(({ kind }) =>
      kind === 'open' ? { status: 403, body: errorBody('BotNotInConversationRoster') } : undefined,
    );
    const { conversation: _unknown, ...unknown } = to;

    expect(await bot.messenger.send(unknown, CARD, 'bulk')).toEqual(
      unreachable('BotNotInConversationRoster'),
    );
  });

  it('lives on when an answer stalls in the middle', async () => {
    failWith({ status: 201, headers: { 'content-length': '999' }, body: '{"id":' });

    expect(await bot.messenger.send(to, CARD, 'bulk')).toMatchObject({ ok: false, why: 'ambiguous' });
  });
});

describe('throttling', () => {
  it.each([429, 412])(
    'tries again after %i as long as it was asked to wait, and then posts once',
    async (status) => {
      connector.fail(() =>
        connector.requests.length < 3 ? { status, headers: { 'retry-after': '2' }, body: '' } : undefined,
      );

      const sent = await bot.messenger.send(to, CARD, 'bulk');

      expect(sent).toMatchObject({ ok: true });
      expect(bot.time.waits).toEqual([2000, 2000, 2000]);
      expect(connector.requests).toHaveLength(4);
      expect(connector.chat('a:1')).toHaveLength(1);
    },
  );

  it('doubles its pauses without Retry-After, and leaves it to the outbox after three retries', async () => {
    failWith({ status: 429, body: '' });

    expect(await bot.messenger.send(to, CARD, 'bulk')).toEqual({ ok: false, why: 'later' });
    expect(bot.time.waits).toEqual([1000, 2000, 4000]);
  });

  it('leaves a long pause to the outbox at once, also one that is given as a date', async () => {
    failWith({ status: 429, headers: { 'retry-after': '600' }, body: '' });
    const first = await bot.messenger.send(to, CARD, 'bulk');
    failWith({
      status: 429,
      headers: { 'retry-after': new Date(bot.time.now() + 90_000).toUTCString() },
      body: '',
    });
    const second = await bot.messenger.update(to, 'm', CARD, 'bulk');

    expect(first).toEqual({ ok: false, why: 'later', retryAfterMs: 600_000 });
    expect(second).toEqual({ ok: false, why: 'later', retryAfterMs: 90_000 });
    expect(bot.time.waits).toEqual([]);
  });

  it('meets the limits of the platform where its own are lifted', async () => {
    const strict = await startFakeConnector({ limits: true });
    const sent: Sent[] = [];
    for (let index = 0; index < 8; index += 1) {
      sent.push(await bot.messenger.send({ ...to, serviceUrl: strict.serviceUrl }, CARD, 'bulk'));
    }

    expect(sent.filter(({ ok }) => ok)).toHaveLength(7);
    expect(sent.at(-1)).toEqual({ ok: false, why: 'later', retryAfterMs: 1000 });
    await strict.close();
  });

  it('every try takes its place in the rates', async () => {
    bot = startBot({ rates: { answers: 10, bulk: 1, maxReplicas: 1 } });
    connector.fail(() =>
      connector.requests.length < 2 ? { status: 429, headers: { 'retry-after': '0' }, body: '' } : undefined,
    );

    await bot.messenger.send(to, CARD, 'bulk');

    expect(bot.time.waits.filter((ms) => ms > 0)).toEqual([1000, 1000]);
  });
});
