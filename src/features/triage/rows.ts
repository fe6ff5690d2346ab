/** The thin row of a case, for lists and figures, and the fields its document is listed by. Pure. */
import type { Matter } from '../../kernel/matter';
import type { Listed } from '../../ports/store';
import type { CaseEvent } from './events';
import { isMasked } from './masking';
import { current, type Case } from './model';

/** How a case stands, without a word that anybody wrote about it and without its pictures. */
export interface CaseRow {
  readonly id: string;
  readonly state: Case;
  readonly masked: boolean;
  readonly pictures: number;
}

export function rowOf({ id, state }: Matter<Case, CaseEvent>): CaseRow {
  return {
    id,
    state: thin(state),
    masked: isMasked(state),
    pictures: 'pictures' in state ? current(state).length : 0,
  };
}

function thin(state: Case): Case {
  if (!('post' in state)) return 'pictures' in state ? { ...state, pictures: [] } : state;
  const post = { ...state.post, text: '', page: '', link: '' };
  return { ...state, pictures: [], post };
}

export function listedOf({ status, department, ...state }: Case): Listed {
  return {
    status,
    ...(department === '' ? {} : { department }),
    ...('holder' in state ? { handler: state.holder.by } : {}),
  };
}
