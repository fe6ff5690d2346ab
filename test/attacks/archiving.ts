/** The table of attacks on captures and seasons: every verb × person × situation × way to click. */
import { verbs } from '../../src/features/archiving/commands';
import { seasonVerbs } from '../../src/features/archiving/season-model';
import {
  CAPTURE_PEOPLE,
  CAPTURE_RULES,
  PARTS,
  QUIET,
  SEASON_PEOPLE,
  SEASON_REGISTRAR,
  SEASON_RULES,
  type Part,
} from './archiving-rules';
import { NONCES, REVISIONS, SECRET, type Data } from './clicks';
import { ATTACKERS, EVERYBODY, organisationOf, type Attacker } from './people';

export const [ID, ANOTHER, ELSEWHERE, MISSING] = [
  'account-1:a',
  'account-2:a',
  'account-3:a',
  'account-4:a',
] as const;
export const REVISION = 7;
const WAYS = [
  ...['honest', 'older', 'newer', 'again', 'again, new nonce', 'another’s id', 'other organisation’s id'],
  ...['id of nothing', 'bad nonce', 'bad revision', 'no stamp', 'verb of no card', 'forged fields'],
] as const;
type Way = (typeof WAYS)[number];

export interface Case {
  readonly kind: 'capture' | 'season';
  readonly situation: string;
  readonly who: Attacker;
  readonly verb: string;
  readonly way: Way;
  readonly at: number;
}

/** Verbs that no card has: between documents, by a picture, of another spelling. */
const UNKNOWN = [
  'tick',
  'open',
  'seal',
  'take',
  'finish',
  'account-gone',
  'remind-again',
  'see',
  '__proto__',
];

const FORGED: Data = {
  ...{ type: 'close-account', status: 'sealed', by: ATTACKERS.karin.aad, actor: { type: 'system' } },
  ...{ responsible: { id: ATTACKERS.nina.aad, name: 'Nina' }, deputies: [{ id: ATTACKERS.nina.aad }] },
  ...{ assignee: ATTACKERS.nina.aad, named: { id: ATTACKERS.nina.aad }, as: 'registrar', stop: { by: 'x' } },
  ...{ capture: {}, picture: {}, season: '2027-spring', revision: REVISION, key: 'open', kind: 'account' },
};

export const TABLE: readonly Case[] = (['capture', 'season'] as const)
  .flatMap((kind) =>
    Object.keys(kind === 'capture' ? CAPTURE_RULES : SEASON_RULES).flatMap((situation) =>
      EVERYBODY.flatMap((who) =>
        verbsOf(kind).flatMap((verb) => WAYS.map((way) => ({ kind, situation, who, verb, way }))),
      ),
    ),
  )
  .map((one, at) => ({ ...one, at }));

function verbsOf(kind: Case['kind']): string[] {
  return Object.keys(kind === 'capture' ? verbs : seasonVerbs).map((verb) => verb.slice(kind.length + 1));
}

type Outcome =
  | { readonly kind: 'done'; readonly status: string }
  | { readonly kind: 'unchanged' | 'forbidden' | 'forged' | 'stranger' };

function allOf(kind: Case['kind'], part: Part | undefined): readonly string[] {
  if (part === undefined) return [];
  return (kind === 'season' && part === 'registrar' ? SEASON_REGISTRAR : PARTS[part]).split(' ');
}

function partOf({ kind, who }: Case): Part | undefined {
  return (kind === 'capture' ? CAPTURE_PEOPLE : SEASON_PEOPLE)[who];
}

/** Nothing is there: beginning one is not forbidden, only over. */
function missing({ verb, kind }: Case): Outcome {
  return { kind: kind === 'capture' && verb === 'start' ? 'unchanged' : 'forbidden' };
}

function late(one: Case): Outcome {
  return { kind: allOf(one.kind, partOf(one)).includes(one.verb) ? 'unchanged' : 'forbidden' };
}

function honest(one: Case): Outcome {
  const rules: Readonly<Record<string, Partial<Record<Part, string>>>> =
    one.kind === 'capture' ? CAPTURE_RULES : SEASON_RULES;
  const part = partOf(one);
  const found =
    part && rules[one.situation]?.[part]?.split(' ').find((may) => may.startsWith(`${one.verb}:`));
  return found ? { kind: 'done', status: found.slice(one.verb.length + 1) } : late(one);
}

