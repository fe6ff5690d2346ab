/** The store contract, on due documents: those of every organisation, oldest first. */
import { type Store } from '../../src/ports/store';
import {
  NOW,
  OTHER_PK,
  PK,
  allPages,
  createAll,
  documentOf,
  etagOf,
  idsOf,
  namesOf,
} from './store-contract-support';

export function dueContract(store: () => Store): void {
  describe('due documents', () => {
    it('come from every organisation, oldest first, then by partition and id, in pages', async () => {
      const at = (minute: number) => `2026-05-04T07:0${minute}:00.000Z`;
      await createAll(store(), [
        { pk: OTHER_PK, id: 'b', dueAt: at(1) },
        { pk: PK, id: 'c', dueAt: at(2) },
        { pk: PK, id: 'b', dueAt: at(1) },
        { pk: OTHER_PK, id: 'a', dueAt: at(1) },
        { pk: 'ange/season', id: 'z', dueAt: at(3) },
        { pk: PK, id: 'a', dueAt: at(0) },
        { pk: PK, id: 'exactly-now', dueAt: NOW },
      ]);

      const pages = await allPages(({ after }) => store().due(NOW, 3, after));

      expect(pages.map(namesOf)).toEqual([
        [`${PK} a`, `${PK} b`, `${OTHER_PK} a`],
        [`${OTHER_PK} b`, `${PK} c`, 'ange/season z'],
        [`${PK} exactly-now`],
      ]);
    });

    it('are neither those of later nor those without anything to do', async () => {
      await createAll(store(), [
        { id: 'never' },
        { id: 'later', dueAt: '2026-05-04T08:00:00.001Z' },
        { id: 'due', dueAt: '2026-05-04T07:59:59.999Z' },
      ]);

      expect(idsOf(await store().due(NOW, 200))).toEqual(['due']);
    });

    it('leave when they are done and come back when they are due again', async () => {
      const etag = etagOf(await store().create(documentOf({ dueAt: NOW })));

      const done = etagOf(await store().replace(documentOf({}), etag));
      const before = idsOf(await store().due(NOW, 10));
      await store().replace(documentOf({ dueAt: NOW }), done);
      const after = await store().due(NOW, 10);

      expect(before).toEqual([]);
      expect(idsOf(after)).toEqual(['a']);
    });

    it('continue past one that is stuck, also when older work turns up meanwhile', async () => {
      await createAll(store(), [
        { id: 'stuck', dueAt: '2026-05-04T07:00:00.000Z' },
        { id: 'next', dueAt: '2026-05-04T07:01:00.000Z' },
      ]);

      const first = await store().due(NOW, 1);
      await createAll(store(), [{ id: 'older', dueAt: '2026-05-04T06:00:00.000Z' }]);
      const second = await store().due(NOW, 1, first.next);

      expect([first, second].map(idsOf)).toEqual([['stuck'], ['next']]);
      expect(second.next).toBeUndefined();
    });
  });
}
