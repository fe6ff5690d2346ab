/** Triage of a post, as people live it: questions, a suggestion, evidence, the registrar, removed, told. */
import type { Chat } from '../support/house';
import { account, seedAccounts } from '../support/accounts';
import { bytesOf, createMemoryFiles, fakeInspect } from '../support/memory-files';
import { onBothStores, type StoredHouse } from '../support/stores';

const POST = 'https://www.instagram.com/p/abc';

onBothStores('a post is assessed', (open) => {
  let house: StoredHouse;
  let anna: Chat;
  let rolf: Chat;
  beforeEach(async () => {
    house = await open(['anna', 'karin', 'rolf', 'sara'], {
      files: createMemoryFiles(),
      inspect: fakeInspect,
    });
    await seedAccounts(house.store, [account()]);
    [anna, rolf] = [house.chat('anna'), house.chat('rolf')];
  });

  async function click(chat: Chat, title: string, inputs?: Readonly<Record<string, string>>) {
    const clicked = await chat.click(title, inputs);
    await house.settle();
    return clicked;
  }

  it('register and delete', async () => {
    const out: string[] = [];
    const put = (t: string) => void process.stderr.write(t + '\n----------\n');
    void out;
    put(await anna.say(`bedöm inlägg ${POST}`));
    put((await click(anna, 'Gå vidare', { 'safety-life': 'no', 'safety-children': 'no' })).text);
    put(
      (
        await click(anna, 'Gå vidare', {
          'describe-account': 'account-01',
          'describe-what': 'comment-others',
          'describe-day': '2026-11-23',
          'describe-text': 'ni är tjuvar',
          'describe-link': POST,
        })
      ).text,
    );
    const no = Object.fromEntries(
      [
        'attack',
        'hatred',
        'violence',
        'incitement',
        'copyright',
        'secret',
        'advertising',
        'principle',
        'views',
        'proposal',
        'minor',
      ].map((q) => [`answer-${q}`, 'no']),
    );
    put((await click(anna, 'Se förslaget', { ...no, 'answer-hatred': 'yes' })).text);
    put((await click(anna, 'Gör så')).text);
    put(await anna.sendPicture(bytesOf('png a')));
    await house.settle();
    put((await click(anna, 'Skicka till registratorn')).text);
    put('ROLF ' + rolf.text());
    put((await click(rolf, 'Spara numret', { 'register-number': 'KS 2026-1' })).text);
    put('ANNA ' + anna.text());
    put((await click(anna, 'Borttaget')).text);
    put((await click(anna, 'Jag har svarat')).text);
    put('ROLF ' + rolf.text());
    put(await rolf.say('att göra'));
    put('SARA ' + house.chat('sara').text());
    console.log(out.join('\n'));
  });
});
