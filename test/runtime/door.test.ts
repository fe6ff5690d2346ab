/** What a link lets its person do: asked for anew each time, revoked by the matter, written to the audit trail. */
import { ANNA, KARIN, SARA } from '../support/fake-world';
import { ALBUM, albumHouse, ID, link, NOW, pictureOf } from './album';

const BYTES = new Uint8Array([1, 2, 3]);
const EARLIER = '2026-10-01T07:00:00.000Z';

describe('the upload page', () => {
  it('is shown in the person’s language, and that it was is written down', async () => {
    const { uploads, audits } = albumHouse({ pictures: [pictureOf('a')] });

    const answer = await uploads.look(link());

    expect(answer).toMatchObject({
      kind: 'page',
      locale: 'sv',
      page: { title: 'Anna Andersson', files: [{ sha256: 'a'.repeat(64) }], room: 2 },
    });
    expect(answer).not.toHaveProperty('notice');
    expect(audits()).toEqual([
      {
        at: NOW,
        person: ANNA,
        what: 'upload-link',
        verb: 'upload',
        code: 'via-link',
        matter: `${ALBUM}/${ID}`,
      },
    ]);
  });

  it.each([
    ['is not ours', 'hej', 'upload-gone sv'],
    ['is for a download', link({ what: 'download' }), 'upload-gone sv'],
    ['is of an organisation that is not here', link({ organisation: 'ange' }), 'upload-gone sv'],
    ['is of a kind of matter that is not there', link({ matter: { kind: 'x', id: ID } }), 'upload-gone sv'],
    [
      'is of a kind of matter that takes no pictures',
      link({ matter: { kind: 'day', id: ID } }),
      'upload-gone sv',
    ],
    ['is of a matter that is gone', link({ matter: { kind: ALBUM, id: 'another-album' } }), 'upload-gone sv'],
    ['is of a person who may not see the matter', link({ person: KARIN }), 'not-yours sv'],
  ])('is not there by a link that %s', async (_name, token, text) => {
    const { uploads, taken, body } = albumHouse({ asked: true });

    const answers = [
      await uploads.look(token),
      await uploads.closed(token),
      await uploads.take(token, BYTES),
      await uploads.answer(token, true),
      await uploads.finish(token),
    ];

    expect(answers).toEqual(answers.map(() => ({ kind: 'gone', text, locale: 'sv' })));
    expect(taken).toEqual([]);
    expect(body().state).toMatchObject({ asked: true, pictures: [] });
  });

  it('tells whoever may not see the matter (any more), and the audit trail', async () => {
    const { uploads, audits, become } = albumHouse();
    await uploads.look(link());
    become({ owner: KARIN });

    const answer = await uploads.take(link(), BYTES);

    expect(answer).toMatchObject({ kind: 'gone', text: 'not-yours sv' });
    expect(audits().at(-1)).toMatchObject({ what: 'forbidden', code: 'not-yours', person: ANNA });
  });

  it('takes a picture for the person the link was given to, and shows that it is in', async () => {
    const { uploads, taken } = albumHouse();

    const answer = await uploads.take(link({ at: EARLIER }), BYTES);

    expect(taken).toEqual([
      {
        organisation: expect.objectContaining({ id: 'sundsvall' }),
        actor: expect.objectContaining({ id: ANNA }),
        matter: { kind: ALBUM, id: ID },
        bytes: BYTES,
        via: 'link',
        linkAt: EARLIER,
      },
    ]);
    expect(answer).toMatchObject({ kind: 'page', page: { files: [{}], room: 2 } });
    expect(answer).not.toHaveProperty('notice');
  });

  it('says why a picture is not taken', async () => {
    const { uploads, refuse } = albumHouse();
    refuse('damaged');

    const answer = await uploads.take(link(), BYTES);

    expect(answer).toMatchObject({ kind: 'page', page: { files: [], room: 3 }, notice: 'damaged sv' });
  });

  it('does not call the last picture refused because no more may come', async () => {
    const { uploads } = albumHouse({ pictures: [pictureOf('a'), pictureOf('b')] });

    const answer = await uploads.take(link(), BYTES);

    expect(answer).toMatchObject({ kind: 'page', page: { room: 0 } });
    expect(answer).not.toHaveProperty('notice');
  });

  it('says before the bytes are read that no more may come, and still takes the answer', async () => {
    const pictures = ['a', 'b', 'c'].map(pictureOf);
    const { uploads, body } = albumHouse({ pictures, asked: true });

    const closed = await uploads.closed(link());
    const answer = await uploads.answer(link(), true);

    expect(closed).toMatchObject({ kind: 'page', page: { room: 0, question: {} }, notice: 'full sv' });
    expect(answer).toMatchObject({ kind: 'page', page: { room: 0 } });
    expect(body().state).toMatchObject({ asked: false, same: true });
  });

  it('is open while pictures may come', async () => {
    expect(await albumHouse().uploads.closed(link())).toBeUndefined();
  });

  it('takes an answer once, and tells those whom it concerns', async () => {
    const { uploads, body, chats, idle } = albumHouse({ asked: true });

    const first = await uploads.answer(link(), false);
    const second = await uploads.answer(link(), true);
    await idle();

    expect(first).not.toHaveProperty('notice');
    expect(second).toMatchObject({ notice: 'not-asked sv' });
    expect(body()).toMatchObject({ revision: 2, state: { same: false } });
    expect(chats.calls).toMatchObject([{ person: ANNA, view: { data: { reason: 'answered' } } }]);
  });

  it('shows itself once more when the person is done, and then the link holds no more', async () => {
    const { uploads, body, idle, become } = albumHouse({ pictures: [pictureOf('a')], asked: true });
    become({ asked: true });

    const done = await uploads.finish(link());
    const later = [
      await uploads.look(link()),
      await uploads.take(link(), BYTES),
      await uploads.closed(link()),
    ];
    await idle();

    expect(done).toMatchObject({ kind: 'page', page: { files: [{}], room: 0 } });
    expect(done).not.toHaveProperty('page.question');
    expect(later).toEqual(later.map(() => ({ kind: 'gone', text: 'upload-gone sv', locale: 'sv' })));
    expect(body().state.revoked).toBe(NOW);
  });

  it('opens again by a link that was given later', async () => {
    const { uploads, clock } = albumHouse();
    await uploads.finish(link());
    await clock.advance(1000);

    const answer = await uploads.look(link({ at: clock.instant() }));

    expect(answer).toMatchObject({ kind: 'page', page: { room: 3 } });
  });

  it('takes no answer from somebody who may look but not answer', async () => {
    const { uploads, body, audits } = albumHouse({ asked: true });

    const answer = await uploads.answer(link({ person: SARA }), true);

    expect(answer).toMatchObject({ kind: 'page', notice: 'not-yours sv' });
    expect(body()).toMatchObject({ revision: 1, state: { asked: true } });
    expect(audits()).toMatchObject([{ what: 'forbidden', verb: 'answer', person: SARA }]);
  });
});

