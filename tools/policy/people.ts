/** An invented municipality for the written policy: one person in each role, known by the role's name. */
import type { Person } from '../../src/kernel/actor';
import type { Organisation } from '../../src/kernel/organisation';
import type { PersonRef } from '../../src/features/register/model';

/** Roles in the order in which the tables name them. */
export const ROLES = {
  applicant: 'den som söker',
  responsible: 'den som ansvarar för kontot',
  holder: 'den som ansvarar för kontot som liknar',
  manager: 'verksamhetens chef',
  communicator: 'kommunikatören',
  deputy: 'kommunikatörens ersättare',
  elsewhere: 'kommunikatören på en annan förvaltning',
  registrar: 'registratorn',
  lead: 'ansvarig för sociala medier',
  director: 'kommunikationsdirektören',
  other: 'andra medarbetare',
} as const;
export type Role = keyof typeof ROLES;
export const EVERYBODY = Object.keys(ROLES) as Role[];

export const TODAY = '2026-11-23';

export function organisationOf(communicators: readonly Role[] = ['communicator']): Organisation {
  const deputies = communicators.includes('communicator')
    ? [{ for: 'communicator', person: 'deputy', from: '2026-01-01', to: '2026-12-31' }]
    : [];
  return {
    id: 'kommunen',
    name: 'Kommunen',
    timeZone: 'Europe/Stockholm',
    locale: 'sv',
    guideline: 'riktlinjen',
    director: 'director',
    lead: 'lead',
    departments: [
      { id: 'here', name: 'Förvaltningen', communicators, registrars: ['registrar'], deputies },
      { id: 'there', name: 'En annan', communicators: ['elsewhere'], registrars: [], deputies: [] },
    ],
    people: EVERYBODY.map((role) => ({ id: role, name: ROLES[role], email: `${role}@example.se` })),
  };
}

export function personOf(role: Role): Person {
  return { type: 'person', id: role, organisation: 'kommunen', name: ROLES[role], locale: 'sv' };
}

export function refOf(role: Role): PersonRef {
  return { id: role, name: ROLES[role], email: `${role}@example.se` };
}
