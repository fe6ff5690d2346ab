/** The rules of the outbox: who holds it, what may be sent now and in which order, what a result means, when to look again. */
import type { Effect } from '../../src/kernel/effect';
import type { Sent } from '../../src/ports/messenger';
import type { Envelope, Pending } from '../../src/runtime/envelope';
import {
  afterSend,
  backOff,
  claimHolds,
  later,
  nextAttempt,
  queue,
  ready,
  takeOver,
} from '../../src/runtime/pending';

const NOW = '2026-03-24T08:00:00.000Z';
const notify = (to: string, key = `for-${to}`): Effect => ({ kind: 'notify', key, to, reason: 'told' });
const send = (id: string): Effect => ({
  kind: 'send',
  key: `to-${id}`,
  target: { kind: 'seat', id },
  command: { type: 'x' },
});
const refresh: Effect = { kind: 'refresh', key: 'refresh' };

function envelope(more: Partial<Envelope>): Envelope {
  const nothing = { events: [], accepted: [], outbox: [], cards: {}, ledger: [] };
  return { schemaVersion: 1, revision: 1, state: { status: 'open' }, seq: 0, ...nothing, ...more };
}

function waiting(...effects: readonly (Effect | Partial<Pending>)[]): Envelope {
  const outbox = effects.map((given, at): Pending => {
    const pending = 'kind' in given ? { effect: given } : given;
    return { seq: at + 1, attempts: 0, effect: refresh, ...pending };
  });
  return envelope({ outbox, seq: effects.length });
}

const seconds = (count: number): string => new Date(Date.parse(NOW) + count * 1000).toISOString();

describe('a claim', () => {
  it.each([
    ['that runs', seconds(30), true],
    ['that has a second left', seconds(1), true],
    ['that ends now', NOW, false],
    ['that ran out', seconds(-1), false],
    ['that ends more than 30 s ahead, by a clock gone wrong,', seconds(31), false],
  ])('%s counts: %s', (_, until, counts) => {
    expect(claimHolds({ token: 'a', until }, NOW)).toBe(counts);
  });

  it('that nobody made does not count', () => {
    expect(claimHolds(undefined, NOW)).toBe(false);
  });
});

describe('effects', () => {
  const of = (before: Envelope): number[] => ready(before, NOW).map(({ seq }) => seq);

  it('to different receivers do not wait for each other', () => {
    expect(of(waiting({ effect: notify('a'), next: seconds(60) }, notify('b'), send('s'), refresh))).toEqual([
      2, 3, 4,
    ]);
  });

  it('to one person stay in order, whatever kind they are', () => {
    const line: Effect = { kind: 'mention', key: 'line', to: 'a', reason: 'line' };

    expect(
      of(waiting({ effect: notify('a'), next: seconds(60) }, line, notify('a', 'third'), notify('b'))),
    ).toEqual([4]);
  });

  it('to one document stay in order', () => {
    expect(of(waiting({ effect: send('s'), next: seconds(1) }, send('s'), send('t')))).toEqual([3]);
  });

  it('are ready at their time', () => {
    expect(of(waiting({ effect: notify('a'), next: NOW }))).toEqual([1]);
  });

  it('are added behind those that wait, once per key', () => {
    const before = waiting(notify('a'));

    const after = queue(before, [notify('a'), notify('b')], 'card-1');

    expect(after.outbox.map(({ seq, effect, except }) => [seq, effect.key, except])).toEqual([
      [1, 'for-a', undefined],
      [2, 'for-b', 'card-1'],
    ]);
  });

  it('spare whoever may be writing, unless an older refresh waits for them too', () => {
    const spare: Effect = { kind: 'refresh', key: 'refresh', spare: 'anna' };
    const effectsOf = (...effects: Effect[]) =>
      effects.reduce((at, effect) => queue(at, [effect]), envelope({})).outbox.map(({ effect }) => effect);

    expect(effectsOf(spare)).toEqual([spare]);
    expect(effectsOf(spare, spare)).toEqual([spare]);
    expect(effectsOf(refresh, spare)).toEqual([refresh]);
    expect(effectsOf(spare, refresh)).toEqual([refresh]);
  });

  it('that refresh collapse into the latest, which spares no card that an older one may still overwrite', () => {
    const first = queue(envelope({}), [refresh], 'card-1');
    const same = queue(first, [refresh], 'card-1');
    const other = queue(first, [refresh], 'card-2');

    expect(first.outbox).toMatchObject([{ seq: 1, except: 'card-1' }]);
    expect(same.outbox).toMatchObject([{ seq: 2, except: 'card-1' }]);
    expect(other.outbox.map(({ seq, except }) => [seq, except])).toEqual([[2, undefined]]);
  });
});

