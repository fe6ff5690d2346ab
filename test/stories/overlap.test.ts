/** An account like it exists already: shown with who is responsible, joined, or gone on from with a reason. */
import { account, seedAccounts } from '../support/accounts';
import { applicationsIn, expectAgreement } from '../support/agreement';
import { buttonsOf, dataOf, edited, inputsOf, openRow, problemsOf, stampOf } from '../support/card-parts';
import { PEOPLE, type Chat } from '../support/house';
import { documentsOf, onBothStores, type StoredHouse } from '../support/stores';
import { applyAtOnce, fillIn, stepsOf } from '../support/story';
import type { Account } from '../../src/features/register/model';

const BO = { id: PEOPLE.bo.aad, name: 'Bo Boendestöd', email: 'bo@example.se' };
/** Anna's @Biblioteket looks like this one of Bo's. */
const YOUNG: Partial<Account> = {
  handle: 'biblioteketung',
  link: 'https://instagram.com/biblioteketung',
  responsible: BO,
  deputies: [],
};
const REASON = 'Vi skriver för unga, de andra för alla.';

onBothStores('an account that is like the one applied for', (open) => {
  let house: StoredHouse;
  let anna: Chat;
  let bo: Chat;
  let karin: Chat;
  beforeEach(async () => {
    house = await open(['anna', 'bo', 'karin', 'kim']);
    [anna, bo, karin] = [house.chat('anna'), house.chat('bo'), house.chat('karin')];
  });

  async function seeded(...accounts: Partial<Account>[]) {
    await seedAccounts(
      house.store,
      (accounts.length > 0 ? accounts : [YOUNG]).map((one) => account(one)),
    );
    const shown = await applyAtOnce(anna);
    await house.settle();
    return shown;
  }
  async function click(chat: Chat, title: string, inputs: Readonly<Record<string, string>> = {}) {
    const clicked = await chat.click(title, inputs);
    await expectAgreement(house);
    return clicked;
  }
  async function joining(): Promise<void> {
    await seeded();
    await click(anna, 'Be att få vara med');
  }

  it('is shown before sending in, with the person who is responsible; nothing is claimed, nobody told', async () => {
    const shown = await seeded();

    expect(shown.text).toContain('Det finns ett konto som liknar ert');
    expect(shown.text).toContain('biblioteketung\nInstagram · Stadsbiblioteket · Kultur och fritid');
    expect(shown.text).toContain('Ansvarig: Bo Boendestöd, bo@example.se');
    expect(buttonsOf(shown.body.value)).toEqual([
      'Be att få vara med',
      'Fortsätt ändå',
      'Tillbaka',
      'Spara utkast',
      'Dra tillbaka',
    ]);
    expect(await documentsOf(house.store, 'claim')).toEqual([]);
    expect(await karin.say('att göra')).toContain('Inget väntar på dig just nu.');
  });

  it('is found by its purpose too, and shown again after it was saved', async () => {
    const purpose = 'Tipsa om böcker, sagostunder och läsning för barn.';
    await seedAccounts(house.store, [
      account({ handle: 'sagohornan', unit: 'Sagohörnan', purpose, responsible: BO, deputies: [] }),
    ]);

    const shown = await applyAtOnce(anna, { handle: '@lasglad', unit: 'Läsglädje', purpose });
    await anna.click('Spara utkast');
    await anna.say('mina ärenden');
    const resumed = await openRow(anna, '@lasglad');
    const again = await anna.click('Skicka in', stepsOf().at(-1));

    expect(shown.text).toContain('sagohornan');
    expect(resumed.text).toContain('Steg 6 av 6');
    expect(again.text).toContain('sagohornan');
  });

  it('sends back to the form to change the name, and is gone when nothing is alike any more', async () => {
    await seeded();

    const back = await click(anna, 'Tillbaka');
    const changed = {
      handle: '@simhallen',
      unit: 'Simhallen',
      purpose: 'Berätta om öppettider i bassängen.',
    };
    for (let at = 0; at < 5; at += 1) await anna.click('Tillbaka', stepsOf(changed)[5 - at]);
    const sent = await fillIn(anna, stepsOf(changed));

    expect(back.text).toContain('Steg 6 av 6');
    expect(sent.text).toContain('Tack! Ansökan är skickad till');
  });

  it('is gone on from with a reason alone, which the decider reads beside the accounts', async () => {
    await seeded();

    const wordless = await anna.click('Fortsätt ändå');
    const long = await anna.click('Fortsätt ändå', { reason: 'å'.repeat(1001) });
    const sent = await click(anna, 'Fortsätt ändå', { reason: REASON });

    expect(problemsOf(wordless.body.value)).toEqual([expect.stringContaining('Svaret saknas.')]);
    expect(problemsOf(long.body.value)).toEqual([expect.stringContaining('högst 1000 tecken.')]);
    expect(sent.text).toContain('Tack! Ansökan är skickad till');
    expect(karin.text()).toContain(
      `Konton som liknar\nbiblioteketung · Instagram · Stadsbiblioteket · Kultur och fritid`,
    );
    expect(karin.text()).toContain(`Skäl att ha ett till\n${REASON}`);
    expect(await documentsOf(house.store, 'claim')).toHaveLength(1);
  });

  it('may be joined: yes with words closes the application, both are told, and no name is claimed', async () => {
    await joining();
    const asked = bo.text();

    const welcomed = await click(bo, 'Ja, välkommen', { words: 'Kom på torsdag så får du logga in.' });

    expect(asked).toContain(
      'Anna Anställd vill vara med i biblioteketung, som du ansvarar för. Vad svarar du?',
    );
    expect(asked).toContain('Syfte\nVisa nya böcker och svara på frågor.');
    expect(asked).not.toContain('Unga läser inte våra brev.');
    expect(welcomed.text).not.toContain('Unga läser inte våra brev.');
    expect(welcomed.text).toContain(
      'Anna Anställd är med i biblioteketung. Ge hen det som behövs för att logga in.',
    );
    expect(buttonsOf(welcomed.body.value)).toEqual([]);
    expect(anna.text()).toContain('Bo Boendestöd svarade ja. Nu är ni med i biblioteketung');
    expect(anna.text()).toContain('Kom på torsdag så får du logga in.');
    expect(await applicationsIn(house)).toMatchObject([{ status: 'joined' }]);
    expect(await documentsOf(house.store, 'claim')).toEqual([]);
    expect(await karin.say('att göra')).toContain('Inget väntar på dig just nu.');
  });

  it('may be joined by a plain yes', async () => {
    await joining();

    await click(bo, 'Ja, välkommen');

    expect(anna.text()).toContain(
      'Bo Boendestöd svarade ja. Nu är ni med i biblioteketung, och ansökan är avslutad.',
    );
  });

  it('is not joined against a no, which needs words; the draft is kept, and may go on', async () => {
    await joining();

    const wordless = await bo.click('Nej');
    const declined = await click(bo, 'Nej', { words: 'Vårt konto är för barn.' });
    const told = anna.text();
    const sent = await click(anna, 'Fortsätt ändå', { reason: REASON });

    expect(problemsOf(wordless.body.value)).toEqual([expect.stringContaining('Svaret saknas.')]);
    expect(declined.text).toContain('Anna Anställd frågade om att få vara med i biblioteketung.');
    expect(told).toContain('Bo Boendestöd svarade nej om biblioteketung: Vårt konto är för barn.');
    expect(sent.text).toContain('Tack!');
  });

  it('is not waited for: the applicant goes on, and the late answer hears so and nothing more', async () => {
    await joining();
    const late = bo.clickOf('Ja, välkommen', { words: 'Gärna.' });
    const waiting = anna.text();

    await click(anna, 'Fortsätt utan att vänta');
    const standing = bo.text();
    await anna.click('Tillbaka');
    await anna.click('Spara utkast', { consultedWith: 'Hemliga Hanna', consultedOn: '2026-11-19' });
    await house.settle();
    const told = await bo.send(late);
    expect(told.text).toContain(
      'Kortet var gammalt. Anna Anställd fortsatte med sin ansökan måndag 23 november.',
    );
    for (let at = 0; at < 5; at += 1) await anna.click('Tillbaka', stepsOf()[5 - at]);
    await anna.click('Spara utkast', { ...stepsOf()[0], handle: '@hemligt', platform: 'facebook' });
    await house.settle();
    const opened = JSON.stringify(await bo.ask('open', { kind: 'application', id: stampOf(late).id }));

    expect(waiting).toContain('Du har bett Bo Boendestöd att få vara med i biblioteketung.');
    for (const text of [standing, told.text, opened]) {
      expect(text).toContain('Inte aktuell längre');
      expect(text).toContain('Anna Anställd frågade om att få vara med i biblioteketung.');
      for (const secret of ['Hemliga Hanna', '@hemligt', 'Facebook', 'Unga läser', 'Utkast'])
        expect(text).not.toContain(secret);
    }
    expect(buttonsOf(told.body.value)).toEqual([]);
    expect(await applicationsIn(house)).toMatchObject([{ status: 'draft' }]);
    expect(await bo.say('att göra')).toContain('Inget väntar på dig just nu.');
  });

  it('is answered by the person who is responsible alone', async () => {
    await joining();
    const yes = bo.clickOf('Ja, välkommen');
    await karin.say('hjälp');

    const told = await karin.send({ ...karin.clickOf('Att göra'), value: edited(yes, {})['value'] });

    expect(told.text).toBe('Bara den som ansvarar för kontot kan svara.');
    expect(await applicationsIn(house)).toMatchObject([{ status: 'joining' }]);
  });

  it('and whose responsible is known by address alone is not asked here, but can be written to', async () => {
    const shown = await seeded({
      ...YOUNG,
      responsible: { name: 'extern@example.org', email: 'extern@example.org' },
    });

    const forged = await anna.send(
      edited(anna.clickOf('Fortsätt ändå'), {
        verb: 'application.join',
        data: { ...dataOf(anna.clickOf('Fortsätt ändå')), account: 'account-01' },
      }),
    );

    expect(shown.text).toContain('Ansvarig: extern@example.org');
    expect(buttonsOf(shown.body.value)).not.toContain('Be att få vara med');
    expect(problemsOf(forged.body.value)).toHaveLength(1);
    expect(await applicationsIn(house)).toMatchObject([{ status: 'draft' }]);
  });

  it('and is one’s own says so, without asking oneself', async () => {
    const shown = await seeded({ ...YOUNG, responsible: account().responsible });

    expect(shown.text).toContain('Du ansvarar för kontot.');
    expect(buttonsOf(shown.body.value)).toEqual([
      'Fortsätt ändå',
      'Tillbaka',
      'Spara utkast',
      'Dra tillbaka',
    ]);
  });

  it('and is the very account leaves two ways: join it, or another name', async () => {
    const shown = await seeded({ responsible: BO, deputies: [] });

    expect(shown.text).toContain('Kontot finns redan');
    expect(shown.text).toContain('Be att få vara med i det, eller gå tillbaka och välj ett annat namn.');
    expect(buttonsOf(shown.body.value)).toEqual([
      'Be att få vara med',
      'Tillbaka',
      'Spara utkast',
      'Dra tillbaka',
    ]);
    expect(Object.keys(inputsOf(shown.body.value))).toEqual([]);
  });

  it('is written @name, name or link, on twitter.com or x.com, or under another platform by its name', async () => {
    await seedAccounts(house.store, [
      account({
        platform: 'x',
        platformName: 'X',
        link: 'https://x.com/biblioteket',
        responsible: BO,
        deputies: [],
      }),
    ]);
    const told: string[] = [];
    for (const answers of [
      { platform: 'x', handle: 'https://twitter.com/Biblioteket' },
      { platform: 'x', handle: 'x.com/biblioteket' },
      { platform: 'x', handle: 'Biblioteket' },
      { platform: 'other', platformName: 'Twitter', handle: '@biblioteket' },
    ])
      told.push((await applyAtOnce(anna, answers)).text);

    for (const text of told) expect(text).toContain('Kontot finns redan');
  });
});
