/** Who may do what, as a table: one row per person, one column per thing to do. */
import type { ApplicationCommand } from '../../../src/features/applications/commands';
import { creatorsOf, decidersOf } from '../../../src/features/applications/deciders';
import type { Application } from '../../../src/features/applications/model';
import { permits } from '../../../src/features/applications/policy';
import type { Who } from '../../support/house';
import { PEOPLE } from '../../support/house';
import { moment, organisation, person } from '../world';
import { application, decided, facts, ref } from './applications';

const ground = (at = moment()) => facts({ moment: at });

const DOING = {
  see: { type: 'see' },
  submit: { type: 'submit', step: 0, inputs: {} },
  withdraw: { type: 'withdraw' },
  approve: { type: 'approve' },
  reject: { type: 'reject', words: 'x' },
  acknowledge: { type: 'acknowledge' },
  report: { type: 'report', link: '', confirmed: [] },
} as const satisfies Record<string, ApplicationCommand | { type: 'see' }>;
const DO = Object.keys(DOING) as (keyof typeof DOING)[];
const EVERYBODY = ['anna', 'bo', 'karin', 'kim', 'vera', 'sara', 'dag', 'rolf', 'nils'] as const;

/** What each person may do; everything else is refused. */
function allowed(state: Application | undefined, at = moment()): Partial<Record<Who, string>> {
  const rows = EVERYBODY.map((who) => {
    const may = DO.filter((what) => permits(person(who), DOING[what], state, ground(at)) === undefined);
    return [who, may.join(' ')] as const;
  });
  return Object.fromEntries(rows.filter(([, may]) => may !== ''));
}

const APPLICANT = 'see submit withdraw';
const DECIDER = 'see approve reject';

describe('who may do what', () => {
  it('G-1.7: a unit’s application is decided by its communicator or her deputy, and seen by those concerned', () => {
    expect(allowed(application('submitted'))).toEqual({
      anna: `${APPLICANT} report`,
      bo: 'see',
      karin: DECIDER,
      kim: DECIDER,
      sara: 'see acknowledge',
      dag: 'see',
    });
  });

  it('G-4.0a, G-4.1.1: an official account is decided by the lead', () => {
    expect(allowed(application('submitted', { answers: { accountType: 'official' } }))).toEqual({
      anna: `${APPLICANT} report`,
      bo: 'see',
      karin: 'see',
      kim: 'see',
      sara: `${DECIDER} acknowledge`,
      dag: 'see',
    });
  });

  it('what the lead applies for is decided by the director, whatever kind it is', () => {
    for (const accountType of ['unit', 'official'])
      expect(
        allowed(application('submitted', { applicant: 'sara', answers: { accountType } })),
      ).toMatchObject({
        sara: `${APPLICANT} acknowledge report`,
        dag: DECIDER,
        karin: 'see',
      });
  });

  it('nobody decides on their own: the deputy does, or the lead', () => {
    expect(allowed(application('submitted', { applicant: 'karin' }))).toMatchObject({
      karin: `${APPLICANT} report`,
      kim: DECIDER,
    });
    expect(
      allowed(application('submitted', { applicant: 'vera', answers: { department: 'vard-omsorg' } })),
    ).toMatchObject({ vera: `${APPLICANT} report`, sara: `${DECIDER} acknowledge` });
  });

  it('G-4.2c: an approved one is confirmed by the lead, or by the director where the lead decided', () => {
    const byLead = application('approved', { approval: decided('sara', 'lead') });

    expect(allowed(application('approved'))).toMatchObject({ sara: 'see acknowledge', dag: 'see' });
    // Whoever decided may press the old card again, and is told that it is done.
    expect(allowed(byLead)).toMatchObject({ sara: DECIDER, dag: 'see acknowledge' });
  });

  it('G-5.4: nobody answered the application, so the lead decides on it; the account is the office’s to look at', () => {
    const confirms = (status: 'submitted' | 'created') =>
      permits(person('sara'), { type: 'confirm' }, { ...application(status), escalated: true }, ground());

    expect(confirms('submitted')).toMatchObject({ code: 'not-inspector' });
    expect(confirms('created')).toBeUndefined();
  });

  it('G-4.0b: an account is reported by the applicant or by the one who is responsible', () => {
    const state = application('acknowledged', { responsible: ref('bo') });

    expect(allowed(state)).toMatchObject({ anna: `${APPLICANT} report`, bo: 'see report' });
    expect(creatorsOf(state)).toEqual([PEOPLE.anna.aad, PEOPLE.bo.aad]);
    expect(
      creatorsOf(application('acknowledged', { responsible: { name: 'ny@x.se', email: 'ny@x.se' } })),
    ).toEqual([PEOPLE.anna.aad]);
  });

  it('a draft, and one that was withdrawn as a draft, is the applicant’s alone', () => {
    for (const status of ['draft', 'withdrawn'] as const)
      expect(allowed(application(status))).toEqual({ anna: APPLICANT, sara: 'acknowledge' });
  });

  it('one that was withdrawn after it was sent in is still seen by those who would have decided', () => {
    const state = { ...application('withdrawn'), submittedAt: '2026-11-19T09:00:00.000Z' };

    expect(allowed(state)).toEqual({
      anna: APPLICANT,
      karin: DECIDER,
      kim: DECIDER,
      sara: 'see acknowledge',
      dag: 'see',
    });
  });

  it('whoever decided sees it afterwards, also when the office has passed on', () => {
    const state = application('rejected');
    const [culture, ...others] = organisation().departments;
    const departments = [{ ...culture!, communicators: [PEOPLE.vera.aad], deputies: [] }, ...others];

    const at = moment({ organisation: organisation({ departments }) });

    expect(allowed(state, at)).toMatchObject({ karin: 'see', vera: DECIDER });
    expect(allowed(state, at)).not.toHaveProperty('kim');
  });

  it('anybody may begin one, and decide nothing that does not exist', () => {
    for (const who of EVERYBODY)
      expect(allowed(undefined)).toMatchObject({
        [who]: expect.stringMatching(/^see submit withdraw( acknowledge)?$/),
      });
  });

  it('timers and answers are nobody’s but the system’s', () => {
    const tick = { type: 'tick' } as const;
    const answer = { type: 'answer', key: 'claim', outcome: 'accepted' } as const;

    for (const command of [tick, answer]) {
      expect(permits(person('sara'), command, application('claiming'), ground())).toEqual({
        code: 'system-only',
      });
      const system = { type: 'system', organisation: 'sundsvall' } as const;
      expect(permits(system, command, application('claiming'), ground())).toBeUndefined();
    }
  });
});

