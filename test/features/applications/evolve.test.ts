/** What each event makes of each status; an event that does not fit is a bug, and says so. */
import { evolve } from '../../../src/features/applications/evolve';
import { Application, type ApplicationEvent, type Status } from '../../../src/features/applications/model';
import { moment } from '../world';
import { ANSWERS, application, decided, ref } from './applications';

const at = moment().now;
const EVENTS = {
  answered: { type: 'answered', at, answers: ANSWERS, step: 2 },
  submitted: {
    type: 'submitted',
    at,
    guideline: 'new',
    handle: 'museet',
    claim: 'x:museet',
    responsible: ref('bo'),
    deputies: [],
  },
  claimed: { type: 'claimed' },
  taken: { type: 'taken', name: 'Bo' },
  withdrawn: { type: 'withdrawn', at },
  approved: { type: 'approved', approval: decided('kim', 'deputy', 'Karin') },
  rejected: { type: 'rejected', rejection: decided('kim', 'deputy'), words: 'Nej.' },
  acknowledged: { type: 'acknowledged', receipt: { by: 'b', name: 'Dag', at } },
  created: { type: 'created', link: 'https://x.com/museet', at },
  reminded: { type: 'reminded', count: 1, escalated: false },
  expired: { type: 'expired' },
} as const satisfies Record<string, ApplicationEvent>;

/** Every way on; what is not here is a misfit. */
const WAYS: Readonly<Record<keyof typeof EVENTS, Partial<Record<Status, Status>>>> = {
  answered: { draft: 'draft' },
  submitted: { draft: 'claiming' },
  claimed: { claiming: 'submitted' },
  taken: { claiming: 'draft' },
  withdrawn: { draft: 'withdrawn', submitted: 'withdrawn' },
  approved: { submitted: 'approved' },
  rejected: { submitted: 'rejected' },
  acknowledged: { approved: 'acknowledged' },
  created: { acknowledged: 'active' },
  reminded: {
    draft: 'draft',
    submitted: 'submitted',
    approved: 'approved',
    acknowledged: 'acknowledged',
  },
  expired: { draft: 'expired' },
};
const STATUSES = [
  'draft',
  'claiming',
  'submitted',
  'approved',
  'acknowledged',
  'active',
  'rejected',
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

it('changes nothing in the state it was given', () => {
  const before = application('submitted');
  const copy = structuredClone(before);

  evolve(before, EVENTS.rejected);

  expect(before).toEqual(copy);
});
