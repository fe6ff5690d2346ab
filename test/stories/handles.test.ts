/** One account has one applicant: the second one is told who has it, and can choose another name. */
import type { Store } from '../../src/ports/store';
import { buttonsOf, inputsOf, openRow, rowsOf } from '../support/card-parts';
import { documentsOf, onBothStores } from '../support/stores';
import { applyAtOnce, stepsOf } from '../support/story';

const BOS = { responsible: 'Bo Boendestöd', deputies: 'Anna Anställd' };

onBothStores('a handle', (open) => {
  it('that somebody has applied for gives the second one a draft that says who, to be changed', async () => {
    const house = await open(['anna', 'bo', 'karin']);
    const [anna, bo] = [house.chat('anna'), house.chat('bo')];
    await applyAtOnce(anna);
    await house.settle();

    const taken = await applyAtOnce(bo, BOS);
    await bo.say('mina ärenden');
    const row = rowsOf(bo.card());
    await bo.click('Öppna');
    for (const inputs of stepsOf({ ...BOS, handle: '@stadsbiblioteket' })) {
      const last = 'consultedOn' in inputs;
      await bo.click(last ? 'Skicka in' : 'Nästa', inputs);
    }

    expect(taken.text).toContain('Det finns redan ett sådant konto. Kontakta Anna Anställd');
    expect(taken.text).toContain('Steg 1 av 6');
    expect(inputsOf(taken.body.value)).toMatchObject({ handle: '@Biblioteket' });
    expect(row).toEqual([expect.stringContaining('Utkast')]);
    expect(bo.text()).toContain('Tack! Ansökan är skickad till');
    expect(await documentsOf(house.store, 'claim')).toHaveLength(2);
  });

  it.each([
    ['instagram', '@Biblioteket', 'https://www.instagram.com/biblioteket/'],
    ['instagram', 'biblioteket', 'instagram.com/Biblioteket?igsh=abc'],
    ['x', 'https://twitter.com/Biblioteket', 'https://x.com/biblioteket'],
    ['x', '@biblioteket', 'https://mobile.twitter.com/biblioteket'],
  ])('on %s is one, whether written %s or %s', async (platform, first, second) => {
    const house = await open(['anna', 'bo']);
    await applyAtOnce(house.chat('anna'), { platform, handle: first });

    const taken = await applyAtOnce(house.chat('bo'), { ...BOS, platform, handle: second });

    expect(taken.text).toContain('Kontakta Anna Anställd');
  });

  it('may be the same on another platform, and on two platforms that are not in the list', async () => {
    const house = await open(['anna', 'bo']);
    const [anna, bo] = [house.chat('anna'), house.chat('bo')];

    const sent = [
      await applyAtOnce(anna),
      await applyAtOnce(bo, { ...BOS, platform: 'facebook' }),
      await applyAtOnce(anna, { platform: 'other', platformName: 'Diaspora' }),
      await applyAtOnce(bo, { ...BOS, platform: 'other', platformName: 'Friendica' }),
    ];

    expect(sent.map(({ text }) => text.includes('Tack!'))).toEqual([true, true, true, true]);
  });

  it('that two people send in at the same moment goes to one of them', async () => {
    const house = await open(['anna', 'bo', 'karin']);
    const [anna, bo] = [house.chat('anna'), house.chat('bo')];

    const sent = await Promise.all([applyAtOnce(anna), applyAtOnce(bo, BOS)]);
    await house.settle();

    expect(sent.filter(({ text }) => text.includes('Tack!'))).toHaveLength(1);
    expect(sent.filter(({ text }) => text.includes('Det finns redan ett sådant konto.'))).toHaveLength(1);
    expect(await documentsOf(house.store, 'claim')).toHaveLength(1);
    expect(house.alerts).toEqual([]);
  });

  it('that is changed and changed back stays with its application, however late the first is let go', async () => {
    let arrived!: () => void;
    let release!: () => void;
    const letGo = new Promise<void>((resolve) => (arrived = resolve));
    const gate = new Promise<void>((resolve) => (release = resolve));
    const wrap = (store: Store): Store => ({
      ...store,
      withPatience: (patience) => wrap(store.withPatience(patience)),
      async remove(pk, id, etag) {
        arrived();
        await gate;
        return store.remove(pk, id, etag);
      },
    });
    const house = await open(['anna', 'karin'], { wrap });
    const [anna, karin] = [house.chat('anna'), house.chat('karin')];
    const asks = { about: 'handle', words: 'Heter ni verkligen så?' };
    const [account] = stepsOf();
    await applyAtOnce(anna);
    await house.settle();
    await karin.click('Begär komplettering', asks);
    await house.settle();
    await anna.click('Skicka in', { ...account, handle: '@annat' });
    await letGo;

    await karin.click('Begär komplettering', asks);
    await anna.say('mina ärenden');
    await openRow(anna, '@annat');
    await anna.click('Skicka in', account);
    release();
    await house.settle();

    const claims = (await house.store.list({ pk: 'sundsvall/claim', limit: 9 })).items;
    expect(claims.map(({ document }) => document.id)).toEqual(['instagram:biblioteket']);
    expect(buttonsOf(karin.card())).toContain('Godkänn');
  });
});
