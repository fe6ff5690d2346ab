/** What a reader has to do with a capture now, by the same policy that will judge the click. Pure. */
import type { Person } from '../../kernel/actor';
import type { CommandType } from './commands';
import type { Ground } from './facts';
import type { Capture } from './model';
import { answersFor, permits } from './policy';

/** `own`: they send the picture; `settle`: they say who is responsible; undefined for one who only follows. */
export type Part = 'own' | 'office' | 'settle' | undefined;

export function partOf(viewer: Person, ground: Ground, state: Capture): Part {
  const may = (type: CommandType): boolean => permits(viewer, { type }, state, ground) === undefined;
  if (state.status === 'disputed') return may('assign') ? 'settle' : undefined;
  if (answersFor(viewer.id, state)) return 'own';
  return may('take') ? 'office' : undefined;
}
