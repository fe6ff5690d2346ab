/** Fills a store for a bench: copies of documents that the bot itself wrote, in one transaction. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'libsql';
import { columnValues, CREATE } from '../../src/adapters/embedded/queries';
import { DATABASE_FILE, openEmbeddedStore } from '../../src/adapters/embedded/store';
import type { StoredDocument } from '../../src/ports/store';
import { PEOPLE } from '../../test/support/house';
import type { Story } from './story';

export interface Seed {
  readonly folder: string;
  readonly story: Story;
  /** Replaces the connector that the story ran with. */
  readonly serviceUrl: string;
  /** Applications that wait for approval; their ids begin with `first`. */
  readonly waiting: number;
  /** Finished applications with their accounts: two documents each, and a claim. */
  readonly past: number;
}

/** Ids look like those the bot gives. */
export function idOf(story: Story, number: number): string {
  return `${story.id.slice(0, 11)}${String(number).padStart(25, '0')}`;
}

/** Writes the store; resolves with the number of documents in it. */
export async function seed({ folder, story, serviceUrl, waiting, past }: Seed): Promise<number> {
  await openEmbeddedStore({ folder }).close();
  const database = new Database(join(folder, DATABASE_FILE));
  const insert = database.prepare(CREATE);
  let count = 0;
  const write = (document: StoredDocument): void => {
    insert.run([...columnValues(document, randomUUID(), JSON.stringify(document))]);
    count += 1;
  };
  const ofKind = (
    documents: readonly StoredDocument[],
    ...kinds: readonly string[]
  ): readonly StoredDocument[] => documents.filter(({ pk }) => kinds.includes(pk.split('/')[1] ?? ''));
  try {
    database.exec('BEGIN');
    for (const person of ofKind(story.finished, 'person', 'guideline')) {
      write(replaced(person, story.serviceUrl, serviceUrl));
    }
    const open = ofKind(story.submitted, 'application');
    const closed = ofKind(story.finished, 'application', 'account', 'claim');
    for (let number = 0; number < waiting + past; number += 1) {
      if (number < waiting) for (const document of open) write(copyOf(document, story, number));
      else for (const document of closed) write(longAgo(copyOf(document, story, number), number));
    }
    database.exec('COMMIT');
  } finally {
    database.close();
  }
  return count;
}

/** Another matter of the same content: its own id, handle, claim and applicant. */
function copyOf(document: StoredDocument, story: Story, number: number): StoredDocument {
  const own = replaced(document, story.id, idOf(story, number));
  const other = replaced(own, 'biblioteket', `biblioteket${number}`);
  return number % 10 === 0 ? other : replaced(other, PEOPLE.anna.aad, strangerId(number));
}

function replaced(document: StoredDocument, from: string, to: string): StoredDocument {
  return JSON.parse(JSON.stringify(document).replaceAll(from, to)) as StoredDocument;
}

/** The past did not happen in one second: a matter every ten minutes. */
function longAgo(document: StoredDocument, number: number): StoredDocument {
  const changedAt = new Date(Date.parse(document.changedAt) - (number + 1) * 600_000).toISOString();
  return { ...document, changedAt };
}

/** Nearly everything belongs to people whom nobody asks about. */
function strangerId(number: number): string {
  return `00000000-0000-0000-0000-${String(1_000_000 + number).padStart(12, '0')}`;
}
