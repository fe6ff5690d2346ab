/** What the bot hears of the pictures in a message, and what it makes of attachments that are none. */
import { invoke, message, persona, submit } from '../support/activities';
import { startFakeConnector, type FakeConnector } from '../support/fake-connector';
import { card, startBot, view, type Bot } from './teams-support';

const anna = persona(1, 'Anna');
const HTML = { contentType: 'text/html', content: '<p><img src="x"></p>' };
const CARD = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } };
const FILE = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://kommunen-my.sharepoint.com/personal/anna/bild.png',
  name: 'bild.png',
  content: { downloadUrl: 'https://kommunen-my.sharepoint.com/d?tempauth=x', uniqueId: '1', fileType: 'png' },
};
const PASTED = { contentType: 'image/*', contentUrl: 'https://smba.trafficmanager.net/v3/attachments/1' };

let connector: FakeConnector;
let bot: Bot;
let place: { readonly serviceUrl: string };

beforeEach(async () => {
  connector = await startFakeConnector();
  bot = startBot({ timeoutMs: 1000 });
  place = { serviceUrl: connector.serviceUrl };
});
afterEach(() => connector.close());

function send(attachments: unknown, more: object = {}): ReturnType<Bot['receive']> {
  return bot.receive({}, message(anna, '', place, { attachments, ...more }));
}

const heard = (): unknown => {
  const [first] = bot.front.heard;
  return first?.what === 'said' ? first.pictures : first;
};

describe('a message with pictures', () => {
  it('reaches the bot as references in their order, with and without words', async () => {
    await send([HTML, FILE, CARD, PASTED]);
    await send([{ ...PASTED, contentType: 'image/png', name: 'ö'.repeat(300) }], { text: 'här är den' });

    expect(bot.front.heard).toMatchObject([
      {
        what: 'said',
        text: '',
        pictures: [
          { kind: 'file', url: FILE.content.downloadUrl, name: 'bild.png' },
          { kind: 'inline', url: PASTED.contentUrl, name: '' },
        ],
      },
      { text: 'här är den', pictures: [{ kind: 'inline', name: 'ö'.repeat(255) }] },
    ]);
  });

  it.each([
    ['the text as HTML and a card', [HTML, CARD]],
    ['nothing', []],
    ['no list', null],
    ['things of any kind', [null, 7, 'image/png', [], {}, { contentType: 7 }, { contentType: 'video/mp4' }]],
  ])('is none when it brings %s', async (_what, attachments) => {
    await send(attachments, { text: 'hej' });

    expect(bot.front.heard).toMatchObject([{ what: 'said', text: 'hej' }]);
    expect(heard()).toBeUndefined();
  });

  it.each([
    ['a file without its address', { ...FILE, content: {} }],
    ['a file with nothing in it', { ...FILE, content: null }],
    ['an address that is no text', { ...FILE, content: { downloadUrl: { toString: 'x' } } }],
    ['an address that is far too long', { ...PASTED, contentUrl: `https://x/${'a'.repeat(8192)}` }],
    ['a picture without an address', { contentType: 'image/png' }],
  ])('leaves out %s, and the bot knows that one was sent', async (_what, broken) => {
    await send([broken, PASTED]);
    await send([broken]);

    expect(bot.front.heard).toMatchObject([{ pictures: [{ url: PASTED.contentUrl }] }, { pictures: [] }]);
  });

  it('in a group or a channel brings no references along', async () => {
    for (const conversationType of ['groupChat', 'channel'])
      await send([FILE, PASTED], { conversation: { conversationType, id: '19:team' } });

    expect(bot.front.heard).toMatchObject([{ pictures: [] }, { pictures: [] }]);
  });

  it('is malformed when it brings more than any client sends', async () => {
    expect(await send(Array(101).fill(PASTED))).toMatchObject({ status: 400 });
    expect(await send({ contentType: 'image/png' })).toMatchObject({ status: 400 });
    expect(bot.front.heard).toEqual([]);
  });

  it('is no picture when it is the answer to a card', async () => {
    await bot.receive({}, { ...submit(anna, { verb: 'v' }, 'c', place), attachments: [PASTED] });

    expect(bot.front.heard).toMatchObject([{ what: 'clicked' }]);
  });

  it('is answered once, however often it is delivered, also without words and under a new id', async () => {
    const first = message(anna, '', place, { attachments: [PASTED] });
    const other = { ...PASTED, contentUrl: `${PASTED.contentUrl}1` };

    await bot.receive({}, first);
    await bot.receive({}, first);
    await bot.receive({}, { ...first, id: 'another' });
    await bot.receive({}, { ...first, id: 'a third', attachments: [other] });

    expect(bot.front.heard).toHaveLength(2);
  });
});

describe('an answer that has more to say', () => {
  it('says it in a message of its own after the card, which is the one that is placed', async () => {
    const matter = { kind: 'shot', id: 'shot-1' };
    bot.front.reply = () => ({ ...card('a/b', matter), also: view('a/more') }) as ReturnType<typeof card>;

    await send([PASTED]);

    expect(connector.chat(anna.conversation).map(({ body }) => body['summary'])).toEqual([
      'Summary of a/b',
      'Summary of a/more',
    ]);
    expect(bot.front.heard[1]).toMatchObject({ what: 'placed', activity: 'm-1' });
  });

  it('says it beside the card that takes the place of a clicked one', async () => {
    bot.front.reply = () => ({ ...card(), also: view('a/more') }) as ReturnType<typeof card>;

    const answer = await bot.receive({}, invoke(anna, 'v', {}, 'c', place));
    while (connector.chat(anna.conversation).length === 0) await new Promise((later) => setImmediate(later));

    expect(answer).toMatchObject({ body: { value: { body: [{ text: 'test/card' }] } } });
    expect(connector.text(anna.conversation)).toBe('a/more');
  });

  it('is not given again when only the rest of it could not be posted', async () => {
    bot.front.reply = () => ({ ...card(), also: view('a/more') }) as ReturnType<typeof card>;
    connector.fail((request) =>
      JSON.stringify(request.body).includes('a/more') ? { status: 403 } : undefined,
    );

    expect(await send([PASTED])).toEqual({ status: 200 });
    expect(connector.chat(anna.conversation)).toHaveLength(1);
    expect(bot.log.noted).toContainEqual(expect.objectContaining({ event: 'teams.not-answered' }));
  });
});