export function expectedOf(one: Case): Outcome {
  const home = organisationOf(one.who);
  if (home === undefined) return { kind: 'stranger' };
  switch (one.way) {
    case 'bad nonce':
    case 'bad revision':
    case 'no stamp':
    case 'verb of no card':
      return { kind: 'forged' };
    case 'another’s id':
      return home === 'bolaget' ? missing(one) : { kind: hasAnother(one) ? 'unchanged' : 'forbidden' };
    case 'other organisation’s id':
      if (home === 'sundsvall') return missing(one);
      return { kind: one.who === 'olga' && isOffice(one) ? 'unchanged' : theirDirector(one) };
    case 'id of nothing':
      return missing(one);
    default:
  }
  if (home === 'bolaget') return missing(one);
  const first = honest(one);
  switch (one.way) {
    case 'older':
    case 'newer':
      return late(one);
    case 'again':
      return first.kind === 'done' ? { kind: 'unchanged' } : first;
    case 'again, new nonce':
      return first.kind === 'done' && !QUIET.includes(one.verb) ? late(one) : first;
    default:
      return first;
  }
}

/** Of another department: its communicator, the registrar of both, and the lead have their part in it all the same. */
function hasAnother({ kind, who, verb }: Case): boolean {
  if (kind === 'season') return who === 'vera' || who === 'rolf' || (isLead(who) && verb === 'package');
  const part: Part | undefined =
    who === 'vera' || who === 'sara' ? 'settle' : who === 'rolf' ? 'registrar' : undefined;
  return allOf(kind, part).includes(verb);
}

function isLead(who: Attacker): boolean {
  return who === 'sara' || who === 'dag';
}

/** Olga is communicator, lead and stands in for the registrar. */
function isOffice({ kind, verb }: Case): boolean {
  return kind === 'season' || allOf(kind, 'settle').includes(verb);
}

/** Orvar, the director, looks at a season and takes its package; he stands in for no office here. */
function theirDirector({ kind, who, verb }: Case): 'unchanged' | 'forbidden' {
  return who === 'orvar' && kind === 'season' && verb === 'package' ? 'unchanged' : 'forbidden';
}

function inputsOf(verb: string): Data {
  const words = `Det står ${SECRET} här.`;
  switch (verb) {
    case 'start':
      return { account: 'account-1', occasion: 'other' };
    case 'snooze':
      return { until: '2026-11-25' };
    case 'not-mine':
      return { who: words };
    case 'closed':
      return { when: words };
    case 'assign':
      return { person: 'emma@example.se' };
    case 'insist':
      return { why: words };
    case 'close-account':
      return { closing: words };
    case 'rule-out':
      return { reason: words };
    case 'confirm':
      return { words };
    default:
      return {};
  }
}

export function dataOf(one: Case, changes: Data = {}): Data {
  const matter = { id: ID, revision: REVISION, nonce: 'nonce-of-the-card', ...changes };
  return { ...(one.way === 'forged fields' ? FORGED : {}), ...inputsOf(one.verb), matter };
}

export function clickOf(one: Case): { readonly verb: string; readonly data: Data } {
  const verb = `${one.kind}.${one.verb}`;
  const pick = <T>(list: readonly T[]): T => list[one.at % list.length]!;
  // Of what is not theirs the revision is an older one: nobody with a part in it changes anything either.
  const aside = { revision: REVISION - 1 };
  switch (one.way) {
    case 'older':
      return { verb, data: dataOf(one, aside) };
    case 'newer':
      return { verb, data: dataOf(one, { revision: REVISION + 1 + one.at }) };
    case 'again, new nonce':
      return { verb, data: dataOf(one, { nonce: 'another-nonce-of-it' }) };
    case 'another’s id':
      return { verb, data: dataOf(one, { ...aside, id: ANOTHER }) };
    case 'other organisation’s id':
      return { verb, data: dataOf(one, { ...aside, id: ELSEWHERE }) };
    case 'id of nothing':
      return { verb, data: dataOf(one, { id: MISSING }) };
    case 'bad nonce':
      return { verb, data: dataOf(one, { nonce: pick(NONCES) }) };
    case 'bad revision':
      return { verb, data: dataOf(one, { revision: pick(REVISIONS) }) };
    case 'no stamp':
      return { verb, data: { ...dataOf(one), matter: pick([undefined, null, 'matter', [], {}]) } };
    case 'verb of no card':
      return { verb: `${one.kind}.${pick(UNKNOWN)}`, data: dataOf(one) };
    default:
      return { verb, data: dataOf(one) };
  }
}
