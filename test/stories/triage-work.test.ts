/** Who works on a case, by when, and how it comes in: one at a time, in hours of work, from a message or by a page. */
import {
  bytesOf,
  documentsOf,
  elsewhere,
  LINK,
  noticesOf,
  openCases,
  sv,
  toEvidence,
  toRegistration,
  type CaseHouse,
} from '../support/cases';
import { invoke } from '../support/activities';
import { buttonsOf, inputsOf } from '../support/card-parts';
import { PEOPLE, type Chat } from '../support/house';
import { onBothStores } from '../support/stores';

const held = (name: string): string => sv.refusals.held(name);

onBothStores('the work on a case', (open) => {
  let house: CaseHouse;
  let anna: Chat;
  let bo: Chat;
  let karin: Chat;
  let rolf: Chat;
  let sara: Chat;
  beforeEach(async () => {
    house = await openCases(open);
    [anna, bo, karin] = [house.chat('anna'), house.chat('bo'), house.chat('karin')];
    [rolf, sara] = [house.chat('rolf'), house.chat('sara')];
  });
  afterEach(() => {
    expect(house.alerts).toEqual([]);
  });

  const late = (chat: Chat): number =>
    noticesOf(house, chat).filter((one) => one.includes('väntar på dig')).length;
  /** Lines about cases in messages of the day. */
  const lines = (chat: Chat): number =>
    chat.cards().filter((card) => JSON.stringify(card).includes('Dagens påminnelser')).length + late(chat);

  it('one person at a time: *Jag tar det* is seen by the others, whose work and pictures are refused', async () => {
    await toEvidence(house, anna);
    await house.press(anna, 'case.hold');
    const fetched = house.fetched();

    const { id } = await house.stored();
    const seen = JSON.stringify(await bo.ask('open', { kind: 'case', id }));
    const tries = [
      await house.forge(bo, 'case.secure', { link: LINK }),
      await house.forge(karin, 'case.rule', { outcome: 'keep', words: 'Kritik.' }),
      await house.forge(bo, 'case.link'),
      await house.forge(karin, 'case.hold'),
    ];

    expect(seen).toContain('Anna Anställd tog det');
    for (const { text } of tries) expect(text).toContain(held('Anna Anställd'));
    expect(house.fetched()).toBe(fetched);
    expect(await house.state('evidence')).toMatchObject({ holder: { by: PEOPLE.anna.aad } });
  });

  it('a communicator who reports a post and decides on it secures it herself: her picture in the chat is taken', async () => {
    await house.assess(karin, ['attack']);
    await house.press(karin, 'case.rule');

    await karin.sendPicture(bytesOf('png a'));
    await house.settle();

    expect(await house.state('evidence')).toMatchObject({ pictures: [{ by: PEOPLE.karin.aad }] });
    expect(karin.text()).toContain(sv.card.ready);
  });

  it('let go on demand: whoever held it is told, and the other takes it', async () => {
    await toEvidence(house, anna);
    await house.press(anna, 'case.hold');

    await karin.ask('open', { kind: 'case', id: (await house.stored()).id });
    await house.forge(karin, 'case.release');
    await house.forge(karin, 'case.hold');

    expect(noticesOf(house, anna).join()).toContain('Någon annan vill ta över');
    expect(await house.state('evidence')).toMatchObject({ holder: { by: PEOPLE.karin.aad } });
    expect((await house.forge(anna, 'case.secure')).text).toContain(held('Karin Kommunikatör'));
  });

  it('held for a working day and no longer: from Friday until Monday evening, nothing lies', async () => {
    house.clock.set('2026-11-27T10:00:00+01:00');
    await house.assess(anna, ['views'], { 'describe-day': '2026-11-27' });
    await house.press(anna, 'case.hold');

    await house.at('2026-11-29T18:00:00+01:00');
    await house.at('2026-11-30T16:59:00+01:00');
    const before = await house.state('suggested');
    await house.at('2026-11-30T17:01:00+01:00');

    expect(before).toHaveProperty('holder');
    expect(await house.state('suggested')).not.toHaveProperty('holder');
    expect(anna.text()).not.toContain('tog det');
  });

  it('G-7.1c: evidence within an hour of work: the responsible person, then the office, then the lead', async () => {
    house.clock.set('2026-11-23T16:30:00+01:00');
    await toEvidence(house, anna);

    const told: Record<string, number[]> = {};
    for (const time of [
      '2026-11-23T17:35:00+01:00',
      '2026-11-24T08:29:00+01:00',
      '2026-11-24T08:31:00+01:00',
      '2026-11-24T10:31:00+01:00',
      '2026-11-24T10:45:00+01:00',
    ]) {
      await house.at(time);
      told[time.slice(8, 16)] = [late(anna), late(bo), late(karin), late(sara)];
    }
    expect(told).toEqual({
      '23T17:35': [0, 0, 0, 0],
      '24T08:29': [0, 0, 0, 0],
      '24T08:31': [1, 0, 0, 0],
      '24T10:31': [2, 1, 1, 0],
      // Her line is in the message of a day that has none yet.
      '24T10:45': [2, 1, 1, 1],
    });
    expect(await anna.say('att göra')).toContain('skulle vara klart tisdag 24 november');
  });

  it('G-7.1c: the registrar has a working day, the communicator hears after two, the lead after four', async () => {
    await toRegistration(house, anna);

    const told: number[][] = [];
    for (const day of ['24', '25', '26', '27']) {
      await house.at(`2026-11-${day}T06:01:00+01:00`);
      await house.at(`2026-11-${day}T08:31:00+01:00`);
      told.push([lines(rolf), lines(karin), lines(sara)]);
    }

    expect(told).toEqual([
      [1, 0, 0],
      [2, 1, 0],
      [2, 1, 0],
      [2, 1, 1],
    ]);
    expect(late(anna)).toBe(0);
  });

  it('G-7.1c: removed the same day: after three hours, and at the end of the day', async () => {
    await toRegistration(house, anna);
    await house.press(rolf, 'case.register', { 'register-number': 'KS 2026-1' });

    await house.at('2026-11-23T12:59:00+01:00');
    const early = [late(anna), late(bo), late(karin)];
    await house.at('2026-11-23T13:01:00+01:00');
    const third = [late(anna), late(bo), late(karin)];
    await house.at('2026-11-23T17:01:00+01:00');

    expect([early, third]).toEqual([
      [0, 0, 0],
      [1, 0, 0],
    ]);
    expect([late(anna), late(bo), late(karin)]).toEqual([2, 1, 1]);
  });

  it('what was registered later is asked for on the day that was said, and no sooner', async () => {
    await toRegistration(house, anna);
    await house.press(rolf, 'case.register-later', { 'register-later-day': '2026-12-01' });
    await house.press(anna, 'case.remove');
    await house.press(anna, 'case.tell');

    for (const day of ['24', '25', '26', '27', '30']) await house.at(`2026-11-${day}T08:31:00+01:00`);
    await house.at('2026-12-01T08:59:00+01:00');
    const before = lines(rolf);
    await house.at('2026-12-01T09:01:00+01:00');

    expect(before).toBe(0);
    expect(late(rolf)).toBe(1);
  });

  it('as a command on a message it begins in one’s own chat, with the message’s address and none of its words', async () => {
    const place = { serviceUrl: house.connector.serviceUrl };
    const link = 'https://teams.microsoft.com/l/message/1';
    house.connector.clear();

    const answer = await anna.send(
      invoke(PEOPLE.anna, '', {}, undefined, place, {
        name: 'composeExtension/fetchTask',
        replyToId: undefined,
        conversation: { id: '19:two-people', tenantId: 'any' },
        value: {
          commandId: 'case.new',
          messagePayload: {
            linkToMessage: link,
            body: { content: 'zebrafink' },
            from: { user: { displayName: 'Otto' } },
          },
        },
      }),
    );
    await house.settle();
    const asked = Object.keys(inputsOf(chatOf(PEOPLE.anna.user)));

    expect(answer.status).toBe(200);
    expect(asked).toEqual(['safety-life', 'safety-children']);
    expect(house.connector.chat('19:two-people')).toEqual([]);
    const everything = [
      house.connector.requests,
      house.logged,
      answer.body,
      await documentsOf(house.store, 'case'),
    ];
    expect(/zebrafink|Otto/.test(JSON.stringify(everything))).toBe(false);

    function chatOf(user: string) {
      return house.connector.card(house.connector.chatOf(user)!);
    }
  });

  it('G-7.1c: evidence comes in by the page too; its way is in the trail, and it is the same intake', async () => {
    await toEvidence(house, anna);
    await house.press(anna, 'case.link');
    const page = /http[^"]+\/upload\/[^"]+/.exec(JSON.stringify(anna.card()))![0];
    const post = (words: string) =>
      fetch(page, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream' },
        body: bytesOf(words) as BodyInit,
      });

    const shown = await (await fetch(page)).text();
    const refused = await (await post('ett dokument')).text();
    const taken = await post('png a');
    await house.settle();
    const done = await fetch(`${page}/finish`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    const after = await fetch(page);

    expect(shown).toContain(sv.upload.none);
    expect(shown).not.toContain('tjuvar');
    expect(refused).toContain('notice');
    expect([taken.status, done.status, after.status]).toEqual([200, 200, 410]);
    expect((await house.state('evidence')).pictures).toMatchObject([{ via: 'link', by: PEOPLE.anna.aad }]);
    expect(house.files.puts).toHaveLength(1);
    expect(buttonsOf(anna.card())).toContain(sv.buttons.secure);
  });

  it('of a page that is not ours: the department’s office does the steps, the lead can too', async () => {
    const vera = house.chat('vera');
    await house.assess(anna, ['incitement'], elsewhere('vard-omsorg'));

    const { text } = await house.forge(anna, 'case.rule', { outcome: 'register-delete' });
    await house.forge(vera, 'case.rule', { outcome: 'register-delete' });

    expect(text).toContain(sv.refusals['not-yours']);
    expect(noticesOf(house, vera).join()).toContain('väntar på ditt beslut');
    expect(noticesOf(house, sara).join()).toContain('anmälas till polisen');
    expect(await house.state('evidence')).toMatchObject({ ruling: { by: PEOPLE.vera.aad } });
  });
});
