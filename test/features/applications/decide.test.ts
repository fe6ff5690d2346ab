/** Given a status, when a command comes, then these events and effects, or this refusal. */
import type { Actor } from '../../../src/kernel/actor';
import { isRefused } from '../../../src/kernel/decision';
import { decide } from '../../../src/features/applications/decide';
import type { ApplicationCommand } from '../../../src/features/applications/commands';
import type { Application, Status } from '../../../src/features/applications/model';
import { CHECKLIST, LINK } from '../../support/story';
import { PEOPLE, type Who } from '../../support/house';
import { moment, person } from '../world';
import { ANSWERS, application, decided, facts, ref } from './applications';

const CONFIRMED = Object.keys(CHECKLIST).map((id) => id.slice('check-'.length));
const form = { step: 0, inputs: ANSWERS };
const SYSTEM: Actor = { type: 'system', organisation: 'sundsvall' };

const CLAIM = 'claim/instagram:biblioteket/2026-11-19T09:00:00.000Z';
const COMMANDS = {
  next: { type: 'next', ...form },
  back: { type: 'back', ...form },
  save: { type: 'save', ...form },
  submit: { type: 'submit', step: 5, inputs: ANSWERS },
  consult: { type: 'consult', ...form },
  proceed: { type: 'proceed', reason: 'Vi når andra.' },
  join: { type: 'join', account: 'x' },
  resume: { type: 'resume' },
  welcome: { type: 'welcome', words: '' },
  decline: { type: 'decline', words: 'Vi är fulla.' },
  plan: { type: 'plan', day: '2026-11-25', time: '10.00', seen: '' },
  record: { type: 'record', day: '2026-11-20', words: '' },
  withdraw: { type: 'withdraw' },
  approve: { type: 'approve' },
  ask: { type: 'ask', about: 'why', words: 'Varför just nu?' },
  'hand-over': { type: 'hand-over', to: PEOPLE.sara.aad, words: '' },
  reject: { type: 'reject', words: 'Ni har redan ett.' },
  acknowledge: { type: 'acknowledge' },
  report: { type: 'report', link: LINK, confirmed: CONFIRMED },
  confirm: { type: 'confirm' },
  return: { type: 'return', words: 'Färgen saknas.' },
  free: { type: 'answer', key: CLAIM, outcome: 'accepted' },
  taken: { type: 'answer', key: CLAIM, outcome: 'refused', code: 'taken', details: { name: 'Bo' } },
  tick: { type: 'tick' },
} as const satisfies Record<string, ApplicationCommand>;
type Command = keyof typeof COMMANDS;

const STATUSES = [
  'nothing', 'draft', 'joining', 'claiming', 'submitted', 'changes', 'approved', 'acknowledged', 'created', 'active',
  'rejected', 'lapsed', 'joined', 'withdrawn',
] as const; // prettier-ignore

/** Who sends it; the rules of who may are `policy.test.ts`. */
const SENDER: Partial<Record<Command, Who>> = {
  approve: 'karin',
  ask: 'karin',
  'hand-over': 'karin',
  reject: 'kim',
  acknowledge: 'sara',
  welcome: 'bo',
  decline: 'bo',
  plan: 'karin',
  record: 'karin',
  confirm: 'karin',
  return: 'kim',
};

/** What a command leads to by status: the events, or `!` and the code of the refusal; anywhere else it is too late. */
const early = '!not-yet';
const TABLE: Readonly<Record<Command, Partial<Record<(typeof STATUSES)[number] | 'else', string>>>> = {
  next: { nothing: 'begun answered', draft: 'answered', changes: 'answered' },
  back: { nothing: 'begun answered', draft: 'answered', changes: 'answered' },
  save: { nothing: 'begun answered', draft: 'answered', changes: 'answered' },
  submit: {
    nothing: 'begun answered submitted',
    draft: 'answered submitted',
    changes: 'answered resubmitted',
  },
  consult: { nothing: 'begun answered consultation-asked', draft: 'answered consultation-asked' },
  proceed: {},
  join: {},
  resume: { joining: 'resumed' },
  welcome: { joining: 'welcomed' },
  decline: { joining: 'declined' },
  withdraw: { draft: 'withdrawn', joining: 'withdrawn', submitted: 'withdrawn', changes: 'withdrawn' },
  plan: {},
  record: {},
  approve: { claiming: early, submitted: 'approved', changes: early },
  ask: { claiming: early, submitted: 'asked', changes: 'asked' },
  'hand-over': { claiming: early, submitted: 'handed-over', changes: early },
  reject: { claiming: early, submitted: 'rejected', changes: early },
  acknowledge: { submitted: early, changes: early, approved: 'acknowledged' },
  report: { acknowledged: 'created', created: '!already', active: '!already', else: early },
  confirm: { created: 'confirmed', active: '!already', else: early },
  return: { created: 'returned', active: '!already', else: early },
  free: { claiming: 'claimed' },
  taken: { claiming: 'taken' },
  // In working days: one for a draft's and a wish's ladder, two for the rung when nobody is reached.
  tick: { joining: 'reminded', submitted: 'reminded', else: '!early' },
};

