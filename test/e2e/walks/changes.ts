/** Changes: two questions at their places, answered, and marked for the decider. */
import { apply, labelOf } from '../support/form';
import type { Stage } from '../support/stage';

const HANDLE = '@sommarlov.demo';
const ABOUT_PURPOSE = 'Hur ofta blir det nya böcker?';
const ABOUT_WORK = 'Vem svarar på sommaren?';
const PURPOSE = 'Visa fem nya böcker i veckan och svara på frågor.';
const WORK = 'Två av oss turas om varje vecka. I juli svarar Bo.';

export function changes(stage: () => Stage<'anna' | 'karin'>): void {
  it('Karin asks about two answers, and Anna sees each question at its place', async () => {
    const { anna, karin } = stage().windows;

    await apply(anna, { changed: { handle: HANDLE } });
    await karin.expectText(HANDLE);
    await karin.click('Begär komplettering', HANDLE);
    await karin.expectText('Svaret saknas.');
    await karin.picture('changes-problem-karin', HANDLE);
    await karin.fill('Ditt meddelande', ABOUT_PURPOSE);
    await karin.choose('Vilket svar behöver kompletteras?', labelOf('purpose'));
    await karin.click('Begär komplettering', HANDLE);
    await karin.expectText('Anna Anställd har fått frågor.');
    await karin.picture('changes-asked-karin', HANDLE);
    await karin.fill('Vill du veta mer?', ABOUT_WORK);
    await karin.choose('Vilket svar behöver kompletteras?', labelOf('organisation'));
    await karin.click('Begär komplettering', HANDLE);
    await karin.expectText(ABOUT_WORK);
    await karin.picture('changes-asked-two-karin', HANDLE);

    await anna.expectText(`Karin Kommunikatör frågar: ${ABOUT_PURPOSE}`);
    await anna.picture('changes-1-anna');
    await anna.phonePicture('changes-1-anna-phone');
    await anna.fill(labelOf('purpose'), PURPOSE);
    await anna.click('Nästa');
    await anna.expectText(`Karin Kommunikatör frågar: ${ABOUT_WORK}`);
    await anna.picture('changes-2-anna');
    await anna.fill(labelOf('organisation'), WORK);
    await anna.click('Skicka in');
    await anna.expectText('Tack! Ansökan är skickad till');
    await anna.picture('changes-answered-anna', HANDLE);
  });

  it('Karin sees what changed, and approves', async () => {
    const { karin } = stage().windows;

    await karin.expectText('Anna Anställd har svarat på frågorna.');
    await karin.expectText('Ändrat sedan sist');
    await karin.picture('changes-decide-karin', HANDLE);
    await karin.click('Visa eller dölj alla svar', HANDLE);
    await karin.expectText(`${labelOf('purpose')} (ändrat)`);
    await karin.picture('changes-decide-all-karin', HANDLE);
    await karin.click('Godkänn', HANDLE);
    await karin.expectText('Karin Kommunikatör godkände ansökan.');
  });
}
