/** One command against one document, without I/O: permitted, replay, revision, decide, evolve – in this order. */
import type { Actor } from '../kernel/actor';
import { isRefused, type Refusal } from '../kernel/decision';
import type { CommandBase, Moment, Recorded, StateBase } from '../kernel/matter';
import type { Aggregate } from '../ports/flow';
import { KEYS_KEPT_DAYS, type Envelope } from './envelope';
import { plusSeconds, queue } from './pending';

export interface Attempt {
  readonly command: CommandBase;
  readonly actor: Actor;
  readonly facts: unknown;
  readonly moment: Moment;
  /** Replay key; a timer has none, it decides by the state alone. */
  readonly key?: string;
  /**
   * The revision of the card that was clicked; the system's own commands carry none. `any`: what a person sends comes
   * with no card, and says nothing that could be out of date.
   */
  readonly revision?: number | 'any';
  /** Activity id of that card: it becomes the person's latest. */
  readonly card?: string;
  /** The card that the answer replaces, when the system decides within a person's turn. */
  readonly except?: string;
}

export type Outcome =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Not this person's to do: written to the audit trail. */
  | { readonly kind: 'forbidden'; readonly refusal: Refusal }
  /** The same command was accepted before, or there is nothing for it to do: nothing changes. */
  | { readonly kind: 'replayed' }
  | { readonly kind: 'changed'; readonly envelope: Envelope };

export function step(aggregate: Aggregate, envelope: Envelope | undefined, attempt: Attempt): Outcome {
  const { command, actor, facts, key } = attempt;
  const state = envelope?.state;

  const forbidden = aggregate.permits(actor, command, state, facts);
  if (forbidden) return { kind: 'forbidden', refusal: forbidden };

  if (key !== undefined && envelope?.accepted.some((accepted) => accepted.key === key))
    return { kind: 'replayed' };

  const stale = misfit(aggregate, envelope, attempt);
  if (stale) return { kind: 'refused', refusal: stale };

  const decision = aggregate.decide(command, state, facts, actor);
  if (isRefused(decision)) return { kind: 'refused', refusal: decision.refused };

  // What was deleted meanwhile stays deleted: without an event there is no state to write.
  if (envelope === undefined && decision.events.length === 0) return { kind: 'replayed' };

  const next = evolved(aggregate, envelope, decision.events, attempt);
  return { kind: 'changed', envelope: queue(next, decision.effects, attempt.card ?? attempt.except) };
}

/** A timer that somebody else took meanwhile, or whose matter is gone: nothing is due any more. */
export const EARLY = 'early';

/** A click on a card of an older revision is told what happened meanwhile; a timer comes only when it is due. */
function misfit(aggregate: Aggregate, envelope: Envelope | undefined, attempt: Attempt): Refusal | undefined {
  if (attempt.actor.type === 'system') {
    if (attempt.command.type !== 'tick') return undefined;
    const due = envelope && aggregate.deadline(envelope.state, attempt.moment);
    return due !== undefined && due <= attempt.moment.now ? undefined : { code: EARLY };
  }
  const present = envelope?.revision ?? 0;
  const fits = attempt.revision === 'any' ? envelope !== undefined : attempt.revision === present;
  if (fits) return undefined;
  return { code: envelope === undefined ? 'gone' : 'stale' };
}

function evolved(
  aggregate: Aggregate,
  envelope: Envelope | undefined,
  events: readonly { readonly type: string }[],
  { actor, moment, key, card }: Attempt,
): Envelope {
  // A document that was acted on is no longer failing.
  const { failing: _over, ...base } = envelope ?? { ...EMPTY, seq: Date.parse(moment.now) };
  const state = events.reduce<StateBase | undefined>(
    (at, event) => aggregate.evolve(at, event),
    envelope?.state,
  );
  const loud = events.some((event) => !aggregate.quiet.includes(event.type));
  const traced = events.map((event) => aggregate.trace?.(event) ?? event);
  const recorded = traced.map((event): Recorded =>
    actor.type === 'person'
      ? { at: moment.now, by: actor.id, name: actor.name, event }
      : { at: moment.now, by: 'system', name: '', event },
  );
  const oldest = plusSeconds(moment.now, -KEYS_KEPT_DAYS * 86_400);
  const kept = base.accepted.filter((accepted) => accepted.at > oldest);
  return {
    ...base,
    schemaVersion: aggregate.schemaVersion,
    revision: base.revision + (loud ? 1 : 0),
    state: state ?? base.state,
    events: [...base.events, ...recorded],
    accepted: key === undefined ? kept : [...kept, { key, at: moment.now }],
    cards: actor.type === 'person' && card !== undefined ? { ...base.cards, [actor.id]: card } : base.cards,
  };
}

/** Effects are numbered from the time of creation: a document that was deleted and made again repeats no number. */
const EMPTY: Envelope = {
  schemaVersion: 1,
  revision: 0,
  state: { status: '' },
  events: [],
  accepted: [],
  seq: 0,
  outbox: [],
  cards: {},
  ledger: [],
};
