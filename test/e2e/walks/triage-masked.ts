/** A post that may be secret: whoever answers for the account sees the number alone, the registrar everything (G-7.1b6). */
import { answers, describes, isSafe } from '../support/questions';
import type { TriageStage } from '../triage.e2e';

const TEXT = 'Min granne Eva har hemtjänst för sin sjukdom.';

export function masked(stage: () => TriageStage): void {
  it('G-7.1b6: Bo reports it; Anna, who answers for the account, sees a number, and Rolf all of it', async () => {
    const { anna, bo, rolf } = stage().windows;

    await bo.say('bedöm inlägg');
    await isSafe(bo);
    await describes(bo, TEXT, 'https://www.instagram.com/p/abc/c/4/');
    await answers(bo, { secret: 'Ja' });
    await bo.expectText('Inlägget kan beröra reglerna om sekretess.');
    await bo.picture('triage-secret-bo', 'reglerna om sekretess');

    await anna.say('att göra');
    await anna.windowPicture('triage-secret-todo-anna');
    await anna.expectNoText('hemtjänst');

    await rolf.say('att göra');
    await rolf.windowPicture('triage-secret-todo-rolf');
  });
}
