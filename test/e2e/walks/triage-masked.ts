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

    await anna.expectText('Skyddat ärende');
    await anna.picture('triage-secret-anna', 'Skyddat ärende');
    await anna.phonePicture('triage-secret-anna-phone', 'Skyddat ärende');
    await anna.expectNoText('hemtjänst');
    await anna.say('att göra');
    await anna.expectText('Inget väntar på dig just nu.');

    await rolf.say('att göra');
    await rolf.expectText('Min granne Eva har hemtjänst');
    await rolf.picture('triage-secret-rolf', 'reglerna om sekretess');
    await rolf.click('Låt någon mer läsa', 'reglerna om sekretess');
    await rolf.picture('triage-secret-name-rolf', 'reglerna om sekretess');
    await rolf.fill('Vem får läsa?', 'Anna Anställd');
    await rolf.click('Låt personen läsa', 'reglerna om sekretess');
    await anna.expectText('Min granne Eva har hemtjänst');
    await anna.picture('triage-secret-named-anna', 'hemtjänst');
  });
}
