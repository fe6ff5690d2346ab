/** Nobody there: the lead decides for an office that is silent, unreachable, empty, or that of the applicant. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationsIn, expectAgreement } from '../support/agreement';
import { buttonsOf, openRow } from '../support/card-parts';
import type { Chat } from '../support/house';
import { documentsOf, onBothStores, type StoredHouse } from '../support/stores';
import { applyAtOnce } from '../support/story';

const DEMO = readFileSync(join(__dirname, '../../src/demo/organisation.yaml'), 'utf8');
const BLOCKED = {
  status: 403,
  body: { error: { code: 'ConversationBlockedByUser', message: 'User blocked the conversation.' } },
};
const REST = { unit: 'Museet', purpose: 'Berätta om utställningar.', handle: '@museet' };

onBothStores('an application that nobody answers', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-offices-'));
  const file = join(folder, 'organisation.yaml');
  beforeEach(() => writeFileSync(file, DEMO));
  afterAll(() => rmSync(folder, { recursive: true }));

  let house: StoredHouse;
  let anna: Chat;
  let karin: Chat;
  let sara: Chat;
  beforeEach(async () => {
    house = await open(['anna', 'karin', 'kim', 'sara', 'dag'], { env: { ORGANISATION_FILE: file } });
    [anna, karin, sara] = [house.chat('anna'), house.chat('karin'), house.chat('sara')];
  });

  async function on(day: string): Promise<void> {
    for (const time of ['05:05', '07:35']) {
      house.clock.set(`${day}T${time}:00.000Z`);
      await house.bot.runtime.tick();
      await house.settle();
    }
  }

  it('G-4.2b: for ten working days may be decided by the lead, and the director acknowledges', async () => {
    await applyAtOnce(anna);
    await house.settle();

    await on('2026-12-04');
    const before = await sara.say('att göra');
    await on('2026-12-07');
    await sara.say('att göra');
    const offered = buttonsOf(sara.card());
    await sara.click('Godkänn');
    await expectAgreement(house);

    expect(before).toContain('Inget väntar på dig just nu.');
    expect(offered).toContain('Godkänn');
    expect(JSON.stringify(karin.cards())).toContain('Sara Samordnare godkände ansökan.');
    expect(buttonsOf(house.chat('dag').card())).toEqual(['Bekräfta mottagen']);
  });

  it('because messages reach none of those who decide is the lead’s after two working days', async () => {
    const theirs = [karin, house.chat('kim')].map(({ who }) => who.conversation);
    house.connector.fail(({ conversation }) => (theirs.includes(conversation) ? BLOCKED : undefined));
    await applyAtOnce(anna);
    await house.settle();

    await on('2026-11-24');
    const before = await sara.say('att göra');
    await on('2026-11-25');
    await sara.say('att göra');
    await openRow(sara, '@Biblioteket');

    expect(before).not.toContain('@Biblioteket');
    expect(buttonsOf(sara.card())).toContain('Godkänn');
    expect((await sara.click('Godkänn')).text).toContain('Nu ska Dag Direktör bekräfta det nya kontot.');
  });

  it('stays the office’s while one of them is reached', async () => {
    const karins = karin.who.conversation;
    house.connector.fail(({ conversation }) => (conversation === karins ? BLOCKED : undefined));
    await applyAtOnce(anna);
    await house.settle();

    await on('2026-11-25');
    const saras = await sara.say('att göra');

    expect(saras).not.toContain('Anna Anställd vill starta kontot.');
    expect(await applicationsIn(house)).toEqual([expect.not.objectContaining({ escalated: true })]);
  });

  it('G-1.7: is the dated deputy’s on the days of the deputyship alone, to the last one', async () => {
    writeFileSync(
      file,
      DEMO.replace(
        'person: kim, from: 2026-01-01, to: 2027-12-31',
        'person: kim, from: 2026-11-24, to: 2026-11-25',
      ),
    );
    await house.bot.refresh();
    const kim = house.chat('kim');

    const sent = await applyAtOnce(anna);
    await house.settle();
    const seen = [];
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']) {
      house.clock.set(`${day}T09:00:00.000Z`);
      seen.push((await kim.say('att göra')).includes('Anna Anställd vill starta kontot.'));
    }
    const late = await kim.click('Godkänn');

    expect(sent.text).toContain('Ansökan är skickad till Karin Kommunikatör. Du');
    expect(seen).toEqual([false, true, true, false]);
    expect(late.text).toContain('Bara kommunikatören på förvaltningen kan fatta beslut här.');
    expect(await applicationsIn(house)).toMatchObject([{ status: 'submitted' }]);
  });

  it('G-2.0: of a department without a communicator above it goes to the lead at once', async () => {
    writeFileSync(
      file,
      DEMO.replace('    communicators: [vera]\n', '    communicators: []\n').replace(
        / {4}deputies:\n {6}- \{ for: vera[^\n]*\n {6}- \{ for: vera[^\n]*\n/,
        '',
      ),
    );
    await house.bot.refresh();

    const sent = await applyAtOnce(anna, { department: 'vard-omsorg' });
    await expectAgreement(house);

    expect(sent.text).toContain('Ansökan är skickad till Sara Samordnare.');
    expect(buttonsOf(sara.card())).toContain('Godkänn');
  });

  it('is no longer that of somebody who left the organisation file a minute ago, whatever card stands', async () => {
    await applyAtOnce(anna);
    await house.settle();
    const standing = karin.clickOf('Godkänn');

    writeFileSync(
      file,
      DEMO.replace('communicators: [karin]', 'communicators: [kim]')
        .replace(/ {4}deputies:\n {6}- \{ for: karin[^\n]*\n/, '')
        .replace(/ {2}karin: [^\n]*\n/, ''),
    );
    await house.bot.refresh();
    const told = await karin.send(standing);
    const waits = await karin.say('att göra');
    await applyAtOnce(anna, REST);
    await house.settle();

    expect(told.text).toContain('Bara kommunikatören på förvaltningen kan fatta beslut här.');
    expect(waits).toContain('Inget väntar på dig just nu.');
    expect(karin.text()).not.toContain('@museet');
    expect((await applicationsIn(house)).map(({ status }) => status)).toEqual(['submitted', 'submitted']);
    expect(await documentsOf(house.store, 'audit')).toMatchObject([{ code: 'not-decider' }]);
  });
});
