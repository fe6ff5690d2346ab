/** A document for every situation of the rules, as the store holds it, and what stands beside it. */
import { parseGuideline } from '../../src/guidelines/load';
import type { Guideline } from '../../src/guidelines/schema';
import type { Application, Status } from '../../src/features/applications/model';
import type { StoredDocument } from '../../src/ports/store';
import { application, decided, ID, ref, twin, type Making } from '../features/applications/applications';
import { rawSundsvall, sundsvall } from '../guidelines/sundsvall';
import { persona } from '../support/activities';
import { ATTACKERS, type Attacker } from './people';
import { RULES, type Situation } from './rules';

export { ID };
/** Somebody else's draft in the same organisation, and one in the other organisation. */
export const ANOTHER = '2026-11-22-ccccccccccccccccccccccccc';
export const ELSEWHERE = '2026-11-22-ddddddddddddddddddddddddd';
export const MISSING = '2026-11-22-eeeeeeeeeeeeeeeeeeeeeeeee';
export const REVISION = 7;
export const NOW = '2026-11-23T09:00:00.000Z';

const AT = '2026-11-20T09:00:00.000Z';
export const SHORT: Guideline = sundsvall();
/** The manager first, then the communicator, who also looks at the account. */
export const CHAIN: Guideline = chained();

function chained(): Guideline {
  const raw = rawSundsvall();
  const rules = raw['application'] as object;
  const parsed = parseGuideline(
    {
      ...raw,
      application: { ...rules, chain: ['manager', 'communicator'], inspection: 'communicator' },
    },
    'kedja.yaml',
  );
  if (!parsed.ok) throw new Error(parsed.mistakes.map(({ sentence }) => sentence).join('\n'));
  return { ...parsed.guideline, version: 'kedja-2026' };
}

function who(key: Attacker) {
  const { aad: id, name } = ATTACKERS[key];
  return { id, name, email: `${key}@example.se` };
}

function made<S extends Status>(status: S, making: Making = {}) {
  return application(status, { responsible: ref('emma'), ...making });
}

const maja = { by: who('maja').id, name: who('maja').name, as: 'manager', at: AT } as const;
const chain = { guideline: CHAIN.version, manager: who('maja') };
const consulted = { consultedWith: '', consultedOn: '' };
const byChain = { ...chain, approvals: [maja, decided('karin', 'communicator')] };
const handed = { by: who('karin').id, name: who('karin').name, words: 'Tar du den?', at: AT };
const alike = { ...twin(), responsible: who('tove') };
const applicant = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  applicant: { id, name },
});
const asked = { consultation: { status: 'asked', at: AT, told: 0 } } as const;
const talked = {
  consultation: {
    status: 'held',
    day: '2026-11-20',
    by: who('karin').id,
    name: who('karin').name,
    words: '',
  },
} as const;
const wishes = [{ person: who('tove').id, handle: alike.handle }];

const STATES: Readonly<Record<keyof typeof RULES, Application>> = {
  draft: made('draft'),
  'draft, a talk asked for': { ...made('draft', { answers: consulted }), ...asked },
  'draft, a talk held': { ...made('draft', { answers: consulted }), ...talked },
  'draft, an account looks alike': { ...made('draft'), twins: [alike] },
  joining: { ...made('joining'), twin: alike, twins: [alike], wishes },
  claiming: made('claiming'),
  submitted: made('submitted'),
  'submitted before the talk': made('submitted', { answers: consulted }),
  'submitted, official': made('submitted', { answers: { accountType: 'official' } }),
  'submitted, nobody answered': { ...made('submitted'), escalated: true },
  'submitted, handed to the deputy': { ...made('submitted'), handed: { ...handed, to: who('kim').id } },
  'submitted, handed to one who left the file': {
    ...made('submitted'),
    handed: { ...handed, to: who('klas').id },
  },
  'submitted, first step of a chain': { ...made('submitted'), ...chain },
  'submitted, second step of a chain': { ...made('submitted'), ...chain, approvals: [maja] },
  'the communicator’s own': made('submitted', { applicant: 'karin' }),
  'the deputy’s own': made('submitted', { applicant: 'kim' }),
  'the only communicator’s own': made('submitted', {
    applicant: 'vera',
    answers: { department: 'vard-omsorg' },
  }),
  'the manager’s own': { ...made('submitted'), ...chain, ...applicant(who('maja')) },
  'the lead’s own': made('submitted', { applicant: 'sara' }),
  changes: made('changes'),
  approved: made('approved'),
  'approved by the lead': made('approved', {
    answers: { accountType: 'official' },
    approval: decided('sara', 'lead'),
  }),
  acknowledged: made('acknowledged'),
  'acknowledged, to be looked at': { ...made('acknowledged'), ...byChain },
  created: { ...made('created'), ...byChain },
  active: made('active'),
  rejected: made('rejected'),
  lapsed: made('lapsed'),
  joined: { ...made('joined'), twin: alike, wishes },
  'withdrawn as a draft': made('withdrawn'),
  'withdrawn after it was sent in': { ...made('withdrawn'), submittedAt: AT },
};
export const SITUATIONS: readonly Situation[] = [
  ...(Object.keys(RULES) as (keyof typeof RULES)[]),
  'nothing',
];

function documentOf(organisation: string, id: string, state: Application, seq = 0): StoredDocument {
  const { applicant: by } = state;
  const event =
    'submittedAt' in state ? { type: 'withdrawn', at: AT } : { type: 'consultation-asked', at: AT };
  return {
    pk: `${organisation}/application`,
    id,
    changedAt: AT,
    listed: { status: state.status, applicant: by.id },
    body: {
      schemaVersion: 2,
      revision: REVISION,
      state,
      events: [{ at: AT, by: by.id, name: by.name, event }],
      accepted: [],
      seq,
      outbox: [],
      cards: {},
      ledger: [],
    },
  };
}

const stranger = (number: number, name: string) => {
  const { aad: id } = persona(number, name);
  return { applicant: { id, name } };
};
const BESIDE: readonly StoredDocument[] = [
  documentOf('sundsvall', ANOTHER, { ...made('draft'), ...stranger(91, 'Disa Dahl') }),
  documentOf('bolaget', ELSEWHERE, { ...made('draft'), ...stranger(92, 'Otto Ottosson') }),
];

/** Everything in the store before an attack; `seq` numbers the effects, never used before in this process. */
export function storeOf(situation: Situation, seq: number): readonly StoredDocument[] {
  return situation === 'nothing' ? BESIDE : [documentOf('sundsvall', ID, STATES[situation], seq), ...BESIDE];
}
