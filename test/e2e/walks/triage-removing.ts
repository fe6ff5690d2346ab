/** A hateful comment: secured, registered, removed, answered – in that order, with the registrar in another window. */
import { png } from '../../support/pictures';
import { answers, describes, isSafe, questionText } from '../support/questions';
import type { TriageStage } from '../triage.e2e';

const LINK = 'https://www.instagram.com/p/abc/c/1/';
const TEXT = 'De där borde inte få bo här.';

export function removing(stage: () => TriageStage): void {
  it('G-7.1b2: Anna sends the link, and is asked about danger before anything else', async () => {
    const { anna } = stage().windows;

    await anna.say(`bedöm inlägg ${LINK}`);
    await anna.expectText('Steg 1 av 3');
    await anna.picture('triage-safety-anna', 'Steg 1 av 3');
    await anna.phonePicture('triage-safety-anna-phone', 'Steg 1 av 3');
    await isSafe(anna);
    expect(await anna.value('Länk till inlägget')).toBe(LINK);
    await anna.picture('triage-describe-anna', 'Steg 2 av 3');
    await anna.phonePicture('triage-describe-anna-phone', 'Steg 2 av 3');
    await describes(anna, TEXT);
  });

  it('G-7.1b: turns the pages of the questions; a missing answer opens its page, and nothing given is lost', async () => {
    const { anna } = stage().windows;

    await anna.picture('triage-questions-anna', 'Steg 3 av 3');
    await anna.phonePicture('triage-questions-anna-phone', 'Steg 3 av 3');
    await answers(anna, { hatred: 'Ja' }, ['secret']);
    await anna.expectText('Något saknas. Se nedan.');
    await anna.expectText('Fråga 5 till 8 av 11');
    await anna.picture('triage-questions-problem-anna', 'Steg 3 av 3');
    await anna.choose(questionText('secret'), 'Nej');
    await anna.click('Fler frågor', 'Steg 3 av 3');
    await anna.picture('triage-questions-last-anna', 'Steg 3 av 3');
    await anna.click('Se förslaget', 'Steg 3 av 3');
    await anna.expectText('Inlägget kan beröra reglerna om hets mot folkgrupp och trakasserier.');
    await anna.picture('triage-suggested-anna', 'Mitt förslag');
    await anna.phonePicture('triage-suggested-anna-phone', 'Mitt förslag');
    await anna.click('Visa mer', 'Mitt förslag');
    await anna.picture('triage-suggested-more-anna', 'Mitt förslag');
    await anna.click('Välj något annat', 'Mitt förslag');
    await anna.picture('triage-suggested-other-anna', 'Mitt förslag');
    await anna.click('Välj något annat', 'Mitt förslag');
  });

  it('G-7.1c: she secures it with a picture in the chat and one by the upload page', async () => {
    const { anna } = stage().windows;

    await anna.click('Gör så', 'Mitt förslag');
    await anna.expectText('Ta en skärmdump och skicka den här.');
    await anna.picture('triage-evidence-anna', 'Ska säkras');
    await anna.sendPicture(stage().pictureUrl('hets'));
    await anna.expectText('Bilden är sparad. Skicka nu ärendet till registratorn.');
    await anna.picture('triage-secured-anna', 'Ska säkras');
    await anna.click('Lägg till en bild', 'Ska säkras');
    const page = await anna.follow('Öppna sidan', 'Ska säkras');
    await page.getByRole('heading', { name: 'Bevis' }).waitFor();
    await page.setInputFiles('#pick', [
      { name: 'sidan.png', mimeType: 'image/png', buffer: png({ seed: 5, bytes: 300_000 }) },
    ]);
    await page.locator('.files li').nth(1).waitFor();
    await anna.pagePicture(page, 'triage-upload-anna');
    await page.getByRole('button', { name: 'Klar' }).click();
    await page.close();
    await anna.expectText('2 bilder');
    await anna.picture('triage-two-pictures-anna', 'Ska säkras');
    await anna.click('Skicka till registratorn', 'Ska säkras');
    await anna.expectText('Registratorn har fått allt som behövs. Ta inte bort något än.');
    await anna.picture('triage-registration-anna', 'Väntar på registratorn');
  });

  it('G-7.1c: Rolf has everything to paste, and only his number lets it be removed', async () => {
    const { anna, rolf } = stage().windows;

    await rolf.expectText('Att klistra in i diariet');
    await rolf.picture('triage-package-rolf', 'Att klistra in i diariet');
    await rolf.phonePicture('triage-package-rolf-phone', 'Att klistra in i diariet');
    await rolf.click('Behöver inte diarieföras', 'Att klistra in i diariet');
    await rolf.picture('triage-package-other-rolf', 'Att klistra in i diariet');
    await rolf.click('Behöver inte diarieföras', 'Att klistra in i diariet');
    await rolf.fill('Diarienummer', 'KFN-2026-00123');
    await rolf.click('Spara numret', 'Att klistra in i diariet');
    await rolf.expectText('Diarienummer KFN-2026-00123, Rolf Registrator');
    await rolf.picture('triage-registered-rolf', 'Ska tas bort');
    await anna.expectText('Nu kan du ta bort inlägget.');
    await anna.picture('triage-removal-anna', 'Ska tas bort');
    await anna.phonePicture('triage-removal-anna-phone', 'Ska tas bort');
  });

  it('G-7.1c: she says that it is removed and answered, and both have the receipt', async () => {
    const { anna, rolf } = stage().windows;

    await anna.click('Borttaget', 'Ska tas bort');
    await anna.expectText('Svar att kopiera');
    await anna.picture('triage-telling-anna', 'Ska besvaras');
    await anna.click('Jag har svarat', 'Ska besvaras');
    await anna.expectText('Ärendet är klart.');
    await anna.picture('triage-done-anna', 'Ärendet är klart.');
    await anna.phonePicture('triage-done-anna-phone', 'Ärendet är klart.');
    await rolf.expectText('Ärendet är klart.');
    await rolf.picture('triage-done-rolf', 'Ärendet är klart.');
  });
}
