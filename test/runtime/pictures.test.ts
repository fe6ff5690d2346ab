/** A picture sent in chat reaches the matter that waits for it, once, and only when the matter takes it. */
import { OutsideError } from '../../src/kernel/errors';
import type { Fetched } from '../../src/ports/attachments';
import { ALBUM, MOST } from '../support/album-feature';
import { ANNA, arrivalOf, KARIN, settle } from '../support/fake-world';
import { bytesOf } from '../support/memory-files';
import { albumBot, alsoOf, ALBUMS, askedIn, viewOf, wordsOf, type AlbumBot } from './album-bot';
import { idOf, REQUESTS } from './toy-bot';

const SERVICE = 'https://service.example';
const failing = (why: Exclude<Fetched, { ok: true }>['why']) => (): Fetched => ({ ok: false, why });
const audited = (bot: AlbumBot): unknown[] =>
  bot.store.all().flatMap(({ pk, body }) => (pk.endsWith('/audit') ? [body] : []));

let bot: AlbumBot;
beforeEach(() => {
  bot = albumBot();
});

describe('a picture, when one matter waits for one', () => {
  it('is fetched, kept and taken, and answered with the card of that matter', async () => {
    const id = await bot.album(ANNA);

    const reply = await bot.send(ANNA, 'a');

    expect(wordsOf(reply)).toBe('biblioteket: 1 bilder');
    expect(reply).toMatchObject({ matter: { kind: ALBUM, id } });
    expect(bot.fetched).toEqual([`${SERVICE} a`]);
    const [picture] = bot.state(id).pictures;
    expect(picture?.file).toBe(`sundsvall/album/${id}/${picture?.sha256}.png`);
    expect(Buffer.from(bot.files.bytes(picture?.file ?? '') ?? []).toString()).toBe('png a');
    expect(bot.envelope(id).events.at(-1)).toMatchObject({ by: ANNA, event: { via: 'chat' } });
  });

  it('wins over the words that came with it', async () => {
    await bot.album(ANNA);

    expect(wordsOf(await bot.send(ANNA, 'a', 'hjälp'))).toBe('biblioteket: 1 bilder');
  });

  it('is taken with all others of the message, in their order, and one card shows them all', async () => {
    const id = await bot.album(ANNA);

    const reply = await bot.send(ANNA, ['c', 'a', 'b']);

    expect(wordsOf(reply)).toBe('biblioteket: 3 bilder');
    expect(alsoOf(reply)).toBeUndefined();
    expect(bot.fetched).toEqual([`${SERVICE} c`, `${SERVICE} a`, `${SERVICE} b`]);
    expect(bot.files.puts).toEqual(bot.state(id).pictures.map(({ file }) => file));
  });

  it('of more than ten leaves the rest out, and says so', async () => {
    const id = await bot.album(ANNA);

    const reply = await bot.send(
      ANNA,
      Array.from({ length: 11 }, (_, at) => `p${at}`),
    );

    expect(bot.state(id).pictures).toHaveLength(10);
    expect(alsoOf(reply)).toBe('pictures-many');
  });

  it('brings the standing card up to date as well', async () => {
    const id = await bot.album(ANNA);
    const open = await bot.clicked(ANNA, 'open', { kind: ALBUM, id }, 'card-1');
    bot.chats.answer(ANNA, viewOf(open), 'card-1');

    await bot.send(ANNA, 'a');
    await settle();

    expect(wordsOf(bot.chats.cards.get('card-1')!.view)).toBe('biblioteket: 1 bilder');
  });

  it('needs no card: what happened to the matter meanwhile is no reason to refuse it', async () => {
    const id = await bot.album(ANNA);
    const shown = viewOf(await bot.clicked(ANNA, 'open', { kind: ALBUM, id }));
    bot.answer = async (url) => {
      const { matter } = shown.data as { matter: object };
      await bot.clicked(ANNA, 'album.rename', { matter });
      return { ok: true, bytes: bytesOf(`png ${url}`) };
    };

    expect(wordsOf(await bot.send(ANNA, 'a'))).toBe('biblioteket: 1 bilder');
    expect(bot.envelope(id).events.map(({ event }) => event.type)).toEqual(['started', 'renamed', 'taken']);
  });
});

