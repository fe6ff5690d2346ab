/** The front door: what the bot hears of an activity, how it answers, and what it makes of everything malformed. */
import { BugError, CallerError, OutsideError } from '../../src/kernel/errors';
import {
  conversationUpdate,
  installationUpdate,
  invoke,
  message,
  persona,
  submit,
  TENANT,
} from '../support/activities';
import { startFakeConnector, type FakeConnector } from '../support/fake-connector';
import { card, startBot, type Bot } from './teams-support';

const anna = persona(1, 'Anna');
const matter = { kind: 'application', id: 'app-1' };

let connector: FakeConnector;
let bot: Bot;
let place: { readonly serviceUrl: string };

beforeEach(async () => {
  connector = await startFakeConnector();
  bot = startBot({ timeoutMs: 1000 });
  place = { serviceUrl: connector.serviceUrl };
});
afterEach(() => connector.close());

describe('what a person types', () => {
  it('reaches the bot without the mention, and is answered by a card in the chat', async () => {
    const mention = { type: 'mention', text: '<at>Vakten</at>', mentioned: { id: '28:bot', name: 'Vakten' } };
    const other = { type: 'mention', text: '<at>Bo</at>', mentioned: { id: '29:bo', name: 'Bo' } };
    const text = '<at>Vakten</at> hej <at>Bo</at> ';

    const answer = await bot.receive(
      {},
      message(anna, text, place, { id: 'x', entities: [mention, other, null, 7] }),
    );

    expect(answer).toEqual({ status: 200 });
    expect(bot.front.heard).toEqual([
      {
        what: 'said',
        text: 'hej <at>Bo</at>',
        arrival: {
          person: anna.aad,
          name: 'Anna',
          tenant: TENANT,
          activity: 'x',
          address: {
            person: anna.aad,
            serviceUrl: connector.serviceUrl,
            tenant: TENANT,
            user: anna.user,
            bot: '28:bot',
            conversation: anna.conversation,
          },
        },
      },
    ]);
    expect(connector.text(anna.conversation)).toBe('test/card');
  });

  it('tells where the card of a matter was placed', async () => {
    bot.front.reply = () => card('a/b', matter);

    await bot.receive({}, message(anna, 'ny ansökan', place));

    expect(bot.front.heard[1]).toMatchObject({ what: 'placed', matter, activity: 'm-1' });
  });

  it('said in a channel it is answered in the chat of the person alone', async () => {
    const shared = { conversation: { conversationType: 'channel', tenantId: TENANT, id: '19:team' } };

    await bot.receive({}, message(anna, 'att göra', place, shared));

    expect(connector.requests.map(({ kind }) => kind)).toEqual(['open', 'post']);
    expect(connector.chat('19:team')).toHaveLength(0);
  });

  it('is answered once, however often it is delivered, also under a new id', async () => {
    const first = message(anna, 'hej', place);

    await bot.receive({}, first);
    await bot.receive({}, first);
    const again = await bot.receive({}, { ...first, id: 'another' });
    await bot.receive({}, message(anna, 'hej', place));

    expect(again).toEqual({ status: 200 });
    expect(bot.front.heard).toHaveLength(2);
    expect(connector.chat(anna.conversation)).toHaveLength(2);
  });

  it('is forgotten after ten minutes, so that memory stays bounded', async () => {
    const typed = message(anna, 'hej', place);
    await bot.receive({}, typed);
    bot.time.pass(10 * 60_000 - 1);
    await bot.receive({}, typed);
    bot.time.pass(1);
    await bot.receive({}, typed);

    expect(bot.front.heard).toHaveLength(2);
  });

  it('waits for the first delivery while that is still being answered', async () => {
    const gates: (() => void)[] = [];
    bot.front.reply = () => new Promise((resolve) => gates.push(() => resolve(card())));
    const typed = message(anna, 'hej', place);

    const both = [bot.receive({}, typed), bot.receive({}, typed)];
    await Promise.resolve();
    while (gates.length === 0) await new Promise((resolve) => setImmediate(resolve));
    gates[0]?.();
    await Promise.all(both);

    expect(bot.front.heard).toHaveLength(1);
  });

  it('says sorry when the bot fails, and answers the next delivery', async () => {
    const typed = message(anna, 'hej', place);
    bot.front.reply = () => {
      throw new OutsideError('store-down', 'The store is down.');
    };
    const failed = await bot.receive({}, typed);
    const said = connector.chat(anna.conversation).at(-1)?.body['text'];
    bot.front.reply = () => card();
    const repeated = await bot.receive({}, typed);

    expect([failed, repeated]).toEqual([{ status: 200 }, { status: 200 }]);
    expect(said).toBe('Något gick fel.');
    expect(connector.text(anna.conversation)).toBe('test/card');
    expect(bot.log.noted).toContainEqual(
      expect.objectContaining({ level: 'alert', event: 'teams.turn-failed' }),
    );
  });

  it('may come again when no answer got through', async () => {
    const typed = message(anna, 'hej', place);
    connector.fail(() => ({ status: 429, body: '' }));
    const failed = await bot.receive({}, typed);
    connector.fail(() => undefined);
    const repeated = await bot.receive({}, typed);

    expect([failed.status, repeated.status]).toEqual([503, 200]);
    expect(connector.chat(anna.conversation)).toHaveLength(1);
  });

  it('is not answered again when the answer may have got through', async () => {
    const typed = message(anna, 'hej', place);
    connector.fail(() => ({ drop: 'after' }));
    const first = await bot.receive({}, typed);
    const second = await bot.receive({}, typed);

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(connector.chat(anna.conversation)).toHaveLength(1);
  });

  it('an answer that cannot be noted stands all the same', async () => {
    bot.front.reply = () => card('a/b', matter);
    bot.front.placed = () => Promise.reject(new OutsideError('store-down', 'The store is down.'));

    const answer = await bot.receive({}, message(anna, 'hej', place));

    expect(answer.status).toBe(200);
    expect(connector.chat(anna.conversation)).toHaveLength(1);
  });
});

