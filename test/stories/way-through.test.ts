/** The whole way in process: apply, approve, acknowledge, created, in the register. */
import { openHouse, type House } from '../support/house';
import { apply, CHECKLIST, LINK } from '../support/story';

describe('the way from an application to the register', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse(['anna', 'karin', 'kim', 'sara', 'dag']);
  });
  afterEach(() => house.close());

  it('G-1.7, G-4.2c: approved, acknowledged, created, and then in the register', async () => {
    const [anna, karin, sara] = [house.chat('anna'), house.chat('karin'), house.chat('sara')];

    const sent = await apply(anna);
    await house.settle();
    expect(sent.text).toContain('Tack! Ansökan är skickad till Karin Kommunikatör, Kim Kollega.');
    expect(karin.text()).toContain('Anna Anställd vill starta kontot.');

    const approved = await karin.click('Godkänn');
    await house.settle();
    expect(approved.text).toContain('Nu ska Sara Samordnare bekräfta');
    expect(sara.text()).toContain('Ett nytt konto är på väg');

    await sara.click('Bekräfta mottagen');
    await house.settle();
    expect(anna.text()).toContain('Nu kan du skapa kontot');

    const created = await anna.click('Kontot är skapat', { ...CHECKLIST, link: LINK });
    await house.settle();
    expect(created.text).toContain('Kontot står nu i förteckningen');

    expect(await anna.say('förteckning')).toContain('biblioteket');
    expect((await anna.click('Öppna')).text).toContain('Godkänt av');
    expect(house.alerts).toEqual([]);
  });
});
