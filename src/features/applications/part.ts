/** What a reader can do with an application now, by the same policy that will judge the click. Pure. */
import type { Person } from '../../kernel/actor';
import type { CommandType } from './commands';
import { isOpen, wantsTalk } from './consultation';
import { hasTurn } from './deciders';
import type { Ground } from './facts';
import type { Application } from './model';
import { permits } from './policy';

/** Undefined for one who only follows. */
export type Part =
  | 'decide'
  /** Has asked for changes and may ask more. */
  | 'question'
  | 'advise'
  | 'join'
  | 'acknowledge'
  | 'create'
  | 'inspect'
  /** The applicant, who has questions to answer. */
  | 'amend'
  | 'applicant'
  | undefined;

export function partOf(viewer: Person, ground: Ground, state: Application): Part {
  const may = (type: CommandType): boolean => permits(viewer, { type }, state, ground) === undefined;
  const own = state.applicant.id === viewer.id;
  switch (state.status) {
    case 'draft':
      return !own && isOpen(state.consultation) && may('plan') ? 'advise' : mineOr(own);
    case 'joining':
      return may('welcome') ? 'join' : mineOr(own);
    case 'submitted':
      if (hasTurn(viewer.id, state, ground)) return 'decide';
      return !own && wantsTalk(state, ground) && may('record') ? 'advise' : mineOr(own);
    case 'changes':
      if (own) return 'amend';
      return hasTurn(viewer.id, state, ground) ? 'question' : undefined;
    case 'approved':
      return may('acknowledge') ? 'acknowledge' : mineOr(own);
    case 'acknowledged':
      return may('report') ? 'create' : mineOr(own);
    case 'created':
      return may('confirm') ? 'inspect' : mineOr(own);
    case 'claiming':
    case 'active':
    case 'rejected':
    case 'lapsed':
    case 'joined':
    case 'withdrawn':
    case 'expired':
      return mineOr(own);
    default:
      return state satisfies never;
  }
}

/** Whether the application stands still until this reader does something. */
export function waitsFor(part: Part): boolean {
  return part !== undefined && part !== 'applicant' && part !== 'question';
}

function mineOr(own: boolean): Part {
  return own ? 'applicant' : undefined;
}
