/** The effects that decisions on a capture lead to, each with its key. */
import type { PersonId } from '../../kernel/actor';
import type { Effect } from '../../kernel/effect';
import type { PersonRef } from '../register/model';
import type { Stop } from './model';

/** A line in a person's message of the day; `told` counts the rungs, `from` is when they began. */
export function mention(to: PersonId, from: string, told: number): Effect {
  return { kind: 'mention', key: `reminder/${from}/${told}/${to}`, to, reason: 'missing' };
}

/** The register is told who is responsible from now on (G-7.2b). */
export function assign(
  account: string,
  responsible: PersonRef,
  at: string,
  by: Pick<Stop, 'by' | 'name'>,
): Effect {
  return {
    kind: 'send',
    key: `assign/${at}`,
    target: { kind: 'account', id: account },
    command: { type: 'assign', responsible, at, by: by.by, name: by.name },
  };
}

/** Another capture of the account needs no picture any more. */
export function accountGone(capture: string, stop: Stop): Effect {
  return {
    kind: 'send',
    key: `gone/${stop.at}/${capture}`,
    target: { kind: 'capture', id: capture },
    command: { type: 'account-gone', stop },
  };
}

/** The register is told that the account is closed; its handle stays reserved. */
export function closeAccount(account: string, stop: Stop): Effect {
  return {
    kind: 'send',
    key: `close/${stop.at}`,
    target: { kind: 'account', id: account },
    command: { type: 'close', ...stop },
  };
}
