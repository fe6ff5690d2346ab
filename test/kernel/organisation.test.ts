/** Who holds which office on which day: dated deputies, and communicators inherited from the department above. */
import type { Department, Organisation } from '../../src/kernel/organisation';
import {
  colleagueOf,
  communicatesFor,
  communicatorsOf,
  departmentOf,
  nameOf,
  rolesOf,
} from '../../src/kernel/organisation';

const SUMMER = { for: 'karin', person: 'kim', from: '2026-07-01', to: '2026-08-15' };

const ORGANISATION: Organisation = {
  id: 'sundsvall',
  name: 'Sundsvalls kommun',
  timeZone: 'Europe/Stockholm',
  locale: 'sv',
  guideline: 'sundsvall-2017',
  director: 'dag',
  lead: 'sara',
  departments: [
    office('kultur', { communicators: ['karin', 'vera'], registrars: ['rolf'], deputies: [SUMMER] }),
    office('bibliotek', { parent: 'kultur', registrars: ['rolf'] }),
    office('filialer', { parent: 'bibliotek' }),
    office('musik', { parent: 'kultur', communicators: ['mia'] }),
    office('tom', {}),
    office('a', { parent: 'b' }),
    office('b', { parent: 'a' }),
    office('stray', { communicators: ['vera'], deputies: [{ ...SUMMER, for: 'somebody-else' }] }),
  ],
  people: [{ id: 'karin', name: 'Karin Karlsson', email: 'karin@example.se' }],
};

describe('communicators', () => {
  it.each([
    ['are those of the department', 'musik', '2026-07-15', [{ person: 'mia' }]],
    [
      'have their deputies on the first day',
      'kultur',
      '2026-07-01',
      [{ person: 'karin' }, { person: 'vera' }, { person: 'kim', for: 'karin' }],
    ],
    [
      'have their deputies on the last day',
      'kultur',
      '2026-08-15',
      [{ person: 'karin' }, { person: 'vera' }, { person: 'kim', for: 'karin' }],
    ],
    ['have none on the day before', 'kultur', '2026-06-30', [{ person: 'karin' }, { person: 'vera' }]],
    ['have none on the day after', 'kultur', '2026-08-16', [{ person: 'karin' }, { person: 'vera' }]],
    ['are inherited from above', 'bibliotek', '2026-01-01', [{ person: 'karin' }, { person: 'vera' }]],
    [
      'are inherited over two levels with their deputies',
      'filialer',
      '2026-07-15',
      [{ person: 'karin' }, { person: 'vera' }, { person: 'kim', for: 'karin' }],
    ],
    ['are nobody where nobody is above', 'tom', '2026-01-01', []],
    ['are nobody in a circle of departments', 'a', '2026-01-01', []],
    ['are nobody in an unknown department', 'nowhere', '2026-01-01', []],
    [
      'are not deputised for by those who stand in for somebody else',
      'stray',
      '2026-07-15',
      [{ person: 'vera' }],
    ],
  ])('%s', (_, department, today, holders) => {
    expect(communicatorsOf(ORGANISATION, department, today)).toEqual(holders);
  });

  it.each([
    ['karin', '2026-01-01', ['kultur', 'bibliotek', 'filialer']],
    ['kim', '2026-01-01', []],
    ['kim', '2026-07-15', ['kultur', 'bibliotek', 'filialer']],
    ['vera', '2026-01-01', ['kultur', 'bibliotek', 'filialer', 'stray']],
    ['mia', '2026-01-01', ['musik']],
  ])('%s communicates on %s for %j', (person, today, departments) => {
    expect(communicatesFor(ORGANISATION, person, today)).toEqual(departments);
  });
});

describe('roles', () => {
  it.each([
    ['dag', '2026-01-01', ['director', 'employee']],
    ['sara', '2026-01-01', ['employee', 'lead']],
    ['rolf', '2026-01-01', ['employee', 'registrar']],
    ['karin', '2026-01-01', ['communicator', 'employee']],
    ['kim', '2026-07-15', ['deputy', 'employee']],
    ['kim', '2026-08-16', ['employee']],
    ['nils', '2026-01-01', ['employee']],
  ])('of %s on %s are %j', (person, today, roles) => {
    expect([...rolesOf(ORGANISATION, person, today)].sort()).toEqual(roles);
  });
});

describe('look-ups', () => {
  it('find a department, a colleague and a name, or say that there is none', () => {
    expect(departmentOf(ORGANISATION, 'musik')?.name).toBe('Förvaltningen musik');
    expect(departmentOf(ORGANISATION, 'nowhere')).toBeUndefined();
    expect(colleagueOf(ORGANISATION, 'karin')?.email).toBe('karin@example.se');
    expect(nameOf(ORGANISATION, 'karin')).toBe('Karin Karlsson');
    expect(nameOf(ORGANISATION, 'nils', 'Nils Ny')).toBe('Nils Ny');
    expect(nameOf(ORGANISATION, 'nils')).toBe('');
  });
});

function office(id: string, more: Partial<Department>): Department {
  return { id, name: `Förvaltningen ${id}`, communicators: [], registrars: [], deputies: [], ...more };
}
