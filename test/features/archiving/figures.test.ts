/** The figures of a season: how complete it is, how long people took, whom nothing reaches, what may have come twice. */
import { completeness, figuresOf, isMissing, isUnreached } from '../../../src/features/archiving/figures';
import type { Capture, CaptureRow, In } from '../../../src/features/archiving/model';
import { expects, maybeMore, rowOf } from '../../../src/features/archiving/rows';
import { PEOPLE } from '../../support/house';
import { disputed, done, EACH, figures, impossible, kept, row, sealed, waiting } from './captures';

const DAY = '2026-09-20';
const [anna, bo] = [PEOPLE.anna.aad, PEOPLE.bo.aad];

function figured(states: readonly Capture[], day = DAY, unreached: readonly string[] = []) {
  return figuresOf(
    states.map((state) => row(state)),
    day,
    'Europe/Stockholm',
    unreached,
  );
}

/** Sealed without a picture. */
function without(outcome: 'impossible' | 'missing'): In<'sealed'> {
  const { doneAt: _none, ...rest } = sealed({ outcome, reason: 'Låst.', pictures: [] });
  return rest;
}

describe('G-7.3d: the figures of a season', () => {
  it('count each account once, and show what waits by what it waits for', () => {
    const states = [
      done(),
      done(),
      impossible(),
      disputed(),
      waiting(),
      waiting({ snoozed: '2026-09-24' }),
      waiting({ snoozed: '2026-09-20' }),
      waiting({ to: '2026-09-19' }),
    ];

    expect(figured(states)).toEqual({
      ...{ all: 8, done: 2, impossible: 1, waiting: 5, snoozed: 1, disputed: 1, late: 1, unreachable: 0 },
      ...{ days: 1, doubled: 0 },
    });
  });

  it('of nothing are nothing', () => {
    expect(figured([])).toEqual({
      ...{ all: 0, done: 0, impossible: 0, waiting: 0, snoozed: 0, disputed: 0, late: 0, unreachable: 0 },
      doubled: 0,
    });
  });

  it('stand as they were after the close', () => {
    const open = figured([done(), impossible(), waiting(), disputed()]);
    const closed = figured([sealed(), without('impossible'), without('missing'), without('missing')]);

    expect(closed).toEqual({ ...open, disputed: 0 });
  });

  it.each([
    ['the last day', '2026-10-31', 0],
    ['the day after it', '2026-11-01', 1],
  ])('call it late on %s: %s', (_, day, late) => {
    expect(figured([waiting()], day).late).toBe(late);
  });

  it.each<[string, readonly string[], number | undefined]>([
    ['one', ['2026-09-18T08:00:00.000Z'], 3],
    [
      'the middle of three',
      ['2026-09-16T08:00:00.000Z', '2026-10-16T08:00:00.000Z', '2026-09-18T08:00:00.000Z'],
      3,
    ],
    ['between two', ['2026-09-16T08:00:00.000Z', '2026-09-19T08:00:00.000Z'], 2.5],
    ['the same day', ['2026-09-15T08:00:00.000Z'], 0],
    ['by the calendar of the place, not by hours', ['2026-09-15T22:30:00.000Z'], 1],
    ['over the day the clock is put back', ['2026-10-26T08:00:00.000Z'], 41],
    ['none', [], undefined],
  ])('count the days to a picture: %s', (_, at, days) => {
    expect(figured(at.map((doneAt) => done({ doneAt }))).days).toBe(days);
  });

  it('know whom nothing reaches: everybody who answers for it, or nobody at all', () => {
    const alone = waiting({ deputies: [] });

    expect(figured([waiting(), alone], DAY, [anna]).unreachable).toBe(1);
    expect(figured([waiting(), alone], DAY, [anna, bo]).unreachable).toBe(2);
    expect(figured([waiting({ responsible: { name: 'Nils' }, deputies: [] })]).unreachable).toBe(1);
    expect(figured([done()], DAY, [anna, bo]).unreachable).toBe(0);
    expect(isUnreached(row(waiting({ responsible: { name: 'Nils' } })), [])).toBe(false);
  });

  it('count messages that may have come twice, of every account', () => {
    const twice = { kind: 'capture', id: 'x', revision: 1, events: [], doubled: ['day/a', 'x/b'] } as const;

    expect(
      figuresOf(
        [
          rowOf({ ...twice, state: waiting() }),
          rowOf({ ...twice, state: done(), doubled: ['day/a', 'y/b'] }),
          row(done()),
        ],
        DAY,
        'Europe/Stockholm',
        [],
      ).doubled,
    ).toBe(3);
  });

  it.each<[string, readonly Capture[], number]>([
    ['nothing to do', [], 100],
    ['all done', [done(), impossible()], 100],
    ['two of three, rounded down', [done(), done(), waiting()], 66],
    ['almost', [...Array.from({ length: 199 }, () => done()), waiting()], 99],
    ['none', [waiting(), disputed()], 0],
  ])('say how complete it is: %s', (_, states, percent) => {
    expect(completeness(figures(states))).toBe(percent);
  });
});

describe('the row of a capture', () => {
  it.each(Object.entries(EACH))('G-7.3d: %s', (status, state) => {
    const shown = row(state);

    expect(shown.status).toBe(status);
    expect(isMissing(shown)).toBe(status === 'waiting' || status === 'disputed');
    expect(expects(shown, anna)).toBe(status === 'waiting');
    expect(expects(shown, bo)).toBe(status === 'waiting');
    expect(expects(shown, PEOPLE.karin.aad)).toBe(false);
  });

  it('G-7.3c: remembers the pictures that count and those in doubt, so that the same one is noticed', () => {
    const gone = { superseded: { by: anna, name: 'Anna', at: '2026-09-17T08:00:00.000Z' } };
    const state = waiting({
      pictures: [kept('a', gone), kept('b')],
      doubt: { pictures: [kept('c')], why: 'same-as-before' },
    });

    expect(row(state).hashes.map((hash) => hash[0])).toEqual(['b', 'c']);
    expect(row(sealed()).hashes).toHaveLength(1);
  });

  it.each<[string, Partial<CaptureRow>, string, boolean]>([
    ['a moment ago', {}, '2026-09-16T08:30:00.000Z', true],
    ['an hour ago', {}, '2026-09-16T09:00:00.000Z', false],
    [
      'for an account of others',
      { responsible: { name: 'x' }, deputies: [] },
      '2026-09-16T08:30:00.000Z',
      false,
    ],
    ['before the close', { status: 'sealed' }, '2026-09-16T08:30:00.000Z', false],
  ])('G-7.3c: takes more when the first one came %s', (_, changed, now, more) => {
    expect(maybeMore({ ...row(done()), ...changed }, anna, now)).toBe(more);
  });
});
