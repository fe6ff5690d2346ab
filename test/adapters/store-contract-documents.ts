/** The store contract, on one document: its content, its etag, its size, its id and its partition. */
import { MAX_DOCUMENT_BYTES, type ListQuery, type Store, type StoredDocument } from '../../src/ports/store';
import { NOW, OTHER_PK, PK, documentOf, etagOf, ids, idsOf } from './store-contract-support';

export function documentContract(store: () => Store): void {
  describe('one document', () => {
    it('is read back as it was created, with the etag of its creation', async () => {
      const document = documentOf({ dueAt: NOW, listed: { status: 'draft', applicant: 'p1' } });

      const written = await store().create(document);
      const read = await store().get(PK, 'a');

      expect(read).toEqual({ document, etag: etagOf(written) });
    });

    it('keeps Swedish letters, emoji and every other character of a text', async () => {
      const body = {
        'å ä ö': 'Räksmörgås, Årsunda & Östersund 🦐👩🏽‍💻',
        text: 'a\u0000b\u2028"\'\\</script> ${x} 中文 \ud83d',
        deep: [null, true, -0.5, { tom: '' }],
      };
      await store().create(documentOf({ body, listed: { department: 'vård-omsorg', handler: 'Åsa 🦐' } }));

      const read = await store().get(PK, 'a');
      const listed = await ids(store(), { where: { department: 'vård-omsorg', handler: 'Åsa 🦐' } });

      expect(read?.document.body).toEqual(body);
      expect(listed).toEqual(['a']);
    });

    it('has no dueAt and no listed fields when it was written without', async () => {
      await store().create(documentOf({}));

      const read = await store().get(PK, 'a');

      expect(Object.keys(read!.document).sort()).toEqual(['body', 'changedAt', 'id', 'listed', 'pk']);
      expect(read!.document.listed).toEqual({});
    });

    it('is not there before it was created', async () => {
      expect(await store().get(PK, 'a')).toBeUndefined();
    });

    it('is not created twice', async () => {
      await store().create(documentOf({ body: 'first' }));

      const second = await store().create(documentOf({ body: 'second' }));

      expect(second).toEqual({ ok: false, why: 'exists' });
      expect((await store().get(PK, 'a'))?.document.body).toBe('first');
    });

    it('is replaced as a whole by whoever holds its etag', async () => {
      const first = etagOf(await store().create(documentOf({ dueAt: NOW, listed: { status: 'draft' } })));
      const changed = documentOf({ changedAt: NOW, body: { round: 2 } });

      const written = await store().replace(changed, first);

      expect(await store().get(PK, 'a')).toEqual({ document: changed, etag: etagOf(written) });
      expect(etagOf(written)).not.toBe(first);
    });

    it('is neither replaced nor removed with an etag that is old or made up', async () => {
      const first = etagOf(await store().create(documentOf({ body: 1 })));
      const second = etagOf(await store().replace(documentOf({ body: 2 }), first));

      const outcomes = [
        await store().replace(documentOf({ body: 3 }), first),
        await store().replace(documentOf({ body: 3 }), 'made-up'),
        await store().remove(PK, 'a', first),
        await store().remove(PK, 'a', 'made-up'),
      ];

      expect(outcomes).toEqual(Array.from({ length: 4 }, () => ({ ok: false, why: 'stale' })));
      expect(await store().get(PK, 'a')).toEqual({ document: documentOf({ body: 2 }), etag: second });
    });

    it('is gone after its removal, and can be created anew, which does not revive the old etag', async () => {
      const first = etagOf(await store().create(documentOf({ body: 1 })));

      const removed = await store().remove(PK, 'a', first);
      const absent = await store().get(PK, 'a');
      const late = [await store().replace(documentOf({}), first), await store().remove(PK, 'a', first)];
      await store().create(documentOf({ body: 2 }));
      const revived = await store().replace(documentOf({ body: 3 }), first);

      expect(removed.ok).toBe(true);
      expect(absent).toBeUndefined();
      expect(late).toEqual([
        { ok: false, why: 'stale' },
        { ok: false, why: 'stale' },
      ]);
      expect(revived).toEqual({ ok: false, why: 'stale' });
      expect((await store().get(PK, 'a'))?.document.body).toBe(2);
    });

    it('takes every accepted one of 50 concurrent writers, and tells the others that they were late', async () => {
      await store().create(documentOf({ body: [] }));

      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, writer) => append(store(), writer, 4)),
      );

      const accepted = outcomes.flat().filter(({ ok }) => ok);
      const late = outcomes.flat().filter(({ ok }) => !ok);
      const kept = (await store().get(PK, 'a'))?.document.body as number[];
      expect([...kept].sort(ascending)).toEqual(accepted.map(({ writer }) => writer).sort(ascending));
      expect(accepted.length).toBeGreaterThan(0);
      expect(late.length).toBeGreaterThan(0);
      expect(late.every(({ why }) => why === 'stale')).toBe(true);
    });

    it('is created by exactly one of 20 who try at once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, writer) => store().create(documentOf({ body: writer }))),
      );

      const winners = outcomes.flatMap(({ ok }, writer) => (ok ? [writer] : []));
      expect(winners).toHaveLength(1);
      expect((await store().get(PK, 'a'))?.document.body).toBe(winners[0]);
    });
  });

  describe('the size of a document', () => {
    it('may be 1 MB of JSON, counted in bytes of UTF-8', async () => {
      const fits = documentOfBytes(MAX_DOCUMENT_BYTES);

      const written = await store().create(fits);

      expect(written.ok).toBe(true);
      expect((await store().get(PK, 'a'))?.document).toEqual(fits);
    });

    it('is refused beyond that on create and on replace, and nothing changes', async () => {
      const tooLarge = documentOfBytes(MAX_DOCUMENT_BYTES + 1);

      const created = await store().create(tooLarge);
      const absent = await store().get(PK, 'a');
      const etag = etagOf(await store().create(documentOf({ body: 'small' })));
      const replaced = await store().replace(tooLarge, etag);

      expect(created).toEqual({ ok: false, why: 'too-large' });
      expect(absent).toBeUndefined();
      expect(replaced).toEqual({ ok: false, why: 'too-large' });
      expect(await store().get(PK, 'a')).toEqual({ document: documentOf({ body: 'small' }), etag });
    });
  });

  describe('ids', () => {
    it.each(['abcdefghijklmnopqrstuvwxyz-0123456789.:', 'a', '-', ':', '...', 'a'.repeat(255)])(
      'may be %s',
      async (id) => {
        const etag = etagOf(await store().create(documentOf({ id })));
        const read = await store().get(PK, id);
        const removed = await store().remove(PK, id, etag);

        expect(read?.document.id).toBe(id);
        expect(removed.ok).toBe(true);
      },
    );

    it.each([
      '',
      'A',
      'å',
      'a/b',
      'a\\b',
      'a#b',
      'a?b',
      'a b',
      'a_b',
      'a%2fb',
      'a\n',
      '.',
      '..',
      'a'.repeat(256),
    ])('may not be %j', async (id) => {
      const attempts = [
        () => store().get(PK, id),
        () => store().create(documentOf({ id })),
        () => store().replace(documentOf({ id }), 'etag'),
        () => store().remove(PK, id, 'etag'),
      ];

      for (const attempt of attempts) {
        await expect(attempt()).rejects.toMatchObject({ name: 'BugError', code: 'bad-id' });
      }
    });
  });

  describe('partitions', () => {
    it('keep documents of the same id apart', async () => {
      const mine = etagOf(await store().create(documentOf({ body: 'mine' })));
      const theirs = await store().create(documentOf({ pk: OTHER_PK, body: 'theirs' }));

      await store().replace(documentOf({ body: 'mine, changed' }), mine);
      const crossed = await store().remove(OTHER_PK, 'a', mine);

      expect(theirs.ok).toBe(true);
      expect(crossed).toEqual({ ok: false, why: 'stale' });
      expect((await store().get(OTHER_PK, 'a'))?.document.body).toBe('theirs');
      expect((await store().get(PK, 'a'))?.document.body).toBe('mine, changed');
      expect(await store().get('timra/account', 'a')).toBeUndefined();
    });

    it('are never crossed by a list', async () => {
      for (const pk of [PK, OTHER_PK, 'sundsvall/account', 'sundsvall/applications']) {
        await store().create(documentOf({ pk, id: pk.replace('/', '.'), listed: { status: 'draft' } }));
      }

      const lists: ListQuery[] = [
        { pk: PK, limit: 10 },
        { pk: PK, limit: 10, where: { status: 'draft' } },
        { pk: PK, limit: 10, changedSince: '2000-01-01T00:00:00.000Z' },
      ];
      const found = await Promise.all(lists.map((query) => store().list(query)));

      expect(found.map(idsOf)).toEqual(lists.map(() => ['sundsvall.application']));
    });
  });
}

/** Its JSON has this many bytes and half as many characters: `ö` is one character of two bytes. */
function documentOfBytes(bytes: number): StoredDocument {
  const room = bytes - Buffer.byteLength(JSON.stringify(documentOf({ body: '' })));
  return documentOf({ body: 'ö'.repeat(Math.floor(room / 2)) + 'o'.repeat(room % 2) });
}

/** Reads, adds the writer's number and writes, until it was accepted or has tried often enough. */
async function append(store: Store, writer: number, tries: number) {
  const outcomes: { readonly writer: number; readonly ok: boolean; readonly why?: string }[] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const { document, etag } = (await store.get(PK, 'a'))!;
    const written = await store.replace(
      { ...document, body: [...(document.body as number[]), writer] },
      etag,
    );
    outcomes.push({ writer, ...(written.ok ? { ok: true } : written) });
    if (written.ok) break;
  }
  return outcomes;
}

function ascending(a: number, b: number): number {
  return a - b;
}
