/** Cases as people walk them: each command goes through permission and decision, as the pipeline does it. */
import type { CaseCommand, Description } from '../../../src/features/triage/commands';
import { decide } from '../../../src/features/triage/decide';
import type { CaseEvent } from '../../../src/features/triage/events';
import { evolve } from '../../../src/features/triage/evolve';
import type { Facts } from '../../../src/features/triage/facts';
import type { Case } from '../../../src/features/triage/model';
import { permits } from '../../../src/features/triage/policy';
import type { Actor } from '../../../src/kernel/actor';
import { isRefused, type Refusal } from '../../../src/kernel/decision';
import type { Effect } from '../../../src/kernel/effect';
import type { Moment } from '../../../src/kernel/matter';
import { account } from '../../support/accounts';
import { PEOPLE, type Who } from '../../support/house';
import { sundsvall } from '../../guidelines/sundsvall';
import { moment, organisation, person } from '../world';

export const GUIDELINE = sundsvall();
export const ID = '2026-11-23-aaaaaaaaaaaaaaaaaaak3f9qz';
export const SYSTEM = { type: 'system', organisation: 'sundsvall' } as const;
/** The library's account: Anna is responsible, Bo her deputy; Karin and Kim, Rolf, Sara serve. */
export const ACCOUNT = account();
export const TEXT = 'Kocken Kalle är en tjuv, zebrafink.';

const departments = organisation().departments.map((one) =>
  one.id === 'kultur-fritid' ? { ...one, cullingDecision: 'KFN-2025-00042, § 17' } : one,
);

/** A moment in a municipality where culture has a decision on culling, and care has none. */
export function at(instant = '2026-11-23T09:00:00.000Z'): Moment {
  return moment({
    now: instant,
    today: instant.slice(0, 10),
    organisation: organisation({ departments }),
  });
}

export function facts(changed: Partial<Facts> = {}): Facts {
  return {
    id: ID,
    moment: at(),
    guideline: GUIDELINE,
    account: ACCOUNT,
    named: { id: PEOPLE.emma.aad, name: PEOPLE.emma.name },
    choices: [],
    pictureUrls: [],
    ...changed,
  };
}

export const POST: Description = {
  account: 'acc-1',
  department: '',
  page: '',
  platform: '',
  kind: 'comment',
  from: 'others',
  day: '2026-11-23',
  time: '09:30',
  link: 'https://www.instagram.com/p/abc/c/1/',
  text: TEXT,
};

export function answers(...words: readonly string[]): CaseCommand {
  const all = GUIDELINE.triage.questions.map(({ id }) => [id, 'no'] as const);
  const given = words.map((word) =>
    word.startsWith('?') ? ([word.slice(1), 'unsure'] as const) : ([word, 'yes'] as const),
  );
  return { type: 'answer', answers: Object.fromEntries([...all, ...given]) };
}

export function picture(digit: string): Extract<CaseCommand, { type: 'take' }> {
  const sha256 = digit.repeat(64);
  const file = `sundsvall/case/${ID}/${sha256}.png`;
  return { type: 'take', via: 'chat', picture: { file, sha256, bytes: 1000, type: 'image/png' } };
}

export const SAFE: CaseCommand = { type: 'safety', life: 'no', children: 'no' };
export const DESCRIBE: CaseCommand = { type: 'describe', post: POST };
export const REMOVE: CaseCommand = { type: 'remove', how: 'ours', day: '', time: '', words: '' };
export const TELL: CaseCommand = { type: 'tell', told: 'told', words: '' };
export const SECURE: CaseCommand = { type: 'secure', link: '' };
export const NUMBER: CaseCommand = { type: 'register', number: 'KFN-2026-00123' };
export const CULL: CaseCommand = {
  type: 'cull',
  form: { reason: 'outdated', confirmed: ['insight', 'justice', 'administration', 'research'], words: '' },
};

