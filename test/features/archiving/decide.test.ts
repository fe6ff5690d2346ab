/** What may happen to a capture: every command in every status, given, when, then. */
import type { CaptureCommand } from '../../../src/features/archiving/commands';
import { evolve } from '../../../src/features/archiving/evolve';
import { Capture } from '../../../src/features/archiving/model';
import { account } from '../../support/accounts';
import { PEOPLE } from '../../support/house';
import { person } from '../world';
import { ACCOUNT_ID, disputed, GUIDELINE, kept, on, waiting } from './captures';
import { DOUBT, GIVEN, TABLE } from './decisions';
import { after, outcome, SYSTEM } from './outcome';

const [anna, karin] = [person('anna'), person('karin')];

describe.each(TABLE)('%s', (_, command, actor, more, then, otherwise) => {
  it.each(Object.keys(GIVEN))('G-7.3: given %s', (given) => {
    expect(outcome(command, GIVEN[given], more, actor)).toBe(then[given] ?? otherwise);
  });
});

it('the table knows every command', () => {
  const types: Record<CaptureCommand['type'], true> = {
    ...{ start: true, link: true, snooze: true, 'not-mine': true, closed: true, trust: true, drop: true },
    ...{ supersede: true, 'remind-again': true, assign: true, insist: true, 'close-account': true },
    ...{ 'rule-out': true, take: true, finish: true, open: true, remind: true, seal: true, tick: true },
    'account-gone': true,
  };

  expect([...new Set(TABLE.map(([, { type }]) => type))].sort()).toEqual(Object.keys(types).sort());
});

it('what people may say is the system’s to say never', () => {
  for (const [, command] of TABLE)
    if (!['open', 'remind', 'seal', 'account-gone', 'tick'].includes(command.type))
      expect([command.type, outcome(command, waiting(), {}, SYSTEM)]).toEqual([command.type, 'gone']);
});

it('every capture that comes of it is one that can be stored', () => {
  for (const [, command, actor, more] of TABLE)
    for (const state of Object.values(GIVEN)) {
      const result = outcome(command, state, more, actor);
      if (!result.includes('→')) continue;
      const next = after(command, state, more, actor);

      expect(Capture.parse(JSON.parse(JSON.stringify(next)))).toEqual(next);
    }
});

describe('G-7.3c: an extra capture', () => {
  const start = { type: 'start', account: ACCOUNT_ID, occasion: 'before-closing' } as const;

  it('belongs to no season, and should be in within two weeks', () => {
    const made = after(start, undefined, { account: account(), accountId: ACCOUNT_ID }, karin);

    expect(made).toMatchObject({
      status: 'waiting',
      season: 'extra',
      occasion: 'before-closing',
      from: '2026-09-15',
      to: '2026-09-29',
      guideline: GUIDELINE.version,
      account: { id: ACCOUNT_ID, handle: 'biblioteket' },
      responsible: { id: PEOPLE.anna.aad },
      told: 1,
    });
    expect(made).not.toHaveProperty('seasonName');
  });

  it.each([
    ['no account was chosen', { accountId: '' }, 'invalid: account missing'],
    ['the account is not in the register', { accountId: ACCOUNT_ID }, 'no-account'],
    [
      'the account is closed',
      { account: account({ status: 'reserved' }), accountId: ACCOUNT_ID },
      'no-account',
    ],
    ['another one waits', { account: account(), accountId: ACCOUNT_ID, another: true }, 'another'],
  ] as const)('is not begun when %s', (_, more, then) => {
    expect(outcome(start, undefined, more, karin)).toBe(then);
  });

  it('is no news to the responsible person who begins it, and goes to the deputies of one without an id', () => {
    const more = { account: account(), accountId: ACCOUNT_ID };
    const unknown = account({ responsible: { name: 'Nils Ny' } });

    expect(outcome(start, undefined, more, anna)).toBe('opened → waiting');
    expect(outcome(start, undefined, { ...more, account: unknown }, karin)).toBe(
      'opened → waiting; missing to bo',
    );
  });
});

describe('G-7.3b: the timer', () => {
  const closed = account({
    status: 'reserved',
    closed: {
      by: PEOPLE.karin.aad,
      name: 'Karin Kommunikatör',
      at: '2026-09-10T08:00:00.000Z',
      reason: 'Slut.',
    },
  });

  it('reminds nobody of an account that was closed meanwhile', () => {
    expect(outcome({ type: 'tick' }, waiting(), { account: closed }, SYSTEM)).toBe(
      'account-closed → impossible; refresh',
    );
    expect(after({ type: 'tick' }, waiting(), { account: closed }, SYSTEM)).toMatchObject({
      stop: { name: 'Karin Kommunikatör', reason: 'Slut.' },
    });
  });

  it('counts a picture in doubt when the account was closed meanwhile', () => {
    const state = after({ type: 'tick' }, waiting({ doubt: DOUBT }), { account: closed }, SYSTEM);

    expect(state).toMatchObject({ status: 'done', pictures: [kept('b')] });
    expect(state).not.toHaveProperty('doubt');
  });

  it('wakes what was put off, with the rungs that waited for it', () => {
    const state = waiting({ told: 1, snoozed: '2026-09-23' });

    expect(outcome({ type: 'tick' }, state, { moment: on('2026-09-22') }, SYSTEM)).toBe('early');
    expect(outcome({ type: 'tick' }, state, { moment: on('2026-09-23') }, SYSTEM)).toBe(
      'reminded, woken → waiting; line to anna',
    );
    expect(after({ type: 'tick' }, state, { moment: on('2026-09-23') }, SYSTEM)).toEqual(
      waiting({ told: 2 }),
    );
  });
});

describe('a capture', () => {
  it('begins with being opened', () => {
    expect(() => evolve(undefined, { type: 'woken' })).toThrow('begins with being opened');
  });

  it('keeps what belongs to another status out of the new one', () => {
    const full = waiting({
      told: 2,
      snoozed: '2026-09-24',
      answer: { name: 'Karin', words: 'Jo.' },
      links: { [PEOPLE.anna.aad]: '2026-09-15T09:00:00.000Z' },
    });
    const said = after({ type: 'not-mine', words: 'Nej.' }, full);
    const back = after({ type: 'insist', words: 'Jo, du.' }, said, {}, karin);

    expect(Object.keys(said).sort()).toEqual(Object.keys(disputed()).sort());
    expect(said.links).toEqual({});
    expect(back).toEqual(waiting({ told: 2, answer: { name: 'Karin Kommunikatör', words: 'Jo, du.' } }));
  });
});
