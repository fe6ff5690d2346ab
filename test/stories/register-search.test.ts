/** Finding accounts in the register: search and choices, one's own, words behind a phrase, and what stays hidden. */
import type { Store } from '../../src/ports/store';
import { account, seedAccounts } from '../support/accounts';
import { buttonsOf, dataOf, edited, inputsOf, nodesOf, openRow, rowsOf } from '../support/card-parts';
import { PEOPLE, type Chat } from '../support/house';
import { renderCard } from '../support/render-card';
import { onBothStores } from '../support/stores';

const VERA = { id: PEOPLE.vera.aad, name: 'Vera Vårdkommunikatör' };
const ACCOUNTS = [
  account({ handle: 'badet', unit: 'Himlabadet', purpose: 'Visa öppettider.' }),
  account({ handle: 'böckerna', department: 'bibliotek' }),
  account({ handle: 'boendet', department: 'vard-omsorg', platform: 'facebook', platformName: 'Facebook' }),
  account({
    handle: 'hemma',
    department: 'vard-omsorg',
    unit: 'Hemtjänsten',
    responsible: VERA,
    deputies: [],
  }),
  account({ handle: 'gammalt', status: 'reserved', unit: 'Museet', responsible: VERA, deputies: [] }),
];
const MANY = Array.from({ length: 25 }, (_, at) =>
  account({
    handle: `konto${String(at).padStart(2, '0')}`,
    ...(at % 2 === 0 ? {} : { platform: 'facebook', platformName: 'Facebook' }),
  }),
);

/** Names of the accounts on the card, in order. */
function names(chat: Chat): readonly string[] {
  return rowsOf(chat.card()).map((row) => row.split('\n')[0] ?? '');
}