describe('a download by a link', () => {
  const token = link({ what: 'download', person: SARA });

  it('is given to whom may have it, each time, and written down before', async () => {
    const { downloads, audits } = albumHouse({ pictures: [pictureOf('a')] });

    const first = await downloads.open(token);
    await downloads.open(token);

    expect(first).toEqual({ kind: 'picture', name: 'x.png', picture: pictureOf('a') });
    expect(audits()).toHaveLength(2);
    expect(audits()[0]).toEqual({
      at: NOW,
      person: SARA,
      what: 'download',
      verb: 'download',
      code: 'via-link',
      matter: `${ALBUM}/${ID}`,
    });
  });

  it('is not given any more when the person has another role now', async () => {
    const { downloads, audits, directory } = albumHouse({ owner: SARA, pictures: [pictureOf('a')] });
    const organisation = directory.all()[0]!;
    await downloads.open(token);
    directory.change({ ...organisation, lead: KARIN });

    const answer = await downloads.open(token);

    expect(answer).toEqual({ kind: 'gone', text: 'not-lead sv', locale: 'sv' });
    expect(audits().at(-1)).toMatchObject({ what: 'forbidden', verb: 'download', code: 'not-lead' });
  });

  it.each([
    ['for the upload page', link({ person: SARA }), 'download-gone sv'],
    ['that is forged', 'x', 'download-gone sv'],
    ['for a part that is not there', link({ what: 'download', person: SARA, part: 'y' }), 'no-such-part sv'],
  ])('is not given by a link %s', async (_name, wrong, text) => {
    const { downloads, audits } = albumHouse({ pictures: [pictureOf('a')] });

    expect(await downloads.open(wrong)).toEqual({ kind: 'gone', text, locale: 'sv' });
    expect(audits().filter((entry) => (entry as { what: string }).what === 'download')).toEqual([]);
  });

  it('is not given when it cannot be written down', async () => {
    const { downloads, cutAudit } = albumHouse({ pictures: [pictureOf('a')] });
    cutAudit();

    await expect(downloads.open(token)).rejects.toThrow('the store is down');
  });
});
