/** Withdrawn while two could decide: everybody's card agrees, a late click is told, and a restart forgets nothing. */
import { apply } from '../support/form';
import type { Stage } from '../support/stage';

const WITHDRAWN = '@angrad.demo';
const WAITING = '@kvar.demo';

export function withdraw(stage: () => Stage<'anna' | 'karin' | 'kim'>): void {
  it('Anna withdraws: the cards of Karin and Kim say so, and a late click of Kim is told', async () => {
    const { anna, karin, kim } = stage().windows;

    await apply(anna, { changed: { handle: WITHDRAWN } });
    await karin.expectText(WITHDRAWN);
    await kim.expectText(WITHDRAWN);
    await kim.say('att göra');
    await kim.expectCards(WITHDRAWN, 2);
    await anna.click('Dra tillbaka', WITHDRAWN);

    await anna.expectText('Ansökan är tillbakadragen.');
    await anna.picture('withdrawn-anna', WITHDRAWN);
    await karin.expectText('Ansökan från Anna Anställd är avslutad.');
    await karin.picture('withdrawn-karin', WITHDRAWN);
    await kim.expectText('Ansökan från Anna Anställd är avslutad.');
    await kim.clickOldest('Godkänn', WITHDRAWN);
    await kim.expectText(/(Kortet var gammalt|Det är redan gjort)\. Anna Anställd drog tillbaka ansökan/);
    await kim.picture('withdrawn-late-kim', /(Kortet var gammalt|Det är redan gjort)\./);
  });

  it('after a restart, to do shows live cards again, and all agree on the decision', async () => {
    const { anna, karin, kim } = stage().windows;

    await apply(anna, { changed: { handle: WAITING } });
    await karin.expectText(WAITING);
    await stage().restart();
    await kim.say('att göra');
    await kim.expectCards(WAITING, 2);
    await kim.picture('restarted-to-do-kim', WAITING);
    await kim.click('Godkänn', WAITING);

    await kim.expectText('Kim Kollega godkände ansökan, för Karin Kommunikatör.');
    await kim.picture('restarted-approved-kim', WAITING);
    await karin.expectText('Kim Kollega godkände ansökan, för Karin Kommunikatör.');
    await anna.expectText('Kim Kollega godkände ansökan, för Karin Kommunikatör.');
    await karin.say('att göra');
    await karin.expectText('Inget väntar på dig just nu.');
  });
}
