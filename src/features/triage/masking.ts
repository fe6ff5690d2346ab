/** Who reads what a case is about: masked like a secret one until it is classified, and ever after if it is (G-7.1b6). */
import type { PersonId } from '../../kernel/actor';
import type { KeptPicture } from '../../kernel/picture';
import { registrarsOf } from '../../kernel/offices';
import type { Ground } from './facts';
import { current, numberOf, type Case, type Post } from './model';

/** While nobody has said what it is, a case may be anything. */
export function isMasked(state: Case): boolean {
  return 'secrecy' in state ? state.secrecy.status !== 'open' : holdsContent(state);
}

function holdsContent({ status }: Case): boolean {
  return status === 'describing' || status === 'asking';
}

/** The registrars of the department, and those who were named; for a case that is not masked everybody concerned. */
export function mayRead(id: PersonId, state: Case, ground: Pick<Ground, 'moment'>): boolean {
  return !isMasked(state) || handles(id, state, ground);
}

export function handles(id: PersonId, state: Case, ground: Pick<Ground, 'moment'>): boolean {
  const named = 'handlers' in state && state.handlers.some((handler) => handler.id === id);
  return named || (state.department !== '' && registrarsOf(state.department, ground).includes(id));
}

/** What a case says to a person: its content, or its number alone. Cards, lists, notices and exports ask here. */
export type Content =
  | { readonly masked: true; readonly number: string }
  | {
      readonly masked: false;
      readonly number: string;
      readonly post?: Post;
      readonly pictures: readonly KeptPicture[];
      readonly words: readonly string[];
    };

export function contentFor(
  viewer: PersonId,
  id: string,
  state: Case,
  ground: Pick<Ground, 'moment'>,
): Content {
  const number = numberOf(id);
  if (!mayRead(viewer, state, ground)) return { masked: true, number };
  return {
    masked: false,
    number,
    ...('post' in state ? { post: state.post } : {}),
    pictures: 'pictures' in state ? current(state) : [],
    words: wordsOf(state),
  };
}

/** Words that people wrote about it; they may repeat what is secret. */
function wordsOf(state: Case): string[] {
  if (!('suggestion' in state)) return [];
  return [
    ...('ruling' in state ? [state.ruling.ground] : []),
    ...('returned' in state ? [state.returned.words] : []),
    ...('removal' in state ? [state.removal.words] : []),
    ...('telling' in state ? [state.telling.words] : []),
    ...('registration' in state && state.registration.kind === 'not-needed'
      ? [state.registration.reason]
      : []),
    ...state.reports.map(({ words }) => words),
  ].filter((words) => words !== '');
}
