/** A post of little importance: one proposes to cull it, a second person agrees or it stays. */
import { answers, describes, isSafe } from '../support/questions';
import type { TriageStage } from '../triage.e2e';

const CONFIRMED = [
  'Allas rätt till insyn är kvar.',
  'Inlägget behövs inte i domstol.',
  'Inlägget behövs inte i kommunens arbete.',
  'Inlägget behövs inte i forskning.',
];

export function culling(stage: () => TriageStage): void {
  it('G-7.4: Anna gives a reason and confirms four things, and Karin is the second person', async () => {
    const { anna, karin } = stage().windows;

    await anna.say('bedöm inlägg');
    await isSafe(anna);
    await describes(anna, 'Tack, då vet jag!', 'https://www.instagram.com/p/abc/c/3/');
    await answers(anna, { minor: 'Ja' });
    await anna.expectText('Inlägget får gallras, om två personer är överens.');
    await anna.click('Gallra', 'får gallras');
    await anna.picture('triage-cull-anna', 'får gallras');
    await anna.click('Föreslå att gallra', 'får gallras');
    await anna.expectText('Något saknas. Se nedan.');
    await anna.picture('triage-cull-problem-anna', 'Något saknas.');
    await anna.choose('Varför får det gallras?', 'Inlägget är inte aktuellt längre.');
    for (const title of CONFIRMED) await anna.tick(title);
    await anna.click('Föreslå att gallra', 'Något saknas.');
    await anna.expectText('En person till ska hålla med innan något rensas bort.');
    await anna.picture('triage-cull-waits-anna', 'En person till');

    await karin.expectText('Titta igenom skälet och säg om du håller med.');
    await karin.picture('triage-cull-karin', 'Titta igenom skälet');
    await karin.phonePicture('triage-cull-karin-phone', 'Titta igenom skälet');
    await karin.click('Jag håller med', 'Titta igenom skälet');
    await karin.expectText('Karin Kommunikatör höll med om att gallra');
    await karin.picture('triage-culled-karin', 'höll med om att gallra');
    await anna.expectText('Karin Kommunikatör höll med om att gallra');
  });
}
