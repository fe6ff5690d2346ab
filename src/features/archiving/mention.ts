/** The line about a missing picture in somebody's message of the day. */
import type { Person } from '../../kernel/actor';
import { showDay } from '../../kernel/calendar';
import type { Matter } from '../../kernel/matter';
import type { CaptureEvent } from './events';
import type { Facts } from './facts';
import { isOver } from './ladder';
import type { Capture } from './model';
import { partOf } from './part';
import { texts } from './texts';

/** Undefined when the picture came meanwhile, it was put off, or the reader has no part in it any more. */
export function mentionOf(
  { state }: Matter<Capture, CaptureEvent>,
  viewer: Person,
  facts: Facts,
): string | undefined {
  if (state.status !== 'waiting') return undefined;
  const { mention } = texts[viewer.locale];
  const { account, responsible } = state;
  const { moment } = facts;
  const part = partOf(viewer, facts, state);
  if (part === undefined) return undefined;
  if (part === 'own' && state.snoozed !== undefined && !isOver(state, facts)) return undefined;
  const name = `${account.handle} (${account.platformName})`;
  if (part !== 'own')
    return responsible.id === undefined
      ? mention.unknown(name, responsible.name)
      : mention.office(name, responsible.name);
  const day = showDay(state.to, viewer.locale, moment.today);
  return state.to < moment.today ? mention.late(name, day) : mention.own(name, day);
}
