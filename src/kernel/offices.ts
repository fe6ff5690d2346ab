/** The offices that serve a department, and who stands in where one is empty; what every feature asks in the same way. */
import type { PersonId } from './actor';
import type { Moment } from './matter';
import { communicatorsOf, departmentOf } from './organisation';

interface At {
  readonly moment: Moment;
}

/** The department's communicators and dated deputies; the lead where there are none. */
export function officeOf(department: string, { moment }: At): PersonId[] {
  const { organisation, today } = moment;
  const office = communicatorsOf(organisation, department, today).map(({ person }) => person);
  return office.length > 0 ? office : [organisation.lead];
}

/** The department's registrars, or those of the one above it; where there are none, whoever else of the leads is free. */
export function registrarsOf(department: string, { moment }: At): PersonId[] {
  const { organisation, today } = moment;
  const seen = new Set<string>();
  for (let at = departmentOf(organisation, department); at && !seen.has(at.id);) {
    if (at.registrars.length > 0) return [...at.registrars];
    seen.add(at.id);
    at = at.parent === undefined ? undefined : departmentOf(organisation, at.parent);
  }
  const leadStandsIn = communicatorsOf(organisation, department, today).length === 0;
  return [leadStandsIn ? organisation.director : organisation.lead];
}

/** The local culling decision of a department, or of the one above it (G-7.4); undefined where there is none. */
export function cullingDecisionOf(department: string, { moment: { organisation } }: At): string | undefined {
  const seen = new Set<string>();
  for (let at = departmentOf(organisation, department); at && !seen.has(at.id);) {
    if (at.cullingDecision !== undefined) return at.cullingDecision;
    seen.add(at.id);
    at = at.parent === undefined ? undefined : departmentOf(organisation, at.parent);
  }
  return undefined;
}

/** Departments whose communicator or registrar this person is; all of them for the lead and the director. */
export function departmentsSeenBy(person: PersonId, moment: Moment): string[] {
  const { lead, director, departments } = moment.organisation;
  const leads = person === lead || person === director;
  return departments
    .map(({ id }) => id)
    .filter(
      (id) =>
        leads || officeOf(id, { moment }).includes(person) || registrarsOf(id, { moment }).includes(person),
    );
}
