/** A small feature that uses everything the runtime offers: requests that people decide, and seats that one request holds. */
import { z } from 'zod';
import type { Actor, PersonId } from '../../src/kernel/actor';
import { refuse, type Decision, type Refusal } from '../../src/kernel/decision';
import type { Answer, Effect } from '../../src/kernel/effect';
import type { Moment } from '../../src/kernel/matter';
import type { Aggregate, Feature } from '../../src/ports/flow';

export const REQUEST = 'request';
export const SEAT = 'seat';
/** A document with this name cannot be read any more. */
export const POISON = 'poison';

const DAY_MS = 86_400_000;
const REMIND_AFTER_DAYS = 2;
const REMINDERS = 2;
/** As long as the card that made it could make it again. */
const KEPT_DAYS = 91;

const Request = z.object({
  status: z.enum(['claiming', 'taken', 'open', 'approved', 'rejected', 'lapsed', 'withdrawn', 'gone']),
  /** Number of the click that made it. */
  born: z.number(),
  /** Number of the click that asked for the seat. */
  asked: z.number(),
  seat: z.string(),
  owner: z.string(),
  handler: z.string(),
  reminded: z.number(),
  since: z.string(),
});
export type Request = z.infer<typeof Request>;

export type RequestCommand =
  | { readonly type: 'create'; readonly click: number; readonly seat: string }
  | { readonly type: 'approve' | 'reject' | 'withdraw'; readonly click: number }
  | { readonly type: 'note'; readonly click: number; readonly text: string }
  | { readonly type: 'handover'; readonly click: number; readonly to: PersonId }
  | Answer
  | { readonly type: 'tick' };

export type RequestEvent =
  | {
      readonly type: 'created';
      readonly click: number;
      readonly seat: string;
      readonly owner: PersonId;
      readonly handler: PersonId;
      readonly at: string;
    }
  | { readonly type: 'opened' | 'lapsed'; readonly at: string }
  | { readonly type: 'turnedDown' | 'reminded' | 'forgotten'; readonly at: string }
  | { readonly type: 'approved' | 'rejected' | 'withdrawn'; readonly click: number; readonly at: string }
  | { readonly type: 'noted'; readonly click: number; readonly text: string }
  | { readonly type: 'handedOver'; readonly click: number; readonly to: PersonId };

export interface ToyFacts {
  readonly moment: Moment;
  /** Who decides new requests. */
  readonly communicator: PersonId;
}

const click = z.number().int();
const verbs = {
  'toy/create': z
    .object({ click, seat: z.string().max(40) })
    .transform((given) => ({ type: 'create' as const, ...given })),
  'toy/approve': z.object({ click }).transform((given) => ({ type: 'approve' as const, ...given })),
  'toy/reject': z.object({ click }).transform((given) => ({ type: 'reject' as const, ...given })),
  'toy/withdraw': z.object({ click }).transform((given) => ({ type: 'withdraw' as const, ...given })),
  'toy/note': z
    .object({ click, text: z.string().max(200) })
    .transform((given) => ({ type: 'note' as const, ...given })),
  'toy/handover': z
    .object({ click, to: z.string() })
    .transform((given) => ({ type: 'handover' as const, ...given })),
};

export const request: Aggregate<Request, RequestCommand, RequestEvent, ToyFacts> = {
  kind: REQUEST,
  schemaVersion: 1,
  restore(raw) {
    const state = Request.parse(raw);
    if (state.seat === POISON) throw new Error('this document cannot be read');
    return state;
  },
  verbs: verbs,
  facts: ({ moment }) => ({
    moment,
    communicator: moment.organisation.departments[0]?.communicators[0] ?? '',
  }),
  permits,
  decide,
  evolve,
  quiet: ['noted', 'reminded', 'forgotten'],
  spent: ({ status }) => status === 'gone',
  deadline,
  listed: ({ status, owner, handler }) => ({
    status,
    applicant: owner,
    handler,
    department: 'kultur',
  }),
  present: ({ matter, notice, reason, locale }) => ({
    card: 'toy/request',
    data: {
      state: matter?.state,
      ...(reason === undefined ? {} : { reason }),
      ...(notice === undefined ? {} : { notice: notice.code }),
    },
    summary: locale,
  }),
  mention: ({ state }, _viewer, reason) =>
    reason.startsWith('remind:') && state.status !== 'open' ? undefined : reason,
};

function permits(
  actor: Actor,
  command: { readonly type: string },
  state: Request | undefined,
): Refusal | undefined {
  if (actor.type === 'system') return undefined;
  switch (command.type) {
    case 'see':
    case 'note':
      return undefined;
    case 'create':
    case 'withdraw':
      return state === undefined || state.owner === actor.id ? undefined : { code: 'not-yours' };
    case 'approve':
    case 'reject':
    case 'handover':
      return state === undefined || state.handler === actor.id ? undefined : { code: 'not-handler' };
    default:
      return { code: 'not-for-people' };
  }
}