describe('the same picture again', () => {
  it('changes nothing and shows how the matter stands, also after others came', async () => {
    const id = await bot.album(ANNA);
    await bot.send(ANNA, 'a');
    await bot.send(ANNA, 'b');
    await settle();
    const before = bot.envelope(id);

    const reply = await bot.send(ANNA, 'a');
    await settle();

    expect(wordsOf(reply)).toBe('biblioteket: 2 bilder');
    expect(reply).toMatchObject({ matter: { id } });
    expect(bot.envelope(id)).toEqual(before);
  });

  it('twice in one message is one picture', async () => {
    const id = await bot.album(ANNA);
    bot.answer = () => ({ ok: true, bytes: bytesOf('png same') });

    const reply = await bot.send(ANNA, ['a', 'b']);

    expect([wordsOf(reply), alsoOf(reply)]).toEqual(['biblioteket: 1 bilder', undefined]);
    expect(bot.state(id).pictures).toHaveLength(1);
  });

  it('is a new one for another matter', async () => {
    const first = await bot.album(ANNA, 'biblioteket');
    await bot.send(ANNA, 'a');
    await bot.close(ANNA, first);
    const second = await bot.album(ANNA, 'badhuset');

    expect(wordsOf(await bot.send(ANNA, 'a'))).toBe('badhuset: 1 bilder');
    expect(bot.state(first).pictures[0]?.file).not.toBe(bot.state(second).pictures[0]?.file);
  });
});

