/** The links on cards, followed over HTTP as a browser does: the upload page, and the package of a closed season. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage } from '../../tools/package/check';
import { account } from '../support/accounts';
import { openRow } from '../support/card-parts';
import { PEOPLE, type Chat } from '../support/house';
import { openSeason, png } from '../support/season';
import { documentsOf, onBothStores } from '../support/stores';

const NO_DEPUTY = { deputies: [] };
const OURS = { 'sec-fetch-site': 'same-origin' };

function linkOn(chat: Chat, what: 'upload' | 'download'): string {
  const found = new RegExp(`http[^"]+/${what}/[^"]+`).exec(JSON.stringify(chat.card()))?.[0];
  if (found === undefined) throw new Error(`no ${what} link on the card`);
  return found;
}

async function send(link: string, bytes: Uint8Array): Promise<{ kind: string; notice?: string }> {
  const answer = await fetch(link, {
    method: 'POST',
    headers: { ...OURS, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return (await answer.json()) as { kind: string; notice?: string };
}

onBothStores('the links of a season', (open) => {
  it('G-7.3c: pictures come in by the page, the trail says by which way, and Klar ends the link', async () => {
    const house = await openSeason(open, ['anna'], [account(NO_DEPUTY)]);
    const anna = house.chat('anna');
    await anna.click('Ladda upp');
    const link = linkOn(anna, 'upload');

    const page = await fetch(link);
    const refused = await send(link, Buffer.from('hej'));
    const taken = await send(link, png('one'));
    const done = await fetch(`${link}/finish`, { method: 'POST', headers: OURS });
    const after = await fetch(link);
    await house.settle();

    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('biblioteket')]);
    expect(refused).toMatchObject({ kind: 'page', notice: expect.stringMatching(/\.$/) });
    expect(taken).toMatchObject({ kind: 'page' });
    expect(taken).not.toHaveProperty('notice');
    expect(done.status).toBe(200);
    expect([after.status, await after.text()]).toEqual([410, expect.stringContaining('Gå till mig i Teams')]);
    expect(house.files.puts).toHaveLength(1);
    const [capture] = await documentsOf(house.store, 'capture');
    expect(JSON.stringify(capture)).toContain('"via":"link"');
    expect(await documentsOf(house.store, 'audit')).toMatchObject([
      { what: 'upload-link', code: 'via-link' },
    ]);
    expect(house.alerts).toEqual([]);
  });

  it('G-7.3d: the package of a closed season is whole, and the same each time it is taken out', async () => {
    const house = await openSeason(
      open,
      ['anna', 'karin', 'rolf'],
      [
        account({ ...NO_DEPUTY, handle: 'bibli\u00adoteket <🙂> CON' }),
        account({ handle: 'museet', ...NO_DEPUTY }),
      ],
    );
    const [anna, karin, rolf] = [house.chat('anna'), house.chat('karin'), house.chat('rolf')];
    await anna.say('skärmdump');
    await openRow(anna, 'CON');
    await anna.click('Ladda upp');
    await send(linkOn(anna, 'upload'), png('one'));
    await karin.say('arkivläge');
    await karin.click('Gå till stängningen');
    await karin.click('Stäng säsongen', { words: 'Museet bytte telefon.' });
    await house.settle();
    await rolf.click('Stäng säsongen', { words: 'Museet bytte telefon.' });
    await house.at('2026-09-16T10:00:00+02:00');
    await rolf.click('Hämta arkivpaketet');
    const link = linkOn(rolf, 'download');

    const [first, second] = [await fetch(link), await fetch(link)];
    const bytes = Buffer.from(await first.arrayBuffer());
    const folder = mkdtempSync(join(tmpdir(), 'season-'));
    const file = join(folder, 'package.zip');
    writeFileSync(file, bytes);
    const checked = await checkPackage(file);
    rmSync(folder, { recursive: true });

    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(Buffer.from(await second.arrayBuffer()).equals(bytes)).toBe(true);
    expect(checked).toMatchObject({ findings: [], files: 4 });
    expect(bytes.includes(Buffer.from(png('one')))).toBe(true);
    expect(await documentsOf(house.store, 'audit')).toMatchObject([
      { what: 'download', person: PEOPLE.rolf.aad, code: 'via-link' },
      { what: 'download', person: PEOPLE.rolf.aad, code: 'via-link' },
    ]);
    expect(house.alerts).toEqual([]);
  });

  it('G-7.3c: a picture in doubt is opened from the card, by whoever may see the capture when it is', async () => {
    const house = await openSeason(
      open,
      ['anna', 'karin'],
      [account(NO_DEPUTY), account({ handle: 'museet', ...NO_DEPUTY })],
    );
    const [anna, karin] = [house.chat('anna'), house.chat('karin')];
    await anna.say('skärmdump');
    await openRow(anna, 'biblioteket');
    await anna.click('Ladda upp');
    await send(linkOn(anna, 'upload'), png('one'));
    await anna.say('skärmdump');
    await anna.click('Ladda upp');
    await send(linkOn(anna, 'upload'), png('one'));
    await anna.say('skärmdump');
    expect(anna.text()).toContain('Samma bild finns redan på ett annat konto');
    const link = linkOn(anna, 'download');
    const opened = await fetch(link);
    expect(Buffer.from(await opened.arrayBuffer()).equals(Buffer.from(png('one')))).toBe(true);

    await anna.click('Nej, fel bild');
    expect((await fetch(link)).status).toBe(200);
    await anna.click('Skicka till kommunikatören', { who: 'Emma tog över i våras.' });
    await house.settle();
    await karin.click('Spara ny ansvarig', { person: 'emma@example.se' });
    expect((await fetch(link)).status).toBe(410);
  });
});
