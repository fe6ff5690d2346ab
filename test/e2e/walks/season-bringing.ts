/** The first days of a season: one message, a picture in the chat, pictures by the upload page, later, and in English. */
import { png } from '../../support/pictures';
import type { SeasonStage } from '../season.e2e';
import { openOnPhone } from '../support/phone';

const file = (name: string, seed: number, bytes: number) => ({
  name,
  mimeType: 'image/png',
  buffer: png({ seed, bytes }),
});

export function bringing(stage: () => SeasonStage): void {
  it('G-7.3b: on the first morning Anna gets one message for all her accounts, and Emma a card in English', async () => {
    const { anna, emma } = stage().windows;
    await anna.expectText('Vad vill du göra?');
    await emma.expectText('Hello! I help you');

    await stage().restart('2026-09-15T08:30:57+02:00');
    await anna.expectText('Nu är det dags för skärmdump av museet (Instagram).');
    await anna.picture('season-day-anna', 'Dagens påminnelser');
    await anna.phonePicture('season-day-anna-phone', 'Dagens påminnelser');
    await emma.expectText('Screenshot for autumn 2026');
    await emma.picture('en-season-card', 'konsthallen');

    await anna.clickRow('Öppna', 'biblioteket');
    await anna.expectText('Väntar på bild');
    await anna.picture('season-card-anna', 'Väntar på bild');
    await anna.phonePicture('season-card-anna-phone', 'Väntar på bild');
  });

  it('G-7.3c: she answers with a picture, says which account it shows, and the card is a receipt', async () => {
    const { anna } = stage().windows;

    await anna.sendPicture(stage().pictureUrl('biblioteket'));
    await anna.expectText('Vad hör bilden till?');
    await anna.picture('season-which-anna');
    await anna.clickRow('Välj', 'biblioteket');
    await anna.expectText('Tack! Bilden är sparad.');
    await anna.picture('season-done-anna', 'Tack! Bilden är sparad.');
    await anna.expectNoText('Väntar på bild');
  });

  it('G-7.3c: three pictures come in by the upload page, and what is none is refused with what to do', async () => {
    const { anna } = stage().windows;

    await anna.say('skärmdump');
    await anna.expectText('De här väntar på bild.');
    await anna.picture('season-list-anna', 'De här väntar på bild.');
    await anna.clickRow('Öppna', 'museet');
    await anna.click('Ladda upp', 'museet');
    await anna.expectText('Länken är din egen');
    await anna.picture('season-link-anna', 'Länken är din egen');
    const page = await anna.follow('Öppna sidan', 'museet');

    await page.getByRole('heading', { name: 'Skärmdump för hösten 2026' }).waitFor();
    await page.setInputFiles('#pick', [
      file('profil.png', 1, 3_000_000),
      { name: 'anteckning.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)">') },
      file('inlägg.png', 2, 5_000_000),
      file('svar.png', 3, 900_000),
    ]);
    await page.locator('#sending progress').first().waitFor();
    await anna.pagePicture(page, 'upload-under-way');
    await page.locator('.files li').nth(2).waitFor();
    expect(await page.locator('#sending li.refused').innerText()).toContain('anteckning.png');
    await anna.pagePicture(page, 'upload-in');
    await page.getByRole('button', { name: 'Klar' }).click();
    await page.getByRole('heading', { name: 'Tack! Bilderna är inne.' }).waitFor();
    await anna.pagePicture(page, 'upload-done');
    await page.close();

    await anna.expectText('Tack! 3 bilder är sparade.');
    await anna.picture('season-uploaded-anna', 'Tack! 3 bilder är sparade.');
  });

  it('G-7.3b: what she puts off comes back on its day', async () => {
    const { anna } = stage().windows;

    await anna.say('skärmdump');
    await anna.clickRow('Öppna', 'badhuset');
    await anna.click('Påminn mig senare', 'badhuset');
    await anna.fill('Påminn mig den', '2026-10-20');
    await anna.picture('season-later-anna', 'badhuset');
    await anna.click('Påminn mig då', 'badhuset');
    await anna.expectText('Välj en dag, senast fredag 25 september.');
    await anna.picture('season-later-problem-anna', 'badhuset');
    await anna.fill('Påminn mig den', '2026-09-24');
    await anna.click('Påminn mig då', 'badhuset');
    await anna.expectText('påminns torsdag 24 september');
    await anna.picture('season-put-off-anna', 'påminns torsdag 24 september');
  });

  it('in English: Emma sends her picture from a phone', async () => {
    const { emma } = stage().windows;

    await emma.click('Upload', 'konsthallen');
    const opened = await emma.follow('Open the page', 'konsthallen');
    const page = await openOnPhone(stage().browser, opened);
    await page.getByRole('heading', { name: 'Screenshot for autumn 2026' }).waitFor();
    await page.setInputFiles('#pick', [file('screen.png', 7, 400_000)]);
    await page.locator('.files li').first().waitFor();
    await emma.pagePicture(page, 'en-upload-phone');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('heading', { name: 'Thank you! The pictures are in.' }).waitFor();
    await page.context().close();

    await emma.expectText('Thank you. The picture is saved.');
    await emma.picture('en-season-done', 'konsthallen');
    await emma.say('screenshot');
    await emma.expectText('No screenshot waits for you');
  });
}
