/** What a click costs: one point read and one conditional write before the answer, one more write when messages were sent. */
import { ANNA, arrivalOf, KARIN, settle, stampOf } from '../support/fake-world';
import { idOf, noticeOf, REQUESTS, SEATS, toyBot, type ToyBot } from './toy-bot';

async function warm(): Promise<ToyBot> {
  const bot = toyBot();
  // Everybody has written before, so that their chats and languages are known.
  for (const { id } of bot.directory.all()[0]?.people ?? [])
    await bot.replica().runtime.front.said(arrivalOf(id), 'hej');
  return bot;
}

describe('a click', () => {
  it('costs one read and one write before the answer, and one write after its messages were sent', async () => {
    const bot = await warm();
    await bot.open(ANNA);
    const karin = bot.newest(KARIN);
    const { calls } = bot.replica();
    const before = calls.length;

    await bot.click(karin, 'approve');
    const beforeAnswer = calls.slice(before);
    await settle();
    const all = calls.slice(before);

    expect(beforeAnswer.slice(0, 2)).toMatchObject([
      { op: 'get', pk: REQUESTS },
      { op: 'replace', pk: REQUESTS },
    ]);
    expect(all.map(({ op, pk }) => `${op} ${pk}`)).toEqual([
      `get ${REQUESTS}`,
      `replace ${REQUESTS}`,
      `replace ${REQUESTS}`,
    ]);
    expect(bot.chats.calls.filter(({ view }) => JSON.stringify(view).includes('approved:'))).toHaveLength(3);
  });

  it('is answered before anything is sent', async () => {
    const bot = await warm();
    await bot.open(ANNA);
    const karin = bot.newest(KARIN);
    const sent = bot.chats.calls.length;
    bot.chats.plan({ kind: 'ok', ms: 5_000 }, { kind: 'ok', ms: 5_000 });

    const reply = await bot.click(karin, 'approve');

    expect(noticeOf(reply)).toBeUndefined();
    expect(bot.chats.calls).toHaveLength(sent);
    await settle();
    await bot.clock.advance(20_000);
    expect(bot.chats.calls.length).toBeGreaterThan(sent);
  });

  it('that changes nothing costs one read', async () => {
    const bot = await warm();
    await bot.open(ANNA);
    const karin = bot.newest(KARIN);
    await bot.click(karin, 'approve');
    await settle();

    const stale = await bot.callsOf(() => bot.click(karin, 'reject'));

    expect(stale.map(({ op }) => op)).toEqual(['get']);
  });

  it('with something to do before the answer reads and writes both documents and marks once', async () => {
    const bot = await warm();
    const form = await bot.form(ANNA);
    const { calls } = bot.replica();
    const before = calls.length;

    const reply = await bot.click(form, 'create', { seat: 'a' });
    const beforeAnswer = calls.slice(before).map(({ op, pk }) => `${op} ${pk}`);

    expect(beforeAnswer).toEqual([
      `get ${REQUESTS}`,
      `create ${REQUESTS}`,
      `get ${SEATS}`,
      `create ${SEATS}`,
      `replace ${REQUESTS}`,
      // The director is told of the seat, and that is marked.
      `replace ${SEATS}`,
    ]);
    expect(reply).toMatchObject({ view: { data: { state: { status: 'open' } } } });
  });

  it('of somebody the cache knows costs nothing for the person, for a minute', async () => {
    const bot = await warm();
    const card = await bot.open(ANNA);

    const soon = await bot.callsOf(() => bot.click(card, 'note', { text: 'hej' }));
    await bot.clock.advance(60_000);
    const later = await bot.callsOf(() => bot.click(bot.newest(ANNA), 'note', { text: 'hej då' }));

    expect(soon.filter(({ pk }) => pk.endsWith('/person'))).toEqual([]);
    expect(later.filter(({ pk }) => pk.endsWith('/person')).map(({ op }) => op)).toEqual(['get']);
  });

  it('that opens a card reads the matter once and writes once where the card stands', async () => {
    const bot = await warm();
    const id = idOf(await bot.open(ANNA));

    const calls = await bot.callsOf(() =>
      bot.replica().runtime.front.clicked(arrivalOf(KARIN), {
        verb: 'open',
        data: { kind: 'request', id },
        card: 'list-card',
      }),
    );

    expect(calls.map(({ op }) => op)).toEqual(['get', 'replace']);
    expect(bot.body(REQUESTS, id).cards[KARIN]).toBe('list-card');
  });
});

describe('a round of the timer', () => {
  it('costs the renewal of the lease and one look when nothing is due', async () => {
    const bot = await warm();
    await bot.tick();
    await bot.clock.advance(60_000);

    const calls = await bot.callsOf(() => bot.tick());

    expect(calls.map(({ op }) => op)).toEqual(['get', 'replace', 'due']);
  });
});

it('a quiet event leaves the revision, so that no card is outdated by it', async () => {
  const bot = await warm();
  const card = await bot.open(ANNA);
  const karin = bot.newest(KARIN);

  await bot.click(card, 'note', { text: 'hej' });
  const approved = await bot.click(karin, 'approve');

  expect(noticeOf(approved)).toBeUndefined();
  expect(stampOf(bot.newest(KARIN).view)?.revision).toBe(3);
});
