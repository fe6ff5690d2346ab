/** The municipality of the simulated year: who holds which office when, as a table and as the organisation file. */
import { persona, type Persona } from '../support/activities';

export interface Standin {
  readonly for: string;
  readonly person: string;
  readonly from: string;
  readonly to: string;
}
export interface Office {
  readonly communicators: readonly string[];
  readonly deputies: readonly Standin[];
  readonly parent?: string;
}

const HOLDERS = ['karin', 'kim', 'vera', 'malte', 'bahar', 'birger', 'stina', 'elin', 'sara', 'dag'] as const;
const STAFF = Array.from({ length: 12 }, (_, at) => `medarbetare${'abcdefghijkl'[at] ?? ''}`);

export const LEAD = 'sara';
export const DIRECTOR = 'dag';

/** Deputies whose days begin and end within the year, a department served by another one, and one with nobody. */
export const OFFICES: Readonly<Record<string, Office>> = {
  kultur: {
    communicators: ['karin'],
    deputies: [{ for: 'karin', person: 'kim', from: '2027-01-01', to: '2029-12-31' }],
  },
  bibliotek: { communicators: [], deputies: [], parent: 'kultur' },
  vard: {
    communicators: ['vera'],
    deputies: [
      { for: 'vera', person: 'malte', from: '2027-03-08', to: '2027-04-09' },
      { for: 'vera', person: 'malte', from: '2027-06-14', to: '2027-08-31' },
      { for: 'vera', person: 'malte', from: '2028-02-28', to: '2028-03-31' },
    ],
  },
  skola: {
    communicators: ['bahar', 'birger'],
    deputies: [{ for: 'bahar', person: 'stina', from: '2027-01-01', to: '2027-09-30' }],
  },
  bygg: {
    communicators: ['stina'],
    deputies: [{ for: 'stina', person: 'elin', from: '2027-05-10', to: '2028-12-31' }],
  },
  miljo: { communicators: [], deputies: [] },
};

/** Messages do not reach these people on these days: the bot is blocked. */
export const BLOCKED: readonly { readonly who: string; readonly from: string; readonly to: string }[] = [
  { who: 'vera', from: '2027-02-01', to: '2027-02-26' },
  { who: 'karin', from: '2027-04-26', to: '2027-05-21' },
  { who: 'kim', from: '2027-04-29', to: '2027-05-21' },
  { who: 'stina', from: '2027-09-01', to: '2027-09-24' },
  { who: 'vera', from: '2027-10-18', to: '2027-11-12' },
  { who: 'vera', from: '2028-02-14', to: '2028-03-10' },
];

export const PERSONAS: Readonly<Record<string, Persona>> = Object.fromEntries(
  [...HOLDERS, ...STAFF].map((key, at) => [key, persona(200 + at, `${nameOf(key)} Efternamn`)]),
);
export const APPLICANTS: readonly string[] = [...STAFF, ...STAFF, 'karin', 'vera', 'kim', 'sara', 'stina'];
export const EVERYBODY: readonly string[] = [...HOLDERS, ...STAFF];

export function keyOf(id: string): string {
  return EVERYBODY.find((key) => PERSONAS[key]?.aad === id || PERSONAS[key]?.conversation === id) ?? id;
}

function nameOf(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

/** What ORGANISATION_FILE holds. */
export function organisationFile(): string {
  const departments = Object.entries(OFFICES).map(([id, { communicators, deputies, parent }]) => ({
    id,
    name: `Förvaltningen ${id}`,
    ...(parent === undefined ? {} : { parent }),
    communicators,
    registrars: ['elin'],
    deputies,
  }));
  const people = Object.fromEntries(
    EVERYBODY.map((key) => [
      key,
      { id: PERSONAS[key]?.aad, name: PERSONAS[key]?.name, email: `${key}@example.se` },
    ]),
  );
  // JSON is YAML.
  return JSON.stringify({
    organisation: { id: 'sundsvall', name: 'Sundsvalls kommun', timeZone: 'Europe/Stockholm', locale: 'sv' },
    roles: { communicationsDirector: DIRECTOR, socialMediaLead: LEAD },
    departments,
    people,
  });
}
