/** Whose turn it is, as tables: the chain of the guideline by applicant, escalation, handover, deputies and manager. */
import {
  advisersOf,
  chainOf,
  colleaguesFor,
  decidersOf,
  inspectorsOf,
  receiverOf,
} from '../../../src/features/applications/deciders';
import { evolve } from '../../../src/features/applications/evolve';
import type { Ground } from '../../../src/features/applications/facts';
import type { Submission } from '../../../src/features/applications/model';
import type { Decided } from '../../../src/features/register/model';
import { PEOPLE, type Who } from '../../support/house';
import { moment, organisation } from '../world';
import { application, decided, facts, ref } from './applications';

type Step = Ground['guideline']['application']['chain'][number];

const CHAINS: Readonly<Record<string, readonly Step[]>> = {
  C: ['communicator'],
  L: ['central'],
  MC: ['manager', 'communicator'],
  CL: ['communicator', 'central'],
  MCL: ['manager', 'communicator', 'central'],
};

interface Given {
  readonly chain?: keyof typeof CHAINS;
  readonly applicant?: Who;
  readonly department?: string;
  readonly official?: true;
  readonly manager?: Who | 'by e-mail';
  readonly approvals?: readonly Decided[];
  readonly escalated?: true;
  readonly handed?: Who;
  readonly today?: string;
}

function ground({ chain = 'C', today = '2026-11-23' }: Given): Ground {
  const { guideline } = facts();
  const ruled = { ...guideline, application: { ...guideline.application, chain: CHAINS[chain] ?? [] } };
  return { moment: moment({ today }), guideline: ruled };
}

function submitted(given: Given): Submission {
  const { applicant = 'anna', department = 'kultur-fritid', official, manager, handed } = given;
  const answers = { department, accountType: official ? 'official' : 'unit' };
  const handover = { by: 'x', name: '', words: '', at: '' };
  return {
    ...application('submitted', { applicant, answers }),
    approvals: [...(given.approvals ?? [])],
    ...(given.escalated ? { escalated: true } : {}),
    ...(handed ? { handed: { to: PEOPLE[handed].aad, ...handover } } : {}),
    ...(manager === undefined
      ? {}
      : { manager: manager === 'by e-mail' ? { name: 'm@x.se', email: 'm@x.se' } : ref(manager) }),
  };
}

const KEYS = Object.fromEntries(Object.entries(PEOPLE).map(([who, { aad }]) => [aad, who]));

function turnOf(given: Given): string {
  return decidersOf(submitted(given), ground(given))
    .map(({ person, as, for: absent }) =>
      [KEYS[person], as, ...(absent === undefined ? [] : ['for', KEYS[absent]])].join(' '),
    )
    .join(', ');
}

const OFFICE = 'karin communicator, kim deputy for karin';
const BO = decided('bo', 'manager');
const KARIN = decided('karin', 'communicator');
const KIM = decided('kim', 'deputy', 'Karin Kommunikatör');
const SARA = decided('sara', 'lead');

