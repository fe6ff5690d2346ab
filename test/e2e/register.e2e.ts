/** A municipality with thirty accounts and applications under way, as those with an office meet it. */
import { openStage, type Stage } from './support/stage';
import { overlap } from './walks/overlap';
import { reminders } from './walks/reminders';

let stage: Stage<'anna' | 'bo' | 'karin' | 'rolf'>;
beforeAll(async () => {
  stage = await openStage(['anna', 'bo', 'karin', 'rolf'], { past: true });
});
afterAll(() => stage.close());

describe('after months of use', () => {
  it('G-7.2: the register lists all accounts, ten at a time', async () => {
    const { rolf } = stage.windows;

    await rolf.say('förteckning');
    await rolf.expectText('30 konton · sida 1 av 3');
    await rolf.picture('register-page');
    await rolf.click('Nästa');
    await rolf.expectText('30 konton · sida 2 av 3');
    await rolf.click('Nästa');
    await rolf.expectText('30 konton · sida 3 av 3');
    await rolf.click('Öppna');
    await rolf.expectText('Konto i sociala medier');
    await rolf.picture('register-page-account', 'Konto i sociala medier');
  });

  it('G-7.2: the register is searched and filtered, and keeps to it from page to page', async () => {
    const { karin } = stage.windows;

    const search = async (): Promise<void> => {
      await karin.say('förteckning');
      await karin.click('Sök och filtrera');
      await karin.choose('Plattform', 'Instagram');
      await karin.picture('register-search', '30 konton');
      await karin.click('Visa');
      await karin.expectText('Valt: Instagram');
    };
    // The client draws its cards anew when a message comes, and folds what was unfolded: then she does it once more.
    await search().catch(search);
    await karin.picture('register-found', 'Valt: Instagram');
    await karin.click('Bara min förvaltning');
    await karin.expectText('Valt: Kultur och fritid, Biblioteken · Instagram');
    await karin.click('Visa alla');
    await karin.expectText('30 konton · sida 1 av 3');
    await karin.say('förteckning biblioteket');
    await karin.expectText('Sökord: biblioteket');
    await karin.picture('register-said', 'Sökord: biblioteket');
  });

  it('Karin finds what waits for her, oldest first, and opens it', async () => {
    const { karin } = stage.windows;

    await karin.say('hej');
    await karin.expectText('5 saker väntar på dig.');
    await karin.say('att göra');
    await karin.expectText('Det här väntar på dig. Det äldsta står först.');
    await karin.picture('to-do');
    await karin.click('Öppna');
    // Whatever it is, its card says what has happened.
    await karin.expectText('Det här har hänt');
    await karin.picture('to-do-opened', 'Det här har hänt');
  });

  it('Bo sees what he has going, and what comes next', async () => {
    const { bo } = stage.windows;

    await bo.say('mina ärenden');
    await bo.expectText('Nu kan du skapa kontot.');
    await bo.picture('my-cases-bo');
  });

  overlap(() => stage);
  reminders(() => stage);
});