describe('a click', () => {
  it('is answered with the card in the response, and with no call to the connector', async () => {
    const answer = await bot.receive(
      {},
      invoke(anna, 'application/approve', { id: 'a', nonce: 'n' }, 'card-7', place),
    );

    expect(bot.front.heard[0]).toMatchObject({
      what: 'clicked',
      click: { verb: 'application/approve', data: { id: 'a', nonce: 'n' }, card: 'card-7' },
    });
    expect(answer).toEqual({
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'test/card' }] },
      },
    });
    expect(connector.requests).toHaveLength(0);
  });

  it.each([400, 403, 500] as const)(
    'that is refused with %i says so in the body of HTTP 200',
    async (status) => {
      bot.front.reply = () => ({ kind: 'error', status, code: 'old-card', text: 'Kortet är gammalt.' });

      const answer = await bot.receive({}, invoke(anna, 'v', {}, 'c', place));

      expect(answer).toEqual({
        status: 200,
        body: {
          statusCode: status,
          type: 'application/vnd.microsoft.error',
          value: { code: 'old-card', message: 'Kortet är gammalt.' },
        },
      });
    },
  );

  it.each([
    ['a bug', new BugError('broken', 'x'), 500, 'broken'],
    ['an outage', new OutsideError('store-down', 'x'), 500, 'store-down'],
    ['anything else', new Error('Ann Larsson'), 500, 'failed'],
    ['malformed data', new CallerError('bad-data', 'x'), 400, 'bad-data'],
  ])('that meets %s is answered with an apology', async (_name, error, statusCode, code) => {
    bot.front.reply = () => {
      throw error;
    };

    const answer = await bot.receive({}, invoke(anna, 'v', {}, 'c', place));

    expect(answer).toMatchObject({
      status: 200,
      body: { statusCode, value: { code, message: 'Något gick fel.' } },
    });
    expect(JSON.stringify(bot.log.noted)).not.toContain('Ann Larsson');
  });

  it('on a card that is already dealt with may be answered with nothing', async () => {
    bot.front.reply = () => ({ kind: 'silence' });

    const answer = await bot.receive({}, invoke(anna, 'v', {}, 'c', place));

    expect(answer).toMatchObject({ status: 200, body: { statusCode: 200 } });
  });

  it('of a kind the bot does not know is refused in the body, so that it is not delivered again', async () => {
    const answer = await bot.receive({}, invoke(anna, 'v', {}, 'c', place, { name: 'task/fetch' }));

    expect(answer).toMatchObject({
      status: 200,
      body: { statusCode: 400, value: { code: 'unknown-invoke' } },
    });
    expect(bot.front.heard).toHaveLength(0);
  });

  it('that comes as a submit turns its card into the receipt', async () => {
    await bot.receive({}, message(anna, 'hej', place));
    bot.front.reply = () => card('test/receipt');

    const answer = await bot.receive({}, submit(anna, { verb: 'v', a: 1 }, 'm-1', place));

    expect(answer).toEqual({ status: 200 });
    expect(bot.front.heard[1]).toMatchObject({
      click: { verb: 'v', data: { verb: 'v', a: 1 }, card: 'm-1' },
    });
    expect(connector.chat(anna.conversation)).toHaveLength(1);
    expect(connector.text(anna.conversation)).toBe('test/receipt');
  });

  it('that comes as a submit of a card that is gone is answered by a new one', async () => {
    bot.front.reply = () => card('test/receipt', matter);

    await bot.receive({}, submit(anna, { verb: 'v' }, 'gone', place));

    expect(connector.text(anna.conversation)).toBe('test/receipt');
    expect(bot.front.heard[1]).toMatchObject({ what: 'placed', activity: 'm-1' });
  });

  it('that comes as a submit and is refused is answered by a sentence', async () => {
    bot.front.reply = () => ({ kind: 'error', status: 403, code: 'no', text: 'Det får du inte.' });

    await bot.receive({}, submit(anna, { other: true }, 'm-1', place));

    expect(bot.front.heard[0]).toMatchObject({ click: { verb: '' } });
    expect(connector.chat(anna.conversation)[0]?.body).toMatchObject({ text: 'Det får du inte.' });
  });
});

