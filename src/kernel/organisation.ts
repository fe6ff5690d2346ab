/** The organisation as data: departments, offices and people, with every reference resolved to an Entra object id. */
import type { PersonId, Role } from './actor';
import type { Locale } from './locale';

export interface Colleague {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly locale?: Locale;
}

/** A dated delegation; both days included, in the organisation's time zone (`YYYY-MM-DD`). */
export interface Deputyship {
  readonly for: PersonId;
  readonly person: PersonId;
  readonly from: string;
  readonly to: string;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly communicators: readonly PersonId[];
  readonly registrars: readonly PersonId[];
  readonly deputies: readonly Deputyship[];
  /** Reference to the local culling decision (G-7.4); without it culling is never offered. */
  readonly cullingDecision?: string;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: Locale;
  /** Id of the guideline that applies. */
  readonly guideline: string;
  readonly tenant?: string;
  readonly director: PersonId;
  readonly lead: PersonId;
  readonly departments: readonly Department[];
  readonly people: readonly Colleague[];
}

/** A decider, and the person they stand in for when they act as a deputy ("för {namn}"). */
export interface Holder {
  readonly person: PersonId;
  readonly for?: PersonId;
}

export function departmentOf(organisation: Organisation, id: string): Department | undefined {
  return organisation.departments.find((department) => department.id === id);
}

export function colleagueOf(organisation: Organisation, id: PersonId): Colleague | undefined {
  return organisation.people.find((person) => person.id === id);
}

/** The name to show for a person; people outside the file are known by the name that was stored with the matter. */
export function nameOf(organisation: Organisation, id: PersonId, otherwise = ''): string {
  return colleagueOf(organisation, id)?.name ?? otherwise;
}

/**
 * Communicators of a department and the deputies whose days cover `today` (`YYYY-MM-DD`).
 * A department without communicators is served by its parent's (G-2.0, design section 4).
 */
export function communicatorsOf(organisation: Organisation, department: string, today: string): Holder[] {
  const seen = new Set<string>();
  let at = departmentOf(organisation, department);
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    const office = at;
    if (office.communicators.length > 0) {
      const deputies = office.deputies.filter(
        (deputy) => office.communicators.includes(deputy.for) && deputy.from <= today && today <= deputy.to,
      );
      return [
        ...office.communicators.map((person) => ({ person })),
        ...deputies.map((deputy) => ({ person: deputy.person, for: deputy.for })),
      ];
    }
    at = office.parent === undefined ? undefined : departmentOf(organisation, office.parent);
  }
  return [];
}

/** The departments in which a person is communicator, dated deputy included. */
export function communicatesFor(organisation: Organisation, person: PersonId, today: string): string[] {
  return organisation.departments
    .filter((department) =>
      communicatorsOf(organisation, department.id, today).some((holder) => holder.person === person),
    )
    .map((department) => department.id);
}

/** Every office a person holds on `today`; everybody is at least an employee. */
export function rolesOf(organisation: Organisation, person: PersonId, today: string): ReadonlySet<Role> {
  const roles = new Set<Role>(['employee']);
  if (organisation.director === person) roles.add('director');
  if (organisation.lead === person) roles.add('lead');
  for (const department of organisation.departments) {
    if (department.registrars.includes(person)) roles.add('registrar');
    for (const holder of communicatorsOf(organisation, department.id, today)) {
      if (holder.person === person) roles.add(holder.for === undefined ? 'communicator' : 'deputy');
    }
  }
  return roles;
}