describe('which matter a picture belongs to', () => {
  async function asked(...urls: string[]): Promise<{ first: string; second: string; held: string }> {
    const first = await bot.album(ANNA, 'biblioteket');
    const second = await bot.album(ANNA, 'badhuset');
    const { held, count } = askedIn(await bot.send(ANNA, urls));
    expect(count).toBe(urls.length);
    return { first, second, held };
  }

  it('is asked when several wait, and nothing is fetched before the answer', async () => {
    const { first, second, held } = await asked('a', 'b');
    expect([bot.fetched, bot.files.puts]).toEqual([[], []]);

    const reply = await bot.clicked(ANNA, 'home.picture', { kind: ALBUM, id: second, held }, 'asking');

    expect(wordsOf(reply)).toBe('badhuset: 2 bilder');
    expect(bot.fetched).toEqual([`${SERVICE} a`, `${SERVICE} b`]);
    expect(bot.state(first).pictures).toEqual([]);
    expect(bot.envelope(second).cards[ANNA]).toBe('asking');
  });

  it('is answered by a second click on the same button without fetching anything again', async () => {
    const { first, held } = await asked('a');
    const data = { kind: ALBUM, id: first, held };
    await bot.clicked(ANNA, 'home.picture', data, 'asking');
    expect(bot.envelope(first).cards[ANNA]).toBe('asking');
    bot.answer = failing('gone');

    const again = await bot.clicked(ANNA, 'home.picture', data, 'asking');

    expect(wordsOf(again)).toBe('biblioteket: 1 bilder');
    expect(bot.fetched).toHaveLength(1);
  });

  it('may be answered with another one as well', async () => {
    const { first, second, held } = await asked('a');
    await bot.clicked(ANNA, 'home.picture', { kind: ALBUM, id: first, held });

    const other = await bot.clicked(ANNA, 'home.picture', { kind: ALBUM, id: second, held });

    expect(wordsOf(other)).toBe('badhuset: 1 bilder');
  });

  it('can be answered for a quarter of an hour; then the person is asked to send it again', async () => {
    const { first, held } = await asked('a');
    const data = { kind: ALBUM, id: first, held };
    await bot.clock.advance(15 * 60_000 - 1_000);
    expect(askedIn(await bot.clicked(ANNA, 'home.picture', { held, page: 1 })).held).toBe(held);
    const other = await bot.album(KARIN);
    expect(wordsOf(await bot.clicked(KARIN, 'home.picture', { ...data, id: other }))).toBe('picture-gone');

    await bot.clock.advance(1_000);

    expect(wordsOf(await bot.clicked(ANNA, 'home.picture', data))).toBe('picture-gone');
    expect(bot.fetched).toEqual([]);
  });

  it('is no use when the address has expired meanwhile: the person is asked to send it again', async () => {
    const { first, held } = await asked('a');
    bot.answer = failing('gone');

    const reply = await bot.clicked(ANNA, 'home.picture', { kind: ALBUM, id: first, held });

    expect(wordsOf(reply)).toBe('picture-gone');
    expect(bot.state(first).pictures).toEqual([]);
  });

  it('that takes none any more says so on its card, before anything is fetched', async () => {
    const { first, held } = await asked('a', 'b');
    await bot.close(ANNA, first);

    const reply = await bot.clicked(ANNA, 'home.picture', { kind: ALBUM, id: first, held }, 'asking');

    expect(wordsOf(reply)).toBe('(album-closed) biblioteket: 0 bilder');
    expect(reply).toMatchObject({ matter: { id: first } });
    expect([bot.fetched, bot.files.puts]).toEqual([[], []]);
  });

  it('is not one of somebody else’s: nothing is fetched, and the attempt is written down', async () => {
    const { held } = await asked('a');
    const theirs = await bot.album(KARIN);

    const reply = await bot.clicked(ANNA, 'home.picture', { kind: ALBUM, id: theirs, held });

    expect(wordsOf(reply)).toBe('not-yours');
    expect(bot.fetched).toEqual([]);
    expect(audited(bot)).toMatchObject([
      { what: 'forbidden', person: ANNA, matter: `album/${theirs}`, code: 'not-yours' },
    ]);
  });

  it('is not one that is gone, or takes no pictures at all', async () => {
    const { held } = await asked('a');
    const request = idOf(await bot.open(ANNA));

    const gone = await bot.clicked(ANNA, 'home.picture', { kind: ALBUM, id: 'not-there', held });
    const odd = await bot.clicked(ANNA, 'home.picture', { kind: 'request', id: request, held });

    expect([wordsOf(gone), wordsOf(odd)]).toEqual(['gone', 'malformed']);
    expect(audited(bot)).toMatchObject([{ what: 'forged', verb: 'home.picture' }]);
    expect(bot.document(REQUESTS, request)).toBeDefined();
    expect(bot.fetched).toEqual([]);
  });

  it.each([
    {},
    { kind: ALBUM, held: 'x' },
    { kind: ALBUM, id: '../../etc', held: 'x' },
    { kind: ALBUM, id: 'album-12345', held: 7 },
    { kind: 7, id: 'album-12345', held: 'x' },
    { page: 0, held: 'x' },
    'home.picture',
    null,
  ])('is a forgery when the click holds %j', async (data) => {
    expect(wordsOf(await bot.clicked(ANNA, 'home.picture', data))).toBe('malformed');
    expect(audited(bot)).toMatchObject([{ what: 'forged', verb: 'home.picture' }]);
  });

  it('is turned to by pages of the same question', async () => {
    const { held } = await asked('a', 'b');

    expect(askedIn(await bot.clicked(ANNA, 'home.picture', { held, page: 2 }))).toMatchObject({
      held,
      page: 2,
      count: 2,
      lines: [{ name: 'biblioteket' }, { name: 'badhuset' }],
    });
  });

  it('is none when nothing waits: nothing is fetched', async () => {
    expect(askedIn(await bot.send(ANNA, 'a')).lines).toEqual([]);
    expect(bot.fetched).toEqual([]);
  });
});

