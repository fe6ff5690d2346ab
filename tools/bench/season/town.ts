/** The municipality of the simulated season: its organisation file, its people, and the accounts they answer for. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { columnValues, CREATE } from '../../../src/adapters/embedded/queries';
import { DATABASE_FILE, openEmbeddedStore } from '../../../src/adapters/embedded/store';
import type { StoredDocument } from '../../../src/ports/store';
import { account } from '../../../test/support/accounts';
import type { Size } from './size';

export const ORGANISATION = 'sundsvall';
const MET = '2026-11-02T09:00:00.000Z';
const TENANT = '00000000-0000-0000-0000-000000000001';

export interface Town {
  readonly folder: string;
  readonly organisationFile: string;
}

export function personId(number: number): string {
  return `00000000-0000-0000-0000-${String(1_000_000 + number).padStart(12, '0')}`;
}

export function chatOf(number: number): string {
  return `a:chat-${number}`;
}

/** Writes the file and the store; everybody has met the bot. */
export function buildTown(folder: string, size: Size, serviceUrl: string): Town {
  const organisationFile = join(folder, 'organisation.yaml');
  writeFileSync(organisationFile, JSON.stringify(organisation(size)));
  void openEmbeddedStore({ folder }).close();
  const database = new Database(join(folder, DATABASE_FILE));
  const insert = database.prepare(CREATE);
  const write = (document: StoredDocument): void =>
    void insert.run([...columnValues(document, randomUUID(), JSON.stringify(document))]);
  try {
    database.exec('BEGIN');
    for (let number = 0; number < size.people; number += 1) write(person(number, serviceUrl));
    for (let number = 0; number < size.accounts; number += 1) write(accountOf(number, size));
    database.exec('COMMIT');
  } finally {
    database.close();
  }
  return { folder, organisationFile };
}

/** Half of the people have one account, a quarter two, the rest share what is left. */
function holderOf(number: number, { people }: Size): number {
  if (number < people) return number;
  const quarter = Math.max(1, Math.floor(people / 4));
  const over = number - people;
  if (over < quarter) return over;
  return quarter + ((over - quarter) % quarter);
}

function accountOf(number: number, size: Size): StoredDocument {
  const holder = holderOf(number, size);
  const deputy = (holder + 1) % size.people;
  const state = account({
    handle: `konto-${number}`,
    link: `https://www.instagram.com/konto-${number}/`,
    department: departmentId(holder % size.departments),
    unit: `Enheten ${number}`,
    purpose: 'Visa vad vi gör, och svara på frågor från dem som bor här. '.repeat(4).trim(),
    responsible: { id: personId(holder), name: nameOf(holder), email: `p${holder}@example.se` },
    deputies: [{ id: personId(deputy), name: nameOf(deputy), email: `p${deputy}@example.se` }],
    activeSince: MET,
  });
  const envelope = { accepted: [], seq: 0, outbox: [], cards: {}, ledger: [], events: [] };
  return {
    pk: `${ORGANISATION}/account`,
    id: `account-${number}`,
    changedAt: MET,
    listed: { status: state.status, department: state.department, platform: state.platform },
    body: { schemaVersion: 1, revision: 1, state, ...envelope },
  };
}

function person(number: number, serviceUrl: string): StoredDocument {
  const chat = {
    conversation: chatOf(number),
    person: personId(number),
    user: `29:${number}`,
    bot: '28:bot',
    tenant: TENANT,
  };
  return {
    pk: `${ORGANISATION}/person`,
    id: personId(number),
    changedAt: MET,
    listed: { status: 'ok' },
    body: { name: nameOf(number), address: { ...chat, serviceUrl }, seen: MET },
  };
}

function nameOf(number: number): string {
  return `Person ${number}`;
}

function departmentId(number: number): string {
  return `forvaltning-${number}`;
}

/** Offices are held by people of their own, who are not told anything on the first day. */
function organisation({ departments }: Size) {
  const office = (name: string, number: number): readonly [string, object] => [
    `${name}${number}`,
    {
      id: `00000000-0000-0000-0001-${String(number).padStart(10, '0')}${name === 'k' ? '01' : '02'}`,
      name: `${name === 'k' ? 'Kommunikatör' : 'Registrator'} ${number}`,
      email: `${name}${number}@example.se`,
    },
  ];
  const numbers = Array.from({ length: departments }, (_, number) => number);
  return {
    organisation: { id: ORGANISATION, name: 'Storstad', timeZone: 'Europe/Stockholm', locale: 'sv' },
    roles: { communicationsDirector: 'k0', socialMediaLead: 'r0' },
    departments: numbers.map((number) => ({
      id: departmentId(number),
      name: `Förvaltning ${number}`,
      communicators: [`k${number}`],
      registrars: [`r${number}`],
    })),
    people: Object.fromEntries(numbers.flatMap((number) => [office('k', number), office('r', number)])),
  };
}
