/** Runs one command on one document: load, gather facts, step, commit – again when somebody else wrote first. */
import { createHash } from 'node:crypto';
import type { Actor } from '../kernel/actor';
import type { Refusal } from '../kernel/decision';
import type { Organisation } from '../kernel/organisation';
import type { CommandBase, Moment } from '../kernel/matter';
import type { Aggregate, Reading } from '../ports/flow';
import type { Documents } from './documents';
import type { Envelope, Loaded } from './envelope';
import { claimHolds, isReady, takeOver, withClaim } from './pending';
import { step } from './step';

export interface Order {
  readonly aggregate: Aggregate;
  readonly organisation: Organisation;
  readonly id: string;
  readonly actor: Actor;
  readonly command: CommandBase;
  readonly key?: string;
  readonly revision?: number | 'any';
  readonly card?: string;
}

export type Done =
  /** `loaded` is undefined when the document was deleted with this change. */
  | {
      readonly kind: 'changed';
      readonly envelope: Envelope;
      readonly loaded: Loaded | undefined;
      readonly moment: Moment;
    }
  | { readonly kind: 'replayed'; readonly loaded: Loaded | undefined; readonly moment: Moment }
  /** `busy`: others wrote to it all the time, and nothing is decided. */
  | {
      readonly kind: 'refused' | 'forbidden' | 'busy';
      readonly refusal: Refusal;
      readonly loaded: Loaded | undefined;
      readonly moment: Moment;
    };

/** Attempts on a document that others write to at the same time; then the person is told to try again. */
const MOST_TRIES = 3;
/** Work in the background has nobody waiting. */
const MOST_TRIES_SYSTEM = 20;

export interface CommandsOptions {
  readonly documents: Documents;
  readonly reading: (organisation: Organisation) => Reading;
  /** Token under which this instance performs effects. */
  readonly instance: string;
}

export function createCommands({
  documents,
  reading,
  instance,
}: CommandsOptions): (order: Order) => Promise<Done> {
  return async (order) => {
    const { aggregate, organisation, id, actor, command } = order;
    const most = actor.type === 'person' ? MOST_TRIES : MOST_TRIES_SYSTEM;
    for (let tries = 1; ; tries += 1) {
      const loaded = await documents.load(aggregate, organisation, id);
      const moment = documents.moment(organisation);
      const known = loaded && inherited(loaded.envelope, moment.now, instance);
      const state = known?.state;
      const facts = await aggregate.facts({
        id,
        moment,
        actor,
        state,
        command,
        reading: reading(organisation),
      });

      const outcome = step(aggregate, known, { ...order, facts, moment });
      if (outcome.kind !== 'changed') return { ...outcome, loaded, moment };

      const envelope = claimed(outcome.envelope, moment.now, instance);
      const commit = await documents.commit(aggregate, moment, id, envelope, loaded);
      if (commit.kind === 'written') return { kind: 'changed', loaded: commit.loaded, envelope, moment };
      if (commit.kind === 'removed') return { kind: 'changed', loaded: undefined, envelope, moment };
      if (tries >= most) return { kind: 'busy', refusal: { code: 'busy' }, loaded, moment };
    }
  };
}

/** A claim that ran out is taken over with what its holder may have sent. */
function inherited(envelope: Envelope, now: string, instance: string): Envelope {
  return envelope.claim === undefined || claimHolds(envelope.claim, now)
    ? envelope
    : takeOver(envelope, now, instance);
}

/** The commit that adds effects also claims them for this instance, unless somebody else is at work on them. */
function claimed(envelope: Envelope, now: string, instance: string): Envelope {
  if (claimHolds(envelope.claim, now) && envelope.claim.token !== instance) return envelope;
  return isReady(envelope, now) ? withClaim(envelope, now, instance) : envelope;
}

/** The replay key of a human command: hash(nonce, verb, actor, data). */
export function replayKey(nonce: string, verb: string, actor: string, data: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([nonce, verb, actor, sorted(data)]))
    .digest('base64url')
    .slice(0, 24);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