describe('a picture that cannot be taken', () => {
  it.each(['gone', 'refused', 'unavailable', 'too-large'] as const)(
    'because fetching it says %s changes nothing and is told',
    async (why) => {
      const id = await bot.album(ANNA);
      bot.answer = failing(why);

      expect(wordsOf(await bot.send(ANNA, 'a'))).toBe(`picture-${why}`);
      expect([bot.state(id).pictures, bot.files.puts]).toEqual([[], []]);
    },
  );

  it.each([
    ['', 'empty'],
    ['hej', 'not-a-picture'],
    ['too-large', 'too-large'],
    ['too-many-pixels x', 'too-many-pixels'],
    ['damaged x', 'damaged'],
  ])('because of what is in it (%j: %s) is not kept', async (words, why) => {
    const id = await bot.album(ANNA);
    bot.answer = () => ({ ok: true, bytes: bytesOf(words) });

    expect(wordsOf(await bot.send(ANNA, 'a'))).toBe(`picture-${why}`);
    expect([bot.state(id).pictures, bot.files.puts]).toEqual([[], []]);
  });

  it('among others leaves them in, and is told beside the card: each reason once', async () => {
    const id = await bot.album(ANNA);
    bot.answer = (url) => ({ ok: true, bytes: bytesOf(url) });

    const reply = await bot.send(ANNA, ['png a', 'hej', 'damaged x', 'png b', 'hej igen']);

    expect(wordsOf(reply)).toBe('biblioteket: 2 bilder');
    expect(alsoOf(reply)).toBe('pictures-partly picture-not-a-picture picture-damaged');
    expect(bot.state(id).pictures).toHaveLength(2);
  });

  it('with all others is told with every reason, and no card of the matter', async () => {
    await bot.album(ANNA);
    bot.answer = (url) => ({ ok: true, bytes: bytesOf(url) });

    const reply = await bot.send(ANNA, ['hej', 'damaged x']);

    expect(wordsOf(reply)).toBe('picture-not-a-picture picture-damaged');
    expect(reply).not.toHaveProperty('matter');
  });

  it('because the matter is full is told on its card, with those that found room', async () => {
    const id = await bot.album(ANNA);
    await bot.send(
      ANNA,
      Array.from({ length: 10 }, (_, at) => `p${at}`),
    );

    const reply = await bot.send(ANNA, ['x', 'y', 'z']);

    expect(wordsOf(reply)).toBe(`(album-full) biblioteket: ${MOST} bilder`);
    expect(bot.state(id).pictures).toHaveLength(MOST);
  });

  it('because it came in a group, or with no address, is told', async () => {
    await bot.album(ANNA);
    const { address, ...arrival } = arrivalOf(ANNA);
    const { conversation: _own, ...shared } = address;
    const { front } = bot.replica().runtime;

    const group = await front.said({ ...arrival, address: shared }, 'att göra', []);
    const empty = await bot.send(ANNA, []);

    expect([wordsOf(group), wordsOf(empty)]).toEqual(['picture-elsewhere', 'picture-gone']);
    expect(bot.fetched).toEqual([]);
  });
});

it('a matter that is deleted while the picture is on its way stays deleted', async () => {
  const id = await bot.album(ANNA);
  bot.answer = async (url) => {
    const store = bot.store.view();
    const found = await store.get(ALBUMS, id);
    await store.remove(ALBUMS, id, found?.etag ?? '');
    return { ok: true, bytes: bytesOf(`png ${url}`) };
  };

  expect(wordsOf(await bot.send(ANNA, 'a'))).toBe('gone');
  expect(bot.document(ALBUMS, id)).toBeUndefined();
});

