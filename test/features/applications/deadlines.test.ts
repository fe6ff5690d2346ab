/** Who is told when about an application that waits: situations × working days, by the guideline's table. */
import { decide } from '../../../src/features/applications/decide';
import { deadlineOf } from '../../../src/features/applications/deadlines';
import { evolve } from '../../../src/features/applications/evolve';
import { mentionOf } from '../../../src/features/applications/mention';
import type { Application } from '../../../src/features/applications/model';
import { dayIn } from '../../../src/kernel/calendar';
import { isRefused } from '../../../src/kernel/decision';
import type { Organisation } from '../../../src/kernel/organisation';
import { PEOPLE, type Who } from '../../support/house';
import { moment, organisation, person } from '../world';
import { application, decided, facts, ID, ref } from './applications';

const SYSTEM = { type: 'system', organisation: 'sundsvall' } as const;
const THURSDAY = '2026-11-19T09:00:00.000Z';

interface Going {
  readonly unreached?: Partial<Record<Who, string>>;
  readonly place?: Organisation;
}

function factsAt(now: string, { unreached = {}, place = organisation() }: Going) {
  const today = dayIn('Europe/Stockholm', now);
  const since = Object.entries(unreached).map(([who, at]) => [PEOPLE[who as Who].aad, at]);
  return facts({
    moment: moment({ now, today, organisation: place }),
    unreached: Object.fromEntries(since) as Record<string, string>,
  });
}

/** The timer comes whenever something is due, and nobody does anything: the hour in UTC, and whom it tells. */
function ladder(begun: Application, going: Going = {}): string[] {
  const told: string[] = [];
  let state = begun;
  for (let rounds = 0; rounds < 12; rounds += 1) {
    const now = deadlineOf(state, factsAt(THURSDAY, going));
    if (now === undefined) return told;
    const decision = decide({ type: 'tick' }, state, factsAt(now, going), SYSTEM);
    if (isRefused(decision)) throw new Error(decision.refused.code);
    const people = decision.effects.flatMap((effect) =>
      effect.kind === 'mention' ? [nameOf(effect.to)] : [],
    );
    const [event] = decision.events;
    const what = event?.type === 'reminded' ? people.join(' ') : event?.type;
    told.push(`${now.slice(0, 13)} ${what ?? ''}`.trim());
    state = decision.events.reduce<Application | undefined>(evolve, state)!;
    if (state.status === 'expired') return told;
  }
  return told;
}

function nameOf(id: string): string {
  return Object.entries(PEOPLE).find(([, { aad }]) => aad === id)?.[0] ?? id;
}

function submitted(at = THURSDAY, making: Parameters<typeof application>[1] = {}) {
  return { ...application('submitted', making), submittedAt: at };
}

function talking(consultation: Application['consultation']): Application {
  return { ...application('draft'), touchedAt: '2027-01-20T09:00:00.000Z', consultation: consultation! };
}

const handed = { to: PEOPLE.kim.aad, by: PEOPLE.karin.aad, name: 'Karin', words: '', at: THURSDAY };
const unit = { answers: { department: 'bibliotek' } };
const toSara = { ...handed, to: PEOPLE.sara.aad };

