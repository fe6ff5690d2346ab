/** What ought to happen to a request, said a second time and simply: the yardstick for everything the runtime does. */
import { DAG, SARA } from '../../support/fake-world';
import type { Request, RequestEvent } from '../../support/toy-feature';

/** The state that people decide on, without the fields the timers need. */
export interface Known {
  readonly status: Request['status'];
  readonly owner: string;
  readonly handler: string;
  readonly born: number;
  readonly asked: number;
  readonly seat: string;
  readonly reminded: number;
}

export interface Click {
  /** Its number; the same in every delivery. */
  readonly number: number;
  readonly who: string;
  readonly verb: Verb;
  readonly id: string;
  readonly revision: number;
  readonly nonce: string;
  /** The card in this person's own chat; absent for one that was taken from somebody else. */
  readonly card?: string;
  readonly more: Readonly<Record<string, string>>;
}

export const VERBS = ['create', 'approve', 'reject', 'withdraw', 'note', 'handover'] as const;
export type Verb = (typeof VERBS)[number];

/** Somebody must hear of something: at once, or with a line in their message of the day. */
export interface Telling {
  readonly to: string;
  readonly reason: string;
  readonly how: 'message' | 'line';
}

const EVENT_OF: Record<Verb, RequestEvent['type']> = {
  create: 'created',
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
  note: 'noted',
  handover: 'handedOver',
};
const FORM_ID = /^\d{4}-\d\d-\d\d-[a-z0-9]{20,}$/;
const QUIET: readonly string[] = ['noted', 'reminded', 'forgotten'];
const FROM: Record<RequestEvent['type'], readonly (Request['status'] | 'nothing')[]> = {
  created: ['nothing', 'taken'],
  opened: ['claiming'],
  turnedDown: ['claiming'],
  approved: ['open'],
  rejected: ['open'],
  handedOver: ['open'],
  reminded: ['open'],
  lapsed: ['open'],
  noted: ['claiming', 'taken', 'open', 'approved', 'rejected', 'lapsed', 'withdrawn'],
  withdrawn: ['taken', 'open', 'approved', 'rejected', 'lapsed'],
  forgotten: ['taken', 'approved', 'rejected', 'lapsed', 'withdrawn'],
};

export function isLoud(event: { readonly type: string }): boolean {
  return !QUIET.includes(event.type);
}

/** The event that a click makes when it is accepted. */
export function eventOf(click: Click): RequestEvent['type'] {
  return EVENT_OF[click.verb];
}

/** What a click is told: `ok`, or why nothing was changed. */
export function verdict(click: Click, known: Known | undefined, revision: number, accepted: boolean): string {
  const { who, verb } = click;
  // Under an id that no form was given nothing is created.
  if (click.revision === 0 && !FORM_ID.test(click.id)) return 'malformed';
  if (known && (verb === 'create' || verb === 'withdraw') && who !== known.owner) return 'not-yours';
  const decides = verb === 'approve' || verb === 'reject' || verb === 'handover';
  if (known && decides && who !== known.handler) return 'not-handler';
  if (accepted) return 'ok';
  if (click.revision !== revision) return known ? 'stale' : 'gone';
  return FROM[eventOf(click)].includes(known?.status ?? 'nothing') ? 'ok' : 'not-now';
}

/** The state after an event; throws when it may not happen there. */
export function after(known: Known | undefined, event: RequestEvent): Known {
  if (!FROM[event.type].includes(known?.status ?? 'nothing'))
    throw new Error(`${event.type} cannot happen to a request that is ${known?.status ?? 'not there'}`);
  if (event.type === 'created') {
    const { owner, handler, seat, click } = event;
    return {
      status: 'claiming',
      owner,
      handler,
      born: known?.born ?? click,
      asked: click,
      seat,
      reminded: 0,
    };
  }
  if (!known) throw new Error(`${event.type} happened to nothing`);
  switch (event.type) {
    case 'opened':
      return { ...known, status: 'open' };
    case 'turnedDown':
      return { ...known, status: 'taken' };
    case 'approved':
    case 'rejected':
    case 'lapsed':
    case 'withdrawn':
      return { ...known, status: event.type };
    case 'forgotten':
      return { ...known, status: 'gone' };
    case 'handedOver':
      return { ...known, handler: event.to };
    case 'reminded':
      return { ...known, reminded: known.reminded + 1 };
    case 'noted':
      return known;
  }
}

/** Who must hear of an event, in the order in which each of them hears things. */
export function tellings(before: Known | undefined, event: RequestEvent): Telling[] {
  const messages = (reason: string, ...people: string[]): Telling[] =>
    people.map((to) => ({ to, reason, how: 'message' }));
  if (!before) return [];
  switch (event.type) {
    case 'created':
    case 'forgotten':
      return [];
    case 'opened':
      return messages(`opened:${before.asked}`, before.handler, SARA);
    case 'turnedDown':
      return messages(`turned-down:${before.asked}`, before.owner);
    case 'approved':
      return messages(`approved:${event.click}`, before.owner, SARA, DAG);
    case 'rejected':
      return [
        ...messages(`rejected:${event.click}`, before.owner),
        ...messages(`why:${event.click}`, before.owner),
      ];
    case 'withdrawn':
      return messages(`withdrawn:${event.click}`, before.handler);
    case 'lapsed':
      return [
        ...messages(`lapsed:${before.born}`, before.owner, before.handler),
        ...messages(`after:${before.born}`, before.owner),
      ];
    case 'handedOver':
      return [
        ...messages(`handed:${event.click}`, event.to),
        { to: before.owner, reason: `moved:${event.click}`, how: 'line' },
      ];
    case 'noted':
      return [{ to: before.owner, reason: `noted:${event.click}`, how: 'line' }];
    case 'reminded':
      return [{ to: before.handler, reason: `remind:${before.born}:${before.reminded + 1}`, how: 'line' }];
  }
}

/** Has this line nothing to say any more? */
export function isResolved(reason: string, known: Known | undefined): boolean {
  return known === undefined || (reason.startsWith('remind:') && known.status !== 'open');
}
