/** Which language a person reads: what they typed, else the organisation file, else the organisation's own. */
import { message } from '../support/activities';
import { buttonsOf } from '../support/card-parts';
import { onBothStores } from '../support/stores';
import { apply, applyAtOnce, CHECKLIST, EN, LINK } from '../support/story';

onBothStores('the language', (open) => {
  it('is the organisation’s, also when the local client says English', async () => {
    const house = await open();
    const anna = house.chat('anna');
    const place = { serviceUrl: house.connector.serviceUrl, locale: 'en-US' };

    await anna.send(message(anna.who, 'hjälp', place));

    expect(anna.text()).toContain('Vad vill du göra?');
  });

  it('is what the organisation file says of a person, from the first word to the last card', async () => {
    const house = await open(['emma', 'karin', 'sara']);
    const emma = house.chat('emma');

    const sent = await apply(emma, { responsible: 'Emma English' }, EN);
    await house.settle();
    expect(sent.text).toContain('Thank you! The application was sent to Karin Kommunikatör, Kim Kollega.');
    expect(house.chat('karin').text()).toContain('Emma English vill starta kontot.');

    await house.chat('karin').click('Godkänn');
    await house.settle();
    expect(emma.text()).toContain('Now Sara Samordnare confirms the new account.');
    expect(emma.text()).toContain('Karin Kommunikatör approved the application.\n · Monday 23 November');

    await house.chat('sara').click('Bekräfta mottagen');
    await house.settle();
    const created = await emma.click('Account created', { ...CHECKLIST, link: LINK });
    expect(created.text).toContain('The account is in the register now.');
    expect(await emma.say('register')).toContain('1 account');
  });

  it('is changed by typing its name, at once and for good, and wins over the file', async () => {
    const house = await open(['anna', 'emma']);
    const [anna, emma] = [house.chat('anna'), house.chat('emma')];

    expect(await anna.say('english')).toBe('I write in English from now on.');
    expect(await emma.say('svenska')).toBe('Jag skriver på svenska från och med nu.');
    house.clock.pass(60 * 24 * 300);

    expect(await anna.say('to do')).toContain('Nothing waits for you right now.');
    expect(await emma.say('att göra')).toContain('Inget väntar på dig just nu.');
    expect(await anna.say('svenska')).toBe('Jag skriver på svenska från och med nu.');
    expect(await anna.say('att göra')).toContain('Inget väntar på dig just nu.');
  });

  it('is changed by the choice in help, which offers the other one only', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await anna.say('hjälp');
    const swedish = buttonsOf(anna.card());

    const changed = await anna.click('English');
    await anna.say('help');

    expect(swedish).toContain('English');
    expect(swedish).not.toContain('Svenska');
    expect(changed.text).toBe('I write in English from now on.');
    expect(buttonsOf(anna.card())).toEqual([
      'New application',
      'Screenshot',
      'Assess post',
      'Register',
      'My cases',
      'To do',
      'Svenska',
    ]);
  });

  it('is the reader’s on every card of the same matter, also one that is brought up to date', async () => {
    const house = await open(['anna', 'karin', 'kim']);
    await house.chat('kim').say('english');
    await applyAtOnce(house.chat('anna'));
    await house.settle();

    expect(buttonsOf(house.chat('kim').card())).toEqual([
      'Hand over',
      'Approve',
      'Request changes',
      'Reject',
    ]);
    await house.chat('karin').click('Godkänn');
    await house.settle();

    expect(house.chat('kim').text()).toContain('Karin Kommunikatör approved the application.');
  });
});
