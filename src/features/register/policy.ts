/** Who may see what in the register (G-7.2): everybody the public fields, those who answer for an account all of it. */
import type { Actor, Person } from '../../kernel/actor';
import type { Refusal } from '../../kernel/decision';
import type { Moment } from '../../kernel/matter';
import { communicatorsOf, departmentOf } from '../../kernel/organisation';
import type { Account, AccountCommand } from './model';

export function permits(
  actor: Actor,
  command: AccountCommand | { readonly type: 'see' },
  state: Account | undefined,
): Refusal | undefined {
  if (actor.type === 'system') return undefined;
  if (command.type !== 'see') return { code: 'forbidden' };
  return state ? undefined : { code: 'gone' };
}

/** People, approvals and the trail: for those who answer for the account, its department's offices, lead and director. */
export function seesAll(viewer: Person, account: Account, { organisation, today }: Moment): boolean {
  const { lead, director } = organisation;
  const people = [lead, director, account.responsible.id, ...account.deputies.map(({ id }) => id)];
  return (
    people.includes(viewer.id) ||
    (departmentOf(organisation, account.department)?.registrars.includes(viewer.id) ?? false) ||
    communicatorsOf(organisation, account.department, today).some(({ person }) => person === viewer.id)
  );
}