const CASES = Object.entries(TABLE).flatMap(([command, cells]) =>
  STATUSES.map((status) => [command as Command, status, cells[status] ?? cells.else ?? '!already'] as const),
);

test.each(CASES)('%s on %s: %s', (command, status, then) => {
  const state = status === 'nothing' ? undefined : application(status);

  const decision = when(command, state);

  expect(
    'refused' in decision ? `!${decision.refused.code}` : decision.events.map(({ type }) => type).join(' '),
  ).toBe(then);
});

test('people’s commands from the system, and everything else it does not know, are refused', () => {
  for (const type of ['next', 'approve', 'report'] as const)
    expect(decide(COMMANDS[type], application('submitted'), facts(), SYSTEM)).toEqual({
      refused: { code: 'early' },
    });
});

describe('a decision', () => {
  it('tells the lead and the applicant of an approval, and brings the cards up to date', () => {
    expect(effectsOf('approve', 'submitted')).toEqual([
      { kind: 'notify', key: `acknowledge/${PEOPLE.sara.aad}`, to: PEOPLE.sara.aad, reason: 'acknowledge' },
      { kind: 'notify', key: `approved/${PEOPLE.anna.aad}`, to: PEOPLE.anna.aad, reason: 'approved' },
      { kind: 'refresh', key: 'refresh' },
    ]);
  });

  it('G-4.2c: is confirmed by the director where the lead decided', () => {
    const state = application('submitted', { answers: { accountType: 'official' } });

    const { effects } = accepted(decide(COMMANDS.approve, state, facts(), person('sara')));

    expect(effects[0]).toMatchObject({ kind: 'notify', to: PEOPLE.dag.aad, reason: 'acknowledge' });
  });

  it('that rejects tells the applicant and releases the name', () => {
    expect(effectsOf('reject', 'submitted')).toEqual([
      { kind: 'notify', key: `rejected/${PEOPLE.anna.aad}`, to: PEOPLE.anna.aad, reason: 'rejected' },
      {
        kind: 'send',
        key: 'release/instagram:biblioteket/2026-11-19T09:00:00.000Z',
        target: { kind: 'claim', id: 'instagram:biblioteket' },
        command: { type: 'release', holder: facts().id },
      },
      { kind: 'refresh', key: 'refresh' },
    ]);
  });

  it.each([
    ['', 'missing'],
    ['x'.repeat(1001), 'too-long'],
  ])('that rejects with %j for words is refused', (words, problem) => {
    const decision = decide({ type: 'reject', words }, application('submitted'), facts(), person('karin'));

    expect(decision).toEqual({ refused: { code: 'invalid', fields: { words: problem } } });
  });

  it.each([
    ['karin', {}, { as: 'communicator' }],
    ['kim', {}, { as: 'deputy', forName: 'Karin Kommunikatör' }],
    ['sara', { accountType: 'official' }, { as: 'lead' }],
  ] as const)('by %s for %j is logged as %j', (who, answers, as) => {
    const state = application('submitted', { answers });

    const { events } = accepted(decide(COMMANDS.approve, state, facts(), person(who)));

    const { aad: by, name } = PEOPLE[who];
    expect(events).toEqual([{ type: 'approved', approval: { by, name, at: moment().now, ...as } }]);
  });
});

it('asks every decider once when the name was free', () => {
  expect(effectsOf('free', 'claiming').map((effect) => ('to' in effect ? effect.to : effect.kind))).toEqual([
    PEOPLE.karin.aad,
    PEOPLE.kim.aad,
    'refresh',
  ]);
});

