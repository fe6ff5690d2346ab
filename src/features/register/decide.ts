/** What may happen to an account in the register, and what it makes of it (G-7.2). Pure. */
import { refuse, type Decision } from '../../kernel/decision';
import { claimId, type Account, type AccountCommand, type AccountEvent } from './model';

export function decide(command: AccountCommand, state: Account | undefined): Decision<AccountEvent> {
  switch (command.type) {
    case 'open':
      return state
        ? refuse('already')
        : { events: [{ type: 'opened', account: command.account }], effects: [] };
    case 'assign': {
      if (state?.status !== 'active') return refuse('gone');
      const { responsible, at, name } = command;
      return {
        events: [{ type: 'assigned', responsible, before: state.responsible.name, at, name }],
        effects: [],
      };
    }
    case 'close': {
      if (!state) return refuse('gone');
      if (state.status === 'reserved') return { events: [], effects: [] };
      const { by, name, at, reason } = command;
      return { events: [{ type: 'closed', closed: { by, name, at, reason } }], effects: [reserve(state)] };
    }
    case 'tick':
      return refuse('early');
    default:
      return command satisfies never;
  }
}

/** A closed account's handle is never free for others to take. */
function reserve({ platform, platformName, handle, application }: Account) {
  return {
    kind: 'send',
    key: 'reserve',
    target: { kind: 'claim', id: claimId(platform, platformName, handle) },
    command: { type: 'reserve', holder: application },
  } as const;
}

export function evolve(state: Account | undefined, event: AccountEvent): Account {
  if (event.type === 'opened') return event.account;
  if (!state) throw new Error('an account begins with being opened');
  switch (event.type) {
    case 'assigned': {
      const { responsible } = event;
      const deputies = state.deputies.filter(({ id }) => id === undefined || id !== responsible.id);
      return { ...state, responsible, deputies };
    }
    case 'closed':
      return { ...state, status: 'reserved', closed: event.closed };
    default:
      return event satisfies never;
  }
}
