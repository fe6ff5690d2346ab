/** Who may do what with one application, asked of the same rules that judge a click. */
import { isRefused } from '../../src/kernel/decision';
import type { Organisation } from '../../src/kernel/organisation';
import type { ApplicationCommand, CommandType } from '../../src/features/applications/commands';
import type { decide } from '../../src/features/applications/decide';
import type { Facts } from '../../src/features/applications/facts';
import type { Application } from '../../src/features/applications/model';
import { HUMAN, type permits } from '../../src/features/applications/policy';
import { sv } from '../../src/features/applications/texts-sv';
import type { Guideline } from '../../src/guidelines/schema';
import { table } from '../bench/markdown';
import { EVERYBODY, organisationOf, personOf, ROLES, TODAY, type Role } from './people';

/** What is asked; a test asks others. */
export interface Rules {
  readonly permits: typeof permits;
  readonly decide: typeof decide;
}

export interface Asking {
  readonly rules: Rules;
  readonly guideline: Guideline;
  readonly organisation?: Organisation;
}

/** It is too early or too late for it; a field that is empty can be filled in. */
const NOT_NOW = ['already', 'not-yet', 'early', 'gone', 'no-consultation'];

const COMMANDS: Readonly<Record<Exclude<CommandType, 'answer' | 'tick'>, [keyof typeof sv.buttons, object]>> =
  {
    next: ['next', { step: 0, inputs: {} }],
    back: ['back', { step: 0, inputs: {} }],
    save: ['save', { step: 0, inputs: {} }],
    submit: ['submit', { step: 0, inputs: {} }],
    consult: ['consult', { step: 0, inputs: {} }],
    proceed: ['proceed', { reason: '' }],
    join: ['join', { account: '' }],
    resume: ['resume', {}],
    welcome: ['welcome', { words: '' }],
    decline: ['decline', { words: '' }],
    withdraw: ['withdraw', {}],
    plan: ['propose', { day: '', time: '' }],
    record: ['talked', { day: '', words: '' }],
    approve: ['approve', {}],
    ask: ['ask', { about: '', words: '' }],
    'hand-over': ['handOver', { to: '', words: '' }],
    reject: ['reject', { words: '' }],
    acknowledge: ['acknowledge', {}],
    report: ['report', { link: '', confirmed: [] }],
    confirm: ['confirm', {}],
    return: ['giveBack', { words: '' }],
  };

/** People who may do the same stand in one row; who may do nothing stands in none. */
export function tableOf(state: Application | undefined, asking: Asking): string {
  const rows = new Map<string, Role[]>();
  for (const role of EVERYBODY) {
    const may = buttonsOf(role, state, asking).join(' · ');
    if (may !== '') rows.set(may, [...(rows.get(may) ?? []), role]);
  }
  if (rows.size === 0) return 'Här finns inget att göra.';
  return table(
    ['Vem', 'Får göra'],
    [...rows].map(([may, roles]) => [namesOf(roles), may]),
  );
}

/** Who may read it, in one sentence. */
export function readersOf(state: Application, { rules, ...asking }: Asking): string {
  const facts = factsOf(asking);
  const readers = EVERYBODY.filter(
    (role) => rules.permits(personOf(role), { type: 'see' }, state, facts) === undefined,
  );
  return `Får läsa: ${namesOf(readers, 'bara den som söker').toLowerCase()}.`;
}

function buttonsOf(role: Role, state: Application | undefined, { rules, ...asking }: Asking): string[] {
  const facts = factsOf(asking);
  const actor = personOf(role);
  return HUMAN.flatMap((type) => {
    if (type === 'answer' || type === 'tick') return [];
    const [title, inputs] = COMMANDS[type];
    const command = { type, ...inputs } as ApplicationCommand;
    if (rules.permits(actor, command, state, facts) !== undefined) return [];
    const may =
      type === 'hand-over'
        ? EVERYBODY.some((to) => !isRefused(rules.decide({ type, to, words: '' }, state, facts, actor)))
        : isTime(rules.decide(command, state, facts, actor));
    return may ? [sv.buttons[title]] : [];
  });
}

function isTime(decision: ReturnType<typeof decide>): boolean {
  return !isRefused(decision) || !NOT_NOW.includes(decision.refused.code);
}

function factsOf({ guideline, organisation = organisationOf() }: Omit<Asking, 'rules'>): Facts {
  const moment = { now: `${TODAY}T09:00:00.000Z`, today: TODAY, organisation };
  return { id: '1', moment, guideline, people: {}, twins: [], unreached: {} };
}

function namesOf(roles: readonly Role[], alone = ROLES.applicant as string): string {
  if (roles.length === EVERYBODY.length) return 'Alla';
  if (roles.length === 1 && roles[0] === 'applicant') return sentence(alone);
  return sentence(roles.map((role) => ROLES[role]).join(', '));
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
