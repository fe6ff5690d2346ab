/** When a document next needs somebody, and the document as it is written with that instant. */
import type { Moment } from '../kernel/matter';
import type { Aggregate } from '../ports/flow';
import type { StoredDocument } from '../ports/store';
import type { Envelope } from './envelope';
import { nextAttempt } from './pending';

/** The document to write, with the fields the store lists and the timer asks for. */
export function close(
  aggregate: Aggregate,
  pk: string,
  id: string,
  envelope: Envelope,
  moment: Moment,
): StoredDocument {
  const dueAt = dueOf(aggregate, envelope, moment);
  return {
    pk,
    id,
    ...(dueAt === undefined ? {} : { dueAt }),
    changedAt: moment.now,
    listed: aggregate.listed(envelope.state),
    body: envelope,
  };
}

/** The earlier of the state's next deadline and the outbox's next attempt; later while it is failing. */
export function dueOf(aggregate: Aggregate, envelope: Envelope, moment: Moment): string | undefined {
  const due = earlier(aggregate.deadline(envelope.state, moment), nextAttempt(envelope, moment.now));
  if (due === undefined || envelope.failing === undefined) return due;
  return due > envelope.failing.next ? due : envelope.failing.next;
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