const LADDERS: readonly (readonly [string, Application, readonly string[], Going?])[] = [
  [
    'G-4.2a: a decision: the communicator after 3 working days, the deputy after 5, the lead after 10',
    submitted(),
    ['2026-11-23T05', '2026-11-24T05 karin', '2026-11-26T05 kim', '2026-12-03T05 sara'],
  ],
  ['G-2.0: a department without a communicator: those of the department above', submitted(THURSDAY, unit),
    ['2026-11-23T05', '2026-11-24T05 karin', '2026-11-26T05 kim', '2026-12-03T05 sara']],
  ['the communicator’s own: the deputy decides, and is told from the first rung', submitted(THURSDAY, { applicant: 'karin' }),
    ['2026-11-23T05', '2026-11-24T05 kim', '2026-11-26T05 kim', '2026-12-03T05 sara']],
  ['the communicator’s own where nobody deputises: the lead', submitted(THURSDAY, { applicant: 'vera', answers: { department: 'vard-omsorg' } }),
    ['2026-11-23T05', '2026-11-24T05 sara', '2026-11-26T05', '2026-12-03T05 sara']],
  ['an official account: the lead, and no deputy of the department', submitted(THURSDAY, { answers: { accountType: 'official' } }),
    ['2026-11-23T05', '2026-11-24T05 sara', '2026-11-26T05', '2026-12-03T05 sara']],
  ['the lead’s own: the director', submitted(THURSDAY, { applicant: 'sara' }),
    ['2026-11-23T05', '2026-11-24T05 dag', '2026-11-26T05', '2026-12-03T05 sara']],
  ['handed over to the deputy: the deputy from the first rung, not who handed it over', { ...submitted(), handed },
    ['2026-11-23T05', '2026-11-24T05 kim', '2026-11-26T05 kim', '2026-12-03T05 sara']],
  ['handed over to the lead: the lead alone', { ...submitted(), handed: toSara },
    ['2026-11-23T05', '2026-11-24T05 sara', '2026-11-26T05', '2026-12-03T05 sara']],
  ['nobody reachable since it was sent in: the lead after 2 working days, and with the deciders from then on', submitted(),
    ['2026-11-23T05 sara', '2026-11-24T05 karin sara', '2026-11-26T05 kim', '2026-12-03T05 sara'],
    { unreached: { karin: THURSDAY, kim: THURSDAY } }],
  ['unreachable since the first reminder: the lead with the next rung', submitted(),
    ['2026-11-23T05', '2026-11-24T05 karin', '2026-11-26T05 sara kim', '2026-12-03T05 sara'],
    { unreached: { karin: '2026-11-24T07:30:00.000Z', kim: THURSDAY } }],
  ['the deputy still reachable: the lead after 10 as always', submitted(),
    ['2026-11-23T05', '2026-11-24T05 karin', '2026-11-26T05 kim', '2026-12-03T05 sara'], { unreached: { karin: THURSDAY } }],
  ['over Christmas, New Year and Epiphany; the deputy’s days end with the year', submitted('2026-12-22T09:00:00.000Z'),
    ['2026-12-28T05', '2026-12-29T05 karin', '2027-01-04T05', '2027-01-12T05 sara']],
  ['over Easter and into summer time: still six in the morning', submitted('2027-03-24T09:00:00.000Z'),
    ['2027-03-30T04', '2027-03-31T04 karin', '2027-04-02T04', '2027-04-09T04 sara']],
  ['out of summer time', submitted('2026-10-22T09:00:00.000Z'),
    ['2026-10-26T05', '2026-10-27T05 karin', '2026-10-29T05 kim', '2026-11-05T05 sara']],
  ['over Midsummer, sent in on a Saturday', submitted('2026-06-13T09:00:00.000Z'),
    ['2026-06-16T04', '2026-06-17T04 karin', '2026-06-22T04 kim', '2026-06-29T04 sara']],
  ['sent in just after midnight in Sweden: counted from that day', submitted('2026-11-19T23:30:00.000Z'),
    ['2026-11-24T05', '2026-11-25T05 karin', '2026-11-27T05 kim', '2026-12-04T05 sara']],
  ['G-4.2b: a talk that was asked for', talking({ status: 'asked', at: THURSDAY, told: 0 }),
    ['2026-11-24T05 karin', '2026-11-26T05 kim', '2026-12-03T05 sara', '2027-04-06T04 anna', '2027-04-20T04 expired']],
  ['G-4.2b: a talk that was planned counts from the planned day', talking({ status: 'planned', at: THURSDAY, day: '2026-11-27', time: '10', name: 'Karin', told: 0 }),
    ['2026-12-02T05 karin', '2026-12-04T05 kim', '2026-12-11T05 sara', '2027-04-06T04 anna', '2027-04-20T04 expired']],
  ['questions: the applicant after 10 and 20 working days, closed after 40', { ...application('changes'), askedAt: THURSDAY },
    ['2026-12-03T05 anna', '2026-12-17T05 anna', '2027-01-21T05 lapsed']],
  ['G-4.2c: a receipt: the lead after 3 and 5, the director after 10', application('approved', { approval: { ...decided('karin', 'communicator'), at: THURSDAY } }),
    ['2026-11-24T05 sara', '2026-11-26T05 sara', '2026-12-03T05 dag']],
  ['G-4.2c: where the lead decided: the director', application('approved', { approval: { ...decided('sara', 'lead'), at: THURSDAY } }),
    ['2026-11-24T05 dag', '2026-11-26T05 dag', '2026-12-03T05 dag']],
  ['an account that is not created: whoever creates it after 20, the communicator too after 40', { ...application('acknowledged', { responsible: ref('bo') }), receipt: { by: 's', name: 'Sara', at: THURSDAY } },
    ['2026-12-17T05 anna bo', '2027-01-21T05 anna bo karin']],
  ['a wish to join: the person asked after 3, the applicant after 5; it ends with the draft’s warning', { ...application('joining'), askedAt: THURSDAY, touchedAt: THURSDAY },
    ['2026-11-24T05 bo', '2026-11-26T05 anna', '2027-02-03T05 resumed', '2027-02-03T05 anna', '2027-02-17T05 expired']],
  ['a draft: warned about 14 days before its 90 are over, also on a Sunday', { ...application('draft'), touchedAt: '2026-11-29T09:00:00.000Z' },
    ['2027-02-13T05 anna', '2027-02-27T05 expired']],
]; // prettier-ignore