describe('G-1.7: whose turn it is', () => {
  it.each<[turn: string, given: Given]>([
    // One step.
    [OFFICE, {}],
    ['karin communicator', { today: '2027-01-01' }],
    [OFFICE, { department: 'bibliotek' }],
    ['kim deputy for karin', { applicant: 'karin' }],
    ['karin communicator', { applicant: 'kim' }],
    ['sara lead', { applicant: 'karin', today: '2027-01-01' }],
    ['sara lead', { department: 'rymden' }],
    ['dag director', { applicant: 'sara' }],
    ['dag director', { applicant: 'sara', official: true }],
    ['sara lead', { applicant: 'dag', official: true }],
    [`${OFFICE}, sara lead`, { escalated: true }],
    ['kim deputy for karin, sara lead', { applicant: 'karin', escalated: true }],
    ['sara lead', { chain: 'L' }],
    // A handover narrows it to the colleague, to those who stand in for them, and to the lead after that.
    [OFFICE, { handed: 'karin' }],
    ['kim deputy for karin', { handed: 'kim' }],
    ['sara lead', { handed: 'sara' }],
    ['kim deputy for karin, sara lead', { handed: 'kim', escalated: true }],
    ['sara lead', { handed: 'sara', escalated: true }],
    // Days of the deputyship end, or the office changes: whoever had it handed over to them is no longer there.
    ['karin communicator', { handed: 'kim', today: '2027-01-01' }],
    [OFFICE, { handed: 'vera' }],
    // Two steps.
    [OFFICE, { chain: 'CL' }],
    ['sara lead', { chain: 'CL', approvals: [KARIN] }],
    // The lead stood in for the office: the lead's own step is the director's.
    ['dag director', { chain: 'CL', approvals: [SARA] }],
    ['bo manager', { chain: 'MC', manager: 'bo' }],
    ['bo manager, sara lead', { chain: 'MC', manager: 'bo', escalated: true }],
    ['sara lead', { chain: 'MC', manager: 'bo', handed: 'sara' }],
    ['sara lead', { chain: 'MC', manager: 'by e-mail' }],
    ['sara lead', { chain: 'MC' }],
    ['sara lead', { chain: 'MC', manager: 'anna' }],
    ['dag director', { chain: 'MC', manager: 'sara', applicant: 'sara' }],
    // Three steps, and nobody twice.
    ['bo manager', { chain: 'MCL', manager: 'bo' }],
    [OFFICE, { chain: 'MCL', manager: 'bo', approvals: [BO] }],
    ['sara lead', { chain: 'MCL', manager: 'bo', approvals: [BO, KIM] }],
    ['karin manager', { chain: 'MCL', manager: 'karin' }],
    ['kim deputy for karin', { chain: 'MCL', manager: 'karin', approvals: [decided('karin', 'manager')] }],
    ['karin communicator', { chain: 'MCL', manager: 'kim', approvals: [decided('kim', 'manager')] }],
    ['sara manager', { chain: 'MCL', manager: 'sara' }],
    ['dag director', { chain: 'MCL', manager: 'sara', approvals: [decided('sara', 'manager'), KARIN] }],
    ['dag director', { chain: 'MCL', manager: 'anna', approvals: [SARA, KARIN] }],
    ['dag director', { chain: 'MCL', applicant: 'sara' }],
    ['sara lead', { chain: 'MCL', official: true }],
  ])('is %s, given %j', (turn, given) => {
    expect(turnOf(given)).toBe(turn);
  });

  it('is the office’s where lead and director have decided or applied, and never the applicant’s', () => {
    expect(turnOf({ applicant: 'dag', chain: 'CL', approvals: [SARA] })).toBe(OFFICE);
    expect(turnOf({ applicant: 'dag', chain: 'MCL', approvals: [SARA, KARIN] })).toBe('kim deputy for karin');
    expect(turnOf({ applicant: 'dag', chain: 'CL', approvals: [SARA], department: 'rymden' })).toBe('');
  });
});

describe('nobody decides twice on one matter', () => {
  const people = ['anna', 'bo', 'karin', 'kim', 'sara', 'dag'] as const;
  const chains = Object.keys(CHAINS);
  const walks = chains.flatMap((chain) =>
    people.flatMap((applicant) =>
      people.map((manager): [string, Given] => [
        `${chain}, ${applicant} applies, ${manager} manages`,
        { chain, applicant, manager },
      ]),
    ),
  );

  it.each(walks)('%s', (_title, given) => {
    const at = ground(given);
    const steps = chainOf(submitted(given), at).length;
    // Every way through the chain, with the lead along from the first day.
    let open: Decided[][] = [[]];
    for (let step = 0; step < steps; step += 1) {
      open = open.flatMap((approvals) => {
        const turn = decidersOf(submitted({ ...given, approvals, escalated: true }), at);
        return turn.map(({ person, as }) => [
          ...approvals,
          { by: person, name: '', as, at: '2026-11-20T09:00:00.000Z' },
        ]);
      });
    }

    const decidedBy = open.map((approvals) => approvals.map(({ by }) => by));
    expect(decidedBy.filter((by) => new Set(by).size < by.length)).toEqual([]);
    expect(decidedBy.flat()).not.toContain(PEOPLE[given.applicant!].aad);
  });
});

