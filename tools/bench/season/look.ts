/** Looks into the bot's database from outside: what is there, what is still to do, and what is on record. */
import { join } from 'node:path';
import Database from 'libsql';
import { DATABASE_FILE } from '../../../src/adapters/embedded/store';
import type { Delivery, Envelope } from '../../../src/runtime/envelope';
import { ORGANISATION } from './town';

export interface Look {
  count(kind: string): number;
  /** Documents of these kinds that need somebody before this instant. */
  due(kinds: readonly string[], before: number): number;
  lines(): number;
  ledger(): readonly Delivery[];
  /** Ids of people who stand on their communicator's list. */
  listed(): ReadonlySet<string>;
  close(): void;
}

export function look(folder: string): Look {
  const database = new Database(join(folder, DATABASE_FILE), { readonly: true });
  database.pragma('busy_timeout = 5000');
  const number = (sql: string, ...values: readonly string[]): number =>
    ((database.prepare(sql).raw().get(values) as [number] | undefined) ?? [0])[0];
  const documents = (kind: string): Envelope[] =>
    (
      database
        .prepare('SELECT document FROM documents WHERE pk = ?')
        .raw()
        .all([`${ORGANISATION}/${kind}`]) as [string][]
    ).map(([json]) => (JSON.parse(json) as { body: Envelope }).body);
  return {
    count: (kind) => number('SELECT count(*) FROM documents WHERE pk = ?', `${ORGANISATION}/${kind}`),
    due: (kinds, before) =>
      kinds
        .map((kind) =>
          number(
            'SELECT count(*) FROM documents WHERE pk = ? AND due_at < ?',
            `${ORGANISATION}/${kind}`,
            new Date(before).toISOString(),
          ),
        )
        .reduce((sum, one) => sum + one, 0),
    lines: () =>
      documents('day').reduce(
        (sum, { state }) => sum + (state as unknown as { lines: readonly unknown[] }).lines.length,
        0,
      ),
    ledger: () => ['day', 'capture'].flatMap(documents).flatMap(({ ledger }) => ledger),
    listed: () =>
      new Set(
        (
          database
            .prepare("SELECT id FROM documents WHERE pk = ? AND status IN ('unreachable', 'not-delivered')")
            .raw()
            .all([`${ORGANISATION}/person`]) as [string][]
        ).map(([id]) => id),
      ),
    close: () => void database.close(),
  };
}
