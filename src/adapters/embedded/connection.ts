/** One connection to the SQLite file: how it is opened, its prepared statements, and what becomes of a failure. */
import Database from 'libsql';
import { BugError, OutsideError } from '../../kernel/errors';
import { migrate } from './schema';

/** How long a statement waits for another process to finish its write. */
const BUSY_TIMEOUT_MS = 5_000;

export type Values = readonly (string | number | null)[];

export interface Connection {
  /** Performs a write and says how many rows it changed. Throws OutsideError `store-unavailable`. */
  run(sql: string, values: Values): number;
  /** The first row as an array of its columns. Throws likewise. */
  row(sql: string, values: Values): unknown;
  /** All rows, each as an array of its columns. Throws likewise. */
  rows(sql: string, values: Values): readonly unknown[];
  close(): void;
}

/** Opens the file, creating it and bringing its schema up to date. Throws OutsideError `store-unavailable`. */
export function openConnection(file: string): Connection {
  let database: Database.Database | undefined;
  let statements = new Map<string, Database.Statement>();
  let closed = false;

  function opened(): Database.Database {
    if (closed) throw new OutsideError('store-unavailable', 'The store is closed.');
    database ??= connect(file);
    return database;
  }

  function prepared(sql: string): Database.Statement {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = opened().prepare(sql);
    // Rows as arrays: as objects they would carry the driver's own `_metadata`.
    if (statement.reader) statement.raw();
    statements.set(sql, statement);
    return statement;
  }

  /**
   * After a failure the connection is replaced. The driver does not reset a statement that failed with
   * SQLITE_BUSY; the connection then takes the next writes of other statements, reports them as done, and
   * never commits them.
   */
  function replacing<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      drop();
      throw wrapped(error);
    }
  }

  function drop(): void {
    const dropped = database;
    database = undefined;
    statements = new Map();
    dropped?.close();
  }

  replacing(() => migrate(opened()));
  return {
    run: (sql, values) => replacing(() => prepared(sql).run(values).changes),
    row: (sql, values) => replacing(() => prepared(sql).get(values)),
    rows: (sql, values) => replacing(() => prepared(sql).all(values)),
    close() {
      if (database !== undefined) emptyLog(database);
      closed = true;
      drop();
    },
  };
}

function connect(file: string): Database.Database {
  const database = fileAt(file);
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return database;
}

/** The driver leaves the write-ahead log behind; emptied, the one file is the whole store. */
function emptyLog(database: Database.Database): void {
  try {
    database.pragma('busy_timeout = 0');
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // Another process is using the log: it is kept, and read by whoever opens the file next.
  }
}

function fileAt(file: string): Database.Database {
  try {
    return new Database(file);
  } catch {
    throw new OutsideError('store-unavailable', `The database file ${file} cannot be opened.`);
  }
}

/** Says which failure it was, never what was being written. */
function wrapped(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  return code.startsWith('SQLITE_CONSTRAINT')
    ? new BugError('store-refused', `The database refuses a document of this shape (${code}).`)
    : new OutsideError('store-unavailable', `The database file cannot be used (${code}).`);
}
