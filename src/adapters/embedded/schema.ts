/** The one table of the embedded store, its indexes, and the version of both. */
import type libsql from 'libsql';
import { OutsideError } from '../../kernel/errors';
import { LISTED } from '../../ports/store';

/**
 * `document` is the whole document as JSON; the other columns repeat what it is looked up by. The field indexes
 * are partial, so that a write touches only those of the fields the document has.
 */
const VERSION_1 = [
  `CREATE TABLE documents (
     pk TEXT NOT NULL, id TEXT NOT NULL, etag TEXT NOT NULL, due_at TEXT, changed_at TEXT NOT NULL,
     ${LISTED.map((field) => `${field} TEXT`).join(', ')}, document TEXT NOT NULL,
     PRIMARY KEY (pk, id)) STRICT`,
  'CREATE INDEX by_change ON documents (pk, changed_at, id)',
  'CREATE INDEX by_due ON documents (due_at, pk, id) WHERE due_at IS NOT NULL',
  ...LISTED.map(
    (field) => `CREATE INDEX by_${field} ON documents (pk, ${field}, id) WHERE ${field} IS NOT NULL`,
  ),
];

/** Version n of the schema is what the first n entries make. */
const MIGRATIONS: readonly (readonly string[])[] = [VERSION_1];

/**
 * Brings a database up to the newest schema, in one transaction, also when several processes try at once.
 * Throws OutsideError `store-unavailable` for a file of a newer version.
 */
export function migrate(database: libsql.Database): void {
  if (versionOf(database) === MIGRATIONS.length) return;

  database.exec('BEGIN IMMEDIATE');
  try {
    for (const statement of MIGRATIONS.slice(knownVersion(database)).flat()) database.exec(statement);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function knownVersion(database: libsql.Database): number {
  const version = versionOf(database);
  if (version <= MIGRATIONS.length) return version;
  throw new OutsideError(
    'store-unavailable',
    `The database has schema ${version} and this program knows ${MIGRATIONS.length}: start the program that wrote it, or a newer one.`,
  );
}

function versionOf(database: libsql.Database): number {
  const row = database.prepare('PRAGMA user_version').raw().get() as [number];
  return row[0];
}
