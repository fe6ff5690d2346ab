/** What must exist by a day is opened by the timer, batch by batch, exactly once, whatever happens in between. */
import { ANNA, settle } from '../support/fake-world';
import { LEAF, ROUND, roundsFeature, type RoundsOptions } from '../support/rounds-feature';
import { DAYS, toyBot, type ToyBot } from './toy-bot';

const EVE = '2026-03-23T20:00:00.000Z';
const DAY = '2026-03-24';

function bot(options: Partial<RoundsOptions> = {}, start = EVE): ToyBot {
  const rounds = options.rounds ?? [{ id: 'spring', day: DAY, size: 7 }];
  return toyBot({ start, features: [roundsFeature({ ...options, rounds })] });
}

async function at(toy: ToyBot, instant: string, slot = 0): Promise<void> {
  await toy.clock.advanceTo(instant);
  await toy.tick(slot);
  await settle();
}

function ids(toy: ToyBot, kind: string): string[] {
  return toy.store
    .all()
    .filter(({ pk }) => pk === `sundsvall/${kind}`)
    .map(({ id }) => id)
    .sort();
}

/** Times that a leaf was opened. */
function openings(toy: ToyBot): number[] {
  return ids(toy, LEAF).map(
    (id) => toy.body(`sundsvall/${LEAF}`, id).events.filter(({ event }) => event.type === 'opened').length,
  );
}

const ALL = [1, 1, 1, 1, 1, 1, 1];

describe('G-7.3a: what must exist', () => {
  it('is opened on its day and not before, with everything that belongs to it in one round', async () => {
    const toy = bot();
    await at(toy, '2026-03-23T21:00:00.000Z');
    expect(ids(toy, ROUND)).toEqual([]);

    await at(toy, '2026-03-23T23:01:00.000Z');
    await at(toy, '2026-03-24T00:01:00.000Z');

    expect(ids(toy, ROUND)).toEqual(['spring']);
    expect(openings(toy)).toEqual(ALL);
  });

  it('is opened once, however often the timer comes, and not written again', async () => {
    const toy = bot();
    await at(toy, '2026-03-24T01:00:00.000Z');

    const writes = await toy.callsOf(async () => {
      for (const minute of ['01', '02', '03']) await at(toy, `2026-03-24T01:${minute}:30.000Z`);
    });

    expect(openings(toy)).toEqual(ALL);
    expect(writes.filter(({ pk }) => pk === `sundsvall/${ROUND}`)).toEqual([]);
  });

  it('is opened late when the timer was missed for days', async () => {
    const toy = bot();

    await at(toy, '2026-04-02T10:00:00.000Z');

    expect(openings(toy)).toEqual(ALL);
  });

  it('is opened once by two replicas that look at the same time, and by one that starts later', async () => {
    const toy = bot();
    toy.start();
    await toy.clock.advanceTo('2026-03-24T01:00:00.000Z');

    await Promise.all([toy.tick(0), toy.tick(1)]);
    await settle();
    toy.start();
    await at(toy, '2026-03-24T02:00:00.000Z', 2);

    expect(openings(toy)).toEqual(ALL);
    expect(toy.body(`sundsvall/${ROUND}`, 'spring').revision).toBe(4);
  });

  it('stays opened when the clock goes back by a day', async () => {
    const rounds = [
      { id: 'spring', day: DAY, size: 2 },
      { id: 'later', day: '2026-03-25', size: 0 },
    ];
    const toy = bot({ rounds });
    await at(toy, '2026-03-25T01:00:00.000Z');
    const earlier = bot({ rounds }, '2026-03-24T01:00:00.000Z');
    for (const document of toy.store.all()) earlier.store.put(document);

    await at(earlier, '2026-03-24T03:00:00.000Z');

    expect(ids(earlier, ROUND)).toEqual(['later', 'spring']);
    expect(openings(earlier)).toEqual([1, 1]);
  });

  it('stops nothing else when it fails, is told of, and is tried again with the next round', async () => {
    let failures = 2;
    const rounds = ['broken', 'sound'].map((id) => ({ id, day: DAY, size: 0 }));
    const before = (id: string): void => {
      if (id !== 'broken' || failures === 0) return;
      failures -= 1;
      throw new Error('once more');
    };
    const toy = bot({ rounds, before });

    await at(toy, '2026-03-24T01:00:00.000Z');
    expect(ids(toy, ROUND)).toEqual(['sound']);
    await at(toy, '2026-03-24T01:01:00.000Z');
    await at(toy, '2026-03-24T01:02:00.000Z');

    expect(ids(toy, ROUND)).toEqual(['broken', 'sound']);
    expect(
      toy
        .replica()
        .logs.filter(({ event }) => event === 'opening-failed')
        .map(({ level, fields }) => [level, fields['id']]),
    ).toEqual([
      ['alert', 'broken'],
      ['alert', 'broken'],
    ]);
  });

  it.each([4, 6, 8, 10, 12, 15, 18, 21, 25, 30, 35])(
    'is whole and not doubled when a process dies at its call %i, and another one goes on',
    async (calls) => {
      const toy = bot();
      toy.start();
      await toy.clock.advanceTo('2026-03-24T01:00:00.000Z');
      toy.replica(0).killAt(calls, calls % 2 === 0);

      void toy.tick(0);
      await settle();
      for (const minute of ['02', '04', '06', '08', '10'])
        await at(toy, `2026-03-24T01:${minute}:00.000Z`, 1);

      expect(toy.replica(0).dead()).toBe(true);
      expect(openings(toy)).toEqual(ALL);
    },
  );
});

