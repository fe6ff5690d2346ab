/** What stands in the store in the end: the documents that the story made. */
import type { ApplicationEvent } from '../../src/features/applications/events';
import type { Application } from '../../src/features/applications/model';
import type { Account } from '../../src/features/register/model';
import type { Store } from '../../src/ports/store';
import type { Envelope } from '../../src/runtime/envelope';

export interface Entry<S> {
  readonly id: string;
  readonly envelope: Omit<Envelope, 'state'>;
  readonly state: S;
}

export interface Book {
  readonly applications: readonly Entry<Application>[];
  readonly accounts: readonly Entry<Account>[];
  readonly claims: readonly Entry<{
    readonly status: string;
    readonly holder: string;
    readonly name: string;
  }>[];
}

export async function readBook(store: Store): Promise<Book> {
  return {
    applications: await entries(store, 'application'),
    accounts: await entries(store, 'account'),
    claims: await entries(store, 'claim'),
  };
}

/** Nothing is left to perform, and nobody holds the right to. */
export function isQuiet({ applications, accounts, claims }: Book): boolean {
  return [...applications, ...accounts, ...claims].every(
    ({ envelope }) => envelope.outbox.length === 0 && envelope.claim === undefined,
  );
}

export function eventsOf({ envelope }: Entry<Application>): readonly ApplicationEvent[] {
  return envelope.events.map(({ event }) => event as ApplicationEvent);
}

/** How often an event of this type happened. */
export function countOf(entry: Entry<Application>, type: ApplicationEvent['type']): number {
  return eventsOf(entry).filter((event) => event.type === type).length;
}

async function entries<S>(store: Store, kind: string): Promise<Entry<S>[]> {
  const found: Entry<S>[] = [];
  let after: string | undefined;
  do {
    const query = { pk: `sundsvall/${kind}`, limit: 200 };
    const page = await store.list(after === undefined ? query : { ...query, after });
    for (const { document } of page.items) {
      const { state, ...envelope } = document.body as Envelope;
      found.push({ id: document.id, envelope, state: state as S });
    }
    after = page.next;
  } while (after !== undefined);
  return found;
}
