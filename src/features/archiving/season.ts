/** A department's season: opens a capture for every active account, and is closed by two people (G-7.3a, G-7.3d). Pure. */
import type { Actor, Person } from '../../kernel/actor';
import { atTime, plusDays } from '../../kernel/calendar';
import { refuse, type Decision, type Refusal } from '../../kernel/decision';
import { notify, REFRESH, type Effect } from '../../kernel/effect';
import type { Moment } from '../../kernel/matter';
import { departmentOf } from '../../kernel/organisation';
import { officeOf, registrarsOf } from '../../kernel/offices';
import { MOST_WORDS } from './commands';
import type { In } from './model';
import type {
  Confirmation,
  Season,
  SeasonCode,
  SeasonCommand,
  SeasonEvent,
  SeasonFacts,
} from './season-model';

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

/** In which offices of the department somebody may confirm; where it has none of its own, others stand in. */
export function officesOf(id: string, department: string, moment: Moment): Confirmation['as'][] {
  return OFFICES.filter((as) => holdersOf(as, department, moment).includes(id));
}

const OFFICES = ['communicator', 'registrar'] as const;

function holdersOf(as: Confirmation['as'], department: string, moment: Moment): string[] {
  return as === 'communicator' ? officeOf(department, { moment }) : registrarsOf(department, { moment });
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
  // Nothing is missing yet only because nobody has looked.
  if (state.sweptOn === undefined) return refuse('early');
  const as = officeFor(actor.id, first?.as, state.department, moment);
  if (as === undefined) return refuse('same-office');
  const open = figures.waiting;
  if (open > 0 && words === '') return refuse('invalid', { fields: { words: 'missing' } });
  if (words.length > MOST_WORDS) return refuse('invalid', { fields: { words: 'too-long' } });
  const confirmation = { by: actor.id, name: actor.name, as, at: moment.now, reason: words };
  return {
    events: [{ type: 'confirmed', confirmation }],
    effects: first
      ? [REFRESH]
      : [
          ...othersOf(as, actor.id, state.department, moment).map((to) => notify(to, 'confirm', moment.now)),
          REFRESH,
        ],
  };
}

/** For which office somebody confirms: whoever holds both leaves the one to the other that others hold, too. */
function officeFor(
  id: string,
  taken: Confirmation['as'] | undefined,
  department: string,
  moment: Moment,
): Confirmation['as'] | undefined {
  const offices = officesOf(id, department, moment).filter((as) => as !== taken);
  return offices.find((as) => othersOf(as, id, department, moment).length > 0) ?? offices[0];
}

/** Whose confirmation is missing after that of one person for one office. */
function othersOf(as: Confirmation['as'], id: string, department: string, moment: Moment): string[] {
  const other = as === 'communicator' ? 'registrar' : 'communicator';
  return holdersOf(other, department, moment).filter((one) => one !== id);
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
          effects: unsealed.map((id) => sealing(id, state.season, reason)),
        };
      }
      const people = new Set(state.confirmations.map(({ by }) => by));
      return {
        events: [{ type: 'closed', at: moment.now, figures, called: calledIn(state.department, moment) }],
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

function calledIn(department: string, { organisation }: Moment) {
  return {
    organisation: organisation.name,
    department: departmentOf(organisation, department)?.name ?? department,
  };
}

function opening(id: string, capture: In<'waiting'>): Effect {
  return {
    kind: 'send',
    key: `open/${id}`,
    target: { kind: 'capture', id },
    command: { type: 'open', capture },
  };
}

function sealing(id: string, season: string, reason: string): Effect {
  return {
    kind: 'send',
    key: `seal/${id}`,
    target: { kind: 'capture', id },
    command: { type: 'seal', season, reason },
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
        ? { ...state, status: 'closed', closedAt: event.at, figures: event.figures, called: event.called }
        : state;
    case 'package-given':
      return { ...state, links: { ...state.links, [event.person]: event.at } };
    default:
      return event satisfies never;
  }
}

/** The register is looked through as soon as the season begins, once on every day of it, and once after its last day. */
export function deadlineOf(state: Season, { organisation: { timeZone } }: Moment): string | undefined {
  switch (state.status) {
    case 'open': {
      const day = state.sweptOn === undefined ? state.from : plusDays(state.sweptOn, 1);
      return (state.sweptOn ?? '') <= state.to ? atTime(timeZone, day, '00:00') : undefined;
    }
    case 'closing':
      return state.confirmations[1].at;
    case 'closed':
      return undefined;
    default:
      return state satisfies never;
  }
}
