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
  /** Cards that now stand in chats (activity id), or are gone (null). */
  readonly cards?: Readonly<Record<PersonId, string | null>>;
  readonly answer?: Answer;
}

export function marked(
  aggregate: Aggregate,
  envelope: Envelope,
  results: ReadonlyMap<number, Result>,
  answers: readonly { readonly answer: Answer; readonly facts: unknown }[],
  moment: Moment,
): Envelope {
  const outbox = envelope.outbox.flatMap((pending) => {
    const result = results.get(pending.seq);
    return result ? (result.again ?? []) : pending;
  });
  const all = [...results.values()];
  const ledger = [...envelope.ledger, ...all.flatMap(({ delivery }) => delivery ?? [])].slice(-LEDGER_KEPT);
  const cards = all.reduce((at, result) => placed(at, result.cards), envelope.cards);
  const swept: Envelope = { ...envelope, outbox, ledger, cards };
  return answers.reduce((at, { answer, facts }) => {
    // An answer whose effect somebody else marked meanwhile has been told already.
    const asked = envelope.outbox.find((pending) => pending.effect.key === answer.key);
    if (!asked) return at;
    const actor = { type: 'system', organisation: moment.organisation.id } as const;
    const except = asked.except === undefined ? {} : { except: asked.except };
    const outcome = step(aggregate, at, { command: answer, actor, facts, moment, ...except });
    return outcome.kind === 'changed' ? outcome.envelope : at;
  }, swept);
}

function placed(
  cards: Envelope['cards'],
  changes: Readonly<Record<PersonId, string | null>> | undefined,
): Envelope['cards'] {
  const entries = Object.entries({ ...cards, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}
