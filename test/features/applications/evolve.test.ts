/** What each event makes of each status; an event that does not fit is a bug, and says so. */
import { evolve } from '../../../src/features/applications/evolve';
import type { ApplicationEvent } from '../../../src/features/applications/events';
import { Application, restore, type Status } from '../../../src/features/applications/model';
import { moment } from '../world';
import { ANSWERS, application, decided, question, ref, twin } from './applications';

const at = moment().now;
const sent = {
  at,
  guideline: 'new',
  handle: 'museet',
  claim: 'x:museet',
  responsible: ref('bo'),
  deputies: [],
};
const day = '2026-11-20';
const EVENTS: Record<Exclude<ApplicationEvent['type'], 'begun'>, ApplicationEvent> = {
  answered: { type: 'answered', at, answers: ANSWERS, step: 2 },
  compared: { type: 'compared', twins: [twin()] },
  'join-asked': { type: 'join-asked', twin: twin(), at },
  welcomed: { type: 'welcomed', name: 'Bo', words: 'Kul!', at },
  declined: { type: 'declined', name: 'Bo', words: 'Vi är fulla.' },
  resumed: { type: 'resumed' },
  'consultation-asked': { type: 'consultation-asked', at },
  'consultation-planned': { type: 'consultation-planned', at, day, time: '10.00', name: 'Karin' },
  'consultation-held': { type: 'consultation-held', day, by: 'k', name: 'Karin', words: '' },
  submitted: { type: 'submitted', ...sent },
  resubmitted: { type: 'resubmitted', ...sent },
  claimed: { type: 'claimed' },
  taken: { type: 'taken', name: 'Bo' },
  withdrawn: { type: 'withdrawn', at },
  endorsed: { type: 'endorsed', approval: decided('kim', 'deputy', 'Karin') },
  asked: { type: 'asked', question: question('why'), step: 2 },
  'handed-over': { type: 'handed-over', to: 's', toName: 'Sara', by: 'k', name: 'Karin', words: '', at },
  approved: { type: 'approved', approval: decided('kim', 'deputy', 'Karin') },
  rejected: { type: 'rejected', rejection: decided('kim', 'deputy'), words: 'Nej.' },
  acknowledged: { type: 'acknowledged', receipt: { by: 'b', name: 'Dag', at } },
  reported: { type: 'reported', link: 'https://x.com/museet', at },
  returned: { type: 'returned', name: 'Karin', words: 'Färgen saknas.', at: '2026-11-23T09:00:00.000Z' },
  confirmed: { type: 'confirmed', at },
  created: { type: 'created', link: 'https://x.com/museet', at },
  reminded: { type: 'reminded', situation: 'waiting', count: 1, escalated: false },
  lapsed: { type: 'lapsed', at },
  expired: { type: 'expired' },
};

/** Every way on; what is not here is a misfit. */
const WAYS: Readonly<Record<keyof typeof EVENTS, Partial<Record<Status, Status>>>> = {
  answered: { draft: 'draft', changes: 'changes' },
  compared: { draft: 'draft' },
  'join-asked': { draft: 'joining' },
  welcomed: { joining: 'joined' },
  declined: { joining: 'draft' },
  resumed: { joining: 'draft' },
  'consultation-asked': { draft: 'draft' },
  'consultation-planned': { draft: 'draft', submitted: 'submitted' },
  'consultation-held': { draft: 'draft', submitted: 'submitted' },
  submitted: { draft: 'claiming', changes: 'claiming' },
  resubmitted: { changes: 'submitted' },
  claimed: { claiming: 'submitted' },
  taken: { claiming: 'draft' },
  withdrawn: { draft: 'withdrawn', joining: 'withdrawn', submitted: 'withdrawn', changes: 'withdrawn' },
  endorsed: { submitted: 'submitted' },
  asked: { submitted: 'changes', changes: 'changes' },
  'handed-over': { submitted: 'submitted' },
  approved: { submitted: 'approved' },
  rejected: { submitted: 'rejected' },
  acknowledged: { approved: 'acknowledged' },
  reported: { acknowledged: 'created' },
  returned: { created: 'acknowledged' },
  confirmed: { created: 'active' },
  created: { acknowledged: 'active' },
  reminded: {
    draft: 'draft',
    joining: 'joining',
    submitted: 'submitted',
    changes: 'changes',
    approved: 'approved',
    acknowledged: 'acknowledged',
    created: 'created',
  },
  lapsed: { changes: 'lapsed' },
  expired: { draft: 'expired' },
};
const STATUSES = [
  'draft',
  'joining',
  'claiming',
  'submitted',
  'changes',
  'approved',
  'acknowledged',
  'created',
  'active',
  'rejected',
  'lapsed',
  'joined',
  'withdrawn',
  'expired',
] as const;

