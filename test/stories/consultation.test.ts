/** The talk with the communicator: asked for before anything is sent in, agreed on, recorded by either side. */
import { expectAgreement, applicationsIn } from '../support/agreement';
import { buttonsOf, dataOf, edited, inputsOf, nodesOf, openRow, problemsOf } from '../support/card-parts';
import type { Chat } from '../support/house';
import { documentsOf, onBothStores, type StoredHouse } from '../support/stores';
import { applyAtOnce, fillIn, stepsOf, UNTALKED } from '../support/story';

const [ACCOUNT] = stepsOf();
const AGREED = 'Börja med ett konto på prov till våren.';

onBothStores('a talk', (open) => {
  let house: StoredHouse;
  let anna: Chat;
  let karin: Chat;
  let kim: Chat;
  beforeEach(async () => {
    house = await open(['anna', 'karin', 'kim', 'sara', 'dag']);
    [anna, karin, kim] = [house.chat('anna'), house.chat('karin'), house.chat('kim')];
  });

  async function click(chat: Chat, title: string, inputs: Readonly<Record<string, string>> = {}) {
    const clicked = await chat.click(title, inputs);
    await expectAgreement(house);
    return clicked;
  }
  async function asked(inputs = ACCOUNT): Promise<void> {
    await anna.say('ny ansökan');
    await click(anna, 'Jag vill prata först', inputs);
  }
  async function submittedUntalked(): Promise<void> {
    await applyAtOnce(anna, UNTALKED);
    await expectAgreement(house);
  }

  it('G-4.2b, G-5.5c: can be asked for on the first step, once the department is known', async () => {
    await anna.say('ny ansökan');

    const { department: _none, ...others } = ACCOUNT!;
    const refused = await anna.click('Jag vill prata först', others);
    await house.settle();
    const nobody = await karin.say('att göra');
    const sent = await click(anna, 'Jag vill prata först', ACCOUNT);

    expect(problemsOf(refused.body.value)).toEqual(['Svaret saknas. Skriv ett svar så kan du gå vidare.']);
    expect(inputsOf(refused.body.value)).toEqual({ ...ACCOUNT, department: '' });
    expect(nobody).toContain('Inget väntar på dig just nu.');
    expect(sent.text).toContain('Du har bett Karin Kommunikatör, Kim Kollega höra av sig.');
    expect(buttonsOf(sent.body.value)).not.toContain('Jag vill prata först');
  });

  it('G-2.0, G-4.2a: gives the communicator a card: who, what, and the chat with the applicant', async () => {
    await asked();

    const links = nodesOf(karin.card()).filter(({ type }) => type === 'Action.OpenUrl');

    expect(karin.text()).toContain('Anna Anställd vill prata med dig innan ansökan skickas in.');
    expect(karin.text()).toContain('@Biblioteket\nInstagram · Kultur och fritid');
    expect(karin.text()).toContain('Söks av\nAnna Anställd');
    expect(links.map(({ title, url }) => [title, url])).toEqual([
      ['Skriv till den som söker', 'https://teams.microsoft.com/l/chat/0/0?users=anna%40example.se'],
    ]);
    expect(buttonsOf(karin.card())).toEqual(['Föreslå tid', 'Vi har pratat']);
    expect(await kim.say('att göra')).toContain('Anna Anställd vill prata med dig');
  });

  it('with somebody whose address nobody knows has no link, and everything else', async () => {
    const nils = house.chat('nils');
    await nils.say('ny ansökan');

    await nils.click('Jag vill prata först', ACCOUNT);
    await house.settle();

    expect(karin.text()).toContain('Nils Ny vill prata med dig innan ansökan skickas in.');
    expect(nodesOf(karin.card()).filter(({ type }) => type === 'Action.OpenUrl')).toEqual([]);
  });

  it('G-4.2b: is proposed with a day and a time, which the applicant reads', async () => {
    await asked();

    const problems: (readonly string[])[] = [];
    for (const inputs of [
      { day: '', time: '' },
      { day: '2026-11-22', time: '10.00 i Teams' },
      { day: '2026-11-24', time: '' },
      { day: '2026-11-24', time: 'x'.repeat(61) },
    ]) {
      const clicked = await karin.click('Föreslå tid', inputs);
      problems.push(problemsOf(clicked.body.value));
      expect(inputsOf(clicked.body.value)).toMatchObject(inputs);
    }
    const proposed = await click(karin, 'Föreslå tid', { day: '2026-11-24', time: '10.00 i Teams' });

    expect(problems).toEqual([
      [expect.stringContaining('Svaret saknas.'), expect.stringContaining('Svaret saknas.')],
      ['Dagen har redan varit. Välj en dag som kommer.'],
      [expect.stringContaining('Svaret saknas.')],
      ['Texten är för lång. Korta den till högst 60 tecken.'],
    ]);
    expect(proposed.text).toContain(
      'Karin Kommunikatör har föreslagit Anna Anställd tisdag 24 november, 10.00 i Teams.',
    );
    expect(anna.text()).toContain('Karin Kommunikatör föreslår tisdag 24 november, 10.00 i Teams.');
    expect(kim.text()).toContain('Karin Kommunikatör föreslog tisdag 24 november, 10.00 i Teams.');
  });

  it('G-4.2b: is not moved from a card that was older than the proposal: who proposed what is told', async () => {
    await asked();
    const late = kim.clickOf('Föreslå tid', { day: '2026-11-26', time: '15.00' });
    await click(karin, 'Föreslå tid', { day: '2026-11-24', time: '10.00 i Teams' });

    const told = await kim.send(late);
    await expectAgreement(house);
    const [kept] = await applicationsIn(house);
    const mine = karin.clickOf('Föreslå tid', { day: '2026-11-25', time: '9.00' });
    await click(kim, 'Föreslå tid', { day: '2026-11-26', time: '15.00' });
    const later = await karin.send(mine);

    expect(told.text).toContain(
      'Kortet var gammalt. Karin Kommunikatör föreslog tisdag 24 november, 10.00 i Teams',
    );
    expect(inputsOf(told.body.value)).toMatchObject({ day: '2026-11-26', time: '15.00' });
    expect(kept).toMatchObject({ consultation: { day: '2026-11-24', name: 'Karin Kommunikatör' } });
    expect(later.text).toContain('Kim Kollega föreslog torsdag 26 november, 15.00');
    expect(await applicationsIn(house)).toMatchObject([{ consultation: { day: '2026-11-26' } }]);
  });

  it('G-2.0: that the communicator has written up goes with the application to the decision', async () => {
    await asked();

    const recorded = await click(karin, 'Vi har pratat', { day: '2026-11-22', words: AGREED });
    const told = anna.text();
    const last = stepsOf(UNTALKED);
    const sent = await fillIn(anna, last);
    await expectAgreement(house);

    expect(recorded.text).toContain('Ni har pratat. Nu gör Anna Anställd klart ansökan.');
    expect(recorded.text).toContain(`Med Karin Kommunikatör, söndag 22 november\n${AGREED}`);
    expect(told).toContain(
      `Karin Kommunikatör skrev att ni pratade söndag 22 november. Det här kom ni fram till: ${AGREED}`,
    );
    expect(sent.text).toContain('Tack! Ansökan är skickad till');
    expect(sent.text).not.toContain('Ni behöver prata');
    expect(karin.text()).toContain(`Samråd\nMed Karin Kommunikatör, söndag 22 november\n${AGREED}`);
    expect(buttonsOf(karin.card())).toContain('Godkänn');
    expect(await applicationsIn(house)).toMatchObject([{ consultation: { status: 'held', words: AGREED } }]);
  });

  it('G-2.0: is not recorded for a day to come, nor with a book of notes, nor twice', async () => {
    await asked();
    const late = kim.clickOf('Vi har pratat', { words: 'Vi pratade också.' });

    const later = await karin.click('Vi har pratat', { day: '2026-11-25', words: AGREED });
    const long = await karin.click('Vi har pratat', { words: 'å'.repeat(1001) });
    await click(karin, 'Vi har pratat', { words: AGREED });
    const told = await kim.send(late);

    expect(problemsOf(later.body.value)).toEqual([
      'Dagen har inte varit än. Prata med varandra först och välj sedan dagen.',
    ]);
    expect(inputsOf(later.body.value)).toMatchObject({ words: AGREED });
    expect(problemsOf(long.body.value)).toEqual(['Texten är för lång. Korta den till högst 1000 tecken.']);
    expect(told.text).toContain('Karin Kommunikatör skrev upp samtalet måndag 23 november');
    expect(told.text).not.toContain('Vi pratade också.');
    expect(await applicationsIn(house)).toMatchObject([{ consultation: { words: AGREED } }]);
  });

  it('G-2.0: that is not recorded keeps approval away, from the card and from a forged click', async () => {
    await submittedUntalked();

    const offered = buttonsOf(karin.card());
    const forged = await karin.send(edited(karin.clickOf('Vi har pratat'), { verb: 'application.approve' }));
    const [state] = await applicationsIn(house);
    await click(karin, 'Vi har pratat', { day: '2026-11-20', words: AGREED });
    const after = buttonsOf(karin.card());
    const approved = await click(karin, 'Godkänn');

    expect(anna.text()).toContain('Ansökan är godkänd.');
    expect(offered).not.toContain('Godkänn');
    expect(forged.text).toContain('Du kan godkänna när ni har pratat. Skriv först vilken dag det var.');
    expect(state).toMatchObject({ status: 'submitted', approvals: [] });
    expect(after).toEqual(['Lämna över', 'Godkänn', 'Begär komplettering', 'Avslå']);
    expect(approved.text).toContain(`Samråd\nMed Karin Kommunikatör, fredag 20 november\n${AGREED}`);
  });

  it('G-2.0: may be recorded by the applicant after sending in, and the communicator sees who said so', async () => {
    await submittedUntalked();
    const before = anna.text();

    const recorded = await click(anna, 'Vi har pratat', { day: '2026-11-20' });

    expect(before).toContain('Ni behöver prata innan den kan godkännas.');
    expect(recorded.text).toContain('Samråd\nfredag 20 november, skrev Anna Anställd');
    expect(buttonsOf(recorded.body.value)).toEqual(['Dra tillbaka']);
    expect(karin.text()).toContain('Anna Anställd skrev upp samtalet.');
    expect(karin.text()).toContain('Samråd\nfredag 20 november, skrev Anna Anställd');
    expect(buttonsOf(karin.card())).toContain('Godkänn');
  });

  it('G-2.0: that stands in the form is enough, and the decision card shows with whom', async () => {
    await applyAtOnce(anna);
    await expectAgreement(house);

    expect(karin.text()).toContain('Samråd\nMed Karin Kommunikatör, fredag 20 november');
    expect(buttonsOf(karin.card())).toContain('Godkänn');
  });

  it('is for the communicator to record while it is a draft: a colleague and the applicant are refused', async () => {
    await asked();
    const record = karin.clickOf('Vi har pratat', { words: AGREED });
    const vera = house.chat('vera');
    await vera.say('hjälp');

    const others = await vera.send({ ...vera.clickOf('Att göra'), value: edited(record, {})['value'] });
    const own = anna.clickOf('Spara utkast');
    const forged = await anna.send(
      edited(own, { verb: 'application.record', data: { ...dataOf(own), day: '', words: AGREED } }),
    );

    expect(others.text).toBe('Bara kommunikatören på förvaltningen kan göra det här.');
    expect(forged.text).toContain('Bara kommunikatören kan göra det här.');
    expect(await applicationsIn(house)).toMatchObject([{ consultation: { status: 'asked' } }]);
    expect(await documentsOf(house.store, 'audit')).toHaveLength(2);
  });

  it('that is asked for and then not wanted ends with the draft: the communicator is told', async () => {
    await asked();
    const late = karin.clickOf('Vi har pratat', { words: AGREED });

    const withdrawn = await click(anna, 'Dra tillbaka');
    const told = await karin.send(late);

    expect(withdrawn.text).toContain('Ansökan är tillbakadragen.');
    expect(buttonsOf(karin.card())).toEqual([]);
    expect(told.text).toContain('Anna Anställd drog tillbaka ansökan måndag 23 november.');
    expect(told.text).toContain('Ansökan från Anna Anställd är avslutad. Du behöver inte göra något.');
    expect(await karin.say('att göra')).toContain('Inget väntar på dig just nu.');
  });

  it('shows the communicator what is written so far, and none of what is said to the applicant', async () => {
    await asked();
    await anna.click('Nästa', ACCOUNT);
    await anna.click('Nästa', stepsOf()[1]);
    await anna.click('Spara utkast', { ...stepsOf()[2], why: 'Det här är bara en tanke än.' });
    await house.settle();

    await karin.say('att göra');

    expect(anna.text()).toContain('Utkastet är sparat.');
    expect(karin.text()).toContain('Syfte\nVisa nya böcker och svara på frågor.');
    expect(karin.text()).toContain('Det här är bara en tanke än.');
    expect(karin.text()).not.toContain('Utkastet är sparat.');
    expect(buttonsOf(karin.card())).toEqual(['Föreslå tid', 'Vi har pratat']);
  });

  it('is the deputy’s with a communicator who applies, and the lead’s where nobody else is there', async () => {
    const sara = house.chat('sara');
    await karin.say('ny ansökan');
    const own = await click(karin, 'Jag vill prata först', ACCOUNT);
    const vera = house.chat('vera');
    await vera.say('ny ansökan');
    const veras = await vera.click('Jag vill prata först', { ...ACCOUNT, department: 'vard-omsorg' });
    await house.settle();

    expect(own.text).toContain('Du har bett Kim Kollega höra av sig.');
    expect(kim.text()).toContain('Karin Kommunikatör vill prata med dig');
    expect(veras.text).toContain('Du har bett Sara Samordnare höra av sig.');
    expect(sara.text()).toContain('Vera Vårdkommunikatör vill prata med dig');
    expect(buttonsOf(sara.card())).toEqual(['Föreslå tid', 'Vi har pratat']);
  });

  it('is found again after days among what waits, and the draft with its words among one’s own', async () => {
    await asked();
    house.clock.pass(3 * 24 * 60);

    await karin.say('att göra');
    await anna.say('mina ärenden');
    const resumed = await openRow(anna, '@Biblioteket');

    expect(buttonsOf(karin.card())).toEqual(['Föreslå tid', 'Vi har pratat']);
    expect(resumed.text).toContain('Du har bett Karin Kommunikatör, Kim Kollega höra av sig.');
    expect(inputsOf(resumed.body.value)).toEqual(ACCOUNT);
  });
});