onBothStores('the register, searched', (open) => {
  it('G-7.2a: is searched and filtered in the list, and shows everything again', async () => {
    const house = await open(['sara']);
    const sara = house.chat('sara');
    await seedAccounts(house.store, ACCOUNTS);
    await sara.say('förteckning');

    const found = await sara.click('Visa', { words: 'hemtjansten', status: 'active' });
    expect(names(sara)).toEqual(['hemma']);
    expect(found.text).toContain('Valt: \nAktivt · Sökord: hemtjansten\n1 konto');
    expect(inputsOf(sara.card())).toMatchObject({ words: 'hemtjansten', status: 'active', platform: '*' });

    await sara.click('Visa', { department: 'vard-omsorg', responsible: 'vera' });
    expect(names(sara)).toEqual(['hemma']);
    await sara.click('Visa', { platform: 'facebook' });
    expect(names(sara)).toEqual(['boendet']);

    const nothing = await sara.click('Visa', { platform: 'facebook', words: 'finns inte' });
    expect(nothing.text).toContain('Inget konto passar.');
    // The client sends what stands in the inputs with this button too.
    const all = await sara.click('Visa alla', { platform: 'facebook', words: 'finns inte' });
    expect(all.text).toContain('5 konton');
    expect(all.text).not.toContain('Valt:');
  });

  it('G-7.2a: keeps to what was chosen from page to page, whatever is typed meanwhile', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await seedAccounts(house.store, MANY);
    await anna.say('förteckning');

    const first = await anna.click('Visa', { platform: 'instagram' });
    const second = await anna.click('Nästa', { platform: 'facebook', words: 'konto01' });
    const names2 = names(anna);
    const back = await anna.click('Föregående', { platform: '*', words: '' });

    expect(first.text).toContain('13 konton · sida 1 av 2');
    expect(second.text).toContain('Valt: \nInstagram\n13 konton · sida 2 av 2');
    expect(names2).toEqual(['konto20', 'konto22', 'konto24']);
    expect(back.text).toContain('Valt: \nInstagram\n13 konton · sida 1 av 2');
  });

  it('G-7.2b: shows a communicator, a deputy and a registrar their own part with one click', async () => {
    const house = await open(['karin', 'kim', 'rolf', 'sara', 'anna']);
    await seedAccounts(house.store, ACCOUNTS);

    for (const who of ['karin', 'kim'] as const) {
      const chat = house.chat(who);
      await chat.say('förteckning');
      const own = await chat.click('Bara min förvaltning');

      expect(own.text).toContain('Valt: \nKultur och fritid, Biblioteken');
      expect(names(chat)).toEqual(['böckerna', 'badet', 'gammalt']);
    }
    const rolf = house.chat('rolf');
    await rolf.say('min förvaltning');
    expect(names(rolf)).toEqual(['böckerna', 'badet', 'gammalt', 'boendet', 'hemma']);
    for (const who of ['sara', 'anna'] as const) {
      const chat = house.chat(who);
      await chat.say('förteckning');
      expect(buttonsOf(chat.card())).not.toContain('Bara min förvaltning');
    }
  });

  it('G-7.2b: finds an account by its responsible person only for those who may see that person', async () => {
    const house = await open(['karin']);
    await seedAccounts(house.store, ACCOUNTS);
    const found = async (who: keyof typeof PEOPLE): Promise<readonly string[]> => {
      const chat = house.chat(who);
      await chat.say('förteckning');
      await chat.click('Visa', { words: 'anna anställd' });
      const searched = names(chat);
      // Also when the card has no such input.
      await chat.send(edited(chat.clickOf('Visa alla'), { data: { responsible: 'anna anställd' } }));
      expect(names(chat)).toEqual(searched);
      return searched;
    };

    expect(await found('sara')).toEqual(['böckerna', 'badet', 'boendet']);
    expect(await found('dag')).toEqual(['böckerna', 'badet', 'boendet']);
    expect(await found('karin')).toEqual(['böckerna', 'badet']);
    expect(await found('vera')).toEqual(['boendet']);
    expect(await found('anna')).toEqual(['böckerna', 'badet', 'boendet']);
    expect(await found('bo')).toEqual(['böckerna', 'badet', 'boendet']);
    expect(await found('nils')).toEqual([]);
  });

  it('hears words behind a phrase, and takes names of platforms and departments for choices', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await seedAccounts(house.store, ACCOUNTS);

    const said = async (text: string): Promise<readonly string[]> => {
      await anna.say(text);
      return names(anna);
    };

    expect(await said('förteckning facebook')).toEqual(['boendet']);
    expect(anna.text()).toContain('Valt: \nFacebook');
    expect(await said('register badet')).toEqual(['badet']);
    expect(anna.text()).toContain('Sökord: badet');
    expect(await said('visa konton kultur')).toEqual(['badet', 'gammalt']);
    expect(anna.text()).toContain('Valt: \nKultur och fritid');
    expect(await said('alla konton i biblioteken på instagram')).toEqual(['böckerna']);
    expect(await said('register himlabadt')).toEqual(['badet']);
    expect(anna.text()).toContain('Inget konto har just de orden.');
    expect(await said('mina konton')).toEqual(['böckerna', 'badet', 'boendet']);
    expect(await said('förteckning')).toHaveLength(5);
    expect(await said('förtekning!')).toHaveLength(5);
  });

  it('G-7.2a: tells people among their own cases which accounts they answer for', async () => {
    const house = await open(['anna', 'bo', 'vera', 'karin']);
    await seedAccounts(house.store, ACCOUNTS);
    const [anna, vera] = [house.chat('anna'), house.chat('vera')];

    await anna.say('mina ärenden');
    expect(rowsOf(anna.card())).toHaveLength(3);
    expect(anna.text()).toContain(
      'badet\nInstagram · Himlabadet · Kultur och fritid\nKonto i förteckningen · Aktivt\nDu ansvarar för kontot.',
    );
    const opened = await openRow(anna, 'badet');
    expect(opened.text).toContain('Konto i sociala medier');

    expect(await house.chat('bo').say('mina ärenden')).toContain('Du är ersättare för den som ansvarar.');
    await vera.say('mina ärenden');
    expect(rowsOf(vera.card()).join()).toContain('Kontot är stängt. Du behöver inte göra något.');
    expect(await house.chat('karin').say('mina ärenden')).toContain('Du har inga ärenden.');
  });

  it.each([
    ['a date', '{{DATE(2026-11-17T06:08:39Z)}}'],
    ['a link', '[tryck](http://example.com)'],
    ['HTML', '<b>fet</b>'],
    ['a regular expression', '.*(a+)+$'],
    ['a binding', '${title}'],
    ['five hundred characters', 'å'.repeat(500)],
  ])('shows what was looked for as it was typed: %s', async (_, words) => {
    const house = await open(['sara']);
    const sara = house.chat('sara');
    await seedAccounts(house.store, ACCOUNTS);

    await sara.say(`register ${words}`);
    const cards = [sara.card()];
    await sara.click('Visa', { words, responsible: words, department: words });
    cards.push(sara.card());
    await sara.click('Visa');
    cards.push(sara.card());

    const line = `Sökord: ${words.slice(0, 100)}`.replace('{{', '{\u2060{');
    for (const card of cards.slice(0, 2)) {
      const { element, problems } = renderCard(card);
      expect(problems).toEqual([]);
      expect(JSON.stringify(card)).not.toContain('{{');
      expect([...element.querySelectorAll('.ac-textRun')].some((run) => run.textContent.includes(line))).toBe(
        true,
      );
      expect(element.querySelectorAll('a[href], b, script')).toHaveLength(0);
    }
    expect(rowsOf(cards[2])).toHaveLength(5);
    expect(house.alerts).toEqual([]);
  });

  it('takes choices that do not exist as none, and what is no choice not at all', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await seedAccounts(house.store, MANY);
    await anna.say('förteckning');
    const next = anna.clickOf('Nästa');
    const told = async (data: Readonly<Record<string, unknown>>): Promise<string> =>
      (await anna.send(edited(next, { data: { ...dataOf(next), ...data } }))).text;

    const unknown = { department: 'nowhere', platform: '../x', status: 'culled' };
    expect(await told({ shown: unknown })).toContain('25 konton · sida 2 av 3');
    expect(await told({ shown: unknown })).not.toContain('Valt:');
    expect(await told({ shown: { words: 'konto0' }, page: 99 })).toContain('10 konton');
    expect(await told({ shown: { words: 'x'.repeat(20_000) } })).toContain('Inget konto passar.');
    for (const odd of [{ shown: 'x' }, { shown: { words: 7 } }, { words: {} }, { page: 'två' }, { page: -1 }])
      expect(await told(odd)).toContain('Jag kunde inte läsa det som kom från kortet.');
    expect(house.alerts).toEqual([]);
  });

  it('reads no account by itself, however many are shown and searched', async () => {
    const read: string[] = [];
    const counting = (store: Store): Store => ({
      ...store,
      withPatience: (patience) => counting(store.withPatience(patience)),
      get: (pk, id) => {
        if (pk.endsWith('/account')) read.push(id);
        return store.get(pk, id);
      },
    });
    const house = await open(['karin'], { wrap: counting });
    const karin = house.chat('karin');
    await seedAccounts(house.store, MANY);

    await karin.say('förteckning');
    await karin.click('Visa', { words: 'konto', responsible: 'anna' });
    await karin.click('Nästa');
    await karin.say('mina ärenden');
    expect(read).toEqual([]);

    await karin.say('förteckning');
    await openRow(karin, 'konto03');
    expect(read.length).toBeGreaterThan(0);
    expect(nodesOf(karin.card()).some(({ text }) => text === 'konto03')).toBe(true);
  });
});
