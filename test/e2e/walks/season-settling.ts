/** What does not go by itself: an account that is another's, a picture that never comes, and who is told of it when. */
import type { SeasonStage } from '../season.e2e';

export function settling(stage: () => SeasonStage): void {
  it('G-7.3b: "not mine" comes to Karin, who names Emma; Emma gets it in English, and Anna is rid of it', async () => {
    const { anna, emma, karin } = stage().windows;

    await anna.say('skärmdump');
    await anna.clickRow('Öppna', 'kulturskolan');
    await anna.click('Inte mitt konto', 'kulturskolan');
    await anna.fill('Vem ansvarar för kontot?', 'Emma tog över i våras.');
    await anna.picture('season-not-mine-anna', 'kulturskolan');
    await anna.click('Skicka till kommunikatören', 'kulturskolan');
    await anna.expectText('Kommunikatören tar det vidare');
    await anna.picture('season-disputed-anna', 'Kommunikatören tar det vidare');

    await karin.expectText('Emma tog över i våras.');
    await karin.picture('season-disputed-karin', 'kulturskolan');
    await karin.phonePicture('season-disputed-karin-phone', 'kulturskolan');
    await karin.click('Byt ansvarig', 'kulturskolan');
    await karin.fill('Ny ansvarig', 'Emma English');
    await karin.picture('season-assign-karin', 'kulturskolan');
    await karin.click('Spara ny ansvarig', 'kulturskolan');
    await karin.expectText('Emma English är ansvarig och får påminnelser.');
    await karin.picture('season-assigned-karin', 'kulturskolan');
    await emma.expectText('kulturskolan');
    await emma.picture('en-season-assigned', 'kulturskolan');
    await anna.expectText('Du ansvarar inte för det här kontot.');
    await anna.picture('season-rid-anna', 'Du ansvarar inte för det här kontot.');
  });

  it('G-7.3b, G-7.3d: who is told goes from Anna, on the day she chose, to Karin and at last to Rolf', async () => {
    const { anna, karin, rolf } = stage().windows;

    await stage().restart('2026-09-24T08:30:57+02:00');
    await anna.expectCards(/badhuset[^]*Väntar på bild/, 2);
    await anna.picture('season-again-anna', 'badhuset');
    await stage().restart('2026-10-06T08:30:57+02:00');
    await karin.expectText('Skärmdumpen av badhuset (Instagram) saknas.');
    await karin.picture('season-day-karin', 'Dagens påminnelser');
    await stage().restart('2026-10-13T08:30:57+02:00');
    await rolf.expectText('Skärmdumpen av badhuset (Instagram) saknas.');
    await rolf.picture('season-day-rolf', 'Dagens påminnelser');
    await rolf.clickRow('Öppna', 'badhuset');
    await rolf.expectText('Anna Anställd är ansvarig och får påminnelser.');
    await rolf.picture('season-office-rolf', 'badhuset');
  });

  it('G-7.3d: Karin sees how it stands, reminds, sends for somebody, and gives a reason where none will come', async () => {
    const { anna, karin } = stage().windows;

    await karin.say('arkivläge');
    await karin.expectText('60 procent klara');
    await karin.picture('season-overview-karin', 'Arkivläge');
    await karin.phonePicture('season-overview-karin-phone', 'Arkivläge');
    await karin.clickRow('Öppna', 'badhuset');
    await karin.picture('season-office-karin', 'badhuset');
    await karin.phonePicture('season-office-karin-phone', 'badhuset');
    await karin.click('Påminn igen', 'badhuset');
    await anna.expectCards('Väntar på bild', 2);
    await karin.click('Ladda upp åt den ansvariga', 'badhuset');
    await karin.expectText('Länken är din egen');
    await karin.picture('season-for-karin', 'badhuset');

    await karin.say('arkivläge');
    await karin.clickRow('Öppna', 'kulturskolan');
    await karin.click('Bild går inte att få', 'kulturskolan');
    await karin.fill('Skäl', 'Kontot är låst av plattformen.');
    await karin.click('Bild går inte att få', 'kulturskolan');
    await karin.expectText('Ingen bild behövs');
    await karin.picture('season-impossible-karin', 'kulturskolan');
  });
}
