/** What may be secret is read by the registrar and named handlers alone: every byte that leaves for others is read (G-7.1b6). */
import { numberOf, type Case } from '../../src/features/triage/model';
import { verbs } from '../../src/features/triage/commands';
import { rowOf } from '../../src/features/triage/rows';
import { account, seedAccounts } from '../support/accounts';
import {
  ALL,
  answersOf,
  bytesOf,
  documentsOf,
  elsewhere,
  openCases,
  PHRASE,
  POST,
  SAFE,
  sv,
  type CaseHouse,
} from '../support/cases';
import { PEOPLE, type Chat, type Who } from '../support/house';
import { onBothStores } from '../support/stores';

/** Nowhere else in the bot, whatever case they are written in. */
const MARKS = {
  text: 'zebrafinktext',
  link: 'zebrafinklink',
  page: 'zebrafinksida',
  words: 'zebrafinkord',
};
/** In the register for everybody, and on nothing that has the number of the case. */
const HANDLE = 'zebrafinkkonto';
const HANDLERS: readonly Who[] = ['anna', 'rolf'];
const DESCRIBED = {
  ...POST,
  'describe-text': `Grannen har ${MARKS.text}.`,
  'describe-link': `https://www.instagram.com/p/${MARKS.link}`,
};

onBothStores('a case that may be secret', (open) => {
  let house: CaseHouse;
  let anna: Chat;
  let rolf: Chat;
  /** What others were answered, over the chat and over links. */
  let answered: string[];
  beforeEach(async () => {
    house = await openCases(open);
    await seedSecond();
    [anna, rolf] = [house.chat('anna'), house.chat('rolf')];
    answered = [];
  });
  afterEach(() => {
    expect(house.alerts).toEqual([]);
  });

  /** An account whose very name would say too much. */
  async function seedSecond(): Promise<void> {
    const { items } = await house.store.list({ pk: 'sundsvall/account', limit: 10 });
    for (const { document, etag } of items) await house.store.remove(document.pk, document.id, etag);
    await seedAccounts(house.store, [account({ handle: HANDLE })]);
  }

  const others = (besides: readonly Who[] = []): Who[] =>
    ALL.filter((who) => !HANDLERS.includes(who) && !besides.includes(who));

  /** Everybody else does all that they can think of: lists, cards, every verb. */
  async function othersTry(besides: readonly Who[] = []): Promise<void> {
    const { id } = await house.stored();
    const before = await house.stored();
    for (const who of others(besides)) {
      const chat = house.chat(who);
      answered.push(JSON.stringify(await chat.ask('open', { kind: 'case', id })));
      for (const words of ['att göra', 'mina ärenden', 'hjälp']) answered.push(await chat.say(words));
      for (const verb of Object.keys(verbs).filter((one) => one !== 'case.withdraw'))
        answered.push(
          JSON.stringify((await house.forge(chat, verb, { outcome: 'keep', words: 'a', person: 'b' })).body),
        );
    }
    const after = await house.stored();
    expect([after.state, after.revision]).toEqual([before.state, before.revision]);
  }

  async function everything(besides: readonly Who[] = []): Promise<Record<string, string>> {
    const chats = others(besides).map((who) => PEOPLE[who].conversation);
    const { requests } = house.connector;
    const toOthers = requests.filter(({ conversation }) => chats.includes(conversation));
    const shownOnDevices = requests.flatMap(({ body }) => [body['summary'], spoken(body)]);
    const days = await documentsOf(house.store, 'day');
    const number = numberOf((await house.stored()).id);
    const about = [...toOthers.map((one) => JSON.stringify(one)), ...answered].filter((one) =>
      one.includes(number),
    );
    return {
      'requests to others': JSON.stringify(toOthers),
      'all that has its number': about.join('\n').replaceAll(HANDLE, MARKS.page),
      'answers to others': answered.join('\n'),
      'notifications of anybody': JSON.stringify(shownOnDevices),
      'log lines': house.logged.join('\n'),
      'audit documents': JSON.stringify(await documentsOf(house.store, 'audit')),
      'messages of the day': JSON.stringify(days),
    };
  }

  function spoken(body: Readonly<Record<string, unknown>>): unknown {
    const [attachment] = (body['attachments'] ?? []) as {
      content?: { fallbackText?: string; speak?: string };
    }[];
    return [attachment?.content?.fallbackText, attachment?.content?.speak];
  }

  /** `place: mark` for each that is found; what is never sent to others proves nothing. */
  function leaksIn(places: Readonly<Record<string, string>>, marks = Object.values(MARKS)): string[] {
    return Object.entries(places).flatMap(([place, bytes]) =>
      marks.filter((mark) => bytes.toLowerCase().includes(mark)).map((mark) => `${place}: ${mark}`),
    );
  }

  function rowIn(state: Case): Record<string, string> {
    return {
      'rows in memory': JSON.stringify(rowOf({ kind: 'case', id: 'a', revision: 1, state, events: [] })),
    };
  }

  it('G-7.1b6: from the first word to the receipt none of it leaves for anybody else', async () => {
    const rows: string[] = [];
    const look = async (): Promise<void> => {
      const { state } = await house.stored();
      rows.push(...leaksIn(rowIn(state)).map((leak) => `${state.status}, ${leak}`));
    };
    await anna.say(`${PHRASE} https://www.instagram.com/p/${MARKS.link}`);
    await house.press(anna, 'case.safety', { ...SAFE, 'safety-life': 'yes' });
    await look();
    await othersTry();
    await house.press(anna, 'case.describe', DESCRIBED);
    await look();
    await othersTry();
    await house.press(anna, 'case.answer', answersOf(['secret', 'hatred']));
    await othersTry();
    await house.press(anna, 'case.rule', { 'rule-words': MARKS.words });
    await look();
    await house.press(anna, 'case.link');
    await anna.sendPicture(bytesOf('png a'));
    await house.settle();
    await house.press(anna, 'case.secure');
    await othersTry();
    await house.press(rolf, 'case.send-back', { 'send-back-words': MARKS.words });
    await look();
    await house.press(anna, 'case.secure');
    for (const day of ['24', '25', '26', '27']) {
      await house.at(`2026-11-${day}T06:01:00+01:00`);
      await house.at(`2026-11-${day}T08:31:00+01:00`);
    }
    await house.press(rolf, 'case.register', { 'register-number': 'KS 2026-1' });
    await house.press(anna, 'case.report', { words: MARKS.words }, { to: 'platform' });
    await house.press(anna, 'case.remove', { 'remove-words': MARKS.words });
    await look();
    await othersTry();
    await house.at('2026-12-04T08:31:00+01:00');
    await house.press(anna, 'case.tell', { 'tell-words': MARKS.words }, { told: 'not-told' });
    await look();
    await othersTry();

    const places = await everything();
    expect(leaksIn(places)).toEqual([]);
    expect(rows).toEqual([]);
    // They were told that there is something, by its number; and those who may read it did.
    const { id, state } = await house.stored();
    const number = numberOf(id);
    for (const place of ['requests to others', 'answers to others', 'notifications of anybody'])
      expect(places[place]!.includes(number)).toBe(true);
    expect(places['audit documents']!.includes('secret')).toBe(true);
    expect(state).toMatchObject({ status: 'done', secrecy: { status: 'secret' } });
    const toThem = house.connector.requests.filter(
      ({ conversation }) => conversation === PEOPLE.rolf.conversation,
    );
    expect(leaksIn({ rolf: JSON.stringify(toThem) })).toContain(`rolf: ${MARKS.text}`);
  });

  it('G-7.1b6: until it is assessed it is masked in the same way, also on somebody else’s page', async () => {
    await anna.say(PHRASE);
    await house.press(anna, 'case.safety', SAFE);
    const page = { ...elsewhere('kultur-fritid'), 'describe-page': MARKS.page };
    await house.press(anna, 'case.describe', {
      ...page,
      'describe-text': MARKS.text,
      'describe-link': DESCRIBED['describe-link'],
    });

    await othersTry();
    for (const day of ['24', '25', '26', '27']) {
      await house.at(`2026-11-${day}T06:01:00+01:00`);
      await house.at(`2026-11-${day}T08:31:00+01:00`);
    }

    const places = await everything();
    expect(leaksIn(places)).toEqual([]);
    expect(leaksIn(rowIn(await house.state('asking')))).toEqual([]);
    // The communicator is reminded by its number after three days.
    expect(places['requests to others']).toMatch(/Ärende 2026-11-23-[0-9A-Z]{6}/);
  });

  it('G-7.1b6: whoever the registrar names reads it from then on, and nobody else does', async () => {
    await house.describe(anna, DESCRIBED);
    await house.press(anna, 'case.answer', answersOf(['secret']));

    const refused = await house.forge(anna, 'case.name-handler', { person: 'karin@example.se' });
    const nobody = await house.press(rolf, 'case.name-handler', { 'name-handler-person': 'Ingen Alls' });
    await house.press(rolf, 'case.name-handler', { 'name-handler-person': 'karin@example.se' });
    await othersTry(['karin']);

    const karin = house.chat('karin');
    expect(refused.text).toContain(sv.refusals['not-registrar']);
    expect(nobody.text).toContain(sv.problems['unknown-person']);
    expect(karin.text()).toContain(MARKS.text);
    expect(leaksIn(await everything(['karin']))).toEqual([]);
  });

  it('G-7.1b6: made secret late, the links that others have show nothing any more', async () => {
    const bo = house.chat('bo');
    await house.describe(anna, DESCRIBED);
    await house.press(anna, 'case.answer', answersOf(['views']));
    await house.press(anna, 'case.rule');
    await anna.sendPicture(bytesOf('png a'));
    await house.settle();
    const { id } = await house.stored();
    await house.forge(bo, 'case.link');
    const card = JSON.stringify(await bo.ask('open', { kind: 'case', id }));
    const page = /http[^"]+\/upload\/[^"]+/.exec(card)![0];
    const picture = /http[^"]+\/download\/[^"]+/.exec(card)![0];
    const inside = sv.upload.file('Anna Anställd', 'måndag 23 november');
    const opened = await (await fetch(page)).text();

    await house.forge(rolf, 'case.set-secrecy', { secrecy: 'secret', reference: 'osl-26-1' });
    const shown = await (await fetch(page)).text();
    const post = await fetch(page, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream' },
      body: bytesOf('png b') as BodyInit,
    });
    const download = await fetch(picture);
    const after = JSON.stringify(await bo.ask('open', { kind: 'case', id }));

    expect(opened).toContain(inside);
    const bytes = [shown, await post.text(), await download.text(), after];
    expect(bytes.map((one) => one.includes(inside))).toEqual([false, false, false, false]);
    expect(leaksIn({ bytes: bytes.join('\n') })).toEqual([]);
    expect(bytes.join('\n').includes('png a')).toBe(false);
    expect(download.status).toBe(410);
    expect(house.files.puts).toHaveLength(1);
  });

  it('G-7.1b6: only the registrar makes it open again; a changed answer never does', async () => {
    await house.describe(anna, DESCRIBED);
    await house.press(anna, 'case.answer', answersOf(['?secret', 'views']));
    await house.forge(anna, 'case.answer', answersOf(['views']));
    const still = await house.stored();
    const karin = house.chat('karin');

    const refused = await house.forge(anna, 'case.set-secrecy', { secrecy: 'open' });
    const masked = await house.forge(karin, 'case.rule', { outcome: 'register' });
    await house.forge(rolf, 'case.set-secrecy', { secrecy: 'open' });

    expect(still.state).toMatchObject({ secrecy: { status: 'suspected' } });
    expect(refused.text).toContain(sv.refusals['not-registrar']);
    expect(masked.text).toContain(sv.refusals.secret);
    expect((await house.stored()).state).toMatchObject({ secrecy: { status: 'open' } });
    const { id } = await house.stored();
    expect(JSON.stringify(await karin.ask('open', { kind: 'case', id })).includes(MARKS.text)).toBe(true);
  });
});
