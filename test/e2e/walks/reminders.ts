/** The message of the day: what has waited too long, and the way to it. */
import { atTime, dayIn, plusWorkingDays } from '../../../src/kernel/calendar';
import type { Stage } from '../support/stage';

const ZONE = 'Europe/Stockholm';
/** Working days; by then the guideline has told the decider of everything that waits. */
const LATER = 4;

export function reminders(stage: () => Stage<'karin'>): void {
  it('after three working days Karin is reminded once, of everything, and opens a matter from there', async () => {
    const { karin } = stage().windows;
    const today = dayIn(ZONE, new Date().toISOString());

    await stage().restart(atTime(ZONE, plusWorkingDays(today, LATER), '09:00'));
    await karin.expectText('Dagens påminnelser');
    await karin.picture('day-karin', 'Dagens påminnelser');
    await karin.phonePicture('day-karin-phone', 'Dagens påminnelser');
    await karin.click('Öppna', 'Dagens påminnelser');
    // Whatever it is, its card says what has happened.
    await karin.expectText('Det här har hänt');
    await karin.picture('day-opened-karin', 'Det här har hänt');
  });
}
