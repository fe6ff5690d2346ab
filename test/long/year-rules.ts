/** The rules of the simulated year, written anew from the guideline and the design: the table, and whom it means. */
import { DIRECTOR, LEAD, OFFICES } from './year-people';

/** The guideline's table; a test compares it with the guideline file. */
export const LADDERS = {
  consultation: [
    { after: 3, to: ['communicator'] },
    { after: 5, to: ['deputy'] },
    { after: 10, to: ['lead'] },
  ],
  decision: [
    { after: 2, to: ['lead'], when: 'unreachable' },
    { after: 3, to: ['decider'] },
    { after: 5, to: ['deputy'] },
    { after: 10, to: ['lead'] },
  ],
  changes: [
    { after: 10, to: ['applicant'] },
    { after: 20, to: ['applicant'] },
    { after: 40, to: ['applicant'], then: 'lapse' },
  ],
  receipt: [
    { after: 3, to: ['lead'] },
    { after: 5, to: ['lead'] },
    { after: 10, to: ['director'] },
  ],
  creation: [
    { after: 20, to: ['responsible'] },
    { after: 40, to: ['responsible', 'communicator'] },
  ],
  joining: [
    { after: 3, to: ['responsible'] },
    { after: 5, to: ['applicant'] },
  ],
} as const satisfies Readonly<Record<string, readonly Rung[]>>;
export const DRAFT_DAYS = 90;
export const WARNED_BEFORE = 14;

export type Situation = keyof typeof LADDERS;
export interface Rung {
  readonly after: number;
  readonly to: readonly string[];
  readonly when?: 'unreachable';
  readonly then?: 'lapse';
}

/** What an application waits for, since which day, and how much of the ladder is behind it. */
export interface Wait {
  readonly situation: Situation;
  readonly since: string;
  told: number;
}

export type Standing =
  | 'draft'
  | 'joining'
  | 'submitted'
  | 'changes'
  | 'approved'
  | 'acknowledged'
  | 'active'
  | 'rejected'
  | 'lapsed'
  | 'joined'
  | 'withdrawn'
  | 'deleted';

export interface Life {
  readonly id: string;
  readonly applicant: string;
  readonly department: string;
  readonly official: boolean;
  readonly responsible: string;
  status: Standing;
  wait?: Wait | undefined;
  /** The talk that was asked for and is not held: what a draft waits for. */
  talk?: Wait | undefined;
  touched: string;
  warned: boolean;
  escalated: boolean;
  consulted: boolean;
  handedTo?: string | undefined;
  approvedBy?: string;
  asked?: string;
  /** The day it lapsed. */
  lapsed?: string;
}

export interface Holder {
  readonly person: string;
  readonly for?: string;
}

/** G-2.0: the department's own communicators and deputies of the day, or those of the department above. */
export function officeOf(department: string, day: string): Holder[] {
  const office = OFFICES[department];
  if (!office) return [];
  if (office.communicators.length === 0)
    return office.parent === undefined ? [] : officeOf(office.parent, day);
  const standins = office.deputies.filter(({ from, to }) => from <= day && day <= to);
  return [
    ...office.communicators.map((person) => ({ person })),
    ...standins.map((standin) => ({ person: standin.person, for: standin.for })),
  ];
}

/** Design, section 4: official accounts to the lead, the lead's own to the director, nobody decides on their own. */
export function decidersOf(life: Life, day: string): Holder[] {
  if (life.applicant === LEAD) return [{ person: DIRECTOR }];
  const pool = (life.official ? [{ person: LEAD }] : officeOf(life.department, day)).filter(
    ({ person }) => person !== life.applicant,
  );
  const { handedTo } = life;
  const handed = [...pool, { person: LEAD } as Holder].filter(
    (one) => handedTo !== undefined && (one.person === handedTo || one.for === handedTo),
  );
  const turn = handed.length > 0 ? handed : pool;
  const all = life.escalated ? [...turn, { person: LEAD }] : turn;
  const each = all.filter(({ person }, at) => all.findIndex((other) => other.person === person) === at);
  return each.length > 0 ? each : [{ person: LEAD }];
}

/** Whom a decider may give the decision to. */
export function colleaguesOf(life: Life, from: string, day: string): string[] {
  const pool = life.official ? [] : officeOf(life.department, day).map(({ person }) => person);
  return [...new Set([...pool, LEAD])].filter((one) => one !== from && one !== life.applicant);
}

/** G-2.0: whom the applicant talks to. */
export function advisersOf(life: Life, day: string): string[] {
  const office = officeOf(life.department, day).map(({ person }) => person);
  const all = [...office, ...(life.escalated ? [LEAD] : [])].filter((one) => one !== life.applicant);
  return all.length > 0 ? [...new Set(all)] : [life.applicant === LEAD ? DIRECTOR : LEAD];
}

/** G-4.2c: where the lead decided, the director confirms. */
export function receiverOf({ approvedBy }: Life): string {
  return approvedBy === LEAD ? DIRECTOR : LEAD;
}

/** Whom one word of the table means on a day. */
export function meant(word: string, life: Life, situation: Situation, day: string): string[] {
  const office = officeOf(life.department, day).filter(({ person }) => person !== life.applicant);
  switch (word) {
    case 'applicant':
      return [life.applicant];
    case 'responsible':
      return situation === 'joining' ? [life.asked ?? ''] : [life.applicant, life.responsible];
    case 'decider': {
      const deciders = decidersOf(life, day);
      const own = deciders.filter((one) => one.for === undefined);
      return (own.length > 0 ? own : deciders).map(({ person }) => person);
    }
    case 'deputy': {
      const may = situation === 'decision' ? decidersOf(life, day).map(({ person }) => person) : undefined;
      const standins = office.filter((one) => one.for !== undefined).map(({ person }) => person);
      return standins.filter((person) => may === undefined || may.includes(person));
    }
    case 'communicator': {
      const own = office.filter((one) => one.for === undefined).map(({ person }) => person);
      return own.length > 0 ? own : advisersOf(life, day);
    }
    case 'lead':
      return [situation === 'receipt' ? receiverOf(life) : LEAD];
    case 'director':
      return [DIRECTOR];
    default:
      throw new Error(`The table names ${word}.`);
  }
}
