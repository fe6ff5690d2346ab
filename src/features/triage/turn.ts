/** Whose turn a case is: who has it under *att göra*, and whom a button is for. Pure. */
import type { PersonId } from '../../kernel/actor';
import type { Ground } from './facts';
import { mayRead } from './masking';
import type { Case } from './model';
import { doersOf, registrarsFor, secondsOf } from './people';

type At = Pick<Ground, 'moment'>;

/** Nobody for a case that waits for nothing. */
export function turnsOf(state: Case, ground: At): PersonId[] {
  switch (state.status) {
    case 'describing':
    case 'asking':
      return 'holder' in state ? [state.holder.by] : [state.reporter.id];
    case 'suggested':
      return state.asked === 'registrar' ? registrarsFor(state, ground) : readersOf(state, ground);
    case 'evidence':
      return [...new Set([...readersOf(state, ground), ...ownRuling(state)])];
    case 'removal':
    case 'telling':
      return readersOf(state, ground);
    case 'registration':
      return registrarsFor(state, ground);
    case 'culling':
      return secondsOf(state, ground).filter((person) => person !== state.culling.by);
    case 'alarm':
      return [ground.moment.organisation.lead, state.reporter.id];
    case 'done':
      return state.registration?.kind === 'pending' ? registrarsFor(state, ground) : [];
    case 'handed':
    case 'withdrawn':
      return [];
    default:
      return state satisfies never;
  }
}

/** Whoever holds it; else those who do the steps, of a masked case those of them who may read it (G-7.1b6). */
function readersOf(
  state: Extract<Case, { status: 'suggested' | 'evidence' | 'removal' | 'telling' }>,
  ground: At,
): PersonId[] {
  if (state.holder) return [state.holder.by];
  const doers = doersOf(state, ground).filter((person) => mayRead(person, state, ground));
  if (doers.length > 0) return doers;
  const handlers = state.handlers.map(({ id }) => id);
  return handlers.length > 0 ? handlers : registrarsFor(state, ground);
}

/** Whoever has the post in front of them and decided on it may secure it at once, whoever answers for the account. */
function ownRuling({ holder, ruling, reporter }: Extract<Case, { status: 'evidence' }>): PersonId[] {
  return holder === undefined && ruling.by === reporter.id ? [reporter.id] : [];
}
