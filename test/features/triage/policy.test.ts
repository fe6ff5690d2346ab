/** Who may do what with a case, step by step: one row per person. */
import type { CommandType } from '../../../src/features/triage/commands';
import type { Case } from '../../../src/features/triage/model';
import { permits } from '../../../src/features/triage/policy';
import { PEOPLE, type Who } from '../../support/house';
import { person } from '../world';
import { answers, DESCRIBE, facts, POST, refusalOf, ruling, SAFE, send, STEPS, SYSTEM, walk } from './walk';

type Type = CommandType | 'see';
const EVERYBODY = Object.keys(PEOPLE) as Who[];

function table(state: Case, types: readonly Type[]): Partial<Record<Who, string>> {
  const can = (who: Who) =>
    types.filter((type) => permits(person(who), { type }, state, facts()) === undefined).join(' ');
  return Object.fromEntries(EVERYBODY.map((who) => [who, can(who)]).filter(([, may]) => may !== ''));
}

/** Reported by Emma, who answers for nothing; the account is Anna’s. */
const FROM_EMMA = walk([
  ['emma', SAFE],
  ['emma', DESCRIBE],
]);
const SECRET = walk([['emma', answers('secret')]], FROM_EMMA);

describe('A case', () => {
  it('G-7.1b6: is masked before it is classified: its reporter answers, and others see that it is there', () => {
    expect(table(FROM_EMMA, ['see', 'describe', 'answer', 'withdraw', 'hold', 'take', 'rule'])).toEqual({
      emma: 'see describe answer withdraw hold take',
      anna: 'see',
      bo: 'see',
      karin: 'see',
      kim: 'see',
      rolf: 'see describe answer hold take rule',
      sara: 'see withdraw',
    });
  });

  it('G-7.1: is decided by those who serve the account, not by whoever reported it', () => {
    const suggested = walk([['emma', answers('views')]], FROM_EMMA);

    expect(table(suggested, ['see', 'answer', 'rule', 'cull', 'consult', 'hold'])).toEqual({
      emma: 'see answer consult hold',
      anna: 'see answer rule cull consult hold',
      bo: 'see answer rule cull consult hold',
      karin: 'see answer rule cull consult hold',
      kim: 'see answer rule cull consult hold',
      rolf: 'see answer rule cull hold',
      sara: 'see answer rule cull consult hold',
    });
  });

  it('G-7.1: is the registrar’s alone when somebody did not know', () => {
    expect(table(STEPS.asked, ['rule', 'cull'])).toEqual({ rolf: 'rule cull' });
  });

  it('G-7.1: is registered by the registrar alone', () => {
    const types = [
      'register',
      'register-later',
      'register-not',
      'send-back',
      'name-handler',
      'set-secrecy',
    ] as const;

    expect(table(STEPS.registration, types)).toEqual({ rolf: types.join(' ') });
  });

  it('G-7.1c: is removed by whoever answers for the account, or the department’s communicator', () => {
    const removal = { anna: 'remove tell', bo: 'remove tell', karin: 'remove tell', kim: 'remove tell' };
    const post = { ...(STEPS.removal.status === 'removal' ? STEPS.removal.post : undefined!) };
    const official = {
      ...STEPS.removal,
      post: { ...post, account: { ...post.account!, accountType: 'official' } },
    };

    expect(table(STEPS.removal, ['remove', 'tell'])).toEqual(removal);
    expect(table(official as Case, ['remove', 'tell'])).toEqual({ ...removal, sara: 'remove tell' });
  });

  it('G-7.1: of somebody else’s page is the communicator’s and the lead’s', () => {
    const page = {
      ...POST,
      account: 'other',
      page: 'Byalaget',
      platform: 'instagram',
      department: 'kultur-fritid',
    };
    const theirs = walk([
      ['emma', SAFE],
      ['emma', { type: 'describe', post: page }],
      ['emma', answers('attack')],
    ]);

    expect(table(theirs, ['rule', 'remove'])).toEqual({
      karin: 'rule remove',
      kim: 'rule remove',
      rolf: 'rule',
      sara: 'rule remove',
    });
  });

  it('G-7.4: is culled by one who proposes and another of the offices', () => {
    const byKarin = {
      ...STEPS.culling,
      culling: { ...(STEPS.culling as { culling: object }).culling, by: PEOPLE.karin.aad },
    };

    expect(table(STEPS.culling, ['agree', 'disagree'])).toEqual({
      anna: 'disagree',
      karin: 'agree disagree',
      kim: 'agree disagree',
      sara: 'agree disagree',
    });
    expect(table(byKarin as Case, ['agree', 'disagree'])).toEqual({
      karin: 'disagree',
      kim: 'agree disagree',
      sara: 'agree disagree',
    });
  });

  it('G-7.1b6: that is secret is for the registrar and those who are named', () => {
    const types: Type[] = ['see', 'rule', 'take', 'secure', 'set-secrecy', 'hold'];
    const told = send(
      SECRET,
      'rolf',
      { type: 'name-handler', person: 'x' },
      { named: { id: PEOPLE.anna.aad, name: 'Anna' } },
    );

    expect(table(SECRET, types)).toEqual({
      emma: 'see take secure hold',
      anna: 'see',
      bo: 'see',
      karin: 'see',
      kim: 'see',
      rolf: 'see rule take secure set-secrecy hold',
      sara: 'see',
    });
    expect(refusalOf(send(SECRET, 'anna', ruling('register-delete')))).toBe('secret');
    expect(refusalOf(send(SECRET, 'vera', ruling('register-delete')))).toBe('not-yours');
    expect(refusalOf(send(SECRET, 'rolf', { type: 'name-handler', person: 'x' }))).toBe('already');
    expect(refusalOf(send(told.state, 'anna', ruling('register-delete')))).toBe('done');
  });

  it('that may show a child is told to the lead and its reporter, and taken no further than to the police', () => {
    expect(table(STEPS.alarm, ['see', 'hand-over'])).toEqual({
      anna: 'see hand-over',
      sara: 'see hand-over',
    });
  });

  it('is reported to the police by the lead, and to the platform by those who serve the account', () => {
    const can = (to: 'platform' | 'police') =>
      EVERYBODY.filter((who) => !permits(person(who), { type: 'report', to }, STEPS.evidence, facts()));

    expect(can('police')).toEqual(['sara']);
    expect(can('platform')).toEqual(['anna', 'bo', 'karin', 'kim', 'sara']);
  });

  it('ticks for the system alone, and nobody sends what goes between documents', () => {
    for (const type of ['tick', 'remind'] as const) {
      expect(permits(SYSTEM, { type }, STEPS.evidence, facts())).toBeUndefined();
      for (const who of EVERYBODY)
        expect(permits(person(who), { type }, STEPS.evidence, facts())?.code).toBe('forbidden');
    }
  });
});
