/** Applications in every status, with the facts that rules and cards need. */
import type { Facts } from '../../../src/features/applications/facts';
import type { In, Status, Twin } from '../../../src/features/applications/model';
import type { Decided, PersonRef } from '../../../src/features/register/model';
import { PEOPLE, type Who } from '../../support/house';
import { sundsvall } from '../../guidelines/sundsvall';
import { stepsOf } from '../../support/story';
import { moment } from '../world';

const GUIDELINE = sundsvall();

export const ANSWERS: Readonly<Record<string, string>> = Object.assign({}, ...stepsOf());
export const ID = '2026-11-23-aaaaaaaaaaaaaaaaaaaaaaaaa';

export function ref(who: Who): PersonRef {
  const { aad, name } = PEOPLE[who];
  return { id: aad, name, email: `${name.split(' ')[0]?.toLowerCase() ?? ''}@example.se` };
}

export function decided(who: Who, as: Decided['as'], forName?: string): Decided {
  const { aad, name } = PEOPLE[who];
  return { by: aad, name, as, at: '2026-11-20T09:00:00.000Z', ...(forName === undefined ? {} : { forName }) };
}

export function facts(changed: Partial<Facts> = {}): Facts {
  const people = Object.fromEntries(
    (['anna', 'bo', 'karin', 'kim', 'sara'] as const).map((who) => [PEOPLE[who].name, ref(who)]),
  );
  return { id: ID, moment: moment(), guideline: GUIDELINE, people, twins: [], unreached: {}, ...changed };
}

export function question(about: string, who: Who = 'karin') {
  const { aad: by, name } = PEOPLE[who];
  return { about, words: 'Vilka är unga vuxna?', by, name, at: '2026-11-20T09:00:00.000Z' };
}

export interface Making {
  readonly applicant?: Who;
  readonly answers?: Readonly<Record<string, string>>;
  readonly responsible?: PersonRef;
  readonly approval?: Decided;
}

/** The library's account, which somebody else is responsible for. */
export function twin(who: Who = 'bo'): Twin {
  return {
    id: '2026-01-12-bbbbbbbbbbbbbbbbbbbbbbbbb',
    handle: 'stadsbiblioteket',
    platformName: 'Instagram',
    unit: 'Stadsbiblioteket',
    department: 'kultur-fritid',
    responsible: ref(who),
  };
}

/** Anna's application for the library's account, as far as `status`. */
export function application<S extends Status>(
  status: S,
  { applicant = 'anna', answers = {}, responsible = ref('anna'), approval }: Making = {},
): In<S> {
  const { aad, name } = PEOPLE[applicant];
  const base = {
    applicant: { id: aad, name },
    guideline: GUIDELINE.version,
    begunAt: '2026-11-18T09:00:00.000Z',
    touchedAt: '2026-11-18T09:00:00.000Z',
    told: 0,
    answers: { ...ANSWERS, ...answers },
  };
  const submission = {
    ...base,
    submittedAt: '2026-11-19T09:00:00.000Z',
    handle: 'biblioteket',
    claim: 'instagram:biblioteket',
    responsible,
    deputies: [ref('bo')],
    approvals: [],
  };
  const approval_ = approval ?? decided('karin', 'communicator');
  const approved = { ...submission, approvals: [approval_], approval: approval_ };
  const receipt = { by: PEOPLE.sara.aad, name: 'Sara Samordnare', at: '2026-11-23T08:00:00.000Z' };
  const asked = {
    step: 1,
    askedAt: '2026-11-20T09:00:00.000Z',
    questions: [question('purpose')],
    before: submission.answers,
  };
  const link = 'https://www.instagram.com/biblioteket/';
  const all: { readonly [K in Status]: In<K> } = {
    draft: { status: 'draft', ...base, step: 0 },
    joining: { status: 'joining', ...base, step: 5, twin: twin(), twins: [twin()], askedAt: base.touchedAt },
    claiming: { status: 'claiming', ...submission },
    submitted: { status: 'submitted', ...submission },
    changes: { status: 'changes', ...submission, ...asked },
    approved: { status: 'approved', ...approved },
    acknowledged: { status: 'acknowledged', ...approved, receipt },
    created: { status: 'created', ...approved, receipt, link, reportedAt: '2026-11-23T08:10:00.000Z' },
    active: {
      status: 'active',
      ...approved,
      receipt,
      link,
      activeAt: '2026-11-23T08:30:00.000Z',
    },
    rejected: {
      status: 'rejected',
      ...submission,
      rejection: decided('karin', 'communicator'),
      words: 'Ni har redan ett konto.',
    },
    lapsed: { status: 'lapsed', ...submission, lapsedAt: '2026-11-20T09:00:00.000Z' },
    joined: {
      status: 'joined',
      ...base,
      twin: twin(),
      name: PEOPLE.bo.name,
      words: 'Kul! Jag lägger till er.',
      joinedAt: '2026-11-20T09:00:00.000Z',
    },
    withdrawn: { status: 'withdrawn', ...base, withdrawnAt: '2026-11-20T09:00:00.000Z' },
    expired: { status: 'expired', ...base },
  };
  return all[status];
}
