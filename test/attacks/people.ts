/** Who attacks: everybody with a part in the matter, everybody without, two from another organisation, two who left. */
import type { Arrival } from '../../src/ports/front';
import { persona, type Persona } from '../support/activities';
import { PEOPLE } from '../support/house';

const { anna, bo, emma, karin, kim, vera, rolf, sara, dag, nils } = PEOPLE;

export const ATTACKERS = {
  /** Applies for the account, where nothing else is said. */
  anna,
  /** Deputy of the account. */
  bo,
  /** Responsible for the account; reads English. */
  emma,
  /** Communicator of the department. */
  karin,
  /** Her deputy, all year. */
  kim,
  /** Her deputy in the summer, which is over. */
  malte: persona(80, 'Malte Medarbetare'),
  /** Communicator of another department; reads English. */
  vera,
  /** Registrar of the department. */
  rolf,
  /** Manager of the unit. */
  maja: persona(81, 'Maja Maj'),
  /** Responsible for the account that looks alike. */
  tove: persona(82, 'Tove Tvilling'),
  /** Social media lead. */
  sara,
  /** Communications director. */
  dag,
  /** Employee in the file, without an office. */
  nina: persona(83, 'Nina Nyanställd'),
  /** Employee outside the file, by the tenant. */
  nils,
  /** Was communicator of the department until a minute ago; still employed. */
  klas: persona(84, 'Klas Klar'),
  /** Was the lead until a minute ago; left, so that no organisation knows her. */
  gun: persona(85, 'Gun Gången'),
  /** Employee of another organisation. */
  orvar: persona(86, 'Orvar Olsson'),
  /** Lead and communicator of another organisation, in a department of the same name. */
  olga: persona(87, 'Olga Ohlin'),
} as const satisfies Record<string, Persona>;
export type Attacker = keyof typeof ATTACKERS;
export const EVERYBODY = Object.keys(ATTACKERS) as readonly Attacker[];

const TENANT = '11111111-1111-1111-1111-111111111111';
const OTHER_TENANT = '22222222-2222-2222-2222-222222222222';
/** The other organisation's people, and somebody whom no organisation knows. */
const OTHERS: readonly Attacker[] = ['orvar', 'olga'];

export function organisationOf(who: Attacker): 'sundsvall' | 'bolaget' | undefined {
  if (who === 'gun') return undefined;
  return OTHERS.includes(who) ? 'bolaget' : 'sundsvall';
}

export function arrivalOf(who: Attacker): Arrival {
  const { aad, name, user, conversation } = ATTACKERS[who];
  const home = organisationOf(who);
  const tenant = home === 'sundsvall' ? { tenant: TENANT } : {};
  const serviceUrl = 'https://connector.invalid/';
  return {
    person: aad,
    name,
    ...tenant,
    address: { person: aad, serviceUrl, user, conversation },
    activity: 'click',
  };
}

function lines(people: readonly Attacker[]): string {
  return people
    .map((key) => {
      const { aad, name } = ATTACKERS[key];
      const english = key === 'emma' || key === 'vera' ? ', locale: en' : '';
      return `  ${key}: { id: ${aad}, name: ${name}, email: ${key}@example.se${english} }`;
    })
    .join('\n');
}

function sundsvall({ lead, communicators, people }: Readonly<Record<string, string>>): string {
  return `organisation: { id: sundsvall, name: Sundsvalls kommun, tenant: ${TENANT}, guideline: sundsvall-2017 }
roles: { communicationsDirector: dag, socialMediaLead: ${lead ?? ''} }
departments:
  - id: kultur-fritid
    name: Kultur och fritid
    communicators: [${communicators ?? ''}]
    registrars: [rolf]
    deputies:
      - { for: karin, person: kim, from: 2026-01-01, to: 2026-12-31 }
      - { for: karin, person: malte, from: 2026-06-15, to: 2026-08-31 }
  - { id: vard-omsorg, name: Vård och omsorg, communicators: [vera], registrars: [rolf] }
people:
${people ?? ''}
`;
}

const LISTED = EVERYBODY.filter((key) => !['nils', 'klas', 'gun', ...OTHERS].includes(key));

/** The file as it was: Klas and Gun held their offices. */
export const BEFORE = sundsvall({
  lead: 'gun',
  communicators: 'karin, klas',
  people: lines([...LISTED, 'klas', 'gun']),
});
/** The file a minute later. */
export const AFTER = sundsvall({ lead: 'sara', communicators: 'karin', people: lines(LISTED) });

export const OTHER = `organisation: { id: bolaget, name: Bolaget AB, tenant: ${OTHER_TENANT}, guideline: sundsvall-2017 }
roles: { communicationsDirector: orvar, socialMediaLead: olga }
departments:
  - { id: kultur-fritid, name: Kultur och fritid, communicators: [olga] }
people:
${lines(OTHERS)}
`;
