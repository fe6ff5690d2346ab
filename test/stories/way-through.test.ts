/** The whole way: apply, approve, acknowledge, created, in the register. */
import { buttonsOf, inputsOf, openRow, problemsOf, rowsOf } from '../support/card-parts';
import type { Chat } from '../support/house';
import { documentsOf, onBothStores, type StoredHouse } from '../support/stores';
import { apply, applyAtOnce, CHECKLIST, LINK } from '../support/story';

const ELSEWHERE = 'https://x.com/biblioteket';
const ANOTHER = 'https://www.instagram.com/museet';

onBothStores('the way from an application to the register', (open) => {
  let house: StoredHouse;
  let anna: Chat;
  let karin: Chat;
  let sara: Chat;
  beforeEach(async () => {
    house = await open(['anna', 'karin', 'kim', 'sara', 'dag']);
    [anna, karin, sara] = [house.chat('anna'), house.chat('karin'), house.chat('sara')];
  });

  async function click(chat: Chat, title: string, inputs?: Readonly<Record<string, string>>) {
    const clicked = await chat.click(title, inputs);
    await house.settle();
    return clicked;
  }
  async function applied(): Promise<void> {
    await applyAtOnce(anna);
    await house.settle();
  }
  async function acknowledged(): Promise<void> {
    await applied();
    await click(karin, 'Godkänn');
    await click(sara, 'Bekräfta mottagen');
  }

  it('G-1.7, G-4.2c: approved, acknowledged, created, and then in the register', async () => {
    const sent = await apply(anna);
    await house.settle();
    expect(sent.text).toContain('Tack! Ansökan är skickad till Karin Kommunikatör, Kim Kollega.');
    expect(karin.text()).toContain('Anna Anställd vill starta kontot.');

    const approved = await click(karin, 'Godkänn');
    expect(approved.text).toContain('Nu ska Sara Samordnare bekräfta');
    expect(sara.text()).toContain('Ett nytt konto är på väg');

    await click(sara, 'Bekräfta mottagen');
    expect(anna.text()).toContain('Nu kan du skapa kontot');

    const created = await click(anna, 'Kontot är skapat', { ...CHECKLIST, link: LINK });
    expect(created.text).toContain('Kontot står nu i förteckningen');

    expect(await anna.say('förteckning')).toContain('biblioteket');
    const account = await anna.click('Öppna');
    expect(account.text).toContain('Karin Kommunikatör, förvaltningskommunikatör, måndag 23 november');
    expect(account.text).toContain('Bekräftat av\nSara Samordnare, måndag 23 november');
    expect(house.alerts).toEqual([]);
  });

  it('G-1.7: no account is in the register before somebody has approved it and it was created', async () => {
    await acknowledged();

    const before = await anna.say('förteckning');
    await click(anna, 'Kontot är skapat', { ...CHECKLIST, link: LINK });
    const after = await anna.say('förteckning');

    expect(before).toContain('Det finns inga konton än.');
    expect(after).toContain('1 konto');
    expect(await documentsOf(house.store, 'account')).toMatchObject([
      { state: { approval: { name: 'Karin Kommunikatör' }, receipt: { name: 'Sara Samordnare' } } },
    ]);
  });

  it('G-4.2c: the account cannot be reported before the lead has confirmed the notification', async () => {
    await applied();
    await click(karin, 'Godkänn');

    expect(anna.text()).toContain('Nu ska Sara Samordnare bekräfta det nya kontot.');
    expect(buttonsOf(anna.card())).not.toContain('Kontot är skapat');
  });

  it('G-4.1.1: the lead sees who applied for what, and confirms it from the card', async () => {
    await applied();
    await click(karin, 'Godkänn');

    expect(sara.text()).toContain('@Biblioteket');
    expect(sara.text()).toContain('Söks av\nAnna Anställd');
    expect(buttonsOf(sara.card())).toEqual(['Bekräfta mottagen']);
  });

  it('G-2.0, G-2.1, G-2.2, G-2.3, G-2.4: the communicator reads the answers and the talk that was had', async () => {
    await applied();

    const read = karin.text();

    expect(read).toContain('Unga läser inte våra brev.');
    expect(read).toContain('Fler unga lånar böcker.');
    expect(read).toContain('De får svar där de redan är.');
    expect(read).toContain('Två av oss turas om varje vecka.');
    expect(read).toContain('Vem har ni pratat med?\nKarin Kommunikatör\nVilken dag?\nfredag 20 november');
  });

  it('G-5.4: an account without the checked profile picture is not created, and the box says so', async () => {
    await acknowledged();

    const clicked = await click(anna, 'Kontot är skapat', {
      ...CHECKLIST,
      'check-profile-picture': 'no',
      link: LINK,
    });

    expect(problemsOf(clicked.body.value)).toEqual(['Det här behöver vara klart först.']);
    expect(await anna.say('förteckning')).toContain('Det finns inga konton än.');
  });

  it('G-4.3: refuses a link that is none, or leads elsewhere, and keeps the rest', async () => {
    await acknowledged();

    const problems: string[] = [];
    for (const link of ['', 'biblioteket', 'http://instagram.com/biblioteket', ELSEWHERE, ANOTHER]) {
      const clicked = await click(anna, 'Kontot är skapat', { ...CHECKLIST, link });
      problems.push(...problemsOf(clicked.body.value));
      expect(inputsOf(clicked.body.value)).toEqual({ ...CHECKLIST, link });
    }

    expect(problems).toEqual([
      'Svaret saknas. Skriv ett svar så kan du gå vidare.',
      'Länken ska börja med https://. Kopiera adressen från kontots sida.',
      'Länken ska börja med https://. Kopiera adressen från kontots sida.',
      'Länken hör till en annan plattform. Kontrollera länken.',
      'Länken går till ett annat konto än det som blev godkänt. Kontrollera länken.',
    ]);
    expect(await anna.say('förteckning')).toContain('Det finns inga konton än.');
  });

  it('shows everybody what is theirs to do, and nobody anything more when all is done', async () => {
    await applied();
    await karin.say('att göra');
    expect(buttonsOf(karin.card())).toEqual(['Lämna över', 'Godkänn', 'Begär komplettering', 'Avslå']);
    expect(await sara.say('att göra')).toContain('Inget väntar på dig just nu.');

    await click(karin, 'Godkänn');
    await click(sara, 'Bekräfta mottagen');
    await anna.say('att göra');
    expect(buttonsOf(anna.card())).toEqual(['Kontot är skapat']);

    await click(anna, 'Kontot är skapat', { ...CHECKLIST, link: LINK });
    for (const chat of [anna, karin, sara])
      expect(await chat.say('att göra')).toContain('Inget väntar på dig just nu.');
    await anna.say('mina ärenden');
    expect(rowsOf(anna.card())).toEqual([
      expect.stringContaining('Konto i förteckningen · Aktivt\nDu ansvarar för kontot.'),
      expect.stringContaining('Aktivt konto'),
    ]);
  });

  it('opens the receipt from the list of one’s own cases, with what has happened', async () => {
    await acknowledged();
    await click(anna, 'Kontot är skapat', { ...CHECKLIST, link: LINK });
    await anna.say('mina ärenden');

    const opened = await openRow(anna, '@Biblioteket');

    expect(opened.text).toContain('Anna Anställd skapade kontot.\n · måndag 23 november');
    expect(opened.text).toContain('Karin Kommunikatör godkände ansökan.');
    expect(opened.text).toContain('Anna Anställd skickade in ansökan.');
  });
});
