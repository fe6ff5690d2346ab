/** The trail of a document with many events: the latest in it, older ones in copies, and none lost or told twice. */
import type { Recorded } from '../../src/kernel/matter';
import { EVENTS_KEPT } from '../../src/runtime/envelope';
import { forgotten, rolled, trailOf } from '../../src/runtime/history';
import { ANNA, settle } from '../support/fake-world';
import { idOf, REQUESTS, toyBot, type ToyBot } from './toy-bot';

const HISTORY = 'sundsvall/history';

async function noted(bot: ToyBot, times: number): Promise<string> {
  const card = await bot.open(ANNA);
  for (let at = 1; at <= times; at += 1) await bot.click(bot.newest(ANNA), 'note', { text: `${at}` });
  await settle();
  return idOf(card);
}

async function trail(bot: ToyBot, id: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const { event } of trailOf(bot.store.view(), REQUESTS, id, bot.body(REQUESTS, id)))
    texts.push((event as { text?: string }).text ?? '');
  return texts;
}

function copies({ store }: ToyBot, of: string): string[] {
  return store
    .all()
    .filter(({ pk, id }) => pk === HISTORY && id.startsWith(`request:${of}:`))
    .map(({ id }) => id);
}

describe('the trail of a document', () => {
  it('is whole, in order, however long it is, while the document itself holds the latest', async () => {
    const bot = toyBot();
    const id = await noted(bot, 2 * EVENTS_KEPT + 50);

    const texts = (await trail(bot, id)).filter((text) => text !== '');

    expect(texts).toEqual(Array.from({ length: 2 * EVENTS_KEPT + 50 }, (_, at) => `${at + 1}`));
    expect(bot.body(REQUESTS, id).events.length).toBeLessThanOrEqual(EVENTS_KEPT);
    expect(copies(bot, id).length).toBeGreaterThan(1);
  });

  it('is the same when a copy was written and the document was not', async () => {
    const bot = toyBot();
    const id = await noted(bot, EVENTS_KEPT - 10);
    const before = bot.body(REQUESTS, id);
    const extra: Recorded[] = Array.from({ length: 20 }, () => ({ ...before.events[0]!, name: 'later' }));

    // Another write came first: what was to be committed with this copy never is.
    await rolled(
      bot.store.view(),
      REQUESTS,
      id,
      { ...before, events: [...before.events, ...extra] },
      bot.clock.instant(),
    );
    for (let at = 1; at <= 30; at += 1) await bot.click(bot.newest(ANNA), 'note', { text: `late ${at}` });
    await settle();

    const texts = (await trail(bot, id)).filter((text) => text !== '');
    expect(texts).toHaveLength(EVENTS_KEPT + 20);
    expect(texts.at(-1)).toBe('late 30');
    expect(texts[0]).toBe('1');
  });

  it('breaks off where a copy is missing, instead of looking whole', async () => {
    const bot = toyBot();
    const id = await noted(bot, EVENTS_KEPT + 10);
    await forgotten(bot.store.view(), REQUESTS, id, bot.body(REQUESTS, id).copied);

    expect(copies(bot, id)).toEqual([]);
    await expect(trail(bot, id)).rejects.toMatchObject({ code: 'history-gone' });
  });
});
