/** The days of a season where something comes late: the first look, the last account, a change of mind before 08:30. */
import { account, seedAccounts } from '../support/accounts';
import { fakeInspect, createMemoryFiles } from '../support/memory-files';
import { openSeason } from '../support/season';
import { documentsOf, onBothStores, type StoredHouse } from '../support/stores';

const NO_DEPUTY = { deputies: [] };

async function at(house: StoredHouse, time: string): Promise<void> {
  house.clock.set(time);
  await house.bot.runtime.tick();
  await house.settle();
}

onBothStores('the days of a season', (open) => {
  it('G-7.3a: a first look that comes late moves nobody’s days', async () => {
    const files = { files: createMemoryFiles(), inspect: fakeInspect };
    const house = await open(['anna'], { at: '2026-09-17T10:00:00+02:00', ...files });
    await seedAccounts(house.store, [
      account(NO_DEPUTY),
      account({ handle: 'museet', activeSince: '2026-09-16T10:00:00.000Z', ...NO_DEPUTY }),
    ]);

    await at(house, '2026-09-17T10:00:00+02:00');

    const captures = (await documentsOf(house.store, 'capture')).map(({ state }) => state);
    expect(captures).toMatchObject([{ from: '2026-09-15' }, { from: '2026-09-17' }]);
  });

  it('G-7.3a: an account that becomes active on the last day gets a capture, too; one a day later gets none', async () => {
    const house = await openSeason(open, ['anna'], []);
    await house.at('2026-10-31T00:10:00+01:00');
    await seedAccounts(house.store, [
      account({ activeSince: '2026-10-31T14:00:00.000Z', ...NO_DEPUTY }),
      account({ handle: 'museet', activeSince: '2026-10-31T23:05:00.000Z', ...NO_DEPUTY }),
    ]);

    await house.at('2026-11-01T00:10:00+01:00');
    await house.at('2026-11-02T00:10:00+01:00');

    const captures = (await documentsOf(house.store, 'capture')).map(({ state }) => state);
    expect(captures).toMatchObject([{ from: '2026-10-31', account: { handle: 'biblioteket' } }]);
  });

  it('G-7.3b: what is put off before the message of the day is not in it', async () => {
    const house = await openSeason(open, ['anna'], [account(NO_DEPUTY)]);
    const anna = house.chat('anna');
    const before = house.connector.chat(anna.who.conversation).length;

    await house.at('2026-09-22T06:01:00+02:00');
    await anna.click('Påminn mig då', { until: '2026-09-24' });
    await house.at('2026-09-22T08:31:00+02:00');
    expect(house.connector.chat(anna.who.conversation)).toHaveLength(before);

    await house.at('2026-09-24T06:01:00+02:00');
    await house.at('2026-09-24T08:31:00+02:00');
    expect(house.connector.chat(anna.who.conversation)).toHaveLength(before + 1);
  });
});
