/** A small municipality for tests of rules: who holds which office, and a moment in it. */
import type { Person } from '../../src/kernel/actor';
import type { Locale } from '../../src/kernel/locale';
import type { Moment } from '../../src/kernel/matter';
import type { Organisation } from '../../src/kernel/organisation';
import { PEOPLE, type Who } from '../support/house';

const id = (who: Who): string => PEOPLE[who].aad;

/** Karin's deputy is Kim; the library has no communicator of its own; nobody deputises for Vera in November. */
export function organisation(changed: Partial<Organisation> = {}): Organisation {
  const deputies = [{ for: id('karin'), person: id('kim'), from: '2026-01-01', to: '2026-12-31' }];
  return {
    id: 'sundsvall',
    name: 'Sundsvalls kommun',
    timeZone: 'Europe/Stockholm',
    locale: 'sv',
    guideline: 'sundsvall-2017',
    director: id('dag'),
    lead: id('sara'),
    departments: [
      {
        id: 'kultur-fritid',
        name: 'Kultur och fritid',
        communicators: [id('karin')],
        registrars: [id('rolf')],
        deputies,
      },
      {
        id: 'bibliotek',
        name: 'Biblioteken',
        parent: 'kultur-fritid',
        communicators: [],
        registrars: [],
        deputies: [],
      },
      {
        id: 'vard-omsorg',
        name: 'Vård och omsorg',
        communicators: [id('vera')],
        registrars: [],
        deputies: [],
      },
    ],
    people: Object.values(PEOPLE)
      .filter(({ name }) => name !== 'Nils Ny')
      .map(({ aad, name }) => ({
        id: aad,
        name,
        email: `${name.split(' ')[0]?.toLowerCase() ?? ''}@example.se`,
      })),
    ...changed,
  };
}

/** Monday 23 November 2026. */
export function moment(changed: Partial<Moment> = {}): Moment {
  return { now: '2026-11-23T09:00:00.000Z', today: '2026-11-23', organisation: organisation(), ...changed };
}

export function person(who: Who, locale: Locale = 'sv'): Person {
  const { aad, name } = PEOPLE[who];
  return { type: 'person', id: aad, organisation: 'sundsvall', name, locale };
}
