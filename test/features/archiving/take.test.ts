/** Pictures of a capture: how many there is room for, those in doubt, those replaced, and what comes after the close. */
import type { Facts } from '../../../src/features/archiving/facts';
import type { Capture, Kept } from '../../../src/features/archiving/model';
import { current } from '../../../src/features/archiving/model';
import { pictureOf } from '../../../src/features/archiving/pictures';
import { refusal, roomIn } from '../../../src/features/archiving/take';
import { PEOPLE, type Who } from '../../support/house';
import { person } from '../world';
import { disputed, done, facts, impossible, kept, sealed, waiting } from './captures';
import { after, outcome, SYSTEM } from './outcome';

const GIVEN_AT = '2026-09-15T09:00:00.000Z';

function picture(digit: string) {
  const { by: _by, name: _name, via: _via, at: _at, link: _link, ...rest } = kept(digit);
  return rest;
}

function take(state: Capture, digit: string, who: Who = 'anna', more: Partial<Facts> = {}): Capture {
  return after({ type: 'take', picture: picture(digit), via: 'chat' }, state, more, person(who));
}

function many(count: number, changed: Partial<Kept> = {}): Kept[] {
  return Array.from({ length: count }, (_, at) => ({
    ...kept('a', changed),
    sha256: String(at).padStart(64, '0'),
  }));
}

const GONE = { superseded: { by: PEOPLE.anna.aad, name: 'Anna Anställd', at: GIVEN_AT } };

describe('G-7.3c: the room for pictures', () => {
  it.each<[string, Capture, number]>([
    ['nothing is in', waiting(), 5],
    ['two are in', done({ pictures: many(2) }), 3],
    ['five are in', done({ pictures: many(5) }), 0],
    ['more than five are in, because the guideline changed', done({ pictures: many(7) }), 0],
    ['five were replaced', waiting({ pictures: many(5, GONE) }), 5],
    ['one is in doubt', waiting({ doubt: { pictures: [kept('b')], why: 'same-as-before' } }), 4],
    [
      'some count and one is in doubt',
      done({ pictures: many(4), doubt: { pictures: [kept('b')], why: 'same-as-other' } }),
      0,
    ],
    ['the trail is almost full', waiting({ pictures: many(98, GONE) }), 2],
    ['the trail is full', waiting({ pictures: many(100, GONE) }), 0],
    ['the season is closed', sealed({ pictures: many(5) }), 5],
    ['supplements came', sealed({ supplements: many(4) }), 1],
  ])('when %s', (_, state, room) => {
    expect(roomIn(state, facts())).toBe(room);
  });

  it('is refused when there is none, with the number that fits', () => {
    expect(refusal(done({ pictures: many(5) }), person('anna'), facts())).toEqual({
      code: 'full',
      details: { most: 5 },
    });
    expect(outcome({ type: 'take', picture: picture('b'), via: 'chat' }, done({ pictures: many(5) }))).toBe(
      'full',
    );
    expect(outcome({ type: 'link' }, done({ pictures: many(5) }))).toBe('full');
  });
});