describe('G-7.3b: the message of a day', () => {
  const cards = (toy: ToyBot) =>
    toy.chats.calls
      .filter(({ how }) => how === 'send')
      .map(({ person, view }) => {
        const { matter: _stamp, ...data } = view.data as { readonly matter?: unknown };
        return [person, view.card, data];
      });

  async function opened(size: number): Promise<ToyBot> {
    const toy = bot({ rounds: [{ id: 'spring', day: DAY, size }] });
    // The chat is known once somebody has written.
    await toy.form(ANNA);
    await at(toy, '2026-03-24T05:00:00.000Z');
    return toy;
  }

  it('with one line is the matter’s own card', async () => {
    const toy = await opened(1);

    for (const minute of ['31', '33', '35']) await at(toy, `2026-03-24T07:${minute}:00.000Z`);

    expect(cards(toy)).toEqual([[ANNA, 'leaf', { id: 'leaf-1' }]]);
  });

  it('with several lines is a list of them', async () => {
    const toy = await opened(3);

    await at(toy, '2026-03-24T07:31:00.000Z');

    expect(cards(toy)).toEqual([
      [
        ANNA,
        'day',
        { lines: ['leaf-1', 'leaf-2', 'leaf-3'].map((id) => ({ matter: { kind: LEAF, id }, text: id })) },
      ],
    ]);
  });

  it('with one line left of several is that matter’s own card', async () => {
    const toy = await opened(2);
    const leaf = toy.document(`sundsvall/${LEAF}`, 'leaf-1')!;
    const body = toy.body(`sundsvall/${LEAF}`, 'leaf-1');
    toy.store.put({ ...leaf, body: { ...body, state: { status: 'done', sent: 0 } } });

    await at(toy, '2026-03-24T07:31:00.000Z');

    expect(cards(toy)).toEqual([[ANNA, 'leaf', { id: 'leaf-2' }]]);
  });

  it('with nothing left is none', async () => {
    const toy = await opened(1);
    const leaf = toy.document(`sundsvall/${LEAF}`, 'leaf-1')!;
    const body = toy.body(`sundsvall/${LEAF}`, 'leaf-1');
    toy.store.put({ ...leaf, body: { ...body, state: { status: 'done', sent: 0 } } });

    await at(toy, '2026-03-24T07:31:00.000Z');

    expect(cards(toy)).toEqual([]);
    expect(toy.document(DAYS, `${ANNA}:2026-03-24`)).toBeUndefined();
  });

  it.each([1, 3])(
    'G-7.3d: that reaches nobody, of %i lines, is told to the departments of its matters',
    async (size) => {
      const toy = await opened(size);
      toy.chats.plan({ kind: 'unreachable' });

      await at(toy, '2026-03-24T07:31:00.000Z');

      expect(
        toy.store.all().find(({ pk, id }) => pk === 'sundsvall/person' && id === ANNA)?.body,
      ).toMatchObject({
        trouble: { why: 'unreachable', departments: ['kultur'] },
      });
    },
  );
});