for (const [title, state, told, going] of LADDERS) {
  it(title, () => {
    expect(ladder(state, going)).toEqual(told);
  });
}

it('after days without the timer everything is told together, each person once', () => {
  const late = factsAt('2026-12-07T08:00:00.000Z', {});

  const decision = decide({ type: 'tick' }, submitted(), late, SYSTEM);

  expect(decision).toMatchObject({
    events: [{ type: 'reminded', count: 4, escalated: true }],
    effects: ['karin', 'kim', 'sara'].map((who) => ({ kind: 'mention', to: PEOPLE[who as Who].aad })),
  });
});

it('a name that was taken brings the questions back with what was told already', () => {
  const changes = { ...application('changes'), told: 1 };
  const { submittedAt: at, guideline, handle, claim, responsible, deputies } = changes;

  const sent = evolve(changes, {
    type: 'submitted',
    at,
    guideline,
    handle: `${handle}2`,
    claim,
    responsible,
    deputies,
  });
  const back = evolve(sent, { type: 'taken', name: 'Bo' });

  expect(back).toMatchObject({ status: 'changes', told: 1, askedAt: changes.askedAt });
});

it('a wish to join made late in a draft’s life is not over at once', () => {
  const old = { ...application('draft'), touchedAt: '2026-09-01T09:00:00.000Z', told: 1 };
  const { twin } = application('joining');

  const joining = evolve(old, { type: 'join-asked', twin, at: THURSDAY });

  expect(deadlineOf(joining, factsAt(THURSDAY, {}))).toBe('2026-11-24T05:00:00.000Z');
});

it('the lead who was told of a talk keeps it when the wish to join is over', () => {
  const joining = { ...application('joining'), escalated: true as const };

  expect(evolve(joining, { type: 'resumed' })).toMatchObject({ status: 'draft', escalated: true });
});

describe('a line that was gathered in the morning', () => {
  const lineFor = (who: Who, state: Application) =>
    mentionOf(
      { kind: 'application', id: ID, revision: 1, events: [], state },
      person(who),
      'decision',
      factsAt('2026-11-24T07:30:00.000Z', {}),
    );

  it('is shown while nothing has happened', () => {
    expect(lineFor('karin', { ...submitted(), told: 2 })).toContain('väntat på beslut i 3 arbetsdagar');
  });

  it('is dropped when the application was answered and sent in again before 08:30', () => {
    expect(lineFor('karin', submitted('2026-11-24T06:30:00.000Z'))).toBeUndefined();
  });

  it('is dropped for whoever has handed the decision over since', () => {
    expect(lineFor('karin', { ...submitted(), told: 2, handed })).toBeUndefined();
    expect(lineFor('kim', { ...submitted(), told: 2, handed })).toContain('väntat på beslut');
  });
});
