/** The thin row of a case, for lists and figures, and the fields its document is listed by. Pure. */
import type { Matter } from '../../kernel/matter';
import type { Listed } from '../../ports/store';
import type { CaseEvent } from './events';
import { isMasked } from './masking';
import { current, type Case, type Registration } from './model';

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
  if (!('pictures' in state)) return state;
  if (!('post' in state)) {
    const { link: _typed, ...bare } = state;
    return { ...bare, pictures: [] };
  }
  const post = { ...state.post, text: '', page: '', link: '' };
  const bare = { ...state, pictures: [], post };
  if (!('suggestion' in bare)) return bare;
  const reports = bare.reports.map((report) => ({ ...report, words: '' }));
  if (!('ruling' in bare)) return { ...bare, reports };
  return unsaid({ ...bare, reports, ruling: { ...bare.ruling, ground: '' } });
}

/** Without the words that people gave as reasons on the way. */
function unsaid(state: Extract<Case, { ruling: unknown }>): Case {
  switch (state.status) {
    case 'evidence':
      return state.returned ? { ...state, returned: { ...state.returned, words: '' } } : state;
    case 'removal':
      return { ...state, registration: bareOf(state.registration) };
    case 'telling':
    case 'done': {
      const { registration, removal } = state;
      const kept = {
        ...state,
        ...(removal ? { removal: { ...removal, words: '' } } : {}),
        ...('telling' in state ? { telling: { ...state.telling, words: '' } } : {}),
      };
      return registration ? { ...kept, registration: bareOf(registration) } : kept;
    }
    case 'registration':
    case 'culling':
      return state;
    default:
      return state satisfies never;
  }
}

function bareOf(registration: Registration): Registration {
  return registration.kind === 'not-needed' ? { ...registration, reason: '' } : registration;
}

export function listedOf({ status, department, ...state }: Case): Listed {
  return {
    status,
    ...(department === '' ? {} : { department }),
    ...('holder' in state ? { handler: state.holder.by } : {}),
  };
}
