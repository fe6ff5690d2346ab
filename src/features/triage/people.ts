/** Who is concerned by a case, in which part: the words that policy and ladders are written in. Pure. */
import type { PersonId } from '../../kernel/actor';
import { officeOf, registrarsOf } from '../../kernel/offices';
import type { Ground } from './facts';
import type { Case } from './model';

type At = Pick<Ground, 'moment'>;

/** The responsible person of the account, and its deputies. */
export function answersFor(id: PersonId, state: Case): boolean {
  return responsibleOf(state).includes(id) || deputiesOf(state).includes(id);
}

export function responsibleOf(state: Case): PersonId[] {
  const id = 'post' in state ? state.responsible?.id : undefined;
  return id === undefined ? [] : [id];
}

export function deputiesOf(state: Case): PersonId[] {
  return 'post' in state ? state.deputies.flatMap(({ id }) => (id === undefined ? [] : [id])) : [];
}

/** The department's communicators and dated deputies; the lead while no department is named. */
export function communicatorsOf(state: Case, ground: At): PersonId[] {
  return officeOf(state.department, ground);
}

/** Nobody while no department is named. */
export function registrarsFor(state: Case, ground: At): PersonId[] {
  return state.department === '' ? [] : registrarsOf(state.department, ground);
}

/** Whose turn the steps of the account are: the responsible person, else a deputy, else the communicator. */
export function doersOf(state: Case, ground: At): PersonId[] {
  const own = responsibleOf(state);
  if (own.length > 0) return own;
  const deputies = deputiesOf(state);
  return deputies.length > 0 ? deputies : communicatorsOf(state, ground);
}

/** Who may confirm a culling that somebody else proposed (G-7.4). */
export function secondsOf(state: Case, ground: At): PersonId[] {
  return [...new Set([...communicatorsOf(state, ground), ground.moment.organisation.lead])];
}

/** Everybody who had a part in it: they get the receipt. */
export function concernedBy(state: Case, ground: At): PersonId[] {
  const handlers = 'handlers' in state ? state.handlers.map(({ id }) => id) : [];
  const ruling = 'ruling' in state ? [state.ruling.by] : [];
  return [
    ...new Set([
      state.reporter.id,
      ...handlers,
      ...ruling,
      ...doersOf(state, ground),
      ...registrarsFor(state, ground),
    ]),
  ];
}