describe('taking over', () => {
  const left = (claim: Envelope['claim']): Envelope => ({
    ...waiting(
      notify('a'),
      { effect: notify('b'), next: seconds(-5) },
      { effect: refresh, except: 'card-1' },
    ),
    ...(claim ? { claim } : {}),
  });
  const doubts = (before: Envelope): unknown[] =>
    takeOver(before, NOW, 'me').outbox.map(({ doubtful, except }) => [doubtful, except]);

  it('calls everything doubtful that a dead process may have sent, and spares no card', () => {
    expect(doubts(left({ token: 'dead', until: seconds(-2) }))).toEqual([
      ['crash', undefined],
      ['crash', undefined],
      ['crash', undefined],
    ]);
  });

  it('knows that what became ready after the claim ran out was not sent', () => {
    expect(doubts(left({ token: 'dead', until: seconds(-6) }))[1]).toEqual([undefined, undefined]);
  });

  it('has no doubt about what this process claimed itself, nor where nobody had claimed', () => {
    const undoubted = [
      [undefined, undefined],
      [undefined, undefined],
    ];

    expect(doubts(left({ token: 'me', until: seconds(-2) })).slice(0, 2)).toEqual(undoubted);
    expect(doubts(left(undefined)).slice(0, 2)).toEqual(undoubted);
  });

  it('claims for 30 seconds', () => {
    expect(takeOver(left(undefined), NOW, 'me').claim).toEqual({ token: 'me', until: seconds(30) });
  });
});

describe('the next look', () => {
  it.each<[string, Envelope, string | undefined]>([
    ['is never, with nothing to do', envelope({}), undefined],
    ['is now', waiting(notify('a')), NOW],
    [
      'is at the end of a claim that runs',
      { ...waiting(notify('a')), claim: { token: 'x', until: seconds(9) } },
      seconds(9),
    ],
    [
      'is now when the claim ran out',
      { ...waiting(notify('a')), claim: { token: 'x', until: seconds(-9) } },
      NOW,
    ],
    [
      'is at the first time of those that lead',
      waiting({ effect: notify('a'), next: seconds(60) }, { effect: notify('b'), next: seconds(40) }),
      seconds(40),
    ],
    [
      'is not earlier for one that must wait its turn',
      waiting({ effect: notify('a'), next: seconds(60) }, notify('a', 'b')),
      seconds(60),
    ],
  ])('%s', (_, before, at) => {
    expect(nextAttempt(before, NOW)).toBe(at);
  });

  it.each([
    [1, 1],
    [2, 5],
    [3, 30],
    [4, 60],
    [5, 60],
    [99, 60],
  ])('after failure %d is in %d minutes', (attempts, minutes) => {
    expect(backOff(NOW, attempts)).toBe(seconds(minutes * 60));
    expect(later({ seq: 1, effect: refresh, attempts: attempts - 1 }, NOW)).toMatchObject({
      attempts,
      next: seconds(minutes * 60),
    });
  });
});

describe('after a send', () => {
  const pending = (more: Partial<Pending> = {}): Pending => ({
    seq: 1,
    effect: notify('a'),
    attempts: 0,
    ...more,
  });
  const note = (outcome: string): object => ({ delivery: { key: 'for-a', to: 'a', outcome, at: NOW } });

  it.each<[string, Pending, Sent, object]>([
    ['that arrived, nothing is left', pending(), { ok: true, activity: 'x' }, {}],
    [
      'that arrived although it may have before, that is on record',
      pending({ doubtful: 'crash' }),
      { ok: true, activity: 'x' },
      note('possibly-doubled'),
    ],
    [
      'to somebody who cannot be reached, that is final and on record',
      pending(),
      { ok: false, why: 'unreachable', reason: 'r' },
      note('unreachable'),
    ],
    [
      'that repeating cannot mend, that is on record',
      pending(),
      { ok: false, why: 'refused', reason: 'r' },
      note('not-delivered'),
    ],
    [
      'with an unclear answer, it is sent once more after a minute',
      pending(),
      { ok: false, why: 'ambiguous' },
      { again: pending({ attempts: 1, doubtful: 'ambiguous', next: seconds(60) }) },
    ],
    [
      'with an unclear answer again, it is given up and on record',
      pending({ attempts: 1, doubtful: 'ambiguous' }),
      { ok: false, why: 'ambiguous' },
      note('not-delivered'),
    ],
    [
      'that was refused for now, it is tried again later',
      pending(),
      { ok: false, why: 'later' },
      { again: pending({ attempts: 1, next: seconds(60) }) },
    ],
    [
      'that was refused for a while, it waits as long as it was asked to',
      pending(),
      { ok: false, why: 'later', retryAfterMs: 90_000 },
      { again: pending({ attempts: 1, next: seconds(90) }) },
    ],
    [
      'that was refused for a moment, it waits at least a minute',
      pending({ attempts: 1 }),
      { ok: false, why: 'later', retryAfterMs: 10 },
      { again: pending({ attempts: 2, next: seconds(300) }) },
    ],
    [
      'that was refused for a day, it is given up and on record',
      pending({ attempts: 25 }),
      { ok: false, why: 'later' },
      note('not-delivered'),
    ],
  ])('%s', (_, before, sent, left) => {
    expect(afterSend(before, 'a', sent, NOW)).toEqual(left);
  });
});
