/** Ladders of the second guideline on their days, and two organisations at the same time, each by its own rules (G-1.4). */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyInExempelstad, CHECKED, ENV, EXEMPELSTAD } from '../support/exempelstad';
import type { House, Who } from '../support/house';
import { documentsOf, onBothStores } from '../support/stores';
import { applyAtOnce } from '../support/story';

/** Tuesday 24 November 2026, ten in the morning in Sweden. */
const TUESDAY = '2026-11-24T09:00:00.000Z';
const EVERYBODY = ['ines', 'mats', 'tove', 'dina', 'leo', 'disa', 'tore'] as const;
const SRC = join(__dirname, '../../src');

onBothStores('the ladders of Exempelstad', (open) => {
  it('tell several people of a decision on its days, and from the lead’s day on the lead may decide', async () => {
    const house = await open(EVERYBODY, { env: ENV, at: TUESDAY });
    await applyInExempelstad(house.chat('ines'));
    await house.settle();

    const told = [];
    for (const day of ['2026-11-25', '2026-11-27', '2026-11-30', '2026-12-02'])
      told.push(await until(house, day));

    // One working day: who decides and who waits; four: the lead (the manager has no deputy); six: the director.
    expect(told).toEqual(['ines mats', '', 'leo', 'disa']);
    await house.chat('leo').say('att göra');
    expect((await house.chat('leo').click('Godkänn')).text).toContain('Tove Text, Dina Dahl');
  });

  it('ask the applicant and the person responsible, and close what nobody answers', async () => {
    const house = await open(EVERYBODY, { env: ENV, at: TUESDAY });
    await applyInExempelstad(house.chat('ines'), { responsible: 'Tove Text' });
    await house.settle();
    await house.chat('mats').click('Begär komplettering', { words: 'Varför just nu?' });
    await house.settle();

    const told = [await until(house, '2026-11-26'), await until(house, '2026-12-02')];

    expect(told).toEqual(['ines tove', '']);
    expect(house.chat('ines').text()).toContain('Ansökan är avslutad, för frågorna fick inget svar.');
    expect(await documentsOf(house.store, 'claim', 'exempelstad')).toEqual([]);
  });

  it('G-5.4: remind of the look at a new account, and let the lead take it in the end', async () => {
    const house = await open(EVERYBODY, { env: ENV, at: TUESDAY });
    const click = async (who: Who, title: string, inputs?: Readonly<Record<string, string>>) => {
      await house.chat(who).click(title, inputs);
      await house.settle();
    };
    await applyInExempelstad(house.chat('ines'), { accountType: 'official' });
    await house.settle();
    await click('leo', 'Godkänn');
    await click('disa', 'Bekräfta mottagen');
    await click('ines', 'Kontot är skapat', { ...CHECKED, link: 'https://flic.kr/gatorna' });

    const told = [await until(house, '2026-11-25'), await until(house, '2026-11-27')];
    await house.chat('leo').say('att göra');
    const looked = await house.chat('leo').click('Kontot är rätt');

    expect(told).toEqual(['tove', 'dina leo']);
    expect(looked.text).toContain('Kontot står nu i förteckningen');
  });
});

onBothStores('two organisations', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-two-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const place = (name: string): string => join(folder, name);

  it('run each on its own guideline in one process, and know nothing of each other', async () => {
    const env = {
      ORGANISATION_FILE: mkdtempSync(place('organisations-')),
      GUIDELINE_FILE: mkdtempSync(place('guidelines-')),
    };
    const demo = readFileSync(join(SRC, 'demo/organisation.yaml'), 'utf8');
    const named = demo.replace('locale: sv }', 'locale: sv, guideline: sundsvall-2017 }');
    writeFileSync(join(env.ORGANISATION_FILE, 'sundsvall.yaml'), named);
    copyFileSync(EXEMPELSTAD.organisation, join(env.ORGANISATION_FILE, 'exempelstad.yaml'));
    copyFileSync(EXEMPELSTAD.guideline, join(env.GUIDELINE_FILE, 'exempelstad.yaml'));
    copyFileSync(join(SRC, 'guidelines/sundsvall-2017.yaml'), join(env.GUIDELINE_FILE, 'sundsvall.yaml'));
    const house = await open(['anna', 'karin', 'kim', 'sara', ...EVERYBODY], { env, at: TUESDAY });
    const [anna, ines] = [house.chat('anna'), house.chat('ines')];

    const [there, here] = await Promise.all([
      applyInExempelstad(ines, { handle: '@gemensamt', platform: 'facebook' }),
      applyAtOnce(anna, { handle: '@gemensamt', platform: 'facebook' }),
    ]);
    await house.settle();

    expect(there.text).toContain('Tack! Ansökan är skickad till Mats Mellanchef.');
    expect(here.text).toContain('Tack! Ansökan är skickad till Karin Kommunikatör, Kim Kollega.');
    expect(house.chat('mats').text()).toContain('steg 1 av 3');
    expect(house.chat('mats').text()).toContain('Råggul');
    expect(house.chat('karin').text()).not.toContain('steg 1');
    expect(house.chat('karin').text()).toContain('Blå');
    for (const who of ['sara', 'leo', 'tove'] as const)
      expect(await house.chat(who).say('att göra')).toContain('Inget väntar på dig just nu.');

    const told = [await until(house, '2026-11-25'), await until(house, '2026-11-27')];
    expect(told).toEqual(['ines mats', 'karin']);
    expect(house.alerts).toEqual([]);
  });
});

/** The timer runs when lines gather and at 08:30 on each day to `last`; who was told on these days, in order of names. */
async function until(house: House, last: string): Promise<string> {
  const people = [...EVERYBODY, 'anna', 'karin', 'kim', 'sara'] as const;
  const days = (who: Who): number =>
    house
      .chat(who)
      .cards()
      .filter((card) => JSON.stringify(card).includes('Dagens påminnelser')).length;
  const before = people.map(days);
  let day = new Date(house.clock.now()).toISOString().slice(0, 10);
  while (day < last) {
    day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    for (const time of ['05:05', '07:35']) {
      house.clock.set(`${day}T${time}:00.000Z`);
      await house.bot.runtime.tick();
      await house.settle();
    }
  }
  return people
    .filter((who, at) => days(who) > (before[at] ?? 0))
    .sort()
    .join(' ');
}
