/** A department's season: opens a capture for every active account, and is closed by two people (G-7.3a, G-7.3d). Pure. */
import { z } from 'zod';
import type { Actor, Person } from '../../kernel/actor';
import { atTime, plusDays } from '../../kernel/calendar';
import { refuse, type Decision, type Refusal } from '../../kernel/decision';
import type { Effect, Tick } from '../../kernel/effect';
import type { Moment } from '../../kernel/matter';
import { taken } from '../../kernel/words';
import { communicatorsOf, departmentOf } from '../../kernel/organisation';
import { MOST_WORDS } from './commands';
import { REFRESH, notify } from './effects';
import type { In } from './model';
import { Figures } from './figures';

const Confirmation = z.object({
  by: z.string(),
  name: z.string(),
  as: z.enum(['communicator', 'registrar']),
  at: z.string(),
  /** Why pictures are missing, where some are. */
  reason: z.string(),
});
export type Confirmation = z.infer<typeof Confirmation>;

const base = {
  department: z.string(),
  season: z.string(),
  name: z.object({ sv: z.string(), en: z.string() }),
  from: z.string(),
  to: z.string(),
  guideline: z.string(),
  openedAt: z.string(),
  /** Instant at which each person's link to the package was given. */
  links: z.record(z.string(), z.string()),
};

export const Season = z.discriminatedUnion('status', [
  z.object({
    ...base,
    status: z.literal('open'),
    /** The day of the last look at the register; absent while accounts are left to open a capture for. */
    sweptOn: z.string().exactOptional(),
    confirmed: Confirmation.exactOptional(),
  }),
  /** Confirmed by two: the captures are sealed one by one. */
  z.object({ ...base, status: z.literal('closing'), confirmations: z.tuple([Confirmation, Confirmation]) }),
  z.object({
    ...base,
    status: z.literal('closed'),
    confirmations: z.tuple([Confirmation, Confirmation]),
    closedAt: z.string(),
    figures: Figures,
  }),
]);
export type Season = z.infer<typeof Season>;

export type SeasonCommand =
  | ({ readonly type: 'open' } & Omit<Extract<Season, { status: 'open' }>, 'status' | 'links' | 'openedAt'>)
  | { readonly type: 'confirm'; readonly words: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'package' }
  | Tick;

export type SeasonEvent =
  | { readonly type: 'opened'; readonly season: Extract<Season, { status: 'open' }> }
  | { readonly type: 'swept'; readonly on?: string; readonly opened: number }
  | { readonly type: 'confirmed'; readonly confirmation: Confirmation }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'sealing'; readonly count: number }
  | { readonly type: 'closed'; readonly at: string; readonly figures: Figures }
  | { readonly type: 'package-given'; readonly person: string; readonly at: string };

export const seasonVerbs: Readonly<Record<string, z.ZodType<SeasonCommand>>> = {
  'season.confirm': z
    .object({
      words: z
        .string()
        .max(MOST_WORDS * 2)
        .default(''),
    })
    .transform(({ words }) => ({ type: 'confirm', words: taken(words) })),
  'season.withdraw': z.object({}).transform(() => ({ type: 'withdraw' })),
  'season.package': z.object({}).transform(() => ({ type: 'package' })),
};

export interface SeasonFacts {
  readonly id: string;
  readonly moment: Moment;
  /** What to open next: captures of accounts that have none yet, a commit's worth; empty when all have theirs. */
  readonly unopened: readonly { readonly id: string; readonly capture: In<'waiting'> }[];
  /** What to seal next, a commit's worth, by id. */
  readonly unsealed: readonly string[];
  /** As it stands now. */
  readonly figures: Figures;
  /** Last season's figures, when there was one. */
  readonly before?: Figures;
  readonly packageUrl?: string;
}

export type SeasonCode =
  'gone' | 'stale' | 'early' | 'already' | 'invalid' | 'not-open' | 'not-closed' | 'same-office';

