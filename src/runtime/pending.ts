/** Pure rules of the outbox: what may be sent now, in which order, who holds it, and what a result means. */
import type { Effect, Refresh } from '../kernel/effect';
import type { Sent } from '../ports/messenger';
import type { Claim, Delivery, Envelope, Pending } from './envelope';

export const CLAIM_SECONDS = 30;
/** Minutes until a failed send or timer is tried again; the last one repeats. */
const BACK_OFF_MINUTES = [1, 5, 30, 60] as const;
/** Clear refusals to take a message (429, no connection) are repeated for about a day. */
const MOST_ATTEMPTS = 26;
const AMBIGUOUS_SECONDS = 60;

export function plusSeconds(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

/** When to try again after `attempts` failures. */
export function backOff(now: string, attempts: number): string {
  const minutes = BACK_OFF_MINUTES[Math.min(attempts, BACK_OFF_MINUTES.length) - 1] ?? 1;
  return plusSeconds(now, minutes * 60);
}

/** A claim counts while it runs; one that ends more than 30 s ahead of the own clock comes from a clock gone wrong. */
export function claimHolds(claim: Claim | undefined, now: string): claim is Claim {
  return claim !== undefined && claim.until > now && claim.until <= plusSeconds(now, CLAIM_SECONDS);
}

/** Effects to one receiver run in order; a refresh goes to everybody and waits for nobody. */
export function receiverOf(effect: Effect): string {
  switch (effect.kind) {
    case 'notify':
    case 'mention':
      return `person ${effect.to}`;
    case 'send':
      return `${effect.target.kind} ${effect.target.id}`;
    case 'refresh':
      return 'cards';
    default:
      return effect satisfies never;
  }
}

/** What may be performed now, in order: nothing overtakes an earlier effect to the same receiver. */
export function ready(envelope: Envelope, now: string): Pending[] {
  const blocked = new Set<string>();
  return envelope.outbox.filter((pending) => {
    const receiver = receiverOf(pending.effect);
    const may = !blocked.has(receiver) && (pending.next === undefined || pending.next <= now);
    if (!may) blocked.add(receiver);
    return may;
  });
}

export function isReady(envelope: Envelope, now: string): boolean {
  return ready(envelope, now).length > 0;
}

/** When the outbox next needs somebody: at the end of a running claim, else at the earliest attempt. */
export function nextAttempt(envelope: Envelope, now: string): string | undefined {
  if (envelope.outbox.length === 0) return undefined;
  if (claimHolds(envelope.claim, now)) return envelope.claim.until;
  const heads = new Map<string, string>();
  for (const pending of envelope.outbox) {
    const receiver = receiverOf(pending.effect);
    if (!heads.has(receiver)) heads.set(receiver, pending.next ?? now);
  }
  return [...heads.values()].reduce((least, time) => (time < least ? time : least));
}

/** Adds effects behind those that wait; a key that waits already is not added, an older refresh makes way. */
export function queue(envelope: Envelope, effects: readonly Effect[], except?: string): Envelope {
  let outbox = envelope.outbox;
  let seq = envelope.seq;
  for (const wanted of effects) {
    let effect = wanted;
    let answered = except;
    if (effect.kind === 'refresh') {
      // One that is under way may still overwrite the card of whoever clicked, so that one is refreshed as well.
      const older = outbox.filter((pending) => pending.effect.kind === 'refresh');
      if (older.some((pending) => pending.except !== except)) answered = undefined;
      effect = sparing(effect, older);
      outbox = outbox.filter((pending) => pending.effect.kind !== 'refresh');
    } else if (outbox.some((pending) => pending.effect.key === effect.key)) continue;
    seq += 1;
    outbox = [
      ...outbox,
      { seq, effect, attempts: 0, ...(answered === undefined ? {} : { except: answered }) },
    ];
  }
  return { ...envelope, outbox, seq };
}

/** Nobody is spared a refresh that waited for them already. */
function sparing({ spare, ...plain }: Refresh, older: readonly Pending[]): Refresh {
  const spared = older.every(({ effect }) => effect.kind === 'refresh' && effect.spare === spare);
  return spare === undefined || !spared ? plain : { ...plain, spare };
}

export function withClaim(envelope: Envelope, now: string, instance: string): Envelope {
  return { ...envelope, claim: { token: instance, until: plusSeconds(now, CLAIM_SECONDS) } };
}

/**
 * Takes the effects over from a claim that ran out. Everything its holder may have sent is doubtful from now on; what
 * was waiting for later is not, nor what this instance claimed itself: it knows what it tried.
 */
export function takeOver(envelope: Envelope, now: string, instance: string): Envelope {
  const { claim } = envelope;
  const died = claim !== undefined && claim.token !== instance;
  const end = claim !== undefined && claim.until < now ? claim.until : now;
  const inFlight = new Set(ready(envelope, end).map((pending) => pending.seq));
  const outbox = envelope.outbox.map((pending): Pending => {
    if (claim === undefined || !inFlight.has(pending.seq)) return pending;
    const { except: _unanswered, ...rest } = pending;
    return died ? { ...rest, doubtful: rest.doubtful ?? 'crash' } : rest;
  });
  return withClaim({ ...envelope, outbox }, now, instance);
}

/** What one attempt leaves: the effect again for later, or nothing, and a line for people to see. */
export interface Aftermath {
  readonly again?: Pending;
  readonly delivery?: Delivery;
}

export function afterSend(pending: Pending, to: string, sent: Sent, now: string): Aftermath {
  const note = (outcome: Delivery['outcome']): Delivery => ({
    key: pending.effect.key,
    to,
    outcome,
    at: now,
  });
  const attempts = pending.attempts + 1;
  if (sent.ok) return pending.doubtful === undefined ? {} : { delivery: note('possibly-doubled') };
  switch (sent.why) {
    case 'unreachable':
      return { delivery: note('unreachable') };
    case 'ambiguous':
      return pending.doubtful === 'ambiguous'
        ? { delivery: note('not-delivered') }
        : {
            again: { ...pending, attempts, doubtful: 'ambiguous', next: plusSeconds(now, AMBIGUOUS_SECONDS) },
          };
    case 'later':
      return mayTryAgain(pending)
        ? { again: { ...pending, attempts, next: laterOf(now, attempts, sent.retryAfterMs) } }
        : { delivery: note('not-delivered') };
    case 'gone':
    case 'refused':
      return { delivery: note('not-delivered') };
    default:
      return sent satisfies never;
  }
}

/** Whether one more clear refusal is repeated. */
export function mayTryAgain({ attempts }: Pending): boolean {
  return attempts + 1 < MOST_ATTEMPTS;
}

/** The effect again, after a while that grows. */
export function later(pending: Pending, now: string): Pending {
  const attempts = pending.attempts + 1;
  return { ...pending, attempts, next: backOff(now, attempts) };
}

function laterOf(now: string, attempts: number, retryAfterMs: number | undefined): string {
  const asked = plusSeconds(now, (retryAfterMs ?? 0) / 1000);
  const own = backOff(now, attempts);
  return asked > own ? asked : own;
}