describe('what is kept', () => {
  it('is safe before the document says so', async () => {
    const id = await bot.album(ANNA);
    const seen: number[] = [];
    bot.files.after = async () => void seen.push(bot.state(id).pictures.length);

    await bot.send(ANNA, ['a', 'b']);

    expect(seen).toEqual([0, 1]);
  });

  it('survives a crash between the two: sent again it is taken, once', async () => {
    const id = await bot.album(ANNA);
    bot.files.after = () => {
      bot.replica().kill();
      return new Promise(() => undefined);
    };
    void bot.send(ANNA, 'a');
    await settle();
    expect([bot.files.puts.length, bot.state(id).pictures.length]).toEqual([1, 0]);
    bot.files.after = () => Promise.resolve();
    bot.start();

    const reply = await bot.send(ANNA, 'a');

    expect(wordsOf(reply)).toBe('biblioteket: 1 bilder');
    expect(new Set(bot.files.puts).size).toBe(1);
    expect(bot.state(id).pictures).toHaveLength(1);
  });

  it('survives a store that takes the commit and loses the answer: sent again it is one picture', async () => {
    const id = await bot.album(ANNA);
    bot.files.after = async () => bot.replica().cutOff(1, 1, true);
    await expect(bot.send(ANNA, 'a')).rejects.toMatchObject({ code: 'store-unavailable' });
    bot.files.after = () => Promise.resolve();

    const reply = await bot.send(ANNA, 'a');

    expect(wordsOf(reply)).toBe('biblioteket: 1 bilder');
    expect(bot.envelope(id).events.filter(({ event }) => event.type === 'taken')).toHaveLength(1);
  });

  it('is nothing while files cannot be kept: the matter is as it was, and the person is asked to try again', async () => {
    const id = await bot.album(ANNA);
    bot.files.before = () => Promise.reject(new OutsideError('files-unavailable', 'No files.'));

    expect(wordsOf(await bot.send(ANNA, 'a'))).toBe('picture-unavailable');
    expect(bot.state(id).pictures).toEqual([]);
    expect(bot.replica().logs).toContainEqual(expect.objectContaining({ event: 'picture-not-kept' }));
  });

  it('is held in memory four at a time; the others wait their turn', async () => {
    const people = [ANNA, KARIN];
    for (const who of people) await bot.album(who);
    const gates: (() => void)[] = [];
    bot.answer = (url) =>
      new Promise((resolve) => gates.push(() => resolve({ ok: true, bytes: bytesOf(`png ${url}`) })));
    const sends = Array.from({ length: 7 }, (_, at) => bot.send(people[at % 2]!, `p${at}`));
    await settle();
    const first = bot.fetched.length;

    gates[0]?.();
    await settle();
    const second = bot.fetched.length;
    while (bot.fetched.length < 7 || gates.length > 0) {
      gates.splice(0).forEach((open) => open());
      await settle();
    }
    await Promise.all(sends);

    expect([first, second]).toEqual([4, 5]);
    expect(bot.fetched).toHaveLength(7);
  });

  it('waits for no one when a fetch fails by a bug: its place becomes free', async () => {
    await bot.album(ANNA);
    bot.answer = () => Promise.reject(new Error('a bug'));
    for (let at = 0; at < 5; at += 1) await expect(bot.send(ANNA, 'a')).rejects.toThrow('a bug');
    bot.answer = () => ({ ok: true, bytes: bytesOf('png a') });

    expect(wordsOf(await bot.send(ANNA, 'a'))).toBe('biblioteket: 1 bilder');
  });
});

describe('a picture that comes by a link', () => {
  const taking = async (id: string, linkAt: string, words = 'png a') => {
    const { runtime } = bot.replica();
    const organisation = bot.directory.all()[0]!;
    const actor = await runtime.people.viewer(organisation, ANNA);
    return runtime.take({
      organisation,
      actor,
      matter: { kind: ALBUM, id },
      bytes: bytesOf(words),
      via: 'link',
      linkAt,
    });
  };

  it('is taken with a note of the way it came, and is no new one when it was sent in chat before', async () => {
    const id = await bot.album(ANNA);
    await bot.clock.advance(1000);
    await bot.send(ANNA, 'a');

    const again = await taking(id, bot.clock.instant());
    const other = await taking(id, bot.clock.instant(), 'pdf b');

    expect([again.ok, other.ok]).toEqual([true, true]);
    expect(bot.state(id).via).toEqual(['chat', 'link']);
    expect(bot.state(id).pictures[1]?.file).toMatch(/\.pdf$/);
  });

  it('whose link was revoked is refused before anything is kept', async () => {
    const id = await bot.album(ANNA);

    const refused = await taking(id, '2026-01-01T00:00:00.000Z');

    expect(refused).toMatchObject({ ok: false, refusal: { code: 'link-revoked' } });
    expect(bot.files.puts).toEqual([]);
    expect(bot.document(ALBUMS, id)).toBeDefined();
  });
});
