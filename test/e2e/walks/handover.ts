/** Handover: a colleague decides instead, and whoever handed it over is told what came of it. */
import { apply } from '../support/form';
import type { Stage } from '../support/stage';

const HANDLE = '@festivalen.demo';
const WHY = 'Festivalen har redan en sida tillsammans med föreningarna.';
const NOTE = 'Festivalen rör flera förvaltningar. Titta gärna på namnet.';

export function handover(stage: () => Stage<'anna' | 'karin' | 'sara'>): void {
  it('Karin hands over to Sara, who decides; Karin is told, also when she clicks the card she left behind', async () => {
    const { anna, karin, sara } = stage().windows;

    await apply(anna, { changed: { handle: HANDLE } });
    await karin.expectText(HANDLE);
    await karin.say('att göra');
    await karin.expectCards(HANDLE, 2);
    await karin.click('Lämna över till en kollega', HANDLE);
    await karin.choose('Vem ska besluta i stället?', 'Sara Samordnare');
    await karin.fill('Ditt meddelande', NOTE);
    await karin.picture('handover-karin', HANDLE);
    await karin.click('Lämna över', HANDLE);
    await karin.expectText('Ansökan väntar på beslut av Sara Samordnare.');
    await karin.picture('handed-karin', HANDLE);

    await sara.expectText(NOTE);
    await sara.picture('handover-sara', HANDLE);
    await sara.fill('Ditt meddelande', WHY);
    await sara.click('Avslå', HANDLE);
    await sara.expectText('Sara Samordnare avslog ansökan.');
    await sara.picture('handover-rejected-sara', HANDLE);

    await karin.expectText('Sara Samordnare avslog ansökan.');
    await karin.picture('handover-informed-karin', HANDLE);
    await karin.clickOldest('Godkänn', HANDLE);
    await karin.expectText(/(Kortet var gammalt|Det är redan gjort)\. Sara Samordnare avslog ansökan/);
    await karin.picture('handover-late-karin', /(Kortet var gammalt|Det är redan gjort)\./);
  });
}
