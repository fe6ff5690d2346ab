/** Nobody is forgotten, nobody is nagged: reminders by the guideline's table, in one message of the day. */
import { openHouse, type House } from '../support/house';
import { apply } from '../support/story';

/** Monday 23 November 2026, ten in the morning in Sweden. */
const MONDAY = '2026-11-23T09:00:00.000Z';

describe('reminders', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse(['anna', 'karin', 'kim', 'sara', 'dag'], { at: MONDAY });
  });
  afterEach(() => house.close());

  /** The timer runs three times a day on the clock's way to `until`: when lines gather, at 08:30, in the afternoon. */
  async function pass(until: string): Promise<void> {
    for (let day = dayStart(house.clock.now()); day <= Date.parse(until); day += 86_400_000) {
      for (const minutes of [5 * 60 + 5, 7 * 60 + 35, 14 * 60]) {
        const at = day + minutes * 60_000;
        if (at <= house.clock.now() || at > Date.parse(until)) continue;
        house.clock.set(new Date(at).toISOString());
        await house.bot.runtime.tick();
        await house.settle();
      }
    }
    house.clock.set(until);
  }

  function daysOf(who: 'anna' | 'karin' | 'kim' | 'sara' | 'dag'): string[] {
    return house
      .chat(who)
      .cards()
      .map((card) => JSON.stringify(card))
      .filter((card) => card.includes('Dagens påminnelser'));
  }

  it('G-4.2a: the communicator is reminded after three working days, the deputy after five, the lead after ten', async () => {
    await apply(house.chat('anna'));

    await pass('2026-11-25T23:00:00.000Z');
    const early = [daysOf('karin'), daysOf('kim'), daysOf('sara')].map((days) => days.length);
    await pass('2026-11-26T23:00:00.000Z');
    const third = [daysOf('karin'), daysOf('kim'), daysOf('sara')].map((days) => days.length);
    await pass('2026-11-30T23:00:00.000Z');
    const fifth = [daysOf('karin'), daysOf('kim'), daysOf('sara')].map((days) => days.length);
    await pass('2026-12-07T23:00:00.000Z');
    const tenth = [daysOf('karin'), daysOf('kim'), daysOf('sara')].map((days) => days.length);

    expect({ early, third, fifth, tenth }).toEqual({
      early: [0, 0, 0],
      third: [1, 0, 0],
      fifth: [1, 1, 0],
      tenth: [1, 1, 1],
    });
    expect(daysOf('karin')[0]).toContain(
      'Anna Anställds ansökan om @Biblioteket har väntat på beslut i 3 arbetsdagar.',
    );
    expect(house.alerts).toEqual([]);
  });

  it('G-4.2b: after ten working days the lead may decide, and the director confirms', async () => {
    await apply(house.chat('anna'));
    await pass('2026-12-07T12:00:00.000Z');

    const sara = house.chat('sara');
    await sara.say('att göra');
    const approved = await sara.click('Godkänn');
    await house.settle();

    expect(approved.text).toContain('Nu ska Dag Direktör bekräfta');
    expect(house.chat('dag').text()).toContain('Ett nytt konto är på väg');
  });

  it('what was decided meanwhile is not in the message of the day', async () => {
    await apply(house.chat('anna'));
    await house.settle();
    await pass('2026-11-26T05:30:00.000Z');

    await house.chat('karin').click('Godkänn');
    await pass('2026-11-26T23:00:00.000Z');

    expect(daysOf('karin')).toEqual([]);
  });

  it('a draft that nobody touches is warned about, and deleted after 90 days', async () => {
    const anna = house.chat('anna');
    await anna.say('ny ansökan');
    await anna.click('Spara utkast', { handle: '@Biblioteket' });

    await pass('2027-02-08T23:00:00.000Z');
    const warned = daysOf('anna');
    await pass('2027-02-22T23:00:00.000Z');
    const after = await anna.say('mina ärenden');

    expect(warned).toHaveLength(1);
    expect(warned[0]).toContain('Ditt utkast om @Biblioteket tas bort söndag 21 februari');
    expect(after).toContain('Du har inga ärenden');
  });
});

function dayStart(time: number): number {
  return time - (time % 86_400_000);
}