/** Both offices of the department see to the season; the lead and the director see it. */
export function permits(
  actor: Actor,
  { type }: { readonly type: SeasonCommand['type'] | 'see' },
  state: Season | undefined,
  { moment }: SeasonFacts,
): Refusal | undefined {
  if (type === 'open' || type === 'tick') return actor.type === 'system' ? undefined : { code: 'forbidden' };
  if (actor.type === 'system') return undefined;
  if (!state) return { code: 'gone' };
  const { organisation } = moment;
  const leads = actor.id === organisation.lead || actor.id === organisation.director;
  const offices = officesOf(actor.id, state.department, moment);
  if (type === 'see' || type === 'package')
    return leads || offices.length > 0 ? undefined : { code: 'not-office' };
  return offices.length > 0 ? undefined : { code: 'not-office' };
}

/** In which offices of the department somebody may confirm; where it has no communicator of its own, the lead stands in. */
export function officesOf(
  id: string,
  department: string,
  { organisation, today }: Moment,
): Confirmation['as'][] {
  const office = communicatorsOf(organisation, department, today).map(({ person }) => person);
  const communicators = office.length > 0 ? office : [organisation.lead];
  const registrars = departmentOf(organisation, department)?.registrars ?? [];
  return [
    ...(communicators.includes(id) ? (['communicator'] as const) : []),
    ...(registrars.includes(id) ? (['registrar'] as const) : []),
  ];
}

export function decide(
  command: SeasonCommand,
  state: Season | undefined,
  facts: SeasonFacts,
  actor: Actor,
): Decision<SeasonEvent, SeasonCode> {
  const { moment } = facts;
  switch (command.type) {
    case 'open': {
      if (state) return { events: [], effects: [] };
      const { type: _command, ...season } = command;
      const opened = { ...season, status: 'open', links: {}, openedAt: moment.now } as const;
      return { events: [{ type: 'opened', season: opened }], effects: [] };
    }
    case 'tick':
      return tick(state, facts);
    case 'confirm':
      return actor.type === 'person' ? confirm(command.words, state, facts, actor) : refuse('gone');
    case 'withdraw':
      if (state?.status !== 'open') return refuse(state ? 'not-open' : 'gone');
      return state.confirmed?.by === (actor.type === 'person' ? actor.id : '')
        ? { events: [{ type: 'withdrawn' }], effects: [REFRESH] }
        : refuse('already');
    case 'package':
      if (state?.status !== 'closed') return refuse(state ? 'not-closed' : 'gone');
      return actor.type === 'person'
        ? { events: [{ type: 'package-given', person: actor.id, at: moment.now }], effects: [] }
        : refuse('gone');
    default:
      return command satisfies never;
  }
}

/** *Stäng säsongen*: one of each office, two different people; what is missing needs a reason (G-7.3d). */
function confirm(
  words: string,
  state: Season | undefined,
  facts: SeasonFacts,
  actor: Person,
): Decision<SeasonEvent, SeasonCode> {
  const { moment, figures } = facts;
  if (state?.status !== 'open') return refuse(state ? 'already' : 'gone');
  const first = state.confirmed;
  if (first?.by === actor.id) return refuse('already');
  const as = officesOf(actor.id, state.department, moment).find((office) => office !== first?.as);
  if (as === undefined) return refuse('same-office');
  const open = figures.waiting;
  if (open > 0 && words === '') return refuse('invalid', { fields: { words: 'missing' } });
  if (words.length > MOST_WORDS) return refuse('invalid', { fields: { words: 'too-long' } });
  const confirmation = { by: actor.id, name: actor.name, as, at: moment.now, reason: words };
  return {
    events: [{ type: 'confirmed', confirmation }],
    effects: first
      ? [REFRESH]
      : [...othersOf(as, state.department, moment).map((to) => notify(to, 'confirm', moment.now)), REFRESH],
  };
}

