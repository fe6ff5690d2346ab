/** What a change of one part does to the others: who is told, whose clock starts anew, who still reads it. */
import { waitingOf } from '../../../src/features/applications/deadlines';
import { decide } from '../../../src/features/applications/decide';
import { evolve } from '../../../src/features/applications/evolve';
import type { ApplicationEvent } from '../../../src/features/applications/events';
import { permits } from '../../../src/features/applications/policy';
import type { Application } from '../../../src/features/applications/model';
import type { Effect } from '../../../src/kernel/effect';
import { isRefused } from '../../../src/kernel/decision';
import { PEOPLE, type Who } from '../../support/house';
import { moment, person } from '../world';
import { ANSWERS, application, decided, facts, question, ref, twin } from './applications';

const LATER = '2026-12-10T09:00:00.000Z';
const asked = { status: 'asked', at: '2026-11-18T09:00:00.000Z', told: 3 } as const;

function effects(decision: ReturnType<typeof decide>): readonly Effect[] {
  if (isRefused(decision)) throw new Error(decision.refused.code);
  return decision.effects;
}

function after(state: Application, ...events: ApplicationEvent[]): Application {
  return events.reduce(evolve, state);
}

function reads(who: Who, state: Application): boolean {
  return permits(person(who), { type: 'see' }, state, facts()) === undefined;
}

describe('G-4.2a: a talk that is asked for', () => {
  const draft = { ...application('draft'), consultation: asked };
  const moving = { ...ANSWERS, department: 'vard-omsorg' };

  it('in another department than before is told there, and asked for anew', () => {
    const decision = decide({ type: 'next', step: 0, inputs: moving }, draft, facts(), person('anna'));

    expect(effects(decision)).toEqual([
      { kind: 'notify', key: `consult/${PEOPLE.vera.aad}`, to: PEOPLE.vera.aad, reason: 'consult' },
      { kind: 'refresh', key: 'refresh', spare: PEOPLE.anna.aad },
    ]);
    const moved = after(draft, { type: 'answered', at: LATER, answers: moving, step: 1 });
    expect(moved).toMatchObject({ consultation: { status: 'asked', at: LATER, told: 0 } });
    expect([reads('karin', moved), reads('vera', moved)]).toEqual([false, true]);
  });

  it('keeps the communicator’s card good while the applicant writes on', () => {
    const decision = decide({ type: 'next', step: 0, inputs: ANSWERS }, draft, facts(), person('anna'));

    expect(effects(decision)).toEqual([{ kind: 'refresh', key: 'refresh', spare: PEOPLE.anna.aad }]);
    const plain = decide(
      { type: 'next', step: 0, inputs: ANSWERS },
      application('draft'),
      facts(),
      person('anna'),
    );
    expect(effects(plain)).toEqual([]);
  });
});

describe('the clock', () => {
  it('of a step that was answered without a change starts with the answer', () => {
    const state = { ...application('submitted'), approvals: [decided('kim', 'manager')], submittedAt: LATER };

    expect(waitingOf(state, facts())?.since).toBe(LATER);
  });

  it('of questions starts anew with each', () => {
    const changes = { ...application('changes'), told: 2 };

    const more = after(changes, { type: 'asked', question: { ...question('why'), at: LATER }, step: 2 });

    expect(waitingOf(more, facts())).toMatchObject({ since: LATER, told: 0 });
  });

  it('of an account that was given back starts with that day', () => {
    const back = after(application('created'), {
      type: 'returned',
      name: 'Karin',
      words: 'Färgen saknas.',
      at: LATER,
    });

    expect(waitingOf(back, facts())).toMatchObject({ situation: 'creation', since: LATER, told: 0 });
  });
});

describe('whoever had a part in it', () => {
  it('reads that it was withdrawn: the manager, and who approved a step', () => {
    const state = {
      ...application('submitted'),
      manager: ref('rolf'),
      approvals: [decided('bo', 'manager')],
      deputies: [],
    };

    const withdrawn = after(state, { type: 'withdrawn', at: LATER });

    expect([reads('rolf', withdrawn), reads('bo', withdrawn), reads('vera', withdrawn)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(permits(person('rolf'), { type: 'see' }, application('withdrawn'), facts())).toBeDefined();
  });

  it('was asked to share an account, and reads the own answer also when somebody else is asked later', () => {
    const draft = { ...application('draft'), twins: [twin('bo'), twin('kim')] };

    const twice = after(
      draft,
      { type: 'join-asked', twin: twin('bo'), at: LATER },
      { type: 'resumed' },
      { type: 'join-asked', twin: twin('kim'), at: LATER },
    );

    expect([reads('bo', twice), reads('kim', twice), reads('vera', twice)]).toEqual([true, true, false]);
    expect(permits(person('kim'), { type: 'welcome' }, twice, facts())).toBeUndefined();
  });

  it('handed over, and is told of a step that was only one of several', () => {
    const guideline = facts().guideline;
    const chain = {
      ...guideline,
      application: { ...guideline.application, chain: ['communicator', 'central'] as const },
    };
    const handed = { to: PEOPLE.kim.aad, by: PEOPLE.karin.aad, name: 'Karin', words: '', at: LATER };

    const decision = decide(
      { type: 'approve' },
      { ...application('submitted'), handed },
      facts({ guideline: chain }),
      person('kim'),
    );

    expect(effects(decision)).toContainEqual(
      expect.objectContaining({ kind: 'notify', to: PEOPLE.karin.aad, reason: 'informed' }),
    );
  });

  it('is not the manager of before, once the answers name nobody', () => {
    const changes = { ...application('changes'), manager: ref('rolf') };
    const { submittedAt: at, guideline, handle, claim, responsible, deputies } = changes;

    const again = after(
      changes,
      { type: 'answered', at: LATER, answers: { ...ANSWERS, manager: 'Ingen Alls' }, step: 1 },
      { type: 'resubmitted', at, guideline, handle, claim, responsible, deputies },
    );

    expect(again).not.toHaveProperty('manager');
  });
});

it('G-2.0: a question about a talk that is on record has no place in the form, so it is not asked', () => {
  const consultation = { status: 'held', day: '2026-11-20', by: 'k', name: 'Karin', words: '' } as const;
  const state = { ...application('submitted'), consultation };

  const decision = decide(
    { type: 'ask', about: 'consultedWith', words: 'Vem?' },
    state,
    facts({ moment: moment() }),
    person('karin'),
  );

  expect(decision).toEqual({ refused: { code: 'invalid', fields: { about: 'not-a-choice' } } });
});
