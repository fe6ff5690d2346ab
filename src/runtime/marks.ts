/** What the results of a batch of effects do to their document; pure. */
import type { PersonId } from '../kernel/actor';
import type { Answer } from '../kernel/effect';
import type { Moment } from '../kernel/matter';
import type { Aggregate } from '../ports/flow';
import { LEDGER_KEPT, type Delivery, type Envelope, type Pending } from './envelope';
import { step } from './step';

/** The outcome of performing one effect. Absent `again`: it is done, for better or worse. */
export interface Result {
  readonly again?: Pending;
  readonly delivery?: Delivery;
  /** Cards that now stand in chats, by activity id. */
  readonly cards?: Readonly<Record<PersonId, string>>;
  /** Cards that are not there any more, by activity id. */
  readonly gone?: Readonly<Record<PersonId, string>>;
  readonly answer?: Answer;
}

/** An effect as it was when it was performed, and what came of it. */
export interface Performed {
  readonly pending: Pending;
  readonly result: Result;
  /** Facts for the answer that comes back to the sender. */
  readonly facts?: unknown;
}

/**
 * What somebody else has marked meanwhile stays as they marked it. `answered`: the card whose answer shows what comes
 * of this, by activity id; all others are brought up to date.
 */
export function marked(
  aggregate: Aggregate,
  envelope: Envelope,
  performed: readonly Performed[],
  moment: Moment,
  answered: string | undefined,
): Envelope {
  return performed.reduce((at, one) => markedOne(aggregate, at, one, moment, answered), envelope);
}

function markedOne(
  aggregate: Aggregate,
  envelope: Envelope,
  { pending, result, facts }: Performed,
  moment: Moment,
  answered: string | undefined,
): Envelope {
  const waiting = envelope.outbox.find(({ seq }) => seq === pending.seq);
  if (!waiting) return envelope;
  const { again, delivery, answer } = result;
  if (again && waiting.attempts !== pending.attempts) return envelope;
  const swept: Envelope = {
    ...envelope,
    outbox: envelope.outbox.flatMap((one) => (one === waiting ? (again ?? []) : one)),
    ledger: [...envelope.ledger, ...(delivery ? [delivery] : [])].slice(-LEDGER_KEPT),
    cards: placed(envelope.cards, result),
  };
  if (!answer) return swept;
  const actor = { type: 'system', organisation: moment.organisation.id } as const;
  const except = answered !== undefined && waiting.except === answered ? { except: answered } : {};
  const outcome = step(aggregate, swept, { command: answer, actor, facts, moment, ...except });
  return outcome.kind === 'changed' ? outcome.envelope : swept;
}

function placed(cards: Envelope['cards'], { cards: stand = {}, gone = {} }: Result): Envelope['cards'] {
  const left = Object.entries(cards).filter(([person, activity]) => gone[person] !== activity);
  return { ...Object.fromEntries(left), ...stand };
}
