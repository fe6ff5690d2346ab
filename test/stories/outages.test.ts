/** The store is down: people are told to try again, nothing is half done, and nothing is lost. */
import { OutsideError } from '../../src/kernel/errors';
import type { Store } from '../../src/ports/store';
import { buttonsOf } from '../support/card-parts';
import { documentsOf, onBothStores } from '../support/stores';
import { applyAtOnce, stepsOf } from '../support/story';

const SORRY = 'Något gick fel hos mig. Inget är sparat eller skickat. Försök igen om en stund.';

type Call = 'get' | 'create' | 'replace' | 'remove' | 'list';

/** Fails the calls that `down` names. */
function failing(down: (call: Call, pk: string) => boolean): (store: Store) => Store {
  return (store) => {
    const guarded = async <T>(call: Call, pk: string, work: () => Promise<T>): Promise<T> => {
      if (down(call, pk)) throw new OutsideError('store-unavailable', 'The store cannot be reached.');
      return work();
    };
    const wrapped: Store = {
      get: (pk, id) => guarded('get', pk, () => store.get(pk, id)),
      create: (document) => guarded('create', document.pk, () => store.create(document)),
      replace: (document, etag) => guarded('replace', document.pk, () => store.replace(document, etag)),
      remove: (pk, id, etag) => guarded('remove', pk, () => store.remove(pk, id, etag)),
      list: (query) => guarded('list', query.pk, () => store.list(query)),
      due: (now, limit, after) => store.due(now, limit, after),
      withPatience: () => wrapped,
      ready: () => store.ready(),
      close: () => store.close(),
    };
    return wrapped;
  };
}

onBothStores('while the store is down', (open) => {
  it('a command is answered with an apology, and works when it is up again', async () => {
    let down = false;
    const house = await open(['anna'], { wrap: failing(() => down) });
    const anna = house.chat('anna');

    down = true;
    const sorry = await anna.say('mina ärenden');
    down = false;
    const again = await anna.say('mina ärenden');

    expect(house.connector.chat(anna.who.conversation).map(({ body }) => body['text'])).toContain(SORRY);
    expect(sorry).not.toContain('Du har inga ärenden.');
    expect(again).toContain('Du har inga ärenden.');
  });

  it.each(['get', 'replace'] as const)(
    'at a %s a decision is not taken, told, and taken once at the next click',
    async (call) => {
      let down = false;
      const wrap = failing((at, pk) => down && at === call && pk === 'sundsvall/application');
      const house = await open(['anna', 'karin', 'sara'], { wrap });
      const karin = house.chat('karin');
      await applyAtOnce(house.chat('anna'));
      await house.settle();
      const before = await documentsOf(house.store, 'application');
      house.connector.clear();

      down = true;
      const sorry = await karin.click('Godkänn');
      down = false;
      const meanwhile = await documentsOf(house.store, 'application');
      const sent = house.connector.requests.length;
      const approved = await karin.click('Godkänn');
      await house.settle();

      expect(sorry).toMatchObject({ status: 200, body: { statusCode: 500 } });
      expect(JSON.stringify(sorry.body)).toContain(SORRY);
      expect([meanwhile, sent]).toEqual([before, 0]);
      expect(approved.text).toContain('Nu ska Sara Samordnare bekräfta');
      expect(buttonsOf(house.chat('sara').card())).toEqual(['Bekräfta mottagen']);
    },
  );

  it('a step of the form is not lost: the same click saves it afterwards', async () => {
    let down = false;
    const house = await open(['anna'], { wrap: failing(() => down) });
    const anna = house.chat('anna');
    await anna.say('ny ansökan');
    const click = anna.clickOf('Nästa', stepsOf()[0]);

    down = true;
    const sorry = await anna.send(click);
    down = false;
    const saved = await anna.send(click);

    expect(sorry.body.statusCode).toBe(500);
    expect(saved.text).toContain('Steg 2 av 6');
    expect(await documentsOf(house.store, 'application')).toHaveLength(1);
  });

  it('for claims only, the application is kept, the name checked afterwards, and everybody told', async () => {
    let down = false;
    const wrap = failing((_call, pk) => down && pk === 'sundsvall/claim');
    const house = await open(['anna', 'karin'], { wrap });
    const [anna, karin] = [house.chat('anna'), house.chat('karin')];

    down = true;
    const sent = await applyAtOnce(anna);
    await house.settle();
    down = false;
    house.clock.pass(2);
    await house.bot.runtime.tick();
    await house.settle();

    expect(sent.text).toContain('Jag kontrollerar att namnet är ledigt.');
    expect(anna.text()).toContain('Tack! Ansökan är skickad till Karin Kommunikatör, Kim Kollega.');
    expect(buttonsOf(karin.card())).toEqual(['Lämna över', 'Godkänn', 'Begär komplettering', 'Avslå']);
    expect(await documentsOf(house.store, 'claim')).toHaveLength(1);
  });
});
