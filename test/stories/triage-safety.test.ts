/** Danger before content: 112 first, and what may show a child is never taken, by no way and at no step (G-7.1). */
import { sundsvall } from '../guidelines/sundsvall';
import {
  answersOf,
  bytesOf,
  documentsOf,
  LINK,
  noticesOf,
  openCases,
  PHRASE,
  POST,
  SAFE,
  sv,
  toEvidence,
  toRegistration,
  type CaseHouse,
} from '../support/cases';
import { actionsOf, edited, inputsOf } from '../support/card-parts';
import { invoke } from '../support/activities';
import { PEOPLE, type Chat } from '../support/house';
import { onBothStores } from '../support/stores';

const { life, children } = sundsvall().triage.safety;
const CHILD = { ...SAFE, 'safety-children': 'yes' };

onBothStores('safety comes before content', (open) => {
  let house: CaseHouse;
  let anna: Chat;
  let rolf: Chat;
  let sara: Chat;
  beforeEach(async () => {
    house = await openCases(open);
    [anna, rolf, sara] = [house.chat('anna'), house.chat('rolf'), house.chat('sara')];
  });
  afterEach(() => {
    expect(house.alerts).toEqual([]);
  });

  it('G-7.1: the first card asks about danger alone: no account, no link, no text, no picture', async () => {
    const text = await anna.say(`${PHRASE} ${LINK}`);

    expect(Object.keys(inputsOf(anna.card()))).toEqual(['safety-life', 'safety-children']);
    expect(text).toContain(life.text.sv);
    expect(text).toContain(sv.next.safety);
    expect(await documentsOf(house.store, 'case')).toEqual([]);
  });

  it.each(['yes', 'unsure'])(
    'G-7.1: danger to life (%s): 112 stands first, and the lead hears of it',
    async (danger) => {
      await anna.say(PHRASE);
      const { text } = await house.press(anna, 'case.safety', { ...SAFE, 'safety-life': danger });

      expect(text.indexOf(life.answer.sv)).toBeGreaterThan(0);
      expect(text.indexOf(life.answer.sv)).toBeLessThan(text.indexOf(sv.inputs.account.label));
      expect(noticesOf(house, sara).join()).toContain('kan gälla fara för liv');
      // The case goes on: nothing is lost for whoever had to call first.
      await house.press(anna, 'case.describe', POST);
      expect(await house.state('asking')).toMatchObject({ danger });
    },
  );

  it('G-7.1: both questions are to be answered before anything else', async () => {
    await anna.say(PHRASE);

    const { text } = await house.press(anna, 'case.safety', { 'safety-life': 'no' });

    expect(text).toContain(sv.problems.missing);
    expect(await documentsOf(house.store, 'case')).toEqual([]);
  });

  it.each(['yes', 'unsure'])(
    'G-7.1: a child (%s): police and lead at once, and nothing that came along is kept',
    async (child) => {
      await anna.say(`${PHRASE} ${LINK}/zebrafink`);
      const { text } = await house.press(anna, 'case.safety', { ...SAFE, 'safety-children': child });
      const told = noticesOf(house, sara).at(-1);

      await anna.sendPicture(bytesOf('png zebrafink'));
      const tries = [
        await house.forge(anna, 'case.describe', { ...POST, 'describe-text': 'zebrafink' }),
        await house.forge(anna, 'case.link'),
        await house.forge(anna, 'case.answer'),
        await house.forge(anna, 'case.secure', { link: `${LINK}/zebrafink` }),
        await house.forge(rolf, 'case.register', { 'register-number': 'zebrafink 1' }),
      ];
      await house.settle();

      expect(text).toContain(children.answer.sv);
      expect(told).toMatch(/kontakta polisen direkt\.$/);
      for (const one of tries.slice(0, 4))
        expect([sv.refusals.alarm, sv.refusals['not-yours']].some((why) => one.text.includes(why))).toBe(
          true,
        );
      expect(house.fetched()).toBe(0);
      expect(house.files.puts).toEqual([]);
      expect(JSON.stringify(await house.stored()).includes('zebrafink')).toBe(false);
      const toOthers = house.connector.requests.filter(
        ({ conversation }) => conversation !== PEOPLE.anna.conversation,
      );
      expect(JSON.stringify([toOthers, house.logged]).includes('zebrafink')).toBe(false);
      expect(Object.keys(await house.state('alarm')).sort()).toEqual(
        ['danger', 'department', 'guideline', 'openedAt', 'reporter', 'since', 'status', 'told'].sort(),
      );
    },
  );

  it('G-7.1: the lead or the reporter says that the police have it, and there is nothing to read', async () => {
    await anna.say(PHRASE);
    await house.press(anna, 'case.safety', CHILD);

    const { text: refused } = await house.forge(rolf, 'case.hand-over', { reference: '1' });
    await house.press(sara, 'case.hand-over', { 'hand-over-reference': '0201-K1-26' });

    expect(refused).toMatch(/^Bara .* sociala medier kan göra det här\.$/);
    expect(await house.state('handed')).toMatchObject({
      police: { by: PEOPLE.sara.aad, reference: '0201-K1-26' },
    });
    expect((await house.forge(sara, 'case.hand-over')).text).toContain(sv.refusals.already);
  });

  it('G-7.1: seen late, in the midst of a case: no picture by chat or by page from then on, and none is given out', async () => {
    await toEvidence(house, anna);
    await anna.sendPicture(bytesOf('png a'));
    await house.press(anna, 'case.link');
    const card = JSON.stringify(anna.card());
    const page = /http[^"]+\/upload\/[^"]+/.exec(card)![0];
    const picture = /http[^"]+\/download\/[^"]+/.exec(card)![0];
    const given = await fetch(picture);
    const [puts, fetched] = [house.files.puts.length, house.fetched()];

    const { text } = await house.forge(anna, 'case.safety', CHILD);
    await anna.sendPicture(bytesOf('png b'));
    const posted = await fetch(page, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream' },
      body: bytesOf('png c') as BodyInit,
    });
    const taken = await fetch(picture);
    await house.settle();

    expect(given.status).toBe(200);
    expect(text).toContain(children.answer.sv);
    expect([house.files.puts.length, house.fetched()]).toEqual([puts, fetched]);
    expect(await posted.text()).not.toContain('"room":1');
    expect(taken.status).toBe(410);
    expect(noticesOf(house, sara).join()).toContain('kontakta polisen direkt');
    const state = await house.state('alarm');
    expect(state).not.toHaveProperty('post');
    expect(state).not.toHaveProperty('pictures');
    for (const who of ['anna', 'sara', 'rolf'] as const)
      expect(house.chat(who).text()).not.toContain('tjuvar');
  });

  it('G-7.1: also when the registrar is the one who sees it, after everything was sent', async () => {
    await toRegistration(house, anna);

    await house.forge(rolf, 'case.safety', CHILD);

    expect(await house.state('alarm')).toMatchObject({ reporter: { id: PEOPLE.anna.aad } });
    expect(noticesOf(house, anna).join()).toContain('kontakta polisen direkt');
    expect((await house.forge(rolf, 'case.register', { 'register-number': '1' })).text).toContain(
      sv.refusals.alarm,
    );
  });

  it('G-7.1: a picture that came before its case is fetched when it is time for evidence, and never for a child', async () => {
    const held = await heldBy(anna);
    const place = { serviceUrl: house.connector.serviceUrl };
    const fetched = house.fetched();
    house.clock.pass(1);
    await begin(held);
    await house.press(anna, 'case.safety', SAFE);
    await house.press(anna, 'case.describe', POST);
    await house.press(anna, 'case.answer', answersOf(['hatred']));
    await house.press(anna, 'case.rule');
    const before = house.fetched();
    await house.press(anna, 'home.picture', {}, { id: (await house.stored()).id });
    const { pictures } = await house.state('evidence');
    house.clock.pass(1);
    await begin(held);
    await house.press(anna, 'case.safety', CHILD);
    const { id } = await house.stored();
    const { text } = await anna.send(
      invoke(PEOPLE.anna, 'home.picture', { held, kind: 'case', id }, undefined, place, {
        replyToId: undefined,
      }),
    );

    expect(before).toBe(fetched);
    expect(pictures).toHaveLength(1);
    expect(text).toContain(sv.refusals.alarm);
    expect(house.fetched()).toBe(fetched + 1);
    expect(house.files.puts).toHaveLength(1);
  });

  async function begin(held: string): Promise<void> {
    const [some] = actionsOf(anna.card());
    await anna.send(edited(anna.clickOf(some!.title), { verb: 'case.new', data: { held } }));
  }

  /** Two cases wait for a picture, so that the bot asks which one it is for, and holds it. */
  async function heldBy(chat: Chat): Promise<string> {
    await toEvidence(house, chat);
    house.clock.pass(1);
    await toEvidence(house, chat);
    await chat.sendPicture(bytesOf('png held'));
    const [choice] = actionsOf(chat.card());
    return String(choice!.data['held']);
  }

  it('G-7.1b3: what a late alarm leaves in the store has no word of the post, in the state or in the trail', async () => {
    await house.assess(anna, ['violence'], {
      'describe-text': 'zebrafink',
      'describe-link': `${LINK}-zebrafink`,
    });
    expect(JSON.stringify((await house.stored()).state)).toContain('zebrafink');

    await house.forge(anna, 'case.safety', { life: 'no', children: 'yes' });

    const stored = await house.stored();
    expect(stored.state.status).toBe('alarm');
    expect(JSON.stringify(stored)).not.toContain('zebrafink');
  });
});