describe('the account that was created', () => {
  it('G-7.2a: goes to the register with everything it holds', () => {
    const state = application('acknowledged', { approval: decided('kim', 'deputy', 'Karin Kommunikatör') });

    const { effects } = accepted(decide(COMMANDS.report, state, facts(), person('anna')));

    expect(effects[0]).toMatchObject({
      kind: 'send',
      target: { kind: 'account', id: facts().id },
      first: true,
      command: {
        type: 'open',
        account: {
          status: 'active',
          platform: 'instagram',
          platformName: 'Instagram',
          handle: 'biblioteket',
          link: LINK,
          accountType: 'unit',
          department: 'kultur-fritid',
          unit: 'Stadsbiblioteket',
          manager: 'Maja Maj',
          responsible: ref('anna'),
          deputies: [ref('bo')],
          colour: 'blue',
          application: facts().id,
          guideline: facts().guideline.version,
          approval: state.approval,
          receipt: state.receipt,
          activeSince: moment().now,
        },
      },
    });
  });

  it('G-5.4: is not created before everything on the checklist is done', () => {
    for (const id of CONFIRMED) {
      const confirmed = CONFIRMED.filter((one) => one !== id);

      const decision = decide(
        { type: 'report', link: LINK, confirmed },
        application('acknowledged'),
        facts(),
        person('anna'),
      );

      expect(decision).toEqual({ refused: { code: 'invalid', fields: { [`check-${id}`]: 'unchecked' } } });
    }
  });

  it.each([
    ['', 'missing'],
    [`https://www.instagram.com/${'x'.repeat(300)}`, 'too-long'],
    ['biblioteket', 'bad-link'],
    ['http://www.instagram.com/biblioteket', 'bad-link'],
    ['instagram.com/biblioteket', 'bad-link'],
    ['javascript:alert(1)', 'bad-link'],
    ['https://instagram.com.evil.example/biblioteket', 'wrong-platform'],
    ['https://instagram.com@evil.example/biblioteket', 'wrong-platform'],
    ['https://www.instagram.com/', 'other-account'],
    ['https://www.instagram.com/museet', 'other-account'],
  ])('does not take %j for the link: %s', (link, problem) => {
    const decision = decide(
      { type: 'report', link, confirmed: CONFIRMED },
      application('acknowledged'),
      facts(),
      person('anna'),
    );

    expect(decision).toEqual({ refused: { code: 'invalid', fields: { link: problem } } });
  });

  it.each([
    'https://www.instagram.com/Biblioteket/',
    'https://instagram.com/biblioteket?igsh=1',
    'HTTPS://instagr.am/biblioteket',
  ])('takes %j', (link) => {
    const decision = decide(
      { type: 'report', link, confirmed: CONFIRMED },
      application('acknowledged'),
      facts(),
      person('anna'),
    );

    expect(isRefused(decision)).toBe(false);
  });

  it('on a platform that is not in the list may be anywhere but on one that is', () => {
    const state = application('acknowledged', { answers: { platform: 'other', platformName: 'Diaspora' } });
    const report = (link: string) =>
      decide({ type: 'report', link, confirmed: CONFIRMED }, state, facts(), person('anna'));

    expect(isRefused(report('https://diaspora.example/people/1'))).toBe(false);
    expect(report('https://x.com/biblioteket')).toMatchObject({
      refused: { fields: { link: 'wrong-platform' } },
    });
  });
});

it('a withdrawal releases the name only when it was claimed', () => {
  expect(effectsOf('withdraw', 'draft')).toEqual([{ kind: 'refresh', key: 'refresh' }]);
  expect(effectsOf('withdraw', 'submitted')[0]).toMatchObject({
    kind: 'send',
    command: { type: 'release', holder: facts().id },
  });
});

function sender(command: Command): Actor {
  return command === 'free' || command === 'taken' || command === 'tick'
    ? SYSTEM
    : person(SENDER[command] ?? 'anna');
}

function when(command: Command, state: Application | undefined) {
  return decide(COMMANDS[command], state, facts(), sender(command));
}

function accepted(decision: ReturnType<typeof decide>) {
  if (isRefused(decision)) throw new Error(`refused: ${JSON.stringify(decision.refused)}`);
  return decision;
}

function effectsOf(command: Command, status: Status) {
  return accepted(when(command, application(status))).effects;
}
