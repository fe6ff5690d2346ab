/** Reminders of a season that were missed because nothing ran: none in a quiet period, and no two lines about one thing. */
import { account, seedAccounts } from '../support/accounts';
import { buttonsOf } from '../support/card-parts';
import type { Chat, House } from '../support/house';
import { morning, openSeason } from '../support/season';
import { onBothStores } from '../support/stores';

const NO_DEPUTY = { deputies: [] };

/** Messages in the chat after the welcome. */
function messages({ connector }: House, { who }: Chat): number {
  return connector.chat(who.conversation).length - 1;
}

onBothStores('a missed reminder', (open) => {
  it('G-7.3b: a reminder that was missed and the next one are one line, so the message is the card itself', async () => {
    const house = await openSeason(open, ['anna'], [account(NO_DEPUTY)]);
    const anna = house.chat('anna');
    const before = messages(house, anna);

    await house.at('2026-09-22T06:01:00+02:00');
    await morning(house, '2026-09-29');

    expect(messages(house, anna)).toBe(before + 1);
    expect(buttonsOf(anna.card())).toContain('Ladda upp');
  });

  it('G-7.3b: a reminder that was missed before Christmas comes after the quiet days', async () => {
    const house = await openSeason(open, ['anna'], []);
    await seedAccounts(house.store, [account(NO_DEPUTY)]);
    const anna = house.chat('anna');
    await house.at('2026-12-11T10:00:00+01:00');
    await anna.say('extra skärmdump');
    await anna.click('Starta', { account: 'account-01', occasion: 'other' });

    await house.at('2026-12-18T06:01:00+01:00');
    await house.at('2026-12-21T10:00:00+01:00');
    const before = messages(house, anna);
    for (const day of ['2026-12-22', '2026-12-23', '2027-01-07']) await morning(house, day);
    const quiet = messages(house, anna);
    await morning(house, '2027-01-08');

    expect(quiet).toBe(before);
    expect(messages(house, anna)).toBe(before + 1);
  });
});

onBothStores('a list that may have come twice', (open) => {
  it('G-7.3d: is one message in the season’s figures, however many accounts it told about', async () => {
    const house = await openSeason(
      open,
      ['anna', 'karin'],
      [account(NO_DEPUTY), account({ handle: 'museet', ...NO_DEPUTY })],
    );
    let unclear = 1;
    house.connector.fail(() => {
      unclear -= 1;
      return unclear === 0 ? { drop: 'after' } : undefined;
    });

    await morning(house, '2026-09-22');
    await house.at('2026-09-22T08:40:00+02:00');
    await house.at('2026-09-22T08:45:00+02:00');

    const karin = house.chat('karin');
    await karin.say('arkivläge');
    expect(karin.text()).toContain('1 kan ha kommit två gånger');
  });
});