function decide(
  command: RequestCommand,
  state: Request | undefined,
  { moment, communicator }: ToyFacts,
  actor: Actor,
): Decision<RequestEvent> {
  const at = moment.now;
  if (command.type === 'create') {
    if (state && state.status !== 'taken') return refuse('not-now');
    const owner = actor.type === 'person' ? actor.id : '';
    return {
      events: [
        { type: 'created', click: command.click, seat: command.seat, owner, handler: communicator, at },
      ],
      effects: [
        {
          kind: 'send',
          key: `take:${command.click}`,
          target: { kind: SEAT, id: `the-seat-${command.seat}` },
          command: { type: 'take', by: state?.born ?? command.click },
          answer: true,
          first: true,
        },
        { kind: 'refresh', key: 'refresh' },
      ],
    };
  }
  if (!state) return refuse('not-now');
  switch (command.type) {
    case 'answer':
      if (state.status !== 'claiming') return refuse('not-now');
      return command.outcome === 'accepted'
        ? {
            events: [{ type: 'opened', at }],
            effects: [
              ...told([state.handler, moment.organisation.lead], `opened:${state.asked}`),
              { kind: 'refresh', key: 'refresh' },
            ],
          }
        : {
            events: [{ type: 'turnedDown', at }],
            effects: [
              ...told([state.owner], `turned-down:${state.asked}`),
              { kind: 'refresh', key: 'refresh' },
            ],
          };
    case 'approve':
      if (state.status !== 'open') return refuse('not-now');
      return {
        events: [{ type: 'approved', click: command.click, at }],
        effects: [
          ...told(
            [state.owner, moment.organisation.lead, moment.organisation.director],
            `approved:${command.click}`,
          ),
          { kind: 'refresh', key: 'refresh' },
        ],
      };
    case 'reject':
      if (state.status !== 'open') return refuse('not-now');
      return {
        events: [{ type: 'rejected', click: command.click, at }],
        effects: [
          release(state),
          ...told([state.owner], `rejected:${command.click}`),
          ...told([state.owner], `why:${command.click}`),
          { kind: 'refresh', key: 'refresh' },
        ],
      };
    case 'withdraw':
      if (['claiming', 'withdrawn', 'gone'].includes(state.status)) return refuse('not-now');
      return {
        events: [{ type: 'withdrawn', click: command.click, at }],
        effects: [
          release(state),
          ...told([state.handler], `withdrawn:${command.click}`),
          { kind: 'refresh', key: 'refresh' },
        ],
      };
    case 'handover':
      if (state.status !== 'open') return refuse('not-now');
      return {
        events: [{ type: 'handedOver', click: command.click, to: command.to }],
        effects: [
          ...told([command.to], `handed:${command.click}`),
          {
            kind: 'mention',
            key: `moved:${command.click}`,
            to: state.owner,
            reason: `moved:${command.click}`,
          },
          { kind: 'refresh', key: 'refresh' },
        ],
      };
    case 'note':
      if (state.status === 'gone') return refuse('not-now');
      return {
        events: [{ type: 'noted', click: command.click, text: command.text }],
        effects: [
          {
            kind: 'mention',
            key: `noted:${command.click}`,
            to: state.owner,
            reason: `noted:${command.click}`,
          },
        ],
      };
    case 'tick':
      return timed(state, at);
    default:
      return command satisfies never;
  }
}

function timed(state: Request, at: string): Decision<RequestEvent> {
  if (state.status !== 'open')
    return {
      events: [{ type: 'forgotten', at }],
      effects: state.status === 'approved' ? [release(state)] : [],
    };
  if (state.reminded < REMINDERS) {
    const key = `remind:${state.born}:${state.reminded + 1}`;
    return {
      events: [{ type: 'reminded', at }],
      effects: [{ kind: 'mention', key, to: state.handler, reason: key }],
    };
  }
  return {
    events: [{ type: 'lapsed', at }],
    effects: [
      release(state),
      ...told([state.owner, state.handler], `lapsed:${state.born}`),
      ...told([state.owner], `after:${state.born}`),
      { kind: 'refresh', key: 'refresh' },
    ],
  };
}

function told(people: readonly PersonId[], reason: string): Effect[] {
  return people.map((to) => ({ kind: 'notify', key: `${reason}:${to}`, to, reason }));
}

function release(state: Request): Effect {
  return {
    kind: 'send',
    key: `release:${state.born}`,
    target: { kind: SEAT, id: `the-seat-${state.seat}` },
    command: { type: 'release', by: state.born },
  };
}

