/** A folder of files for one test, and a directory opened over it; everything it logs is kept. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openDirectory,
  type DirectoryOptions,
  type OpenDirectory,
} from '../../src/adapters/organisation/directory';
import type { Log, LogFields } from '../../src/ports/log';

export const SRC = join(__dirname, '../../src');
export const DEMO = readFileSync(join(SRC, 'demo/organisation.yaml'), 'utf8');
export const RULES = readFileSync(join(SRC, 'guidelines/sundsvall-2017.yaml'), 'utf8');
/** 15 September 2026. */
export const START = Date.UTC(2026, 8, 15);
export const TENANT = '11111111-1111-1111-1111-111111111111';

/** Twelve lines: a director, a lead, one department, its communicator and her deputy in the summer. */
export const SMALL = `organisation: { id: norrby, name: Norrby kommun, tenant: ${TENANT.toUpperCase()} }
roles: { communicationsDirector: dag, socialMediaLead: sara }
departments:
  - id: skola
    name: Skola
    communicators: [karin]
    deputies: [{ for: karin, person: kim, from: 2026-07-01, to: 2026-08-15 }]
people:
  dag: { id: A0000000-0000-0000-0000-000000000001, name: Dag, email: dag@norrby.se }
  sara: { id: a0000000-0000-0000-0000-000000000002, name: Sara, email: sara@norrby.se }
  karin: { id: a0000000-0000-0000-0000-000000000003, name: Karin, email: karin@norrby.se }
  kim: { id: a0000000-0000-0000-0000-000000000004, name: Kim, email: kim@norrby.se }
`;

interface Logged {
  readonly level: 'info' | 'warn' | 'alert';
  readonly event: string;
  readonly fields: LogFields | undefined;
}

export interface Folder {
  readonly path: string;
  readonly logged: readonly Logged[];
  /** Writes a file and returns its path. */
  readonly write: (name: string, text: string) => string;
  readonly open: (options?: Partial<DirectoryOptions>) => Promise<OpenDirectory>;
  /** The lines of the refusal to start, with the folder's path taken away. */
  readonly mistakesOf: (options: Partial<DirectoryOptions>) => Promise<string[]>;
  readonly remove: () => void;
}

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'organisation-'));
  const logged: Logged[] = [];
  const keep = (level: Logged['level']) => (event: string, fields?: LogFields) => {
    logged.push({ level, event, fields });
  };
  const log: Log = { info: keep('info'), warn: keep('warn'), alert: keep('alert') };
  const open: Folder['open'] = (options = {}) =>
    openDirectory({ builtIn: SRC, clock: { now: () => START }, log, anonymous: false, ...options });

  return { path, logged, write, open, mistakesOf, remove: () => rmSync(path, { recursive: true }) };

  function write(name: string, text: string): string {
    const file = join(path, name);
    writeFileSync(file, text);
    return file;
  }

  async function mistakesOf(options: Partial<DirectoryOptions>): Promise<string[]> {
    const error: unknown = await open(options).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'CallerError', code: 'configuration' });
    return (error as Error).message.replaceAll(`${path}/`, '').split('\n').slice(1);
  }
}
