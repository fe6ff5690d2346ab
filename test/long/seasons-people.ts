/** The town of the simulated seasons: offices, people with one and with several accounts, and whom nothing reaches. */
import { persona, type Persona } from '../support/activities';
import { rawSundsvall } from '../guidelines/sundsvall';
import type { Rules } from './seasons-rules';

interface Office {
  readonly communicators: readonly string[];
  readonly registrars: readonly string[];
  readonly parent?: string;
  readonly deputies?: readonly {
    readonly for: string;
    readonly person: string;
    readonly from: string;
    readonly to: string;
  }[];
}

export const LEAD = 'sara';
export const DIRECTOR = 'dag';

/** With dated deputies, a department served by another one, one that borrows only its registrar, and one with nobody. */
export const OFFICES: Readonly<Record<string, Office>> = {
  kultur: { communicators: ['karin'], registrars: ['rolf'] },
  bibliotek: { communicators: [], registrars: [], parent: 'kultur' },
  vard: {
    communicators: ['vera'],
    registrars: ['elin'],
    deputies: [
      { for: 'vera', person: 'malte', from: '2027-10-04', to: '2027-10-08' },
      { for: 'vera', person: 'malte', from: '2028-02-28', to: '2028-04-07' },
    ],
  },
  skola: { communicators: ['bahar', 'birger'], registrars: [], parent: 'kultur' },
  miljo: { communicators: [], registrars: [] },
};
export const DEPARTMENTS = Object.keys(OFFICES) as [string, ...string[]];

const HOLDERS = ['sara', 'dag', 'karin', 'rolf', 'vera', 'malte', 'elin', 'bahar', 'birger'] as const;
const STAFF = Array.from({ length: 12 }, (_, at) => `medarbetare${'abcdefghijkl'[at] ?? ''}`);
/** Has never written to the bot, and has no chat with it yet. */
export const STRANGER = 'otto';

export const EVERYBODY: readonly string[] = [...HOLDERS, ...STAFF, STRANGER];
export const PERSONAS: Readonly<Record<string, Persona>> = Object.fromEntries(
  EVERYBODY.map((key, at) => [
    key,
    persona(300 + at, `${key.charAt(0).toUpperCase()}${key.slice(1)} Efternamn`),
  ]),
);
/** Who may be responsible for an account, again for those who have several. */
export const KEEPERS: readonly [string, ...string[]] = [
  'karin',
  ...STAFF,
  'medarbetarea',
  'medarbetareb',
  STRANGER,
];

/** The bot is blocked; the last one is blocked all the time. */
const BLOCKED = [
  { who: 'medarbetarec', from: '2027-09-20', to: '2027-10-07' },
  { who: 'vera', from: '2027-10-01', to: '2027-10-12' },
  { who: 'medarbetared', from: '2028-02-20', to: '2028-03-24' },
  { who: 'karin', from: '2028-04-03', to: '2028-04-12' },
  { who: 'medarbetarel', from: '2027-01-01', to: '2029-12-31' },
] as const;

export function isBlocked(person: string, day: string): boolean {
  return BLOCKED.some(({ who, from, to }) => who === person && from <= day && day <= to);
}

export function keyOf(id: string): string {
  const found = EVERYBODY.find((key) => {
    const { aad, conversation, user } = PERSONAS[key]!;
    return [aad, conversation, `a:opened-${user}`, `a:opened-${aad}`].includes(id);
  });
  return found ?? id;
}

/** The department's communicators and whoever stands in for them that day, or those above it, or the lead. */
export function communicatorsOf(department: string, day: string): string[] {
  const { communicators, deputies = [], parent } = OFFICES[department]!;
  if (communicators.length === 0) return parent === undefined ? [LEAD] : communicatorsOf(parent, day);
  const standIns = deputies.filter(({ from, to }) => from <= day && day <= to);
  return [...communicators, ...standIns.map(({ person }) => person)];
}

/** Likewise; where there is none, and the lead stands in for the communicator, the director. */
export function registrarsOf(department: string): string[] {
  const { registrars, parent } = OFFICES[department]!;
  if (registrars.length > 0) return [...registrars];
  return parent === undefined ? [DIRECTOR] : registrarsOf(parent);
}

/** What ORGANISATION_FILE holds; JSON is YAML. */
export function organisationFile(): string {
  const departments = Object.entries(OFFICES).map(([id, { deputies = [], ...office }]) => ({
    id,
    name: `Förvaltningen ${id}`,
    ...office,
    deputies,
  }));
  const people = EVERYBODY.map((key) => {
    const { aad: id, name } = PERSONAS[key]!;
    return [key, { id, name, email: `${key}@example.se` }] as const;
  });
  return JSON.stringify({
    organisation: { id: 'sundsvall', name: 'Sundsvalls kommun', timeZone: 'Europe/Stockholm', locale: 'sv' },
    roles: { communicationsDirector: DIRECTOR, socialMediaLead: LEAD },
    departments,
    people: Object.fromEntries(people),
  });
}

/** What GUIDELINE_FILE holds: the built-in one with these seasons. */
export function guidelineFile({ times, ladder, quiet, snoozeDays }: Rules): string {
  const raw = rawSundsvall();
  const seasons = {
    ...(raw['seasons'] as object),
    times: times.map((time) => ({ ...time, name: { sv: time.id, en: time.id } })),
    ...{ ladder, quiet, snoozeDays },
  };
  return JSON.stringify({ ...raw, seasons });
}