function evolve(state: Request | undefined, event: RequestEvent): Request {
  if (event.type === 'created') {
    const born = state?.born ?? event.click;
    const { seat, owner, handler } = event;
    return {
      status: 'claiming',
      born,
      asked: event.click,
      seat,
      owner,
      handler,
      reminded: 0,
      since: event.at,
    };
  }
  if (!state) throw new Error('nothing happens before it was created');
  switch (event.type) {
    case 'opened':
      return { ...state, status: 'open', since: event.at };
    case 'turnedDown':
      return { ...state, status: 'taken', since: event.at };
    case 'approved':
    case 'rejected':
    case 'lapsed':
    case 'withdrawn':
      return { ...state, status: event.type, since: event.at };
    case 'forgotten':
      return { ...state, status: 'gone' };
    case 'reminded':
      return { ...state, reminded: state.reminded + 1 };
    case 'handedOver':
      return { ...state, handler: event.to };
    case 'noted':
      return state;
    default:
      return event satisfies never;
  }
}

export function deadline(state: Request): string | undefined {
  const days = (count: number): string => new Date(Date.parse(state.since) + count * DAY_MS).toISOString();
  switch (state.status) {
    case 'claiming':
    case 'gone':
      return undefined;
    case 'open':
      return days((state.reminded + 1) * REMIND_AFTER_DAYS);
    case 'taken':
    case 'approved':
    case 'rejected':
    case 'lapsed':
    case 'withdrawn':
      return days(KEPT_DAYS);
    default:
      return state.status satisfies never;
  }
}

const Seat = z.object({ status: z.enum(['held', 'free']), by: z.number(), times: z.number() });
type Seat = z.infer<typeof Seat>;
type SeatCommand = { readonly type: 'take' | 'release'; readonly by: number };
type SeatEvent = { readonly type: 'taken' | 'freed'; readonly by: number };

/** Held by one request at a time; deleted when it is free. The director is told of every holder. */
export const seat: Aggregate<Seat, SeatCommand, SeatEvent, ToyFacts> = {
  kind: SEAT,
  schemaVersion: 1,
  restore: (raw) => Seat.parse(raw),
  verbs: {},
  facts: ({ moment }) => ({ moment, communicator: '' }),
  permits: (actor, { type }) =>
    actor.type === 'system' || type === 'see' ? undefined : { code: 'not-for-people' },
  decide(command, state, { moment }) {
    if (command.type === 'release')
      return state?.by === command.by
        ? { events: [{ ...command, type: 'freed' }], effects: [] }
        : refuse('not-mine');
    if (state?.status === 'held' && state.by !== command.by) return refuse('held');
    return {
      events: [{ ...command, type: 'taken' }],
      effects: told([moment.organisation.director], `seat:${command.by}:${(state?.times ?? 0) + 1}`),
    };
  },
  evolve: (state, { type, by }) => ({
    status: type === 'taken' ? 'held' : 'free',
    by,
    times: (state?.times ?? 0) + (type === 'taken' ? 1 : 0),
  }),
  quiet: [],
  spent: ({ status }) => status === 'free',
  deadline: () => undefined,
  listed: ({ status }) => ({ status }),
  present: ({ matter, reason }) => ({
    card: 'toy/seat',
    data: { state: matter?.state, ...(reason === undefined ? {} : { reason }) },
    summary: '',
  }),
};

export const toyFeature: Feature = {
  name: 'toy',
  aggregates: [request, seat],
  queries: {
    'toy/new': { data: z.object({}), answer: ({ fresh }) => ({ matter: { kind: REQUEST, id: fresh } }) },
    'toy/help': {
      data: z.object({ nearest: z.array(z.string()).optional() }),
      answer: ({ data }) => ({ card: 'toy/help', data: data as object, summary: '' }),
    },
    'toy/language': {
      data: z.object({ to: z.enum(['sv', 'en']) }),
      async answer({ data, speak }) {
        await speak((data as { to: 'sv' | 'en' }).to);
        return { card: 'toy/help', data: {}, summary: '' };
      },
    },
  },
  phrases: [
    {
      verb: 'toy/new',
      say: { sv: ['ny begäran', 'begäran'], en: ['new request'] },
      description: { sv: 'Begär en plats.', en: 'Request a seat.' },
      offered: true,
    },
    {
      verb: 'toy/help',
      say: { sv: ['hjälp', 'hej'], en: ['help', 'hi'] },
      description: { sv: 'Vad kan jag göra?', en: 'What can I do?' },
      offered: true,
    },
    {
      verb: 'toy/language',
      say: { sv: ['english'], en: ['in english'] },
      description: { sv: 'Byt språk.', en: 'Change the language.' },
      offered: false,
      data: { to: 'en' },
    },
  ],
};
