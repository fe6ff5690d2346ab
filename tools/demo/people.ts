/** The people of the demo: those of the demo organisation's file, and invented colleagues who hold no office. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PersonaSeed } from '../playground/personas';

export interface DemoPerson extends PersonaSeed {
  readonly email: string;
}

/** Who gets a window, and what they are in the organisation. */
export const WINDOWS: readonly { readonly key: string; readonly sv: string; readonly en: string }[] = [
  { key: 'anna', sv: 'sökande', en: 'applicant' },
  { key: 'bo', sv: 'sökande på en annan förvaltning', en: 'applicant, another department' },
  { key: 'karin', sv: 'kommunikatör', en: 'communicator' },
  { key: 'kim', sv: 'kommunikatörens ersättare', en: "communicator's deputy" },
  { key: 'rolf', sv: 'registrator', en: 'registrar' },
  { key: 'sara', sv: 'ansvarig för sociala medier', en: 'social media lead' },
  { key: 'dag', sv: 'kommunikationsdirektör', en: 'communications director' },
];

/** Employees outside the organisation file, as most who apply are. */
const EMPLOYEES: readonly DemoPerson[] = [
  employee('liv', 'Liv Lundin', 101),
  employee('oskar', 'Oskar Öberg', 102),
  employee('maryam', 'Maryam Moradi', 103),
  employee('selma', 'Selma Sjögren', 104),
  employee('tor', 'Tor Thelin', 105),
  employee('alva', 'Alva Åström', 106),
];

function employee(key: string, name: string, number: number): DemoPerson {
  return { key, name, email: `${key}@example.se`, entraId: `00000000-0000-0000-0000-000000000${number}` };
}

interface OrganisationFile {
  readonly people: Readonly<
    Record<string, { readonly id: string; readonly name: string; readonly email: string }>
  >;
}

/** Everybody by key. `root` is the project's folder. */
export function demoPeople(root: string): ReadonlyMap<string, DemoPerson> {
  const text = readFileSync(join(root, 'src/demo/organisation.yaml'), 'utf8');
  const { people } = parse(text) as OrganisationFile;
  const listed = Object.entries(people).map(([key, { id, name, email }]) => ({
    key,
    entraId: id,
    name,
    email,
  }));
  return new Map([...listed, ...EMPLOYEES].map((person) => [person.key, person]));
}