describe('a command on a message', () => {
  const link = 'https://teams.microsoft.com/l/message/1';
  /** Pressed in a chat between two people, which the bot is no part of. */
  const press = (value: object, more: object = {}): object =>
    invoke(anna, 'v', {}, 'c', place, {
      name: 'composeExtension/fetchTask',
      conversation: { id: '19:two-people', tenantId: TENANT },
      value,
      ...more,
    });
  const onMessage = {
    commandId: 'case.new',
    messagePayload: {
      linkToMessage: link,
      body: { content: 'hemliga ord' },
      from: { user: { displayName: 'Otto' } },
    },
  };

  it('is answered in the chat of the person alone, and the dialog says so; nothing but its address is read', async () => {
    const answer = await bot.receive({}, press(onMessage));

    expect(answer).toEqual({ status: 200, body: { task: { type: 'message', value: 'Se vår chatt.' } } });
    expect(bot.front.heard[0]).toMatchObject({ click: { verb: 'case.new', data: { link } } });
    expect(connector.requests.map(({ kind }) => kind)).toEqual(['open', 'post']);
    expect(connector.chat('19:two-people')).toHaveLength(0);
    expect(JSON.stringify([bot.front.heard, bot.log.noted])).not.toMatch(/hemliga|Otto/);
  });

  it('delivered again gives no second card', async () => {
    const once = press(onMessage);

    await bot.receive({}, once);
    const again = await bot.receive({}, once);

    expect(again.body).toEqual({ task: { type: 'message', value: 'Se vår chatt.' } });
    expect(connector.requests.filter(({ kind }) => kind === 'post')).toHaveLength(1);
  });

  it('that is refused has the reason in the dialog', async () => {
    bot.front.reply = () => ({ kind: 'error', status: 403, code: 'no', text: 'Det kan du inte göra.' });

    const answer = await bot.receive({}, press(onMessage));

    expect(answer.body).toEqual({ task: { type: 'message', value: 'Det kan du inte göra.' } });
  });

  it('says sorry when the bot fails', async () => {
    bot.front.reply = () => {
      throw new Error('a bug');
    };

    const answer = await bot.receive({}, press(onMessage));

    expect(answer.body).toEqual({ task: { type: 'message', value: 'Något gick fel.' } });
  });

  it('without an id of a command is malformed, and an address that is none is left out', async () => {
    const refused = await bot.receive({}, press({ commandId: 7 }));
    await bot.receive({}, press({ commandId: 'case.new', messagePayload: { linkToMessage: 7 } }));

    expect(refused.status).toBe(400);
    expect(bot.front.heard.map((heard) => heard.what === 'clicked' && heard.click)).toEqual([
      { verb: 'case.new', data: {} },
    ]);
  });
});

