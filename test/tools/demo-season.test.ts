/** The demo's past: a season that can be looked at, and a package of it that an archivist can check. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { demoPeople } from '../../tools/demo/people';
import { openLetterBox } from '../../tools/demo/letter-box';
import { seed } from '../../tools/demo/seed';
import { checkPackage } from '../../tools/package/check';
import { openRow, rowsOf } from '../support/card-parts';
import { openHouse } from '../support/house';

const ROOT = resolve(__dirname, '../..');
const NOW = '2026-11-25T09:00:00.000Z';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kanalvakt-demo-'));
  const letterBox = await openLetterBox(0);
  await seed({
    root: ROOT,
    dataDir: folder,
    people: demoPeople(ROOT),
    serviceUrl: letterBox.serviceUrl,
    now: NOW,
  });
  await letterBox.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('G-7.3d: the overview has accounts of every kind to look at', async () => {
  const house = await openHouse([], { folder, at: NOW });
  try {
    const sara = house.chat('sara');
    await sara.say('arkivläge');
    expect(sara.text()).toContain('100 procent klara');
    await openRow(sara, 'Kultur och fritid');

    expect(sara.text()).toMatch(/\d+ av \d+ klara/);
    expect(sara.text()).toContain('sena');
  } finally {
    await house.close();
  }
});

it('G-7.3d: the package of the closed season passes the check, and fails it with one changed byte', async () => {
  const house = await openHouse([], { folder, at: NOW });
  try {
    const sara = house.chat('sara');
    await sara.say('arkivläge');
    await openRow(sara, 'Stadsbyggnadskontoret');
    await sara.click('Gå till stängningen');
    await sara.click('Hämta arkivpaketet');
    const link = /https?:[^"]+\/download\/[^"]+/.exec(JSON.stringify(sara.card()))?.[0] ?? '';
    const bytes = Buffer.from(await (await fetch(link)).arrayBuffer());
    const file = join(folder, 'package.zip');
    writeFileSync(file, bytes);

    const whole = await checkPackage(file);
    expect(whole.findings).toEqual([]);
    expect(whole.files).toBeGreaterThanOrEqual(5);

    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(file, bytes);
    expect((await checkPackage(file)).findings).not.toEqual([]);
  } finally {
    await house.close();
  }
});

it('G-7.1: the registrar has one to register and one to decide, the communicator one to agree with', async () => {
  const house = await openHouse([], { folder, at: NOW });
  try {
    const waiting = async (who: 'rolf' | 'karin') => {
      const chat = house.chat(who);
      await chat.say('att göra');
      return rowsOf(chat.card()).join('\n---\n');
    };
    const rolf = await waiting('rolf');
    const karin = await waiting('karin');

    expect(rolf).toContain('Väntar på registratorn');
    expect(rolf).toContain('Väntar på beslut');
    expect(karin).toContain('Väntar på en person till');
  } finally {
    await house.close();
  }
});
