/** Who may see what in the register (G-7.2): everybody the public fields, those who answer for an account all of it. */
import type { Actor, Person, PersonId } from '../../kernel/actor';
import type { Refusal } from '../../kernel/decision';
import type { Moment } from '../../kernel/matter';
import { communicatorsOf, departmentOf } from '../../kernel/organisation';
import type { Account, AccountCommand, Answered } from './model';

export function permits(
  actor: Actor,
  command: AccountCommand | { readonly type: 'see' },
  state: Account | undefined,
): Refusal | undefined {
  if (actor.type === 'system') return undefined;
  if (command.type !== 'see') return { code: 'forbidden' };
  return state ? undefined : { code: 'gone' };
}

/**
 * People, approvals and the trail: for those who answer for the account, its department's offices, lead and director.
 * The one rule for the card of an account, for its row in a list, and for what a search may find it by.
 */
export function seesAll(viewer: Person, account: Answered, moment: Moment): boolean {
  return (
    leads(viewer, moment) || answersFor(viewer, account) || serves(viewer.id, account.department, moment)
  );
}

/** The responsible person, and the deputies of the account. */
export function answersFor({ id }: Person, { responsible, deputies }: Answered): boolean {
  return responsible.id === id || deputies.some((deputy) => deputy.id === id);
}

/** The departments whose accounts a person has to keep in order (G-7.2b): communicators, dated deputies, registrars. */
export function departmentsServed({ id }: Person, moment: Moment): readonly string[] {
  return moment.organisation.departments
    .map((department) => department.id)
    .filter((department) => serves(id, department, moment));
}

/** Everybody else sees the responsible person of no account but their own, and has nobody to look for. */
export function looksForPeople(viewer: Person, moment: Moment): boolean {
  return leads(viewer, moment) || departmentsServed(viewer, moment).length > 0;
}

function leads({ id }: Person, { organisation }: Moment): boolean {
  return organisation.lead === id || organisation.director === id;
}

function serves(id: PersonId, department: string, { organisation, today }: Moment): boolean {
  return (
    (departmentOf(organisation, department)?.registrars.includes(id) ?? false) ||
    communicatorsOf(organisation, department, today).some(({ person }) => person === id)
  );
}
