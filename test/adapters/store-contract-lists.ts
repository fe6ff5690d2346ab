/** The store contract, on lists: what they hold, in which order, and how they continue. */
import { LISTED, type ListQuery, type Store, type StoredDocument } from '../../src/ports/store';
import {
  CHANGED,
  NOW,
  PK,
  allPages,
  createAll,
  documentOf,
  etagOf,
  ids,
  idsOf,
} from './store-contract-support';

export function listContract(store: () => Store): void {
  describe('lists', () => {
    it('hold the whole partition in the order of ids', async () => {
      await createAll(
        store(),
        ['b', 'a:1', 'a-1', 'a.1', 'a', '1', 'a1', ':', '-'].map((id) => ({ id })),
      );

      const found = await ids(store(), {});

      expect(found).toEqual(['-', '1', ':', 'a', 'a-1', 'a.1', 'a1', 'a:1', 'b']);
    });

    it.each(LISTED)('find by %s, exactly, in the order of ids and with etags to write by', async (field) => {
      await createAll(store(), [
        { id: 'c', listed: { [field]: 'x' } },
        { id: 'a', listed: { [field]: 'x', status: 'x' } },
        { id: 'b', listed: { [field]: 'xy' } },
        { id: 'd', listed: { [field]: 'X' } },
        { id: 'e', listed: {} },
      ]);

      const page = await store().list({ pk: PK, where: { [field]: 'x' }, limit: 10 });
      const written = await store().replace(page.items[0]!.document, page.items[0]!.etag);

      expect(idsOf(page)).toEqual(['a', 'c']);
      expect(page.next).toBeUndefined();
      expect(written.ok).toBe(true);
    });

    it('demand every field that is asked for', async () => {
      await createAll(store(), [
        { id: 'a', listed: { department: 'kultur', status: 'open' } },
        { id: 'b', listed: { department: 'kultur', status: 'closed' } },
        { id: 'c', listed: { department: 'vard', status: 'open' } },
      ]);

      expect(await ids(store(), { where: { department: 'kultur', status: 'open' } })).toEqual(['a']);
      expect(await ids(store(), { where: { department: 'vard', status: 'closed' } })).toEqual([]);
    });

    it('follow a document when its fields change', async () => {
      const etag = etagOf(await store().create(documentOf({ listed: { status: 'draft', applicant: 'p' } })));

      await store().replace(documentOf({ listed: { status: 'submitted' } }), etag);

      expect(await ids(store(), { where: { status: 'draft' } })).toEqual([]);
      expect(await ids(store(), { where: { applicant: 'p' } })).toEqual([]);
      expect(await ids(store(), { where: { status: 'submitted' } })).toEqual(['a']);
    });

    it.each<[string, Partial<ListQuery>]>([
      ['the whole partition', {}],
      ['by a field', { where: { status: 'open' } }],
      ['by two fields', { where: { status: 'open', department: 'kultur' } }],
      ['by change', { changedSince: CHANGED[0]! }],
    ])('continue %s over pages without a gap or a repetition', async (_, query) => {
      await createAll(store(), everyDay(7));

      const pages = await allPages((after) => store().list({ pk: PK, limit: 3, ...query, ...after }));

      expect(pages.map(idsOf)).toEqual([['d0', 'd1', 'd2'], ['d3', 'd4', 'd5'], ['d6']]);
    });

    it('end without a continuation when the last page is full', async () => {
      await createAll(store(), everyDay(4));

      const pages = await allPages((after) => store().list({ pk: PK, limit: 2, ...after }));

      expect(pages.map(idsOf)).toEqual([
        ['d0', 'd1'],
        ['d2', 'd3'],
      ]);
    });

    it('are stable when documents come and go between pages', async () => {
      await createAll(store(), everyDay(6));

      const first = await store().list({ pk: PK, where: { status: 'open' }, limit: 3 });
      await createAll(store(), [
        { id: 'd0-late', listed: { status: 'open' } },
        { id: 'd4-late', listed: { status: 'open' } },
      ]);
      await store().remove(PK, 'd2', first.items[2]!.etag);
      const second = await store().list({ pk: PK, where: { status: 'open' }, limit: 10, after: first.next! });

      expect(idsOf(first)).toEqual(['d0', 'd1', 'd2']);
      expect(idsOf(second)).toEqual(['d3', 'd4', 'd4-late', 'd5']);
    });

    it('are empty where nothing fits', async () => {
      expect(await store().list({ pk: PK, limit: 1 })).toEqual({ items: [] });
    });

    it.each([0, 201, 1.5, -1, Number.NaN])('refuse a page of %d', async (limit) => {
      const refusal = { name: 'BugError', code: 'bad-limit' };

      await expect(store().list({ pk: PK, limit })).rejects.toMatchObject(refusal);
      await expect(store().due(NOW, limit)).rejects.toMatchObject(refusal);
    });

    it.each(['', 'rubbish', Buffer.from('["a","b","c","d"]').toString('base64url')])(
      'refuse the continuation %j',
      async (after) => {
        const refusal = { name: 'CallerError', code: 'bad-continuation' };

        await expect(store().list({ pk: PK, limit: 1, after })).rejects.toMatchObject(refusal);
        await expect(store().due(NOW, 1, after)).rejects.toMatchObject(refusal);
      },
    );
  });

  describe('lists by change', () => {
    it('hold what was written at or after an instant, by change time and then id', async () => {
      await createAll(store(), [
        { id: 'z', changedAt: CHANGED[1]! },
        { id: 'b', changedAt: CHANGED[3]! },
        { id: 'c', changedAt: CHANGED[2]! },
        { id: 'a', changedAt: CHANGED[3]! },
        { id: 'old', changedAt: CHANGED[0]! },
      ]);

      const pages = await allPages((after) =>
        store().list({ pk: PK, changedSince: CHANGED[1]!, limit: 2, ...after }),
      );

      expect(pages.map(idsOf)).toEqual([
        ['z', 'c'],
        ['a', 'b'],
      ]);
    });

    it('hold a document once, at its latest change, with the fields asked for', async () => {
      const etag = etagOf(
        await store().create(documentOf({ changedAt: CHANGED[0]!, listed: { status: 'a' } })),
      );
      await createAll(store(), [{ id: 'b', changedAt: CHANGED[1]!, listed: { status: 'b' } }]);

      await store().replace(documentOf({ changedAt: CHANGED[2]!, listed: { status: 'b' } }), etag);

      expect(await ids(store(), { changedSince: CHANGED[0]!, where: { status: 'b' } })).toEqual(['b', 'a']);
      expect(await ids(store(), { changedSince: CHANGED[2]! })).toEqual(['a']);
    });
  });
}

function everyDay(count: number): Partial<StoredDocument>[] {
  return Array.from({ length: count }, (_, day) => ({
    id: `d${day}`,
    listed: { status: 'open', department: 'kultur' },
  }));
}
