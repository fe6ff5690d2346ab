/** A season's pictures and its close with a bot that dies on the way, and what is there in the end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderFiles } from '../../src/adapters/files/folder';
import type { Capture } from '../../src/features/archiving/model';
import { checkPackage } from '../../tools/package/check';
import { account, seedAccounts } from '../support/accounts';
import { attachment, installationUpdate, message } from '../support/activities';
import { startFakeConnector } from '../support/fake-connector';
import { PEOPLE } from '../support/house';
import { png } from '../support/pictures';
import { documentsOf } from '../support/stores';
import type { Place } from './both-stores';
import { openClient, type Answered } from './client';
import { createMortalBot, type Death } from './mortal-bot';
import { handClock } from './replicas';

export interface Outcome {
  readonly calls: number;
  readonly lives: number;
  readonly broken: readonly string[];
}

const { anna, karin, rolf } = PEOPLE;
const BY_CHAT = png({ seed: 1 });
const BY_PAGE = png({ seed: 2, width: 200, height: 300 });

/** Anna sends one picture in the chat and one by the page; Karin and Rolf close the season; Rolf takes the package out. */
export async function archive(place: Place, deaths: readonly Death[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-deaths-'));
  const files = await openFolderFiles({ folder });
  const clock = handClock('2026-09-15T06:31:00.000Z');
  const connector = await startFakeConnector();
  const bot = createMortalBot(place, clock, deaths, files);
  connector.fail((request) => bot.life().fate(request));
  const broken: string[] = [];
  const told: Buffer[] = [];
  try {
    const store = await place.open();
    await seedAccounts(store, [account({ deputies: [] })]);
    const [annas, karins, rolfs] = [anna, karin, rolf].map((who) =>
      openClient(who, connector, (activity) => bot.deliver(activity)),
    );
    if (!annas || !karins || !rolfs) throw new Error('three clients');
    const serviceUrl = connector.serviceUrl;
    for (const who of [anna, karin, rolf]) await bot.deliver(installationUpdate(who, { serviceUrl }));
    await ticks(4);

    // What the person is not told of they send again.
    for (let tries = 0; tries < 5 && !annas.sees('Bilden är sparad', 'biblioteket'); tries += 1) {
      const attachments = [attachment(connector.offer(BY_CHAT), 'inline', 'bild.png')];
      await annas.send(message(anna, '', { serviceUrl }, { attachments }));
      await ticks(1);
    }
    if (annas.sees('Bilden är sparad', 'biblioteket')) told.push(BY_CHAT);
    else broken.push('the picture in the chat was never answered');

    const link = pathIn(await annas.press(annas.get('Lägg till fler')));
    await bot.settle();
    const sent = await bot.request(link, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'sec-fetch-site': 'same-origin' },
      body: new Uint8Array(BY_PAGE),
    });
    if (sent.status === 200 && sent.bytes.toString().includes('"kind":"page"')) told.push(BY_PAGE);
    else broken.push(`the page answered ${sent.status}`);

    for (const client of [karins, rolfs]) {
      await client.say('arkivläge');
      await ticks(1);
      const found = client.find('Gå till stängningen') ?? client.find('Öppna');
      if (found) await client.press(found);
      const onward = client.find('Gå till stängningen');
      if (onward) await client.press(onward);
      await client.press(client.get('Stäng säsongen'));
      await ticks(1);
    }
    await ticks(4);
    const taken = await bot.request(pathIn(await rolfs.press(rolfs.get('Hämta arkivpaketet'))), {
      method: 'GET',
    });
    await bot.settle();
    const calls = bot.life().calls();
    await bot.close();

    broken.push(...bot.alerts, ...(await kept()), ...(await whole(taken.bytes)));
    const [season] = await documentsOf(store, 'season').then((all) =>
      all.filter((one) => JSON.stringify(one).includes('"closed"')),
    );
    if (!season) broken.push('the season was not closed');
    return { calls, lives: bot.lives(), broken };

    async function ticks(count: number): Promise<void> {
      for (let at = 0; at < count; at += 1) await bot.tick();
    }

    /** Everything a person was told is safe is in the sealed capture, and lies there whole. */
    async function kept(): Promise<string[]> {
      const [capture] = (await documentsOf(store, 'capture')).map(({ state }) => state as Capture);
      if (capture?.status !== 'sealed') return [`the capture is ${capture?.status ?? 'missing'}`];
      const all = await Promise.all(
        capture.pictures.map(async ({ file }) => bytesOf(await files.open(file))),
      );
      return told.flatMap((bytes, at) =>
        all.some((one) => one?.equals(bytes)) ? [] : [`picture ${at} is not there, whole`],
      );
    }

    async function whole(bytes: Buffer): Promise<string[]> {
      const file = join(folder, 'package.zip');
      writeFileSync(file, bytes);
      const { findings, files: count } = await checkPackage(file);
      return [
        ...findings.map((finding) => `the package: ${JSON.stringify(finding)}`),
        ...(count === 3 + told.length ? [] : [`the package has ${count} files`]),
      ];
    }
  } finally {
    await connector.close();
    await files.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bot that gave the link may have died: its path is good on the next one. */
function pathIn({ body, words }: Answered): string {
  const found = /https?:\/\/[^/"]+(\/(?:upload|download)\/[^"]+)"/.exec(JSON.stringify(body))?.[1];
  if (found === undefined) throw new Error(`No link on the card: ${words}`);
  return found;
}

async function bytesOf(stream: AsyncIterable<Uint8Array> | undefined): Promise<Buffer | undefined> {
  if (!stream) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