describe('G-7.3c: a picture that comes', () => {
  it('is kept with who sent it, how, when, and the account’s address at that time', () => {
    const state = take(waiting(), 'b');

    expect(state).toMatchObject({ status: 'done', doneAt: '2026-09-15T10:00:00.000Z' });
    expect(state.pictures).toEqual([
      {
        ...picture('b'),
        by: PEOPLE.anna.aad,
        name: 'Anna Anställd',
        via: 'chat',
        at: '2026-09-15T10:00:00.000Z',
        link: 'https://www.instagram.com/biblioteket/',
      },
    ]);
  });

  it.each([
    ['anna', undefined],
    ['bo', undefined],
    ['karin', 'Anna Anställd'],
    ['rolf', 'Anna Anställd'],
  ] as const)('from %s is logged as sent for %s', (who, forName) => {
    expect(take(waiting(), 'b', who).pictures[0]?.forName).toBe(forName);
  });

  it('ends the putting off, and the first one says when it was done', () => {
    const first = take(waiting({ snoozed: '2026-09-24', told: 1 }), 'b');
    const second = after({ type: 'take', picture: picture('c'), via: 'chat' }, first, {
      moment: { ...facts().moment, now: '2026-09-20T10:00:00.000Z' },
    });

    expect(first).not.toHaveProperty('snoozed');
    expect(second).toMatchObject({ status: 'done', doneAt: '2026-09-15T10:00:00.000Z' });
    expect(second.pictures.map(({ sha256 }) => sha256[0])).toEqual(['b', 'c']);
  });

  it('that is in already changes nothing, whoever sends it', () => {
    const twice = { type: 'take', picture: picture('a'), via: 'link' } as const;

    expect(outcome(twice, done(), {}, person('bo'))).toBe('nothing');
    expect(outcome(twice, sealed({ pictures: [], supplements: [kept('a')] }))).toBe('nothing');
    expect(outcome(twice, waiting({ doubt: { pictures: [kept('a')], why: 'same-as-before' } }))).toBe(
      'nothing',
    );
  });

  it('that was replaced before may come back', () => {
    const state = take(waiting({ pictures: [kept('a', GONE)] }), 'a');

    expect(state.status).toBe('done');
    expect(current(state)).toHaveLength(1);
    expect(state.pictures).toHaveLength(2);
  });

  it('ends what nobody could get a picture of', () => {
    const state = take(impossible(), 'b', 'anna', { known: 'same-as-before' });

    expect(state).toMatchObject({ status: 'done' });
    expect(state).not.toHaveProperty('stop');
  });
});

describe('G-7.3c: a picture in doubt', () => {
  const once = take(waiting(), 'b', 'anna', { known: 'same-as-before' });

  it('is asked about, and what was waited for is waited for still', () => {
    expect(once).toMatchObject({ status: 'waiting', pictures: [], doubt: { why: 'same-as-before' } });
  });

  it('may be joined by another one, and all of them are answered for at once', () => {
    const twice = take(once, 'c', 'anna', { known: 'same-as-other' });
    const right = after({ type: 'trust' }, twice);
    const wrong = after({ type: 'drop' }, twice);

    expect(twice).toMatchObject({ doubt: { why: 'same-as-other', pictures: [{}, {}] } });
    expect(current(right).map(({ sha256 }) => sha256[0])).toEqual(['b', 'c']);
    expect(right).not.toHaveProperty('doubt');
    expect(wrong.status).toBe('waiting');
    expect(wrong).not.toHaveProperty('doubt');
    expect(wrong.pictures.map(({ superseded }) => superseded?.name)).toEqual([
      'Anna Anställd',
      'Anna Anställd',
    ]);
  });

  it('stays in doubt beside one that counts', () => {
    const state = take(once, 'c');

    expect(state).toMatchObject({ status: 'done', doubt: { pictures: [{ name: 'Anna Anställd' }] } });
    expect(after({ type: 'drop' }, state)).toMatchObject({ status: 'done' });
  });

  it('is never lost: it is answered for before anything else is said, and counts at the close', () => {
    const closed = after({ type: 'seal', season: '2026-autumn', reason: 'Slut.' }, once, {}, SYSTEM);

    expect(closed).toMatchObject({ status: 'sealed', outcome: 'done', pictures: [{}] });
    expect(closed).not.toHaveProperty('reason');
    expect(closed).not.toHaveProperty('doubt');
  });
});

it('G-7.3c: the wrong pictures are replaced and stay in the trail, those replaced earlier as they were', () => {
  const earlier = { superseded: { by: PEOPLE.karin.aad, name: 'Karin Kommunikatör', at: GIVEN_AT } };
  const state = after({ type: 'supersede' }, done({ pictures: [kept('b', earlier), kept('c')] }));

  expect(state.status).toBe('waiting');
  expect(state.pictures.map(({ superseded }) => superseded?.name)).toEqual([
    'Karin Kommunikatör',
    'Anna Anställd',
  ]);
  expect(state).not.toHaveProperty('doneAt');
});

