/** The main path for a person who reads English, while those who decide read Swedish. */
import { apply, checklist, labelOf } from './support/form';
import { openStage, type Stage } from './support/stage';

let stage: Stage<'emma' | 'karin' | 'sara'>;
beforeAll(async () => {
  stage = await openStage(['emma', 'karin', 'sara']);
});
afterAll(() => stage.close());

describe('in the window of Emma', () => {
  it('G-1.7: she applies in English, and Karin gets the card in Swedish', async () => {
    const { emma, karin } = stage.windows;

    await emma.expectText('Hello! I help you');
    await emma.picture('en-welcome');
    await apply(emma, {
      locale: 'en',
      changed: { responsible: 'Emma English', deputies: 'Anna Anställd' },
      filled: (step) => emma.picture(`en-form-${step}`),
    });

    await emma.expectText('Karin Kommunikatör');
    await emma.expectText('Waiting for a decision');
    await emma.picture('en-submitted');
    await karin.expectText('Emma English vill starta kontot.');
  });

  it('she is asked for changes and answers, all in English around the words of Karin', async () => {
    const { emma, karin } = stage.windows;
    const question = 'Which books, and how often?';

    await karin.fill('Ditt meddelande', question);
    await karin.choose('Vilket svar behöver kompletteras?', labelOf('purpose'));
    await karin.click('Begär komplettering');
    await emma.expectText(`Karin Kommunikatör asks: ${question}`);
    await emma.picture('en-changes');
    await emma.fill(labelOf('purpose', 'en'), 'Five new books every week.');
    await emma.click('Submit');
    await emma.expectText('Thank you! The application was sent to');
    await emma.picture('en-changes-answered');

    await karin.expectText('Emma English har svarat på frågorna.');
    await karin.click('Godkänn');
    await emma.expectText('Approved');
    await emma.picture('en-approved');
  });

  it('G-4.2c, G-7.2: she creates the account, and finds it in the register', async () => {
    const { emma, sara } = stage.windows;

    await sara.click('Bekräfta mottagen');
    await emma.expectText('Now you can create the account.');
    await emma.picture('en-create');
    for (const item of checklist('en')) await emma.tick(item);
    await emma.fill('Link to the account', 'https://www.instagram.com/biblioteket.demo/');
    await emma.click('Account created');
    await emma.expectText('Active account');
    await emma.picture('en-created');

    await emma.say('register');
    await emma.expectText('1 account');
    await emma.picture('en-register');
    await emma.click('Open');
    await emma.expectText('To the register');
    await emma.click('Show or hide more');
    await emma.expectText(/Karin Kommunikatör, department communicator, /);
    await emma.picture('en-register-account');
    await emma.say('my cases');
    await emma.expectText('This is what you have going.');
    await emma.say('to do');
    await emma.expectText('Nothing waits for you right now.');
  });

  it('what she types is understood in both languages, and she can choose the other one', async () => {
    const { emma } = stage.windows;

    await emma.say('something else');
    await emma.expectText('I did not understand.');
    await emma.picture('en-help-unknown');
    await emma.say('svenska');
    await emma.expectText('Jag skriver på svenska från och med nu.');
    await emma.say('hjälp');
    await emma.expectText('Välj här, eller skriv orden.');
  });
});