describe('events', () => {
  it('the bot meets the person for whom it is installed, once', async () => {
    const installed = installationUpdate(anna, place);

    await bot.receive({}, installed);
    await bot.receive({}, installed);

    expect(bot.front.heard).toMatchObject([{ what: 'met', arrival: { person: anna.aad } }]);
    expect(connector.chat(anna.conversation)).toHaveLength(1);
  });

  it.each([
    ['removal', installationUpdate(anna, {}, 'remove')],
    ['conversation update', conversationUpdate(anna)],
    ['unknown type', { ...conversationUpdate(anna), type: 'somethingNew' }],
    ['event without a person', { ...conversationUpdate(anna), from: { id: 'x' } }],
  ])('%s is passed over quietly', async (_name, activity) => {
    expect(await bot.receive({}, activity)).toEqual({ status: 200 });
    expect(bot.front.heard).toHaveLength(0);
  });
});

describe('what is malformed', () => {
  const good = invoke(anna, 'v');
  const typed = message(anna, 'hej');
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
  const without = (activity: object, key: string): object =>
    Object.fromEntries(Object.entries(activity).filter(([name]) => name !== key));
  const table: readonly [string, unknown, number][] = [
    ['nothing', undefined, 400],
    ['null', null, 400],
    ['a number', 7, 400],
    ['a string', 'message', 400],
    ['a list', [good], 400],
    ['50,000 levels', deep, 400],
    ['an empty object', {}, 400],
    ...['type', 'from', 'conversation', 'serviceUrl', 'id'].map((key): [string, unknown, number] => [
      `no ${key}`,
      without(typed, key),
      400,
    ]),
    ['a number as type', { ...typed, type: 1 }, 400],
    ['a string as from', { ...typed, from: 'anna' }, 400],
    ['a list as from', { ...typed, from: [] }, 400],
    ['null as conversation', { ...typed, conversation: null }, 400],
    ['a number as conversation id', { ...typed, conversation: { id: 5 } }, 400],
    ['a number as service URL', { ...typed, serviceUrl: 5 }, 400],
    ['an object as text', { ...typed, text: {} }, 400],
    ['a string as entities', { ...typed, entities: 'x' }, 400],
    ['a huge text', { ...typed, text: 'x'.repeat(200_000) }, 400],
    ['a huge id', { ...typed, from: { id: 'x'.repeat(100_000), aadObjectId: 'a' } }, 400],
    ['a strange Entra id', { ...typed, from: { id: 'x', aadObjectId: '../../x' } }, 400],
    ['a person without an Entra id', { ...typed, from: { id: 'x' } }, 403],
    ['a service that is no URL', { ...typed, serviceUrl: 'x' }, 403],
    ['a service elsewhere', { ...typed, serviceUrl: 'https://example.org/' }, 403],
    ['a file as service', { ...typed, serviceUrl: 'file://127.0.0.1/etc/passwd' }, 403],
    ['an invoke without value', without(good, 'value'), 400],
    ['an invoke without action', { ...good, value: {} }, 400],
    ['an invoke with a string as action', { ...good, value: { action: 'v' } }, 400],
    ['an invoke without verb', { ...good, value: { action: { data: {} } } }, 400],
    ['an invoke with a number as verb', { ...good, value: { action: { verb: 1 } } }, 400],
    ['an invoke with 50,000 levels of data', { ...good, value: { action: { verb: 'v', data: deep } } }, 400],
    [
      'a prototype',
      { ...good, value: JSON.parse('{"action":{"verb":"v","data":{"__proto__":{"a":1}}}}') },
      400,
    ],
    [
      'a constructor',
      { ...good, value: JSON.parse('{"action":{"verb":"v","data":{"constructor":{"prototype":1}}}}') },
      400,
    ],
  ];

  it.each(table)('%s is refused, and the bot lives', async (_name, body, status) => {
    const answer = await bot.receive({}, body);
    const next = await bot.receive({}, message(anna, 'hej', place));

    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ code: expect.any(String), message: expect.any(String) });
    expect(next.status).toBe(200);
    expect(bot.front.heard).toHaveLength(1);
  });

  it('a prototype at the top is left behind', async () => {
    const body = JSON.parse(
      JSON.stringify(message(anna, 'hej', place)).replace('{', '{"__proto__":{"polluted":1},'),
    ) as object;

    await bot.receive({}, body);

    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
