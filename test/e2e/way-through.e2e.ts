/** The whole way in Swedish, in real chat windows: from the first question to an account in the register. */
import { checklist, fillStep, labelOf, STEPS, TYPED } from './support/form';
import { openStage, type Stage } from './support/stage';

let stage: Stage<'anna' | 'karin' | 'sara'>;
beforeAll(async () => {
  stage = await openStage(['anna', 'karin', 'sara']);
});
afterAll(() => stage.close());

describe('in the windows of Anna, Karin and Sara', () => {
  it('everybody is welcomed when their window opens', async () => {
    const { anna, karin, sara } = stage.windows;

    await anna.expectText('Hej! Jag hjälper dig med kommunens konton i sociala medier.');
    await anna.picture('welcome-anna');
    await karin.expectText('Du är förvaltningskommunikatör för');
    await karin.picture('welcome-karin');
    await sara.expectText('Vad vill du göra?');
    await sara.picture('welcome-sara');
  });

  it('G-2.1–2.4: the form keeps what was typed when an answer is missing, and goes on when it is there', async () => {
    const { anna } = stage.windows;

    await anna.say('ny ansökan');
    await anna.expectText('Steg 1 av 6');
    await anna.picture('form-empty');
    await fillStep(anna, 1);
    await anna.picture('form-1');
    await anna.click('Nästa');
    await fillStep(anna, 2, { manager: '' });
    await anna.click('Nästa');
    await anna.expectText('Svaret saknas.');
    await anna.picture('form-problem');

    expect(await anna.value(labelOf('purpose'))).toBe(TYPED.purpose);
    await anna.fill(labelOf('manager'), TYPED.manager);
    await anna.picture('form-2');
    await anna.click('Nästa');
    for (let step = 3; step <= STEPS.length; step += 1) {
      await fillStep(anna, step);
      await anna.picture(`form-${step}`);
      await anna.click(step < STEPS.length ? 'Nästa' : 'Skicka in');
    }

    await anna.expectText('Tack! Ansökan är skickad till Karin Kommunikatör');
    await anna.picture('submitted-anna');
  });

  it('G-1.7: Karin gets the card without asking, and approves', async () => {
    const { anna, karin } = stage.windows;

    await karin.expectText('Anna Anställd vill starta kontot.');
    await karin.picture('decide-karin');
    await karin.click('Visa eller dölj alla svar');
    await karin.expectText(TYPED.organisation);
    await karin.picture('decide-karin-all');
    await karin.click('Godkänn');

    await karin.expectText('Nu ska Sara Samordnare bekräfta');
    await karin.picture('approved-karin');
    await anna.expectText('Ansökan är godkänd.');
    await anna.picture('approved-anna');
  });

  it('G-4.2c: Sara confirms that she knows', async () => {
    const { sara } = stage.windows;

    await sara.expectText('Ett nytt konto är på väg.');
    await sara.picture('acknowledge-sara');
    await sara.click('Bekräfta mottagen');

    await sara.expectText('Anna Anställd skapar kontot och lägger in länken.');
    await sara.picture('acknowledged-sara');
  });

  it('G-4.3, G-5.4: the account is created when everything on the list is done, not before', async () => {
    const { anna } = stage.windows;
    const [last, ...others] = [...checklist()].reverse();

    await anna.expectText('Nu kan du skapa kontot.');
    await anna.picture('create-anna');
    for (const item of others) await anna.tick(item);
    await anna.fill('Länk till kontot', 'https://www.instagram.com/biblioteket.demo/');
    await anna.click('Kontot är skapat');
    await anna.expectText(/Fyll i det här fältet\.|Det här behöver vara klart först\./);
    await anna.picture('create-problem');
    await anna.tick(last ?? '');
    await anna.click('Kontot är skapat');

    await anna.expectText('Kontot står nu i förteckningen.');
    await anna.picture('created-anna');
  });

  it('G-7.2: the account stands in the register, with those who decided', async () => {
    const { anna, sara } = stage.windows;

    await anna.say('förteckning');
    await anna.expectText('biblioteket.demo');
    await anna.picture('register');
    await anna.click('Öppna');
    await anna.expectText('Till förteckningen');
    await anna.picture('register-account');
    await anna.click('Visa eller dölj mer');
    await anna.expectText(/Karin Kommunikatör, förvaltningskommunikatör, /);
    await anna.picture('register-account-all');
    await sara.say('förteckning');
    await sara.expectText('1 konto');
  });

  it('what is typed is understood, and what is not gets help', async () => {
    const { anna, karin } = stage.windows;

    await anna.say('mina ärenden');
    await anna.expectText('Det här har du på gång.');
    await anna.picture('my-cases');
    await karin.say('att göra');
    await karin.expectText('Inget väntar på dig just nu.');
    await karin.picture('to-do-empty');
    await anna.say('hjälp');
    await anna.expectText('Välj här, eller skriv orden.');
    await anna.picture('help-anna');
    await anna.say('mina ärenen');
    await anna.expectCards('Det här har du på gång.', 2);
    await anna.say('blåbärssoppa');
    await anna.expectText('Jag förstod inte');
    await anna.picture('help-unknown');
    await anna.say('granska utkast');
    await anna.expectText('Det här kan jag inte än');
    await anna.picture('coming');
    await karin.say('hjälp');
    await karin.expectText('Välj här, eller skriv orden.');
    await karin.picture('help-karin');
  });
});