describe.each(Object.entries(EVENTS))('%s', (name, event) => {
  const ways = WAYS[name as keyof typeof WAYS];

  it.each(STATUSES.map((from) => [from, ways[from] ?? 'a misfit'] as const))('on %s gives %s', (from, to) => {
    const evolved = (): Application => evolve(application(from), event);

    if (to === 'a misfit')
      expect(evolved).toThrow(expect.objectContaining({ code: 'event-misfit' }) as Error);
    else expect(Application.parse(evolved())).toMatchObject({ status: to });
  });

  it('on nothing is a misfit', () => {
    expect(() => evolve(undefined, event)).toThrow(
      expect.objectContaining({ code: 'event-misfit' }) as Error,
    );
  });
});

it('begins a draft with nothing answered', () => {
  const applicant = { id: 'a', name: 'Anna' };

  expect(evolve(undefined, { type: 'begun', applicant, guideline: 'g', at })).toEqual({
    status: 'draft',
    applicant,
    guideline: 'g',
    begunAt: at,
    touchedAt: at,
    told: 0,
    answers: {},
    step: 0,
  });
});

it('keeps the answers when the name was taken, and says who has it until the next answer', () => {
  const taken = evolve(application('claiming'), EVENTS.taken);
  const answered = evolve(taken, EVENTS.answered);

  expect(taken).toMatchObject({ status: 'draft', answers: ANSWERS, step: 0, taken: 'Bo' });
  expect(answered).not.toHaveProperty('taken');
});

it('remembers of a withdrawn application whether anybody had seen it', () => {
  expect(evolve(application('submitted'), EVENTS.withdrawn)).toMatchObject({
    submittedAt: '2026-11-19T09:00:00.000Z',
  });
  expect(evolve(application('draft'), EVENTS.withdrawn)).not.toHaveProperty('submittedAt');
});

describe('an application that comes back', () => {
  const changed = { ...ANSWERS, audience: 'Unga vuxna, 18–25 år.' };
  const endorsed = { ...application('submitted'), approvals: [decided('kim', 'manager')] };

  it('loses its approvals with any change, and keeps them where nothing was changed', () => {
    const asked = evolve(endorsed, EVENTS.asked);
    const answered = evolve(asked, { type: 'answered', at, answers: changed, step: 2 });

    expect(evolve(answered, EVENTS.resubmitted)).toMatchObject({ status: 'submitted', approvals: [] });
    expect(evolve(asked, EVENTS.resubmitted)).toMatchObject({ approvals: endorsed.approvals });
  });

  it('loses the handover of a later step with its approvals, and keeps that of the step it comes back to', () => {
    const resent = (state: Application) =>
      evolve(
        evolve(evolve(evolve(state, EVENTS['handed-over']), EVENTS.asked), {
          type: 'answered',
          at,
          answers: changed,
          step: 2,
        }),
        EVENTS.resubmitted,
      );

    expect(resent(endorsed)).not.toHaveProperty('handed');
    expect(resent(application('submitted'))).toMatchObject({ handed: { to: 's' } });
  });

  it('remembers what the decider had read', () => {
    const asked = evolve(endorsed, EVENTS.asked);

    expect(evolve(asked, EVENTS.resubmitted)).toMatchObject({ before: ANSWERS });
  });

  it('goes back to its questions with the handle it had, when the new one is taken', () => {
    const asked = evolve(endorsed, EVENTS.asked);
    const claiming = evolve(asked, EVENTS.submitted);
    const taken = evolve(claiming, EVENTS.taken);

    expect(claiming).toMatchObject({ claim: 'x:museet', held: { claim: 'instagram:biblioteket' } });
    expect(taken).toMatchObject({
      status: 'changes',
      claim: 'instagram:biblioteket',
      handle: 'biblioteket',
      questions: [question('why')],
      taken: 'Bo',
    });
    expect(evolve(claiming, EVENTS.claimed)).not.toHaveProperty('held');
  });
});

it('raises no decider of one step to the next: an escalation ends with the step', () => {
  const late = { ...application('submitted'), escalated: true as const, told: 3 };

  const next = evolve(late, EVENTS.endorsed);

  expect(next).toMatchObject({ told: 0 });
  expect(next).not.toHaveProperty('escalated');
});

it('counts the reminders of a talk beside those of the draft', () => {
  const asked = evolve(application('draft'), EVENTS['consultation-asked']);

  const told = evolve(asked, { type: 'reminded', situation: 'consultation', count: 2, escalated: true });

  expect(told).toMatchObject({ told: 0, escalated: true, consultation: { status: 'asked', told: 2 } });
});

it('reads what was stored before there were chains: one approval, kept as the only step', () => {
  const { approvals: _none, ...approved } = application('approved');
  const { approvals: _too, ...submitted } = application('submitted');

  expect(restore(approved, 1)).toMatchObject({ approvals: [approved.approval] });
  expect(restore(submitted, 1)).toMatchObject({ approvals: [] });
  expect(restore(application('draft'), 1)).toEqual(application('draft'));
});

it('changes nothing in the state it was given', () => {
  const before = application('submitted');
  const copy = structuredClone(before);

  evolve(before, EVENTS.rejected);

  expect(before).toEqual(copy);
});
