/** From approved to active where the guideline wants a look at the account, and what an account carries for its rules. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAgreement } from '../support/agreement';
import { edited, nodesOf, problemsOf } from '../support/card-parts';
import type { Chat } from '../support/house';
import { documentsOf, onBothStores, type StoredHouse } from '../support/stores';
import { applyAtOnce, CHECKLIST, LINK } from '../support/story';

const RULES = readFileSync(join(__dirname, '../../src/guidelines/sundsvall-2017.yaml'), 'utf8');
const INSPECTED = RULES.replace('  acknowledge: lead\n', '  acknowledge: lead\n  inspection: communicator\n');
const REPORT = { ...CHECKLIST, link: LINK };
const MISSING = 'Bilden visar inte kommunens vapen.';

onBothStores('an account that is created', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-rules-'));
  const file = join(folder, 'rules.yaml');
  beforeAll(() => writeFileSync(file, INSPECTED));
  afterAll(() => rmSync(folder, { recursive: true }));

  let house: StoredHouse;
  let anna: Chat;
  let karin: Chat;
  async function approved(env: Readonly<Record<string, string>> = {}, applicant: 'anna' | 'karin' = 'anna') {
    house = await open(['anna', 'karin', 'kim', 'sara', 'dag'], { env });
    [anna, karin] = [house.chat('anna'), house.chat('karin')];
    await applyAtOnce(
      house.chat(applicant),
      applicant === 'karin' ? { responsible: 'Karin Kommunikatör' } : {},
    );
    await house.settle();
    await click(applicant === 'karin' ? house.chat('kim') : karin, 'Godkänn');
    await click(house.chat('sara'), 'Bekräfta mottagen');
  }
  async function click(chat: Chat, title: string, inputs: Readonly<Record<string, string>> = {}) {
    const clicked = await chat.click(title, inputs);
    await expectAgreement(house);
    return clicked;
  }

  it('G-5.4: is looked at, given back with words, mended, and only then active and in the register', async () => {
    await approved({ GUIDELINE_FILE: file });

    const reported = await click(anna, 'Kontot är skapat', REPORT);
    const looks = karin.text();
    const [link] = nodesOf(karin.card()).filter(({ type }) => type === 'Action.OpenUrl');
    const wordless = await karin.click('Något saknas');
    await click(karin, 'Något saknas', { words: MISSING });
    const returned = anna.text();
    const before = await documentsOf(house.store, 'account');
    await click(anna, 'Kontot är skapat', REPORT);
    const confirmed = await click(karin, 'Kontot är rätt');
    const after = await documentsOf(house.store, 'account');

    expect(reported.text).toContain('Kontot är skapat. Nu tittar Karin Kommunikatör, Kim Kollega på det.');
    expect(looks).toContain('Anna Anställd har skapat kontot. Titta på det.');
    expect(link).toMatchObject({ title: 'Titta på kontot', url: LINK });
    expect(problemsOf(wordless.body.value)).toEqual([expect.stringContaining('Svaret saknas.')]);
    expect(returned).toContain(`Karin Kommunikatör har tittat på kontot. Det här saknas: ${MISSING}`);
    expect(confirmed.text).toContain('Kontot står nu i förteckningen.');
    expect(anna.text()).toContain('Karin Kommunikatör tittade på kontot. Det är rätt.');
    expect([before.length, after.length]).toEqual([0, 1]);
  });

  it('G-5.4: is never looked at by who created it, nor confirmed by the applicant', async () => {
    await approved({ GUIDELINE_FILE: file }, 'karin');

    const reported = await click(karin, 'Kontot är skapat', REPORT);
    const kim = house.chat('kim');
    const forged = await karin.send({
      ...kim.clickOf('Kontot är rätt'),
      from: { id: karin.who.user, name: karin.who.name, aadObjectId: karin.who.aad },
      conversation: { id: karin.who.conversation, conversationType: 'personal' },
      replyToId: 'm-0',
    });
    const none = await documentsOf(house.store, 'account');
    await click(kim, 'Kontot är rätt');

    expect(reported.text).toContain('Nu tittar Kim Kollega på det.');
    expect(forged.text).toContain(
      'Någon annan än den som skapade kontot ska titta på det. Fråga Kim Kollega.',
    );
    expect(none).toEqual([]);
    expect(await documentsOf(house.store, 'account')).toHaveLength(1);
  });

  it('is active at once where the guideline wants no look, and a forged look is told so', async () => {
    await approved();
    const old = anna.clickOf('Kontot är skapat', REPORT);

    const created = await click(anna, 'Kontot är skapat', REPORT);
    const again = await anna.send(edited(old, { verb: 'application.confirm' }));

    expect(created.text).toContain('Kontot står nu i förteckningen.');
    expect(again.text).toContain('Någon annan än den som skapade kontot ska titta på det.');
    expect(await karin.say('att göra')).toContain('Inget väntar på dig just nu.');
  });

  it('G-1.5, G-4.3: says who is behind it and what it is for, before it may be reported', async () => {
    await approved();
    const list = anna.text();

    const problems = [];
    for (const check of Object.keys(CHECKLIST)) {
      const refused = await anna.click('Kontot är skapat', { ...REPORT, [check]: 'no' });
      problems.push(...problemsOf(refused.body.value));
    }
    const none = await documentsOf(house.store, 'account');
    await click(anna, 'Kontot är skapat', REPORT);
    await anna.say('förteckning');
    const account = await anna.click('Öppna');

    expect(list).toContain(
      'Namnet och texten på kontot visar vem som står bakom, och vad kontot är till för.',
    );
    expect(list).toContain('Ni har en gemensam brevlåda, och den står som kontakt.');
    expect(problems).toEqual(Object.keys(CHECKLIST).map(() => 'Det här behöver vara klart först.'));
    expect(none).toEqual([]);
    expect(account.text).toContain('Visa nya böcker och svara på frågor.');
    expect(account.text).toContain('Ansvarig\nAnna Anställd');
  });

  it('G-4.1: keeps the guideline that applied, with who decided it, also when another one comes into force', async () => {
    const own = join(folder, 'own.yaml');
    writeFileSync(own, RULES);
    await approved({ GUIDELINE_FILE: own });
    const [{ state }] = (await documentsOf(house.store, 'application')) as [{ state: { guideline: string } }];

    writeFileSync(own, RULES.replace('decidedBy: Kommunikationsdirektör', 'decidedBy: Kommunstyrelsen'));
    await house.bot.refresh();
    await click(anna, 'Kontot är skapat', REPORT);
    const kept = await documentsOf(house.store, 'guideline');
    await applyAtOnce(anna, { handle: '@museet', unit: 'Museet', purpose: 'Berätta om utställningar.' });
    await house.settle();

    const rules = 'Riktlinje\nSociala medier – riktlinje, KS-2017-00440.';
    expect(kept).toHaveLength(2);
    expect(house.chat('sara').text()).toContain(
      `${rules} Beslutad av Kommunikationsdirektör tisdag 2 maj 2017.`,
    );
    expect(karin.text()).toContain(`${rules} Beslutad av Kommunstyrelsen tisdag 2 maj 2017.`);
    expect(await documentsOf(house.store, 'account')).toMatchObject([
      { state: { guideline: state.guideline } },
    ]);
  });

  it('G-1.8: has one person who is reminded to create it, and after forty days the communicator too', async () => {
    await approved();
    const days = (chat: Chat): number =>
      chat.cards().filter((card) => JSON.stringify(card).includes('är godkänt men inte skapat')).length;

    const told = [];
    // Twenty and forty working days after Monday 23 November, with Christmas between.
    for (const day of ['2026-12-18', '2026-12-21', '2027-01-25']) {
      for (const time of ['05:05', '07:35']) {
        house.clock.set(`${day}T${time}:00.000Z`);
        await house.bot.runtime.tick();
        await house.settle();
      }
      told.push([days(anna), days(karin)]);
    }

    expect(told).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
  });
});
