/** What people say besides sending pictures: how far a reminder can be put off, and what an answer must hold. */
import { MOST_WORDS, verbs, type CaptureCommand } from '../../../src/features/archiving/commands';
import type { Facts } from '../../../src/features/archiving/facts';
import type { Capture } from '../../../src/features/archiving/model';
import { isRefused } from '../../../src/kernel/decision';
import { decide } from '../../../src/features/archiving/decide';
import { asidesFor } from '../../../src/features/archiving/actions';
import { partOf } from '../../../src/features/archiving/part';
import { texts } from '../../../src/features/archiving/texts';
import { latestSnooze } from '../../../src/features/archiving/settle';
import { PEOPLE, type Who } from '../../support/house';
import { moment, organisation, person } from '../world';
import { ACCOUNT_ID, disputed, done, facts, GUIDELINE, on, waiting } from './captures';
import { after, outcome } from './outcome';

const EMMA = { id: PEOPLE.emma.aad, name: 'Emma English', email: 'emma@example.se' };
const LONG = 'x'.repeat(MOST_WORDS + 1);

describe('G-7.3b: a reminder can be put off', () => {
  const snooze = (until: string, today = '2026-09-15') =>
    outcome({ type: 'snooze', until }, waiting(), { moment: on(today) });
  const YES = 'snoozed → waiting; refresh';

  it.each([
    ['tomorrow', '2026-09-16', YES],
    ['ten days ahead', '2026-09-25', YES],
    ['eleven days ahead', '2026-09-26', 'invalid: until too-late'],
    ['today', '2026-09-15', 'invalid: until bad-date'],
    ['yesterday', '2026-09-14', 'invalid: until bad-date'],
    ['no day', '', 'invalid: until missing'],
    ['a day that does not exist', '2026-09-31', 'invalid: until bad-date'],
    ['words', 'i morgon', 'invalid: until bad-date'],
    ['a date written otherwise', '16/9/2026', 'invalid: until bad-date'],
    ['an instant', '2026-09-16T08:00:00Z', 'invalid: until bad-date'],
    ['a day far away', '9999-12-31', 'invalid: until too-late'],
  ])('to %s: %s is %s', (_, until, then) => {
    expect(snooze(until)).toBe(then);
  });

  it('to the last day of the season at the latest', () => {
    expect(snooze('2026-10-31', '2026-10-25')).toBe(YES);
    expect(snooze('2026-11-01', '2026-10-25')).toBe('invalid: until too-late');
  });

  it('not at all on the last day, or after it', () => {
    expect(snooze('2026-11-01', '2026-10-31')).toBe('invalid: until too-late');
    expect(snooze('2026-11-03', '2026-11-02')).toBe('invalid: until too-late');
    expect(latestSnooze(waiting(), facts({ moment: on('2026-10-31') }))).toBeUndefined();
    expect(latestSnooze(waiting(), facts({ moment: on('2026-10-30') }))).toBe('2026-10-31');
  });

  it('as far as the guideline says, over a leap day', () => {
    const guideline = { ...GUIDELINE, seasons: { ...GUIDELINE.seasons, snoozeDays: 2 } };
    const more = { guideline, moment: on('2028-02-28') };
    const state = waiting({ from: '2028-02-15', to: '2028-03-31' });

    expect(outcome({ type: 'snooze', until: '2028-03-01' }, state, more)).toBe(YES);
    expect(outcome({ type: 'snooze', until: '2028-03-02' }, state, more)).toBe('invalid: until too-late');
  });
});

describe('G-7.3b, G-7.3d: words', () => {
  const base: readonly (readonly [string, (words: string) => CaptureCommand, Capture, string])[] = [
    ['rule-out', (words) => ({ type: 'rule-out', words }), waiting(), 'reason'],
    ['close-account', (words) => ({ type: 'close-account', words }), waiting(), 'closing'],
    ['insist', (words) => ({ type: 'insist', words }), disputed(), 'why'],
  ];

  it.each(base)('of %s are needed, and no longer than there is room for', (_, make, state, field) => {
    expect(outcome(make(''), state, {}, person('karin'))).toBe(`invalid: ${field} missing`);
    expect(outcome(make(LONG), state, {}, person('karin'))).toBe(`invalid: ${field} too-long`);
    expect(outcome(make(LONG.slice(1)), state, {}, person('karin'))).toContain('→');
  });

  it.each([
    ['not-mine', 'who'],
    ['closed', 'when'],
  ] as const)('of %s may be left out, and are no longer than there is room for', (type, field) => {
    expect(outcome({ type, words: '' }, waiting())).toContain('→ disputed');
    expect(outcome({ type, words: LONG }, waiting())).toBe(`invalid: ${field} too-long`);
  });

  it.each(Object.keys(verbs))('of the verb %s stand in one field, whose mistake the card shows', (verb) => {
    const parsed = verbs[verb]!.safeParse({});
    if (!parsed.success) throw new Error(`${verb} needs more than a card with empty fields sends`);
    const command = parsed.data;
    for (const state of [waiting(), disputed(), disputed('closed')])
      for (const who of ['anna', 'karin'] as const) {
        const decision = decide(command, state, facts(), person(who));
        if (!isRefused(decision) || decision.refused.fields === undefined || command.type === 'start')
          continue;
        const shown = asidesFor(
          state,
          partOf(person(who), facts(), state),
          {
            ...{ id: 'x', viewer: person(who), locale: 'sv', matter: undefined, facts: facts() },
            ...{ notice: decision.refused, attempt: command },
          },
          texts.sv,
        ).filter(({ button }) => button.verb === verb);

        for (const { open, fields } of shown) {
          expect([verb, open]).toEqual([verb, true]);
          expect(fields[0]?.problem).toBeTruthy();
        }
      }
  });
});