export function ruling(outcome: 'register-delete' | 'register' | 'keep', words = ''): CaseCommand {
  return { type: 'rule', outcome, words };
}

export interface Done {
  readonly state: Case | undefined;
  readonly refused?: Refusal;
  readonly events: readonly CaseEvent[];
  readonly effects: readonly Effect[];
}

/** One command, as the pipeline takes it: may they, what is decided, what comes of it. */
export function send(
  state: Case | undefined,
  who: Who | Actor,
  command: CaseCommand,
  more: Partial<Facts> = {},
): Done {
  const actor = typeof who === 'string' ? person(who) : who;
  const known = facts(more);
  const nothing = { state, events: [], effects: [] };
  const denied = permits(actor, command, state, known);
  if (denied) return { ...nothing, refused: denied };
  const decision = decide(command, state, known, actor);
  if (isRefused(decision)) return { ...nothing, refused: decision.refused };
  const { events, effects } = decision;
  const next = events.reduce<Case | undefined>((before, event) => evolve(before, event), state);
  return { state: next, events, effects };
}

export type Step = readonly [who: Who, command: CaseCommand, more?: Partial<Facts>];

/** Every step must be taken; throws with the code of the one that is not. */
export function walk(steps: readonly Step[], from?: Case): Case {
  const end = steps.reduce<Case | undefined>((state, [who, command, more]) => {
    const done = send(state, who, command, more);
    if (done.refused) throw new Error(`${who} ${command.type}: ${JSON.stringify(done.refused)}`);
    return done.state;
  }, from);
  if (!end) throw new Error('no case');
  return end;
}

export const BEGUN: readonly Step[] = [['anna', SAFE]];
export const ASKING: readonly Step[] = [...BEGUN, ['anna', DESCRIBE]];
export const ATTACK: readonly Step[] = [...ASKING, ['anna', answers('attack')]];
export const RULED: readonly Step[] = [...ATTACK, ['anna', ruling('register-delete')]];
export const SECURED: readonly Step[] = [...RULED, ['anna', picture('a')], ['anna', SECURE]];
export const NUMBERED: readonly Step[] = [...SECURED, ['rolf', NUMBER]];
export const GONE: readonly Step[] = [...NUMBERED, ['anna', REMOVE]];
export const MINOR: readonly Step[] = [...ASKING, ['anna', answers('minor')], ['anna', CULL]];

/** A case of register and delete at each of its steps, and the side ways. */
export const STEPS = {
  describing: walk(BEGUN),
  asking: walk(ASKING),
  suggested: walk(ATTACK),
  asked: walk([...ASKING, ['anna', answers('?attack')]]),
  evidence: walk(RULED),
  registration: walk(SECURED),
  removal: walk(NUMBERED),
  telling: walk(GONE),
  done: walk([...GONE, ['anna', TELL]]),
  culling: walk(MINOR),
  alarm: walk([['anna', { type: 'safety', life: 'no', children: 'unsure' }]]),
  withdrawn: walk([...ASKING, ['anna', { type: 'withdraw' }]]),
} as const satisfies Record<string, Case>;

/** Every word and name in a refusal: `needs-registration`, or `invalid: day bad-date`. */
export function refusalOf({ refused }: Done): string {
  if (!refused) return 'done';
  const fields = Object.entries(refused.fields ?? {}).map(([field, problem]) => `${field} ${problem}`);
  return [refused.code, ...fields].join(': ');
}

const NAMES = new Map<string, string>(Object.entries(PEOPLE).map(([who, { aad }]) => [aad, who]));

/** `package to rolf`, `line to anna`, `refresh`. */
export function effectsOf({ effects }: Done): string {
  return effects
    .map((effect) => {
      const to = 'to' in effect ? (NAMES.get(effect.to) ?? effect.to) : '';
      if (effect.kind === 'notify') return `${effect.reason} to ${to}`;
      return effect.kind === 'mention' ? `line to ${to}` : effect.kind;
    })
    .join('; ');
}
