/** What the parts of the store contract share: documents to write, and ways to read them back. */
import type { ListQuery, Page, Store, Stored, StoredDocument } from '../../src/ports/store';

export const PK = 'sundsvall/application';
export const OTHER_PK = 'timra/application';
export const NOW = '2026-05-04T08:00:00.000Z';
export const CHANGED = [1, 2, 3, 4].map((day) => `2026-04-0${day}T10:00:00.000Z`);

export function documentOf(given: Partial<StoredDocument>): StoredDocument {
  return { pk: PK, id: 'a', changedAt: CHANGED[0]!, listed: {}, body: {}, ...given };
}

export async function createAll(store: Store, documents: readonly Partial<StoredDocument>[]): Promise<void> {
  for (const given of documents) {
    const written = await store.create(documentOf(given));
    if (!written.ok) throw new Error(`not created: ${written.why}`);
  }
}

export async function ids(store: Store, query: Partial<ListQuery>): Promise<string[]> {
  return idsOf(await store.list({ pk: PK, limit: 200, ...query }));
}

export async function allPages(read: (after: { after?: string }) => Promise<Page>): Promise<Page[]> {
  const pages = [await read({})];
  for (let next = pages[0]!.next; next !== undefined; next = pages.at(-1)!.next) {
    pages.push(await read({ after: next }));
    if (pages.length > 20) throw new Error('the pages do not end');
  }
  return pages;
}

export function idsOf(page: { readonly items: readonly Stored[] }): string[] {
  return page.items.map(({ document }) => document.id);
}

export function namesOf(page: Page): string[] {
  return page.items.map(({ document }) => `${document.pk} ${document.id}`);
}

export function etagOf(written: { readonly ok: boolean }): string {
  if (!('etag' in written) || typeof written.etag !== 'string') throw new Error('not written');
  return written.etag;
}