describe('G-7.3d: after the close', () => {
  it('what comes is a supplement, and what is in the package is as it was', () => {
    const before = sealed();
    const state = take(before, 'b', 'karin', { known: 'same-as-before' });

    expect(state).toEqual({
      ...before,
      supplements: [expect.objectContaining({ forName: 'Anna Anställd' })],
    });
  });

  it.each<[string, Capture, object]>([
    ['with a picture', done(), { outcome: 'done', doneAt: done().doneAt }],
    ['without one, for a reason', impossible(), { outcome: 'impossible', reason: impossible().stop.reason }],
    ['without one', waiting({ snoozed: '2026-09-24' }), { outcome: 'missing', reason: 'Slut.' }],
    ['while it is not settled', disputed(), { outcome: 'missing', reason: 'Slut.' }],
  ])('%s: what came of it stands fast', (_, state, then) => {
    const closed = after(
      { type: 'seal', season: '2026-autumn', reason: 'Slut.' },
      { ...state, links: { a: GIVEN_AT } },
      {},
      SYSTEM,
    );

    expect(closed).toMatchObject({
      status: 'sealed',
      sealedAt: '2026-09-15T10:00:00.000Z',
      links: {},
      ...then,
    });
    expect('reason' in closed).toBe('reason' in then);
    expect('doneAt' in closed).toBe('doneAt' in then);
  });
});

describe('G-7.3c: the link to the upload page', () => {
  const linked = { links: { [PEOPLE.anna.aad]: GIVEN_AT, [PEOPLE.karin.aad]: GIVEN_AT } };
  const byLink = (state: Capture, who: Who, linkAt = GIVEN_AT) =>
    refusal(state, person(who), facts(), linkAt)?.code;

  it('is this person’s, from that instant, for this capture', () => {
    const state = after({ type: 'link' }, waiting());

    expect(state.links).toEqual({ [PEOPLE.anna.aad]: '2026-09-15T10:00:00.000Z' });
    expect(byLink(state, 'anna', '2026-09-15T10:00:00.000Z')).toBeUndefined();
    expect(byLink(state, 'anna')).toBe('link-over');
    expect(byLink(state, 'bo', '2026-09-15T10:00:00.000Z')).toBe('link-over');
  });

  it('is over when its person is done, and no other one’s', () => {
    const state = after({ type: 'finish' }, waiting(linked));

    expect(outcome({ type: 'finish' }, waiting(linked))).toBe('link-revoked → waiting; refresh');
    expect(byLink(state, 'anna')).toBe('link-over');
    expect(byLink(state, 'karin')).toBeUndefined();
  });

  it.each<[string, Capture, Who[]]>([
    [
      'a picture came by it: the page it came from goes on',
      after({ type: 'take', picture: picture('b'), via: 'link' }, waiting(linked)),
      ['anna'],
    ],
    [
      'a picture came in the chat',
      after({ type: 'take', picture: picture('b'), via: 'chat' }, waiting(linked)),
      [],
    ],
    [
      'somebody else is responsible',
      after({ type: 'assign', person: 'x' }, waiting(linked), { named: { name: 'x' } }, person('karin')),
      [],
    ],
    ['it is disputed', after({ type: 'not-mine', words: '' }, waiting(linked)), []],
    [
      'it is ruled out',
      after({ type: 'rule-out', words: 'Låst.' }, waiting(linked), {}, person('karin')),
      [],
    ],
    [
      'the season is closed',
      after({ type: 'seal', season: '2026-autumn', reason: '' }, waiting(linked), {}, SYSTEM),
      [],
    ],
    [
      'the reminder is put off',
      after({ type: 'snooze', until: '2026-09-20' }, waiting(linked)),
      ['anna', 'karin'],
    ],
  ])('holds or is revoked when %s', (_, state, holds) => {
    expect((['anna', 'karin'] as const).filter((who) => state.links[PEOPLE[who].aad] === GIVEN_AT)).toEqual(
      holds,
    );
  });

  it('takes nothing while the account is disputed, or where there is no capture', () => {
    expect(refusal({ ...disputed(), ...linked }, person('anna'), facts(), GIVEN_AT)?.code).toBe('disputed');
    expect(refusal(undefined, person('anna'), facts())?.code).toBe('gone');
  });
});

it('G-7.3c: any picture of the trail can be taken out under a name that says what it is, and nothing else', () => {
  const state = sealed({ pictures: [kept('a', GONE)], supplements: [kept('b')] });

  expect(pictureOf(state, 'a'.repeat(64))).toMatchObject({
    kind: 'picture',
    name: 'Instagram biblioteket 2026-autumn aaaaaaaa.png',
  });
  expect(pictureOf(state, 'b'.repeat(64))).toMatchObject({ kind: 'picture' });
  for (const part of ['c'.repeat(64), '', undefined])
    expect(pictureOf(state, part)).toEqual({ code: 'gone' });
});
