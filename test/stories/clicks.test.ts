/** Clicks that come late, twice, at the same moment, or from a card that somebody has changed. */
import { buttonsOf, dataOf, edited, stampOf } from '../support/card-parts';
import { PEOPLE, type Chat } from '../support/house';
import { documentsOf, onBothStores, type StoredHouse } from '../support/stores';
import { applyAtOnce, CHECKLIST, LINK, stepsOf } from '../support/story';

/** Who clicks what, the code that is kept, and what they are told. */
const FORBIDDEN = [
  [
    'nils',
    'application.approve',
    'not-decider',
    'Bara kommunikatören på förvaltningen kan fatta beslut här.',
  ],
  ['sara', 'application.reject', 'not-decider', 'Det gör Karin Kommunikatör, Kim Kollega.'],
  ['bo', 'application.withdraw', 'not-applicant', 'Bara den som har gjort ansökan kan göra det här.'],
  ['anna', 'application.reject', 'own-application', 'Du kan inte fatta beslut om din egen ansökan.'],
  ['kim', 'application.acknowledge', 'not-lead', 'Bara Sara Samordnare kan bekräfta det nya kontot.'],
  ['karin', 'application.report', 'not-applicant', 'Bara den som har gjort ansökan kan göra det här.'],
] as const;

onBothStores('a click', (open) => {
  let house: StoredHouse;
  let anna: Chat;
  let karin: Chat;
  let kim: Chat;
  beforeEach(async () => {
    house = await open(['anna', 'bo', 'karin', 'kim', 'sara']);
    [anna, karin, kim] = [house.chat('anna'), house.chat('karin'), house.chat('kim')];
    await applyAtOnce(anna);
    await house.settle();
  });

  async function state(): Promise<unknown> {
    return (await documentsOf(house.store, 'application'))[0]?.['state'];
  }
  async function audited(): Promise<unknown[]> {
    return documentsOf(house.store, 'audit');
  }

  it('that comes late is told who decided, and when', async () => {
    const late = kim.clickOf('Avslå', { words: 'Nej.' });
    await karin.click('Godkänn');
    await house.settle();
    house.clock.pass(60 * 24);

    const told = await kim.send(late);

    expect(told.text).toContain(
      'Kortet var gammalt. Karin Kommunikatör godkände ansökan måndag 23 november. Så här ser det ut nu.',
    );
    expect(buttonsOf(told.body.value)).toEqual([]);
    expect(await state()).toMatchObject({ status: 'approved' });
    expect(await audited()).toEqual([]);
  });

  it('finds no button any more on the card of the other decider, which is up to date', async () => {
    await karin.click('Godkänn');
    await house.settle();

    expect(kim.text()).toContain('Karin Kommunikatör godkände ansökan.');
    expect(buttonsOf(kim.card())).toEqual([]);
  });

  it('on a form of yesterday’s step is told, and takes nothing away', async () => {
    const bo = house.chat('bo');
    await bo.say('ny ansökan');
    const old = bo.clickOf('Nästa', { ...stepsOf()[0], handle: '@gammal' });
    await bo.click('Nästa', { ...stepsOf()[0], handle: '@ny' });

    const told = await bo.send(old);

    expect(told.text).toContain('Kortet var gammalt.');
    await bo.say('mina ärenden');
    expect(bo.text()).toContain('@ny');
    expect(bo.text()).not.toContain('@gammal');
  });

  it('that is doubled is one: the same card twice, and nothing sent twice', async () => {
    const twice = karin.clickOf('Godkänn');

    const first = await karin.send(twice);
    await house.settle();
    house.connector.clear();
    const second = await karin.send(twice);
    await house.settle();

    expect(second.text).toBe(first.text);
    expect(house.connector.requests).toEqual([]);
    expect(second.text.match(/godkände ansökan/g)).toHaveLength(1);
  });

  it('that is doubled at the same moment is one', async () => {
    const twice = karin.clickOf('Godkänn');
    house.connector.clear();

    const answers = await Promise.all([karin.send(twice), karin.send(twice)]);
    await house.settle();

    expect(answers.map(({ text }) => text.includes('Godkänd'))).toEqual([true, true]);
    const posts = house.connector.requests.filter(({ kind }) => kind === 'post');
    expect(posts.map(({ conversation }) => conversation).sort()).toEqual(
      [anna.who.conversation, house.chat('sara').who.conversation].sort(),
    );
  });

  it('to approve and one to reject at the same moment have one winner, and the other is told', async () => {
    const [approve, reject] = [karin.clickOf('Godkänn'), kim.clickOf('Avslå', { words: 'Nej.' })];

    const answers = await Promise.all([karin.send(approve), kim.send(reject)]);
    await house.settle();

    const told = answers.filter(({ text }) => text.includes('Kortet var gammalt.'));
    const won = answers.filter((answer) => !told.includes(answer));
    expect([won.length, told.length]).toEqual([1, 1]);
    expect(told[0]?.text).toMatch(
      /(Karin Kommunikatör godkände|Kim Kollega avslog) ansökan måndag 23 november\./,
    );
    expect(['approved', 'rejected']).toContain(((await state()) as { status: string }).status);
    expect(house.alerts).toEqual([]);
  });

  it('to reject after one’s own approval is told that it is decided', async () => {
    const reject = karin.clickOf('Avslå', { words: 'Nej.' });
    await karin.click('Godkänn');

    const told = await karin.send(reject);

    expect(told.text).toContain('Karin Kommunikatör godkände ansökan måndag 23 november.');
    expect(await state()).toMatchObject({ status: 'approved' });
  });

  describe('on a card that was changed', () => {
    it('under the id of another matter is judged by that matter', async () => {
      const before = await state();
      const nils = house.chat('nils');
      await nils.say('ny ansökan');
      const own = nils.clickOf('Nästa', stepsOf()[0]);
      const { id, revision } = stampOf(karin.clickOf('Godkänn'));

      const told = await nils.send(
        edited(own, { data: { ...dataOf(own), matter: { ...stampOf(own), id, revision } } }),
      );

      expect(told.text).toBe('Bara den som har gjort ansökan kan göra det här.');
      expect(await state()).toEqual(before);
      expect(await audited()).toMatchObject([
        { what: 'forbidden', code: 'not-applicant', person: nils.who.aad },
      ]);
    });

    it('with another verb does not let the applicant decide', async () => {
      const told = await anna.send(edited(anna.clickOf('Dra tillbaka'), { verb: 'application.approve' }));

      expect(told.text).toContain('Du kan inte fatta beslut om din egen ansökan.');
      expect(told.text).toContain('Ärendet går till Karin Kommunikatör, Kim Kollega.');
      expect(await state()).toMatchObject({ status: 'submitted' });
      expect(await audited()).toMatchObject([
        { what: 'forbidden', verb: 'application.approve', code: 'own-application', person: anna.who.aad },
      ]);
    });

    it('with a verb of the system or of nobody does nothing', async () => {
      const click = anna.clickOf('Dra tillbaka');

      for (const verb of ['application.tick', 'application.answer', 'tick', 'constructor', 'claim.release'])
        expect((await anna.send(edited(click, { verb }))).text).toBe(
          'Knappen finns inte längre. Skriv ”hjälp” så ser du vad du kan göra.',
        );
      expect(await state()).toMatchObject({ status: 'submitted' });
    });

    it('with another nonce decides nothing twice', async () => {
      const click = karin.clickOf('Godkänn');
      await karin.send(click);
      await house.settle();
      house.connector.clear();

      for (const changed of [{ nonce: 'b'.repeat(20) }, { nonce: 'a'.repeat(20), revision: 0 }]) {
        const told = await karin.send(edited(click, { data: { matter: { ...stampOf(click), ...changed } } }));

        expect(told.text).toContain('Kortet var gammalt.');
      }
      await house.settle();
      expect(house.connector.requests).toEqual([]);
    });

    it('with a stamp that is none of ours is refused, and noted as forged', async () => {
      const stamp = { id: '2026-11-23-aaaaaaaaaaaaaaaaaaaaaaaaa', revision: 1, nonce: 'a'.repeat(20) };
      const { nonce, ...half } = stamp;
      const forged: unknown[] = [undefined, half, { ...stamp, nonce: 'kort' }, { ...stamp, revision: -1 }];
      forged.push({ ...stamp, id: '../../claim' }, { ...stamp, id: `${stamp.id}\n` }, [stamp.id, 1, nonce]);

      const own = karin.clickOf('Godkänn');
      for (const matter of forged) {
        const told = await karin.send(edited(own, { data: { matter } }));

        expect(told.text).toContain('Jag kunde inte läsa det som kom från kortet.');
      }
      const entry = { what: 'forged', verb: 'application.approve', code: 'malformed', person: karin.who.aad };
      expect(await audited()).toEqual(forged.map(() => expect.objectContaining(entry)));
      expect(await state()).toMatchObject({ status: 'submitted' });
    });

    it('with fields nobody asked for keeps none of them', async () => {
      const bo = house.chat('bo');
      await bo.say('ny ansökan');
      const form = bo.clickOf('Nästa', stepsOf()[0]);
      const forged = {
        status: 'active',
        applicant: karin.who.aad,
        approval: 'Karin',
        actor: karin.who.aad,
        constructor: 'x',
        channelTraining: 'yes',
      };

      await bo.send(edited(form, { data: { ...dataOf(form), ...forged } }));

      const drafts = await documentsOf(house.store, 'application');
      const { state: draft } =
        drafts.find(({ state: one }) => (one as { status: string }).status === 'draft') ?? {};
      expect(draft).toMatchObject({ status: 'draft', applicant: { id: bo.who.aad } });
      expect(Object.keys((draft as { answers: object }).answers).sort()).toEqual(
        Object.keys(stepsOf()[0] ?? {}).sort(),
      );
    });

    it('with an id of an old card brings no deleted draft back', async () => {
      const bo = house.chat('bo');
      await bo.say('ny ansökan');
      const form = bo.clickOf('Nästa', stepsOf()[0]);
      house.clock.pass(91 * 24 * 60);

      const told = await bo.send(form);

      expect(told.text).toBe('Kortet är för gammalt. Skriv ”ny ansökan” för att börja om.');
    });
  });

  it('that is not this person’s to make changes nothing, says whose it is, and leaves a trace', async () => {
    const before = await documentsOf(house.store, 'application');
    const { id, revision, nonce } = stampOf(karin.clickOf('Godkänn'));
    const data = { matter: { id, revision, nonce }, words: 'Nej.', link: LINK, ...CHECKLIST };

    for (const [who, verb, , said] of FORBIDDEN) {
      const chat = house.chat(who);
      await chat.say('hjälp');
      const told = await chat.send(edited(chat.clickOf('Att göra'), { verb, data }));

      expect(told.text).toContain(said);
    }
    expect(await documentsOf(house.store, 'application')).toEqual(before);
    const entries = await audited();
    expect(entries).toHaveLength(FORBIDDEN.length);
    for (const [who, verb, code] of FORBIDDEN)
      expect(entries).toContainEqual(
        expect.objectContaining({
          what: 'forbidden',
          verb,
          code,
          person: PEOPLE[who].aad,
          matter: `application/${id}`,
        }),
      );
  });
});
