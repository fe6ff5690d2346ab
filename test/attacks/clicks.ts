/** What each verb sends when it is honest, and what cannot be read. */
import { ANSWERS } from '../features/applications/applications';
import { verbs } from '../../src/features/applications/commands';
import { CHECKLIST, LINK } from '../support/story';
import { ATTACKERS, type Attacker } from './people';
import type { Situation } from './rules';

export type Data = Readonly<Record<string, unknown>>;

/** Every verb an application knows, without its prefix. */
export const VERBS: readonly string[] = Object.keys(verbs).map((verb) => verb.slice('application.'.length));

/** Typed words; never to be found in an audit document or a log. */
export const SECRET = 'hemligaord';
const words = `Det står ${SECRET} i frågan.`;
/** People by address, so that both organisations can read them. */
const FULL: Data = { ...ANSWERS, responsible: 'emma@example.se', deputies: 'bo@example.se' };

function formOf(verb: string, situation: Situation): Data {
  const talk = situation.startsWith('draft, a talk') ? { consultedWith: '', consultedOn: '' } : {};
  return verb === 'submit' ? { ...FULL, ...talk, step: 5 } : { ...FULL, ...talk, step: 0 };
}

export function inputsOf(verb: string, situation: Situation, who: Attacker): Data {
  switch (verb) {
    case 'next':
    case 'back':
    case 'save':
    case 'submit':
    case 'consult':
      return formOf(verb, situation);
    case 'proceed':
      return { reason: words };
    case 'join':
      return { account: '2026-01-12-bbbbbbbbbbbbbbbbbbbbbbbbb' };
    case 'plan':
      return { day: '2026-12-01', time: '10.00', seen: '' };
    case 'record':
      return { day: '2026-11-20', words };
    case 'ask':
      return { about: 'purpose', words };
    case 'hand-over':
      return { to: ATTACKERS[who === 'sara' ? 'dag' : 'sara'].aad, words };
    case 'report':
      return { ...CHECKLIST, link: LINK };
    case 'welcome':
    case 'decline':
    case 'reject':
    case 'return':
      return { words };
    default:
      return {};
  }
}

/** Inputs of a shape that no card sends; none for a verb that takes no inputs. */
export function unreadableOf(verb: string): readonly Data[] {
  const text = (id: string): Data[] => [
    { [id]: 7 },
    { [id]: [words] },
    { [id]: { $ne: '' } },
    { [id]: 'å'.repeat(20_001) },
  ];
  switch (verb) {
    case 'next':
    case 'back':
    case 'save':
    case 'submit':
    case 'consult':
      return [{ step: -1 }, { step: 1.5 }, { step: '0' }, { step: 21 }, { step: null }, { carried: 'a' }];
    case 'proceed':
      return text('reason');
    case 'join':
      return [...text('account'), { account: 'a'.repeat(201) }];
    case 'plan':
      return [...text('day'), ...text('time'), ...text('seen')];
    case 'record':
      return [...text('day'), ...text('words')];
    case 'ask':
      return [...text('about'), ...text('words')];
    case 'hand-over':
      return [...text('to'), ...text('words')];
    case 'report':
      return text('link');
    case 'welcome':
    case 'decline':
    case 'reject':
    case 'return':
      return text('words');
    default:
      return [];
  }
}

/** Everything a forger would like to say about the matter: the server looks it up itself. */
export const FORGED: Data = {
  status: 'approved',
  state: { status: 'active', escalated: true },
  approval: {
    by: ATTACKERS.karin.aad,
    name: 'Karin Kommunikatör',
    as: 'communicator',
    at: '2026-11-23T09:00:00.000Z',
  },
  approvals: [{ by: ATTACKERS.karin.aad, as: 'communicator' }],
  applicant: { id: ATTACKERS.nina.aad, name: 'Nina Nyanställd' },
  actor: { type: 'system', id: ATTACKERS.karin.aad, organisation: 'sundsvall' },
  person: ATTACKERS.karin.aad,
  by: ATTACKERS.karin.aad,
  as: 'lead',
  role: 'lead',
  assignee: ATTACKERS.nina.aad,
  decider: ATTACKERS.nina.aad,
  handed: { to: ATTACKERS.nina.aad },
  escalated: true,
  consultation: { status: 'held' },
  organisation_: 'bolaget',
  tenant: '22222222-2222-2222-2222-222222222222',
  type: 'approve',
  verb: 'application.approve',
  key: 'claim',
  revision: 7,
  id: '2026-11-22-ccccccccccccccccccccccccc',
  kind: 'account',
  constructor: { prototype: { escalated: true } },
  guideline: 'kedja-2026',
  claim: 'instagram:stadsbiblioteket',
  submittedAt: '2026-01-01T00:00:00.000Z',
};
/** In the stamp as well. */
export const FORGED_STAMP: Data = {
  kind: 'account',
  organisation: 'bolaget',
  actor: ATTACKERS.karin.aad,
  verb: 'approve',
};

export const NONCES: readonly unknown[] = [
  undefined,
  null,
  '',
  'kort',
  'n'.repeat(65),
  12345678,
  ['nonce-nonce'],
  { length: 12 },
  true,
];
export const REVISIONS: readonly unknown[] = [
  undefined,
  null,
  -1,
  1.5,
  '7',
  'abc',
  Number.MAX_VALUE,
  [7],
  true,
];
export const IDS: readonly unknown[] = [
  '../account/2026-01-12-bbbbbbbbbbbbbbbbbbbbbbbbb',
  'sundsvall/application/2026-11-23-aaaaaaaaaaaaaaaaaaaaaaaaa',
  '2026-11-23-AAAAAAAAAAAAAAAAAAAAAAAAA',
  '2026-11-23-aaaaaaaaaaaaaaaaaaaaaaaaa\u0000',
  '2026-11-23-aaaaaaaaaaaaaaaaaaaaaaaaa\n',
  '2026-11-23-åäöåäöåäöåäöåäöåäöåäöåäöå',
  '%2e%2e%2f%2e%2e%2faudit',
  '..........',
  '',
  'kort',
  'a'.repeat(121),
  12345678,
  null,
  undefined,
  ['2026-11-23-aaaaaaaaaaaaaaaaaaaaaaaaa'],
  { $gt: '' },
];
/** Verbs that no card has: of the system, of another spelling, of the language itself. */
export const UNKNOWN: readonly ((verb: string) => string)[] = [
  () => 'application.tick',
  () => 'application.answer',
  () => 'application.expire',
  (verb) => `application.${verb} `,
  (verb) => `Application.${verb}`,
  (verb) => `applications.${verb}`,
  (verb) => verb,
  (verb) => `account.${verb}`,
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => '',
  (verb) => `application.${verb}\u0000`,
  (verb) => `application.${verb} ${SECRET}`,
];
