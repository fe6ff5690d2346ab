/** The one document a matter lives in: state, recent events, accepted keys and the outbox, written together. */
import type { PersonId } from '../kernel/actor';
import type { Effect } from '../kernel/effect';
import type { Matter, Recorded, StateBase } from '../kernel/matter';
import type { Aggregate } from '../ports/flow';
import type { StoredDocument } from '../ports/store';

/** An effect that still has to be performed. */
export interface Pending {
  /** Unique in its document; marks remove by it. */
  readonly seq: number;
  readonly effect: Effect;
  /** The card that was clicked, by activity id: the answer has replaced it already. */
  readonly except?: string;
  readonly attempts: number;
  /** Not before this instant. */
  readonly next?: string;
  /** It may have been sent before: a process died, or the connector gave no clear answer. */
  readonly doubtful?: 'crash' | 'ambiguous';
}

/** What became of a message that did not simply arrive; kept for people to see. */
export interface Delivery {
  readonly key: string;
  readonly to: PersonId;
  readonly outcome: 'possibly-doubled' | 'not-delivered' | 'unreachable';
  readonly at: string;
}

/** The right to perform this document's effects until an instant. */
export interface Claim {
  readonly token: string;
  readonly until: string;
}

export interface Envelope {
  readonly schemaVersion: number;
  readonly revision: number;
  readonly state: StateBase;
  /** The latest; older ones lie in copies beside it. */
  readonly events: readonly Recorded[];
  /** How many events lie in copies; absent for none. */
  readonly copied?: number;
  /** Replay keys of accepted commands with the instant, kept 30 days. */
  readonly accepted: readonly { readonly key: string; readonly at: string }[];
  readonly seq: number;
  readonly outbox: readonly Pending[];
  readonly claim?: Claim;
  /** Latest card per person: the activity id in their chat. */
  readonly cards: Readonly<Record<PersonId, string>>;
  readonly ledger: readonly Delivery[];
  /** A timer of this document failed; it is not tried again before `next`. */
  readonly failing?: { readonly count: number; readonly next: string };
}

/** A document as it was read or written last, with the ETag to write it back. */
export interface Loaded {
  readonly pk: string;
  readonly id: string;
  readonly etag: string;
  readonly envelope: Envelope;
}

/** In the document itself, at the most. */
export const EVENTS_KEPT = 200;
export const KEYS_KEPT_DAYS = 30;
export const LEDGER_KEPT = 50;

export function partition(organisation: string, kind: string): string {
  return `${organisation}/${kind}`;
}

/** Reads a stored document and migrates its state. Throws what `restore` throws for one that cannot be read. */
export function open(aggregate: Aggregate, document: StoredDocument, etag: string): Loaded {
  const body = document.body as Envelope;
  const state = aggregate.restore(body.state, body.schemaVersion);
  return { pk: document.pk, id: document.id, etag, envelope: { ...body, state } };
}

export function matterOf(kind: string, id: string, envelope: Envelope): Matter {
  const { revision, state, events, ledger, copied } = envelope;
  // One of the matter's own messages is told from others' by the matter's id; a list has one key wherever it is noted.
  const doubled = ledger
    .filter(({ outcome }) => outcome === 'possibly-doubled')
    .map(({ key, at }) => (key.startsWith('day/') ? key : `${id}/${key}/${at}`));
  return { kind, id, revision, state, events, doubled, ...(copied === undefined ? {} : { copied }) };
}
