/** A comment nobody is sure about: the registrar decides, and nothing is removed meanwhile. */
import { answers, describes, isSafe, questionText } from '../support/questions';
import type { TriageStage } from '../triage.e2e';

export function unsure(stage: () => TriageStage): void {
  it('G-7.1: what Anna does not know goes to Rolf, who reads which question it is and decides', async () => {
    const { anna, rolf } = stage().windows;

    await anna.say('bedöm inlägg');
    await isSafe(anna);
    await describes(anna, 'Han sägs ha fått gå från jobbet.', 'https://www.instagram.com/p/abc/c/2/');
    await answers(anna, { attack: 'Jag vet inte' });
    await anna.expectText('Registratorn avgör. Ta inte bort något än.');
    await anna.picture('triage-asked-anna', 'Registratorn avgör.');

    await rolf.expectText('Någon är osäker och vill att du avgör.');
    await rolf.expectText(questionText('attack'));
    await rolf.picture('triage-asked-rolf', 'Någon är osäker');
    await rolf.phonePicture('triage-asked-rolf-phone', 'Någon är osäker');
    await rolf.fill('Varför?', 'Det är en åsikt om en tjänst, och ingen pekas ut.');
    await rolf.click('Behåll', 'Någon är osäker');
    await rolf.expectText('Låt inlägget stå kvar.');
    await rolf.picture('triage-kept-rolf', 'Låt inlägget stå kvar.');
    await anna.expectCards('Ärendet är klart.', 2);
    await anna.picture('triage-kept-anna', 'Låt inlägget stå kvar.');
  });
}
