/** Extra captures and the close: what is settled goes into the package of the season that closes, what waits goes with the next. */
import { account, seedAccounts } from '../support/accounts';
import { openRow } from '../support/card-parts';
import { morning, openSeason, png } from '../support/season';
import { documentsOf, onBothStores } from '../support/stores';

onBothStores('extra captures', (open) => {
  it('G-7.3d: those that are settled are sealed with the season and listed with it; one that waits stays open', async () => {
    const house = await openSeason(open, ['anna', 'karin', 'rolf'], []);
    const none = { deputies: [] };
    await seedAccounts(house.store, [account(none), account({ handle: 'museet', ...none })]);
    const [anna, karin, rolf] = [house.chat('anna'), house.chat('karin'), house.chat('rolf')];
    await anna.say('extra skärmdump');
    await anna.click('Starta', { account: 'account-01', occasion: 'visual-change' });
    await anna.sendPicture(png('new look'));
    await anna.say('extra skärmdump');
    await anna.click('Starta', { account: 'account-02', occasion: 'other' });

    for (const chat of [karin, rolf]) {
      await chat.say('arkivläge');
      await openRow(chat, 'Kultur och fritid');
      await chat.click('Gå till stängningen');
      await chat.click('Stäng säsongen', { words: 'Kontot är nytt.' });
    }
    await house.at('2026-09-16T10:00:00+02:00');
    await house.at('2026-09-16T10:01:00+02:00');

    const states = (await documentsOf(house.store, 'capture')).map(({ state }) => state as object);
    expect(states).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          season: 'extra',
          status: 'sealed',
          outcome: 'done',
          packed: '2026-autumn',
        }),
        expect.objectContaining({ season: 'extra', status: 'waiting' }),
      ]),
    );
    const where = { department: 'kultur-fritid', season: '2026-autumn' };
    const listed = await house.store.list({ pk: 'sundsvall/capture', where, limit: 100 });
    const packed = listed.items.filter(({ document }) => JSON.stringify(document).includes('"packed"'));
    expect(packed).toHaveLength(1);
    expect(await documentsOf(house.store, 'season')).toContainEqual(
      expect.objectContaining({
        state: expect.objectContaining({ department: 'kultur-fritid', status: 'closed' }) as object,
      }),
    );
    expect(house.alerts).toEqual([]);
  });

  it('G-7.3d: an account that is closed from one leaves no other capture waiting, whatever was told', async () => {
    const house = await openSeason(open, ['anna', 'karin'], [account({ deputies: [] })]);
    const karin = house.chat('karin');
    for (const day of ['2026-09-22', '2026-09-29', '2026-10-06', '2026-10-13']) await morning(house, day);
    await karin.say('extra skärmdump');
    await karin.click('Starta', { account: 'account-01', occasion: 'before-closing' });

    await karin.click('Markera som stängt', { closing: 'Biblioteket är stängt.' });
    await house.settle();

    const states = (await documentsOf(house.store, 'capture')).map(({ state }) => state);
    expect(states).toHaveLength(2);
    for (const state of states)
      expect(state).toMatchObject({ status: 'impossible', stop: { reason: 'Biblioteket är stängt.' } });
    expect(house.chat('anna').text()).toContain('Ingen bild behövs');
    expect(house.alerts).toEqual([]);
  });
});
