/** The effects that decisions on an application lead to, each with its key. */
import type { PersonId } from '../../kernel/actor';
import { REFRESH, type Effect } from '../../kernel/effect';
import type { Application } from './model';

/** All cards; a form that the applicant may be writing in stays, and they get a new card beside it. */
export function refreshAround({ status, applicant }: Application): Effect {
  return status === 'draft' || status === 'changes' ? { ...REFRESH, spare: applicant.id } : REFRESH;
}

/** Sends a person their card; `reason` picks the words of the notification. */
export function notify(to: PersonId, reason: string): Effect {
  return { kind: 'notify', key: `${reason}/${to}`, to, reason };
}

/** A line in a person's message of the day; `what` names the situation, the rung and since when. */
export function mention(to: PersonId, what: string): Effect {
  return { kind: 'mention', key: `late/${what}/${to}`, to, reason: what.split('/')[0] ?? '' };
}

/** Takes the handle for this application; the answer decides how it goes on. */
export function take(
  holder: string,
  name: string,
  { claim, at }: { readonly claim: string; readonly at: string },
): Effect {
  return {
    kind: 'send',
    key: claimKey(claim, at),
    target: { kind: 'claim', id: claim },
    command: { type: 'take', holder, name },
    answer: true,
    first: true,
  };
}

export function claimKey(claim: string, submittedAt: string): string {
  return `claim/${claim}/${submittedAt}`;
}

/** Lets go of the handles an application holds: nothing when it holds none. */
export function release(id: string, state: Application): Effect[] {
  if (!('claim' in state)) return [];
  const held = state.status === 'claiming' && state.held ? [state.held.claim] : [];
  return [state.claim, ...held].map((claim) => releaseOf(id, claim, state.submittedAt));
}

export function releaseOf(holder: string, claim: string, at: string): Effect {
  return {
    kind: 'send',
    key: `release/${claim}/${at}`,
    target: { kind: 'claim', id: claim },
    command: { type: 'release', holder },
  };
}
