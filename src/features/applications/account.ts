/** The account that an application leads to: what was answered, who approved, who confirmed (G-7.2a). Pure. */
import type { Moment } from '../../kernel/matter';
import type { Guideline } from '../../guidelines/schema';
import { AccountType, type Account } from '../register/model';
import { platformIn } from './fields';
import type { In } from './model';

export function accountOf(
  id: string,
  state: In<'acknowledged' | 'created'>,
  link: string,
  guideline: Guideline,
  { now }: Moment,
): Account {
  const answer = (field: string): string => state.answers[field] ?? '';
  const platform = platformIn(state.answers, guideline);
  return {
    status: 'active',
    platform,
    platformName: platformName(platform, answer('platformName'), guideline),
    handle: state.handle,
    link,
    accountType: AccountType.parse(answer('accountType')),
    department: answer('department'),
    unit: answer('unit'),
    manager: answer('manager'),
    purpose: answer('purpose'),
    audience: answer('audience'),
    responsible: state.responsible,
    deputies: state.deputies,
    mailbox: answer('mailbox'),
    colour: answer('colour'),
    application: id,
    guideline: state.guideline,
    approval: state.approval,
    receipt: state.receipt,
    activeSince: now,
  };
}

/** The platform as people know it; what was typed for one that is not on the list. */
export function platformName(platform: string, typed: string, guideline: Guideline): string {
  return guideline.platforms.find(({ id }) => id === platform)?.name ?? typed;
}
