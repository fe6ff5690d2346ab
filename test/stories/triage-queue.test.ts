/** The registrar's queue as people ask for it: chosen, taken out as a table, and the figures of the follow-up. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { account } from '../support/accounts';
import { bytesOf, documentsOf, openCases, type CaseHouse } from '../support/cases';
import { rowsOf } from '../support/card-parts';
import type { Chat } from '../support/house';
import { onBothStores } from '../support/stores';

const DEMO = readFileSync(join(__dirname, '../../src/demo/organisation.yaml'), 'utf8');
const WORDS = '=HYPERLINK("http://example.com")';

onBothStores('the queue of cases', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-queue-'));
  const file = join(folder, 'organisation.yaml');
  afterAll(() => rmSync(folder, { recursive: true }));

  let house: CaseHouse;
  let anna: Chat;
  let rolf: Chat;
  beforeEach(async () => {
    writeFileSync(file, DEMO);
    house = await openCases(open, { env: { ORGANISATION_FILE: file } }, [account({ handle: WORDS })]);
    [anna, rolf] = [house.chat('anna'), house.chat('rolf')];
  });

  const assess = (...answers: readonly string[]) =>
    house.assess(anna, answers, { 'describe-text': 'hemliga ord' });

  it('holds what the department has under way, and opens each from its row', async () => {
    await assess('attack');
    await assess('views');

    const said = await rolf.say('bedömda inlägg');

    expect(said).toContain('2 ärenden, de som väntat längst först.');
    expect(rowsOf(rolf.card())).toHaveLength(2);
    await rolf.click('Öppna');
    expect(rolf.text()).toContain('hemliga ord');
    expect(await house.chat('vera').say('bedömda inlägg')).toContain('Inga ärenden');
    expect(await anna.say('bedömda inlägg')).toContain(
      'Listan är till för kommunikatörer och registratorer.',
    );
  });

  it('is chosen by what it may touch, by step and by age', async () => {
    await assess('attack');
    await assess('views');
    await rolf.say('bedömda inlägg');

    const attack = await house.press(rolf, 'case.queue', { category: 'attack' });
    const registration = await house.press(rolf, 'case.queue', { step: 'registration' });
    house.clock.set('2026-12-10T10:00:00+01:00');
    const late = await house.press(rolf, 'case.queue', { age: 'late' });

    expect(attack.text).toContain('Ett ärende');
    expect(registration.text).toContain('Inga ärenden finns med det du har valt.');
    expect(late.text).toContain('2 ärenden');
  });

  it('G-7.1b6: is taken out as a table in which words are no formulas and a secret case is its number', async () => {
    await assess('attack');
    house.clock.set('2026-11-23T10:30:00+01:00');
    await assess('secret');
    await house.chat('karin').say('bedömda inlägg');

    const forKarin = await tableOf(house.chat('karin'));
    await rolf.say('bedömda inlägg');
    const forRolf = await tableOf(rolf);

    expect(forKarin.type).toBe('text/csv; charset=utf-8');
    expect(forKarin.name).toContain('bedomda inlagg 2026-11-23.csv');
    expect(forKarin.lines).toHaveLength(3);
    expect(forKarin.lines[1]).toContain(`"'${WORDS.replaceAll('"', '""')}, Instagram"`);
    expect(forKarin.lines[2]).toMatch(/"Skyddat ärende";""$/);
    expect(forKarin.lines[2]).not.toContain('7.1b6');
    expect(forRolf.lines[2]).toBe(forKarin.lines[2]);
    expect(JSON.stringify([forKarin, forRolf])).not.toContain('hemliga ord');
    expect(await documentsOf(house.store, 'audit')).toMatchObject([
      { what: 'download', verb: 'download', code: 'via-link' },
      { what: 'download', verb: 'download', code: 'via-link' },
    ]);
  });

  it('gives nothing for a link that is forged, nor to whoever has left the office since it was given', async () => {
    await assess('attack');
    await rolf.say('bedömda inlägg');
    const link = linkOn(rolf);
    const forged = `${link.slice(0, -4)}AAAA`;
    const before = [(await fetch(forged)).status, (await fetch(link)).status];

    writeFileSync(file, DEMO.replaceAll('registrars: [rolf]', 'registrars: [ruth]'));
    await house.bot.refresh();

    expect([...before, (await fetch(link)).status]).toEqual([410, 200, 410]);
  });

  it('has the figures: what it was about, how long it took, and what to bring up when the guideline is reviewed', async () => {
    await assess('attack');
    await anna.click('Gör så');
    await anna.sendPicture(bytesOf('png a'));
    await house.settle();
    await house.press(anna, 'case.secure');
    await assess('?views');

    await rolf.say('bedömda inlägg');
    const { text } = await rolf.click('Siffror');

    expect(text).toContain('7.1b1 reglerna om förtal och angrepp på personer: 1');
    expect(text).toContain('2026-11: 2');
    expect(text).toContain('Till bevis: en timme');
    expect(text).toContain('Osäkra svar: 1 (50 procent)');
    expect(text).toContain('Ett ärende att ta upp när riktlinjen ses över.');
  });
});

function linkOn(chat: Chat): string {
  const found = /http[^"]+\/download\/[^"]+/.exec(JSON.stringify(chat.card()))?.[0];
  if (found === undefined) throw new Error('no link on the card');
  return found;
}

async function tableOf(chat: Chat) {
  const got = await fetch(linkOn(chat));
  const text = await got.text();
  return {
    type: got.headers.get('content-type'),
    name: got.headers.get('content-disposition'),
    lines: text.replace('\ufeff', '').trimEnd().split('\r\n'),
  };
}
