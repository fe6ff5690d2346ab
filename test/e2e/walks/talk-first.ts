/** Talk first: the applicant asks for it, the communicator proposes a time and writes down what was agreed. */
import { dayIn, plusDays } from '../../../src/kernel/calendar';
import { fillStep, STEPS } from '../support/form';
import type { Stage } from '../support/stage';

const HANDLE = '@kulturnatten.demo';
const AGREED = 'Ni börjar med Instagram och bara under Kulturnatten. Bo är med på bilderna.';

export function talkFirst(stage: () => Stage<'anna' | 'karin'>): void {
  it('G-2.0: Anna asks to talk before she has written much, and Karin proposes a time', async () => {
    const { anna, karin } = stage().windows;
    const tomorrow = plusDays(dayIn('Europe/Stockholm', new Date().toISOString()), 1);

    await anna.say('ny ansökan');
    await fillStep(anna, 1, { handle: HANDLE });
    await anna.click('Jag vill prata först');
    await anna.expectText('Du har bett Karin Kommunikatör, Kim Kollega höra av sig.');
    await anna.picture('talk-asked-anna');

    await karin.expectText('Anna Anställd vill prata med dig innan ansökan skickas in.');
    await karin.picture('talk-asked-karin', HANDLE);
    await karin.fill('Vilken dag?', tomorrow);
    await karin.click('Föreslå tid');
    await karin.expectText('Svaret saknas.');
    await karin.picture('talk-problem-karin', HANDLE);
    await karin.fill('Vilken tid?', '10.00 i Teams');
    await karin.click('Föreslå tid');
    await karin.expectText(/Karin Kommunikatör har föreslagit Anna Anställd .*10\.00 i Teams/);
    await karin.picture('talk-proposed-karin', HANDLE);

    await anna.expectText(/Karin Kommunikatör föreslår .*, 10\.00 i Teams\./);
    await anna.picture('talk-proposed-anna');
    await anna.phonePicture('talk-proposed-anna-phone');
  });

  it('G-4.2a: what they agreed follows the application, and Karin approves', async () => {
    const { anna, karin } = stage().windows;

    await karin.fill('Vad kom ni fram till?', AGREED);
    await karin.click('Vi har pratat');
    await karin.expectText('Ni har pratat. Nu gör Anna Anställd klart ansökan.');
    await karin.picture('talk-held-karin', HANDLE);
    await anna.expectText('Karin Kommunikatör skrev att ni pratade');
    await anna.picture('talk-held-anna');

    await anna.click('Nästa');
    for (let step = 2; step < STEPS.length; step += 1) {
      await fillStep(anna, step);
      await anna.click('Nästa');
    }
    await anna.expectText(`Steg ${STEPS.length} av ${STEPS.length}`);
    await anna.expectText('Karin Kommunikatör skrev att ni pratade');
    await anna.picture('talk-last-step-anna');
    await anna.click('Skicka in');
    await anna.expectText('Tack! Ansökan är skickad till Karin Kommunikatör');
    await karin.expectText('Anna Anställd vill starta kontot.');
    await karin.expectText(AGREED);
    await karin.picture('talk-decide-karin', 'Läs svaren och fatta beslut.');
    await karin.click('Godkänn', HANDLE);
    await karin.expectText('Karin Kommunikatör godkände ansökan.');
    await karin.picture('talk-approved-karin', HANDLE);
  });
}