describe('who decides', () => {
  const deciders = (state: Parameters<typeof decidersOf>[0], at = moment()): string[] =>
    decidersOf(state, ground(at)).map(
      (one) => `${one.person} ${one.as}${one.for === undefined ? '' : ` ${one.for}`}`,
    );
  const [karin, kim, sara] = [PEOPLE.karin.aad, PEOPLE.kim.aad, PEOPLE.sara.aad];

  it('are the communicators first, then deputies in their days, first and last included', () => {
    const on = (today: string) => deciders(application('submitted'), moment({ today }));

    expect(on('2026-11-23')).toEqual([`${karin} communicator`, `${kim} deputy ${karin}`]);
    expect(on('2026-01-01')).toHaveLength(2);
    expect(on('2026-12-31')).toHaveLength(2);
    expect(on('2027-01-01')).toEqual([`${karin} communicator`]);
  });

  it('are those of the department above where there is none', () => {
    expect(deciders(application('submitted', { answers: { department: 'bibliotek' } }))).toHaveLength(2);
  });

  it('is each of them once, and the lead for a department nobody knows', () => {
    const [culture, ...others] = organisation().departments;
    const deputies = [{ for: karin, person: karin, from: '2026-01-01', to: '2026-12-31' }];
    const at = moment({
      organisation: organisation({ departments: [{ ...culture!, deputies }, ...others] }),
    });

    expect(deciders(application('submitted'), at)).toEqual([`${karin} communicator`]);
    expect(deciders(application('submitted', { answers: { department: 'rymden' } }))).toEqual([
      `${sara} lead`,
    ]);
  });
});

it('says whom to ask', () => {
  const refusal = (who: Who, command: ApplicationCommand) =>
    permits(person(who), command, application('submitted'), ground());

  expect(refusal('vera', DOING.approve)).toEqual({
    code: 'not-decider',
    details: { names: 'Karin Kommunikatör, Kim Kollega' },
  });
  expect(refusal('anna', DOING.approve)).toMatchObject({ code: 'own-application' });
  expect(refusal('vera', DOING.acknowledge)).toEqual({
    code: 'not-lead',
    details: { name: 'Sara Samordnare' },
  });
});