describe('"Lämna över" offers', () => {
  const offered = (by: Who, given: Given): string[] =>
    colleaguesFor(submitted(given), PEOPLE[by].aad, ground(given)).map((person) => KEYS[person] ?? '');

  it('those who could decide the step themselves and the lead, never the applicant or who has decided', () => {
    expect(offered('karin', {})).toEqual(['kim', 'sara']);
    expect(offered('karin', { applicant: 'kim' })).toEqual(['sara']);
    expect(offered('bo', { chain: 'MCL', manager: 'bo' })).toEqual(['sara']);
    expect(
      offered('karin', { chain: 'MCL', manager: 'kim', approvals: [decided('kim', 'manager')] }),
    ).toEqual(['sara']);
    expect(offered('sara', { official: true })).toEqual([]);
  });
});

describe('G-4.2c: the account is confirmed', () => {
  const confirmedBy = (...approvals: Decided[]): string =>
    KEYS[receiverOf({ approvals, approval: approvals.at(-1)! }, ground({}))] ?? '';

  it.each<[string, [Decided, ...Decided[]]]>([
    ['sara', [KARIN]],
    ['sara', [KIM]],
    ['sara', [BO, KARIN]],
    ['sara', [decided('dag', 'director')]],
    ['dag', [SARA]],
    ['dag', [BO, KARIN, SARA]],
    // The lead had taken the manager's step, or holds the communicator's office as well.
    ['dag', [SARA, KARIN]],
    ['dag', [decided('sara', 'communicator')]],
    // Where both have decided it is the lead, for whoever decided last cannot confirm it.
    ['sara', [SARA, KARIN, decided('dag', 'director')]],
  ])('by %s after %j', (who, approvals) => {
    expect(confirmedBy(...approvals)).toBe(who);
  });
});

describe('G-5.4: the new account is looked at', () => {
  const looking = (changed: { applicant?: Who; responsible?: Who; escalated?: true }): string[] => {
    const { applicant = 'anna', responsible = 'anna', escalated } = changed;
    const state = application('created', { applicant, responsible: ref(responsible) });
    return inspectorsOf({ ...state, ...(escalated ? { escalated } : {}) }, ground({})).map(
      (person) => KEYS[person] ?? '',
    );
  };

  it('by the office, never by who created it; by the lead where nobody else is there, and when nobody did', () => {
    expect(looking({})).toEqual(['karin', 'kim']);
    expect(looking({ responsible: 'karin' })).toEqual(['kim']);
    expect(looking({ applicant: 'karin', responsible: 'kim' })).toEqual(['sara']);
    expect(looking({ escalated: true })).toEqual(['karin', 'kim', 'sara']);
    expect(looking({ applicant: 'sara', escalated: true })).toEqual(['karin', 'kim']);
  });

  it('by the office again when it comes back: the lead was asked about the first look', () => {
    const asked = { ...application('created'), escalated: true as const };

    const returned = evolve(asked, {
      type: 'returned',
      name: 'Sara',
      words: 'Färgen saknas.',
      at: '2026-11-23T09:00:00.000Z',
    });

    expect(returned).not.toHaveProperty('escalated');
  });

  it('by the director where the lead created it and the office is empty', () => {
    const departments = organisation().departments.map((each) => ({ ...each, communicators: [] }));
    const at = { ...ground({}), moment: moment({ organisation: organisation({ departments }) }) };

    expect(inspectorsOf(application('created', { applicant: 'sara' }), at)).toEqual([PEOPLE.dag.aad]);
  });
});

describe('G-2.0: advice is given', () => {
  it('by the office, never by the applicant, and by the lead where nobody is there or answers', () => {
    const advice = (given: Given): string[] =>
      advisersOf(submitted(given), ground(given)).map((person) => KEYS[person] ?? '');

    expect(advice({})).toEqual(['karin', 'kim']);
    expect(advice({ applicant: 'karin' })).toEqual(['kim']);
    expect(advice({ applicant: 'vera', department: 'vard-omsorg' })).toEqual(['sara']);
    expect(advice({ escalated: true })).toEqual(['karin', 'kim', 'sara']);
    expect(advice({ applicant: 'sara', department: 'rymden' })).toEqual(['dag']);
  });
});