describe('G-7.2b: the new responsible person', () => {
  const assign = (typed: string, named?: Facts['named'], state: Capture = disputed()) =>
    outcome({ type: 'assign', person: typed }, state, named ? { named } : {}, person('karin'));

  it.each([
    ['', undefined, 'invalid: person missing'],
    ['Ingen Alls', undefined, 'invalid: person unknown-person'],
    ['Anna', { id: PEOPLE.anna.aad, name: 'Anna Anställd' }, 'invalid: person same-person'],
    ['Emma', EMMA, 'assigned → waiting; assign to account; assigned to emma; refresh'],
    [
      'ny@example.se',
      { name: 'ny@example.se', email: 'ny@example.se' },
      'assigned → waiting; assign to account; refresh',
    ],
  ])('named as "%s"', (typed, named, then) => {
    expect(assign(typed, named)).toBe(then);
  });

  it('may be unknown to the bot as the one before was', () => {
    const before = { ...disputed(), responsible: { name: 'Nils Ny', email: 'nils@example.se' } };

    expect(assign('ny@example.se', { name: 'ny@example.se', email: 'ny@example.se' }, before)).toContain(
      'assigned',
    );
  });

  it('begins a ladder of their own, and has been told its first rung', () => {
    const given = waiting({ told: 3, snoozed: '2026-10-20', from: '2026-09-15' });
    const more = { named: EMMA, moment: on('2026-10-12') };

    expect(after({ type: 'assign', person: 'Emma' }, given, more, person('karin'))).toEqual(
      waiting({ responsible: EMMA, told: 1, from: '2026-10-12' }),
    );
  });

  it('whom the bot does not know has been told nothing', () => {
    const named = { name: 'ny@example.se', email: 'ny@example.se' };

    expect(after({ type: 'assign', person: 'x' }, disputed(), { named }, person('karin'))).toMatchObject({
      told: 0,
      responsible: named,
    });
  });

  it('G-7.2b: is told to the register with who said so', () => {
    const decision = decide(
      { type: 'assign', person: 'Emma' },
      disputed(),
      facts({ named: EMMA }),
      person('karin'),
    );

    expect(decision).toMatchObject({
      effects: [
        {
          kind: 'send',
          target: { kind: 'account', id: ACCOUNT_ID },
          command: { type: 'assign', responsible: EMMA, by: PEOPLE.karin.aad, name: 'Karin Kommunikatör' },
        },
        {},
        {},
      ],
    });
  });
});

describe('G-7.3b: whose it is to settle', () => {
  const said = (who: Who, state: Capture = waiting(), at = moment()) =>
    outcome({ type: 'not-mine', words: '' }, state, { moment: at }, person(who));

  it('is the lead’s where there is no communicator', () => {
    const [, , care] = organisation().departments;
    const bare = organisation({ departments: [{ ...care!, communicators: [] }] });

    expect(said('anna', waiting({ department: 'vard-omsorg' }), moment({ organisation: bare }))).toContain(
      'not-mine to sara',
    );
  });

  it('is not asked of the communicator who says it', () => {
    expect(said('karin')).toBe('disputed → disputed; not-mine to kim; refresh');
  });

  it('*Behåll ansvarig* goes to the deputies of a person without an id', () => {
    const state = { ...disputed(), responsible: { name: 'Nils Ny' } };

    expect(outcome({ type: 'insist', words: 'Jo.' }, state, {}, person('karin'))).toBe(
      'insisted → waiting; insisted to bo; refresh',
    );
  });
});

it('G-7.3d: an account that is closed leaves a reason in the register and in the capture', () => {
  const decision = decide({ type: 'close-account', words: 'I juni.' }, waiting(), facts(), person('karin'));
  const stop = {
    by: PEOPLE.karin.aad,
    name: 'Karin Kommunikatör',
    at: '2026-09-15T10:00:00.000Z',
    reason: 'I juni.',
  };

  expect(decision).toMatchObject({
    events: [{ type: 'account-closed', stop }],
    effects: [{ target: { kind: 'account', id: ACCOUNT_ID }, command: { type: 'close', ...stop } }, {}],
  });
  expect(after({ type: 'close-account', words: 'I juni.' }, waiting(), {}, person('karin'))).toMatchObject({
    status: 'impossible',
    stop,
  });
  expect(after({ type: 'close-account', words: 'I juni.' }, done(), {}, person('karin'))).toEqual(done());
});
