/** The register in chat: all accounts a page at a time, and one account with as much as the reader may see. */
import { account, seedAccounts } from '../support/accounts';
import { buttonsOf, dataOf, edited, nodesOf, openRow, rowsOf } from '../support/card-parts';
import { onBothStores } from '../support/stores';

const DEPARTMENTS = ['stadsbyggnad', 'kultur-fritid', 'barn-utbildning'] as const;
const ACCOUNTS = Array.from({ length: 25 }, (_, at) =>
  account({ handle: `konto${String(at).padStart(2, '0')}`, department: DEPARTMENTS[at % 3] ?? '' }),
);
const PRIVATE = ['Ansvarig', 'Anna Anställd', 'Maja Maj', 'Godkänt av', 'Bekräftat av', 'Det här har hänt'];

onBothStores('the register', (open) => {
  it('G-7.2a: shows every account once, ten at a time, by department and name', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await seedAccounts(house.store, ACCOUNTS);

    const first = await anna.say('förteckning');
    const pages = [rowsOf(anna.card())];
    await anna.click('Nästa');
    pages.push(rowsOf(anna.card()));
    await anna.click('Nästa');
    pages.push(rowsOf(anna.card()));

    expect(first).toContain('25 konton · sida 1 av 3');
    expect(pages.map(({ length }) => length)).toEqual([10, 10, 5]);
    const names = pages.flat().map((row) => row.split('\n')[0]);
    expect(new Set(names).size).toBe(25);
    expect(names.slice(0, 2)).toEqual(['konto02', 'konto05']);
    expect(pages[0]?.[0]).toContain('Instagram · Barn- och utbildningsförvaltningen\nAktivt');
    expect(buttonsOf(anna.card())).toContain('Föregående');
    expect(buttonsOf(anna.card())).not.toContain('Nästa');
  });

  it('takes a page that does not exist as the nearest one, and nothing else for a page', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await seedAccounts(house.store, ACCOUNTS);
    await anna.say('förteckning');
    const next = anna.clickOf('Nästa');

    const far = await anna.send(edited(next, { data: { ...dataOf(next), page: 9999 } }));
    const odd = await anna.send(edited(next, { data: { ...dataOf(next), page: 'två' } }));

    expect(far.text).toContain('25 konton · sida 3 av 3');
    expect(odd.text).toContain('Jag kunde inte läsa det som kom från kortet.');
  });

  it('shows an account that came in after the list was shown', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    const before = await anna.say('förteckning');

    await seedAccounts(house.store, [account({ activeSince: '2026-11-23T09:00:00.000Z' })]);
    const after = await anna.say('förteckning');

    expect(before).toContain('Det finns inga konton än.');
    expect(after).toContain('1 konto');
    expect(rowsOf(anna.card())).toEqual([expect.stringContaining('biblioteket')]);
  });

  it('G-7.2a: shows those who answer for an account its people, approvals and history', async () => {
    const house = await open(['karin']);
    await seedAccounts(house.store, [account()]);

    for (const who of ['anna', 'bo', 'karin', 'kim', 'rolf', 'sara', 'dag'] as const) {
      const chat = house.chat(who);
      await chat.say('förteckning');
      const shown = await openRow(chat, 'biblioteket');

      for (const words of PRIVATE) expect(shown.text).toContain(words);
      expect(shown.text).toContain('Kim Kollega, ersättare för Karin Kommunikatör, tisdag 1 september');
    }
  });

  it('shows everybody else the public fields only', async () => {
    const house = await open(['vera']);
    await seedAccounts(house.store, [account()]);

    for (const who of ['vera', 'nils'] as const) {
      const chat = house.chat(who);
      await chat.say('förteckning');
      const shown = await openRow(chat, 'biblioteket');

      for (const words of PRIVATE) expect(shown.text).not.toContain(words);
      expect(JSON.stringify(shown.body)).not.toContain('anna@example.se');
      expect(shown.text).toContain('Syfte\nVisa nya böcker.');
      expect(shown.text).toContain('Kontakt\nbiblioteket@example.se');
      expect(shown.text).toContain('Aktivt sedan\ntorsdag 3 september');
    }
  });

  it('leads to the account, and back to the list', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await seedAccounts(house.store, [
      account(),
      account({ handle: 'gammalt', status: 'reserved', link: 'http://x' }),
    ]);
    await anna.say('förteckning');

    const shown = await openRow(anna, 'biblioteket');
    const links = nodesOf(shown.body.value).filter(({ type }) => type === 'Action.OpenUrl');
    const back = await anna.click('Till förteckningen');
    const closed = await openRow(anna, 'gammalt');

    expect(links).toMatchObject([{ title: 'Gå till kontot', url: 'https://www.instagram.com/biblioteket/' }]);
    expect(back.text).toContain('2 konton');
    expect(closed.text).toContain('Stängt, namnet är reserverat');
    expect(JSON.stringify(closed.body)).not.toContain('Action.OpenUrl');
  });

  it('says of an account that does not exist, and of other documents, no more than that', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await seedAccounts(house.store, [account()]);
    await anna.say('förteckning');
    const click = anna.clickOf('Öppna');

    const told = async (data: Readonly<Record<string, string>>): Promise<string> =>
      (await anna.send(edited(click, { data }))).text;

    expect(await told({ kind: 'account', id: 'account-99' })).toContain('Ärendet finns inte längre.');
    expect(await told({ kind: 'claim', id: 'instagram:biblioteket' })).toContain('Du kan inte göra det här.');
    expect(await told({ kind: 'person', id: anna.who.aad })).toContain('Jag kunde inte läsa');
    expect(await told({ kind: 'account', id: '../../x' })).toContain('Jag kunde inte läsa');
  });
});
