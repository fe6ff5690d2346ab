/** Overlap: an account like it exists, its owner says no with words, and the decider sees why there shall be another. */
import { apply } from '../support/form';
import type { Stage } from '../support/stage';

const HANDLE = '@simskolan.demo';
const WISH = {
  handle: HANDLE,
  unit: 'Simhallarna',
  purpose: 'Bilder från hallarna och tips om lediga tider i simskolan.',
  audience: 'Föräldrar till barn i simskolan.',
};
const NO = 'Vårt konto är för alla som badar. Simskolan har egna frågor.';
const REASON = 'Föräldrarna frågar mycket om grupperna. Det dränker det andra i simhallarnas konto.';

export function overlap(stage: () => Stage<'anna' | 'bo' | 'karin'>): void {
  it('Anna sees that Bo has an account like hers, and asks to join', async () => {
    const { anna, bo } = stage().windows;

    await apply(anna, { changed: WISH });
    await anna.expectText('Det finns ett konto som liknar ert');
    await anna.picture('overlap-anna');
    await anna.phonePicture('overlap-anna-phone');
    await anna.click('Be att få vara med');
    await anna.expectText('Du har bett Bo Boendestöd');
    await anna.picture('overlap-asked-anna');

    await bo.expectText('Anna Anställd vill vara med i');
    await bo.picture('overlap-asked-bo');
    await bo.click('Nej');
    await bo.expectText('Svaret saknas.');
    await bo.picture('overlap-problem-bo');
    await bo.fill('Ditt svar', NO);
    await bo.click('Nej');
    await bo.expectText('Anna Anställd frågade om att få vara med');
    await bo.picture('overlap-answered-bo');
  });

  it('Bo says no; she goes on with a reason, and Karin sees both', async () => {
    const { anna, karin } = stage().windows;

    await anna.expectText(NO);
    await anna.picture('overlap-declined-anna');
    await anna.click('Fortsätt ändå');
    await anna.expectText('Svaret saknas.');
    await anna.fill('Varför behövs ett konto till?', REASON);
    await anna.click('Fortsätt ändå');
    await anna.expectText('Tack! Ansökan är skickad till Karin Kommunikatör');
    await anna.picture('overlap-submitted-anna');

    await karin.expectText(REASON);
    await karin.picture('overlap-decide-karin', REASON);
    await karin.click('Visa eller dölj alla svar', REASON);
    await karin.picture('overlap-decide-all-karin', REASON);
  });
}
