/** "Lämna över": the decision goes to a named colleague who may decide, and whoever had it stays informed. */
import { applicationsIn, expectAgreement } from '../support/agreement';
import { buttonsOf, edited, inputsOf, problemsOf } from '../support/card-parts';
import { PEOPLE, type Chat, type Who } from '../support/house';
import { onBothStores, type StoredHouse } from '../support/stores';
import { applyAtOnce, stepsOf, UNTALKED } from '../support/story';

const [, UNIT] = stepsOf();
const NOTE = 'Du kan det här bättre än jag.';

onBothStores('a decision that is handed over', (open) => {
  let house: StoredHouse;
  let anna: Chat;
  let karin: Chat;
  let kim: Chat;
  let sara: Chat;
  beforeEach(async () => {
    house = await open(['anna', 'karin', 'kim', 'sara', 'dag', 'vera']);
    [anna, karin, kim, sara] = [
      house.chat('anna'),
      house.chat('karin'),
      house.chat('kim'),
      house.chat('sara'),
    ];
    await applyAtOnce(anna);
    await expectAgreement(house);
  });

  async function click(chat: Chat, title: string, inputs: Readonly<Record<string, string>> = {}) {
    const clicked = await chat.click(title, inputs);
    await expectAgreement(house);
    return clicked;
  }
  function handOver(from: Chat, to: Who, words = '') {
    return click(from, 'Lämna över', { to: PEOPLE[to].aad, words });
  }

  it('to the lead is the lead’s alone, with the note; the director acknowledges, and the first is informed', async () => {
    const handed = await handOver(karin, 'sara', NOTE);
    const asked = sara.text();
    const decided = await click(sara, 'Godkänn');

    expect(handed.text).toContain('Ansökan väntar på beslut av Sara Samordnare.');
    expect(buttonsOf(handed.body.value)).toEqual([]);
    expect(asked).toContain(`Överlämnad av\nKarin Kommunikatör: ${NOTE}`);
    expect(asked).toContain('Karin Kommunikatör lämnade över till Sara Samordnare.');
    expect(decided.text).toContain('Nu ska Dag Direktör bekräfta det nya kontot.');
    expect(buttonsOf(house.chat('dag').card())).toEqual(['Bekräfta mottagen']);
    expect(karin.text()).toContain('Sara Samordnare godkände ansökan.');
    // The welcome, the card that led to the newer one, and the news.
    expect(karin.cards()).toHaveLength(3);
  });

  it('to the deputy takes it from the first one, also for a card that still stood open', async () => {
    const late = karin.clickOf('Godkänn');
    await handOver(karin, 'kim');

    const waits = await karin.say('att göra');
    const told = await karin.send(late);
    await click(kim, 'Godkänn');

    expect(waits).toContain('Inget väntar på dig just nu.');
    expect(told.text).toContain('Karin Kommunikatör lämnade över till Kim Kollega måndag 23 november.');
    expect(buttonsOf(told.body.value)).toEqual([]);
    expect(karin.text()).toContain('Kim Kollega godkände ansökan, för Karin Kommunikatör.');
    expect(await applicationsIn(house)).toMatchObject([
      { status: 'approved', approval: { as: 'deputy', forName: 'Karin Kommunikatör' } },
    ]);
  });

  it('from the deputy back to the communicator may still be decided by who stands in for her', async () => {
    await handOver(kim, 'karin');
    const both = [buttonsOf(karin.card()), await kim.say('att göra')];

    await click(kim, 'Avslå', { words: 'Vänta till våren.' });

    expect(both).toEqual([
      ['Lämna över', 'Godkänn', 'Begär komplettering', 'Avslå'],
      expect.stringContaining('Anna Anställd vill starta kontot.'),
    ]);
    expect(karin.text()).toContain('Skälet är: Vänta till våren.');
  });

  it('goes to nobody who may not decide, not to oneself, not to the applicant, not to nobody', async () => {
    const offered = inputsOf(karin.card());
    const problems = [];
    for (const to of ['vera', 'karin', 'anna', 'nils', 'dag'] as const) {
      const refused = await karin.click('Lämna över', { to: PEOPLE[to].aad, words: NOTE });
      problems.push(...problemsOf(refused.body.value));
      expect(inputsOf(refused.body.value)).toMatchObject({ words: NOTE });
    }
    const nobody = await karin.click('Lämna över', { words: NOTE });
    const long = await karin.click('Lämna över', { to: PEOPLE.kim.aad, words: 'å'.repeat(1001) });
    await expectAgreement(house);

    expect(Object.keys(offered)).toContain('to');
    expect(problems).toEqual(Array.from({ length: 5 }, () => 'Välj ett av svaren i listan.'));
    expect(problemsOf(nobody.body.value)).toEqual(['Välj ett av svaren i listan.']);
    expect(problemsOf(long.body.value)).toEqual([expect.stringContaining('högst 1000 tecken.')]);
    expect(await applicationsIn(house)).toMatchObject([{ status: 'submitted' }]);
    expect((await applicationsIn(house))[0]).not.toHaveProperty('handed');
  });

  it('is handed over once by a click that is doubled, and on from there by the colleague', async () => {
    const twice = karin.clickOf('Lämna över', { to: PEOPLE.kim.aad, words: NOTE });
    await Promise.all([karin.send(twice), karin.send(twice)]);
    await house.settle();
    const cards = kim.cards().filter((card) => buttonsOf(card).includes('Godkänn'));

    await handOver(kim, 'sara', 'Jag är borta.');
    await click(sara, 'Avslå', { words: 'Ni har redan ett konto.' });

    expect(cards).toHaveLength(1);
    expect(karin.text()).toContain('Skälet är: Ni har redan ett konto.');
    expect(kim.text()).toContain('Skälet är: Ni har redan ett konto.');
    expect(sara.text()).toContain('Kim Kollega lämnade över till Sara Samordnare.');
  });

  it('stays the colleague’s when they ask for changes, and comes back to them', async () => {
    await handOver(karin, 'sara');
    await click(sara, 'Begär komplettering', { about: 'audience', words: 'Vilka unga?' });
    await anna.click('Skicka in', { ...UNIT, audience: 'Unga mellan 16 och 20 år.' });
    await expectAgreement(house);

    expect(buttonsOf(sara.card())).toContain('Godkänn');
    expect(buttonsOf(karin.card())).toEqual([]);
    expect(await karin.say('att göra')).toContain('Inget väntar på dig just nu.');
  });

  it('lets the applicant see who decides now, and withdraw', async () => {
    const before = karin.clickOf('Lämna över', { to: PEOPLE.sara.aad });
    await handOver(karin, 'kim');
    const told = anna.text();

    await click(anna, 'Dra tillbaka');
    const late = await karin.send(before);

    expect(told).toContain('Ansökan är skickad till Kim Kollega.');
    expect(late.text).toContain('Anna Anställd drog tillbaka ansökan');
    expect(buttonsOf(kim.card())).toEqual([]);
  });

  it('G-2.0: before the talk goes over with the talk still to be had', async () => {
    await click(anna, 'Dra tillbaka');
    await applyAtOnce(anna, { ...UNTALKED, handle: '@museet' });
    await house.settle();

    await karin.click('Lämna över', { to: PEOPLE.sara.aad, words: NOTE });
    await house.settle();
    const forged = await sara.send(edited(sara.clickOf('Vi har pratat'), { verb: 'application.approve' }));
    await sara.click('Vi har pratat', { day: '2026-11-23' });

    expect(forged.text).toContain('Du kan godkänna när ni har pratat.');
    expect((await sara.click('Godkänn')).text).toContain('Nu ska Dag Direktör bekräfta');
  });
});