/** Whose confirmation is missing. */
function othersOf(as: Confirmation['as'], department: string, moment: Moment): string[] {
  const people = [
    ...communicatorsOf(moment.organisation, department, moment.today).map(({ person }) => person),
    ...(departmentOf(moment.organisation, department)?.registrars ?? []),
  ];
  const other = as === 'communicator' ? 'registrar' : 'communicator';
  return [...new Set(people)].filter((id) => officesOf(id, department, moment).includes(other));
}

function tick(state: Season | undefined, facts: SeasonFacts): Decision<SeasonEvent, SeasonCode> {
  const { moment, unopened, unsealed, figures } = facts;
  switch (state?.status) {
    case 'open': {
      const done = unopened.length === 0;
      return {
        events: [{ type: 'swept', opened: unopened.length, ...(done ? { on: moment.today } : {}) }],
        effects: unopened.map(({ id, capture }) => opening(id, capture)),
      };
    }
    case 'closing': {
      if (unsealed.length > 0) {
        const reason = state.confirmations[1].reason || state.confirmations[0].reason;
        return {
          events: [{ type: 'sealing', count: unsealed.length }],
          effects: unsealed.map((id) => sealing(id, reason)),
        };
      }
      const people = new Set(state.confirmations.map(({ by }) => by));
      return {
        events: [{ type: 'closed', at: moment.now, figures }],
        effects: [...[...people].map((to) => notify(to, 'closed', moment.now)), REFRESH],
      };
    }
    case 'closed':
    case undefined:
      return refuse('early');
    default:
      return state satisfies never;
  }
}

function opening(id: string, capture: In<'waiting'>): Effect {
  return {
    kind: 'send',
    key: `open/${id}`,
    target: { kind: 'capture', id },
    command: { type: 'open', capture },
  };
}

function sealing(id: string, reason: string): Effect {
  return {
    kind: 'send',
    key: `seal/${id}`,
    target: { kind: 'capture', id },
    command: { type: 'seal', reason },
  };
}

export function evolve(state: Season | undefined, event: SeasonEvent): Season {
  if (event.type === 'opened') return event.season;
  if (!state) throw new Error('a season begins with being opened');
  switch (event.type) {
    case 'swept': {
      if (state.status !== 'open') return state;
      const { sweptOn: _earlier, ...rest } = state;
      return event.on === undefined ? rest : { ...rest, sweptOn: event.on };
    }
    case 'confirmed': {
      if (state.status !== 'open') return state;
      const { sweptOn, confirmed, ...rest } = state;
      return confirmed
        ? { ...rest, status: 'closing', confirmations: [confirmed, event.confirmation] }
        : { ...state, confirmed: event.confirmation };
    }
    case 'withdrawn': {
      if (state.status !== 'open') return state;
      const { confirmed: _over, ...rest } = state;
      return rest;
    }
    case 'sealing':
      return state;
    case 'closed':
      return state.status === 'closing'
        ? { ...state, status: 'closed', closedAt: event.at, figures: event.figures }
        : state;
    case 'package-given':
      return { ...state, links: { ...state.links, [event.person]: event.at } };
    default:
      return event satisfies never;
  }
}

/** The register is looked through as soon as the season begins, and once on every day of it. */
export function deadlineOf(state: Season, { organisation: { timeZone } }: Moment): string | undefined {
  switch (state.status) {
    case 'open': {
      const day = state.sweptOn === undefined ? state.from : plusDays(state.sweptOn, 1);
      return day <= state.to ? atTime(timeZone, day, '00:00') : undefined;
    }
    case 'closing':
      return state.confirmations[1].at;
    case 'closed':
      return undefined;
    default:
      return state satisfies never;
  }
}

/** `kultur-fritid:2026-autumn`. */
export function seasonId(department: string, season: string): string {
  return `${department}:${season}`;
}

/** `<account>:2026-autumn`: the same however often it is asked for. */
export function captureId(account: string, season: string): string {
  return `${account}:${season}`;
}
