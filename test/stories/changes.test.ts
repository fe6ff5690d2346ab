/** Questions about an application: asked at the answer they are about, answered, and shown to whoever decides. */
import { applicationsIn, expectAgreement } from '../support/agreement';
import { buttonsOf, edited, inputsOf, openRow, problemsOf } from '../support/card-parts';
import type { Chat, Clicked } from '../support/house';
import { documentsOf, onBothStores, type StoredHouse } from '../support/stores';
import { applyAtOnce, stepsOf } from '../support/story';

const [ACCOUNT, UNIT, QUESTIONS] = stepsOf();
const WHO = 'Vilka unga menar ni?';
const BOS = { responsible: 'Bo Boendestöd', deputies: 'Kim Kollega' };

onBothStores('a question about an application', (open) => {
  let house: StoredHouse;
  let anna: Chat;
  let karin: Chat;
  let kim: Chat;
  beforeEach(async () => {
    house = await open(['anna', 'bo', 'karin', 'kim', 'sara', 'dag']);
    [anna, karin, kim] = [house.chat('anna'), house.chat('karin'), house.chat('kim')];
    await applyAtOnce(anna);
    await expectAgreement(house);
  });

  async function click(chat: Chat, title: string, inputs: Readonly<Record<string, string>> = {}) {
    const clicked = await chat.click(title, inputs);
    await house.settle();
    return clicked;
  }
  async function ask(about: string, words: string): Promise<Clicked> {
    const asked = await click(karin, 'Begär komplettering', { about, words });
    await expectAgreement(house);
    return asked;
  }

  it('about one answer stands at its place: the form opens there, and goes straight back', async () => {
    const asked = await ask('audience', WHO);
    const form = anna.text();
    const buttons = buttonsOf(anna.card());
    const answered = await click(anna, 'Skicka in', { ...UNIT, audience: 'Unga mellan 16 och 20 år.' });
    await expectAgreement(house);

    expect(asked.text).toContain('Anna Anställd har fått frågor.');
    expect(form).toContain('Steg 2 av 6');
    expect(form).toMatch(/Karin Kommunikatör frågar: Vilka unga menar ni\?\nVilka vill ni nå\?/);
    expect(buttons).toEqual(['Skicka in', 'Tillbaka', 'Spara utkast', 'Dra tillbaka']);
    expect(answered.text).toContain('Tack! Ansökan är skickad till');
    expect(karin.text()).toContain('Ändrat sedan sist\nVilka vill ni nå?');
    expect(karin.text()).toContain(
      'Vilka vill ni nå? (ändrat)\nUnga mellan 16 och 20 år.\nTidigare: Unga vuxna i hela kommunen.',
    );
    expect(karin.text()).not.toContain('Vad ska kontot användas till? (ändrat)');
    expect(buttonsOf(kim.card())).toContain('Godkänn');
  });

  it('may be about two answers and the whole: the form leads from one to the next', async () => {
    await ask('why', 'Vad har ni provat hittills?');
    await ask('handle', 'Kan namnet säga vilket bibliotek?');
    await ask('', 'Får jag se ett exempel?');

    const first = anna.text();
    const next = await click(anna, 'Nästa', ACCOUNT);
    const between = await click(anna, 'Nästa', UNIT);
    const sent = await click(anna, 'Skicka in', { ...QUESTIONS, why: 'Vi har provat affischer.' });
    await expectAgreement(house);

    expect(first).toContain('Steg 1 av 6');
    expect(first).toMatch(/Får jag se ett exempel\?[^]*Kan namnet säga vilket bibliotek\?\nKontots namn/);
    expect(next.text).toContain('Steg 2 av 6');
    expect(between.text).toMatch(/Karin Kommunikatör frågar: Vad har ni provat hittills\?\nVarför vill ni/);
    expect(buttonsOf(between.body.value)[0]).toBe('Skicka in');
    expect(sent.text).toContain('Tack!');
    expect(karin.text()).toContain('Vi har provat affischer.\nTidigare: Unga läser inte våra brev.');
  });

  it('needs words, not too many, and an answer that there is; what was typed is kept', async () => {
    const wordless = await karin.click('Begär komplettering', { about: 'why' });
    const long = await karin.click('Begär komplettering', { about: 'why', words: 'å'.repeat(1001) });
    const nowhere = await karin.click('Begär komplettering', { about: 'tårtan', words: WHO });
    await expectAgreement(house);

    expect(problemsOf(wordless.body.value)).toEqual([expect.stringContaining('Svaret saknas.')]);
    expect(problemsOf(long.body.value)).toEqual([expect.stringContaining('högst 1000 tecken.')]);
    expect(inputsOf(long.body.value)).toMatchObject({ about: 'why', words: 'å'.repeat(1001) });
    expect(problemsOf(nowhere.body.value)).toEqual(['Välj ett av svaren i listan.']);
    expect(await applicationsIn(house)).toMatchObject([{ status: 'submitted' }]);
  });

  it('stops in the end while nobody has answered: the earlier ones come first', async () => {
    for (let at = 0; at < 3; at += 1) await karin.click('Begär komplettering', { words: 'å'.repeat(1000) });

    const more = await click(karin, 'Begär komplettering', { words: WHO });

    expect(problemsOf(more.body.value)).toEqual(['Det är många frågor redan. Vänta på svaren först.']);
  });

  it('waits for the answer: what is saved in between is kept, and nobody decides meanwhile', async () => {
    const old = kim.clickOf('Godkänn');
    await ask('audience', WHO);

    await click(anna, 'Spara utkast', { ...UNIT, audience: 'Unga mellan 16' });
    const late = await kim.send(old);
    await karin.say('att göra');
    const theirs = karin.text();
    await anna.say('mina ärenden');
    const resumed = await openRow(anna, '@Biblioteket');

    expect(late.text).toContain(
      'Kortet var gammalt. Karin Kommunikatör bad om komplettering måndag 23 november.',
    );
    expect(theirs).toContain('Inget väntar på dig just nu.');
    expect(inputsOf(resumed.body.value)).toMatchObject({ audience: 'Unga mellan 16' });
    expect(resumed.text).toContain('Karin Kommunikatör frågar: Vilka unga menar ni?');
    expect(await applicationsIn(house)).toMatchObject([{ status: 'changes' }]);
  });

  it('keeps a forged decision on the present card away with a sentence', async () => {
    await ask('audience', WHO);
    const click = karin.clickOf('Begär komplettering', { words: 'Nej.' });

    const told = [];
    for (const verb of ['application.approve', 'application.reject', 'application.hand-over'])
      told.push((await karin.send(edited(click, { verb }))).text);

    expect(
      told.every((text) => text.includes('Det är inte dags än. Läs under rubriken vad som händer nu.')),
    ).toBe(true);
    expect(await applicationsIn(house)).toMatchObject([{ status: 'changes', approvals: [] }]);
  });

  it('that changes nothing says so to the decider', async () => {
    await ask('audience', WHO);

    await click(anna, 'Skicka in', UNIT);
    await expectAgreement(house);

    expect(karin.text()).toContain('Ändrat sedan sist\nInget svar är ändrat.');
    expect(karin.text()).not.toContain('(ändrat)');
  });

  it('can follow on the answer, and compares with what was read last', async () => {
    await ask('audience', WHO);
    await click(anna, 'Skicka in', { ...UNIT, audience: 'Unga mellan 16 och 20 år.' });
    await expectAgreement(house);

    await ask('purpose', 'Vilka frågor svarar ni på?');
    const form = anna.text();
    await click(anna, 'Skicka in', {
      ...UNIT,
      audience: 'Unga mellan 16 och 20 år.',
      purpose: 'Visa böcker.',
    });
    await expectAgreement(house);

    expect(form).not.toContain(WHO);
    expect(karin.text()).toContain('Ändrat sedan sist\nVad ska kontot användas till?');
    expect(karin.text()).not.toContain('Tidigare: Unga vuxna i hela kommunen.');
    expect((await click(karin, 'Godkänn')).text).toContain('Nu ska Sara Samordnare bekräfta');
  });

  it('about the name: the new one is claimed before the old one is free', async () => {
    await ask('handle', 'Kan namnet säga vilket bibliotek?');
    const taken = await handles();

    const sent = await click(anna, 'Skicka in', { ...ACCOUNT, handle: '@stadsbiblioteket' });
    await expectAgreement(house);
    const other = await applyAtOnce(house.chat('bo'), BOS);

    expect(taken).toEqual([expect.stringContaining('biblioteket')]);
    expect(sent.text).toContain('Tack!');
    expect(karin.text()).toContain('@stadsbiblioteket\nTidigare: @Biblioteket');
    expect(other.text).toContain('Tack!');
    expect(await handles()).toHaveLength(2);
  });

  it('about the name: one that is taken comes back with its questions, and the old one is still kept', async () => {
    const bo = house.chat('bo');
    await applyAtOnce(bo, { ...BOS, handle: '@stadsbiblioteket' });
    await click(karin, 'Begär komplettering', { about: 'handle', words: 'Kan namnet säga vilket?' });

    const back = await click(anna, 'Skicka in', { ...ACCOUNT, handle: '@stadsbiblioteket' });
    const claimed = await handles();
    const mended = await click(anna, 'Skicka in', { ...ACCOUNT, handle: '@Biblioteket' });

    expect(back.text).toContain('Det finns redan ett sådant konto. Kontakta Bo Boendestöd');
    expect(back.text).toContain('Karin Kommunikatör frågar: Kan namnet säga vilket?');
    expect(inputsOf(back.body.value)).toMatchObject({ handle: '@stadsbiblioteket' });
    expect(claimed).toHaveLength(2);
    expect(mended.text).toContain('Tack!');
    expect(karin.text()).toContain('Ändrat sedan sist\nInget svar är ändrat.');
  });

  it('does not keep the applicant: they withdraw, the name is free, and the decider is told', async () => {
    await ask('audience', WHO);
    const late = karin.clickOf('Begär komplettering', { words: 'Och varför?' });

    const withdrawn = await click(anna, 'Dra tillbaka');
    await expectAgreement(house);
    const told = await karin.send(late);

    expect(withdrawn.text).toContain('Ansökan är tillbakadragen.');
    expect(told.text).toContain('Anna Anställd drog tillbaka ansökan');
    expect(await handles()).toEqual([]);
  });

  it('that nobody answers in forty working days closes the application, and the name is free', async () => {
    await ask('audience', WHO);
    const late = anna.clickOf('Skicka in', UNIT);

    // Forty working days over Christmas and New Year.
    for (const day of ['2026-12-08', '2026-12-23', '2027-01-25']) {
      house.clock.set(`${day}T07:35:00.000Z`);
      await house.bot.runtime.tick();
      await house.settle();
    }
    await expectAgreement(house);
    const told = await anna.send(late);

    expect(told.text).toContain('Ansökan är avslutad, för frågorna fick inget svar.');
    expect(buttonsOf(karin.card())).toEqual([]);
    expect(await applicationsIn(house)).toMatchObject([{ status: 'lapsed' }]);
    expect(await handles()).toEqual([]);
  });

  async function handles(): Promise<string[]> {
    return (await documentsOf(house.store, 'claim')).map((claim) => JSON.stringify(claim));
  }
});
