/** What may happen to an account in the register, and what it makes of it. Pure. */
import { refuse, type Decision } from '../../kernel/decision';
import type { Account, AccountCommand, AccountEvent } from './model';

export function decide(command: AccountCommand, state: Account | undefined): Decision<AccountEvent> {
  switch (command.type) {
    case 'open':
      return state
        ? refuse('already')
        : { events: [{ type: 'opened', account: command.account }], effects: [] };
    case 'tick':
      return refuse('early');
    default:
      return command satisfies never;
  }
}

export function evolve(_state: Account | undefined, event: AccountEvent): Account {
  return event.account;
}
