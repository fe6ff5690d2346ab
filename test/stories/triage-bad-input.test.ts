/** What people get wrong, and what forgers send: a sentence, nothing changed, nothing lost. */
import {
  answersOf,
  bytesOf,
  elsewhere,
  LINK,
  openCases,
  PHRASE,
  POST,
  SAFE,
  sv,
  toEvidence,
  type CaseHouse,
} from '../support/cases';
import { inputsOf } from '../support/card-parts';
import { invoke } from '../support/activities';
import { PEOPLE, type Chat } from '../support/house';
import { onBothStores } from '../support/stores';

const { problems } = sv;
type Inputs = Readonly<Record<string, unknown>>;
const WRONG: readonly (readonly [what: string, changed: Inputs, sentence: string])[] = [
  ['a link that is no link', { 'describe-link': 'instagram punkt com' }, problems['bad-link']],
  ['a link that runs', { 'describe-link': 'javascript:alert(1)' }, problems['bad-link']],
  ['a link with a password', { 'describe-link': 'https://a:b@www.instagram.com/p/1' }, problems['bad-link']],
  [
    'a link to another platform',
    { 'describe-link': 'https://www.facebook.com/p/1' },
    problems['other-platform'],
  ],
  [
    'a platform that nobody knows',
    { ...elsewhere('kultur-fritid'), 'describe-platform': 'myspace' },
    problems['unknown-platform'],
  ],
  ['a department that nobody knows', elsewhere('rymden'), problems['unknown-department']],
  ['an account that does not exist', { 'describe-account': 'account-99' }, problems['unknown-account']],
  ['a text of 100,000 characters', { 'describe-text': 'å'.repeat(100_000) }, problems['too-long']],
  ['a day that does not exist', { 'describe-day': '2026-02-30' }, problems['bad-date']],
  ['a day to come', { 'describe-day': '2026-11-24' }, problems['in-future']],
  ['nothing at all', { 'describe-account': '', 'describe-day': '' }, problems.missing],
];

onBothStores('bad input', (open) => {
  let house: CaseHouse;
  let anna: Chat;
  beforeEach(async () => {
    house = await openCases(open);
    anna = house.chat('anna');
  });
  afterEach(() => {
    expect(house.alerts).toEqual([]);
  });

  it('each mistake in what a post is has its sentence; nothing is written, and what was typed stands there still', async () => {
    await anna.say(PHRASE);
    await house.press(anna, 'case.safety', SAFE);
    const before = await house.stored();
    const broken: string[] = [];

    for (const [what, changed, sentence] of WRONG) {
      const inputs = { ...POST, ...changed };
      const { text } = await house.press(anna, 'case.describe', inputs);
      const shown = inputsOf(anna.card());
      const lost = ['describe-link', 'describe-day', 'describe-what'].filter(
        (id) => shown[id] !== inputs[id as keyof typeof inputs],
      );
      if (!text.includes(sentence) || lost.length > 0)
        broken.push(`${what}: ${lost.join()} ${text.slice(0, 100)}`);
    }
    expect(broken).toEqual([]);
    expect((await house.stored()).state).toEqual(before.state);
    await house.press(anna, 'case.describe', POST);
    await house.state('asking');
  });

  it('a link in the first words that is none is left out and asked for', async () => {
    await anna.say(`${PHRASE} https://instagram/${'x'.repeat(50)}`);
    await house.press(anna, 'case.safety', SAFE);

    expect(await house.state('describing')).not.toHaveProperty('link');
    expect(inputsOf(anna.card())['describe-link']).toBe('');
  });

  it('a question without an answer, or with one that does not exist, is named, and the other answers are kept', async () => {
    await house.describe(anna);

    const { 'answer-minor': _left, ...others } = answersOf(['attack']);
    const { text: one } = await house.press(anna, 'case.answer', others);
    const kept = inputsOf(anna.card())['answer-attack'];
    const { text: two } = await house.press(anna, 'case.answer', {
      ...answersOf([]),
      'answer-secret': 'kanske',
    });
    const { text: three } = await house.press(anna, 'case.answer', { ...others, 'answer-__proto__': 'yes' });

    expect([
      one.includes(problems.missing),
      two.includes(problems['bad-answer']),
      three.includes(problems.missing),
    ]).toEqual([true, true, true]);
    expect(kept).toBe('yes');
    await house.state('asking');
  });

  it('a case that somebody else closed a second ago says who did it and how it stands', async () => {
    await house.assess(anna, []);
    const { id } = await house.stored();
    const karin = house.chat('karin');
    const place = { serviceUrl: house.connector.serviceUrl };
    const { revision } = await house.stored();
    await house.press(anna, 'case.rule');
    const closed = await house.stored();

    const late = invoke(
      PEOPLE.karin,
      'case.rule',
      { matter: { id, revision, nonce: 'karins-nonce' }, outcome: 'register', words: 'Synpunkt.' },
      undefined,
      place,
      { replyToId: undefined },
    );
    const { text } = await karin.send(late);

    expect(text).toContain(sv.refusals.stale);
    expect(text).toContain(sv.standing.done);
    expect(text).toContain('Anna Anställd bestämde');
    expect((await house.stored()).state).toEqual(closed.state);
  });

  it('a picture to a case that takes none from this person is refused before it is fetched', async () => {
    const [bo, place] = [house.chat('bo'), { serviceUrl: house.connector.serviceUrl }];
    await toEvidence(house, anna);
    const { id } = await house.stored();
    house.clock.pass(1);
    await toEvidence(house, anna);
    await anna.sendPicture(bytesOf('png a'));
    const held = /"held":"([^"]+)"/.exec(JSON.stringify(anna.card()))![1]!;
    await house.forge(house.chat('karin'), 'case.hold');
    const taken = await house.stored();

    const send = (chat: Chat, to: string, own = held) =>
      chat.send(
        invoke(chat.who, 'home.picture', { held: own, kind: 'case', id: to }, undefined, place, {
          replyToId: undefined,
        }),
      );
    const { text } = await send(anna, taken.id);
    const stolen = await send(bo, id);
    const unknown = await send(anna, '2026-11-23-zzzzzzzzzzzzzzzzzzzzzzzz');
    await house.settle();

    expect(text).toContain(sv.refusals.held('Karin Kommunikatör'));
    expect([stolen.text, unknown.text].every((one) => one.endsWith('.'))).toBe(true);
    expect(house.fetched()).toBe(0);
    expect(house.files.puts).toEqual([]);
    expect((await house.stored()).state).toEqual(taken.state);
  });

  it('words and numbers that are missing, too long or nonsense are named at their field, and kept in it', async () => {
    await toEvidence(house, anna);
    await anna.sendPicture(bytesOf('png a'));
    await house.settle();
    const { text: link } = await house.forge(anna, 'case.secure', { link: 'hej' });
    await house.press(anna, 'case.secure');
    const rolf = house.chat('rolf');

    const { text: none } = await house.press(rolf, 'case.register', { 'register-number': '  ' });
    const { text: letters } = await house.press(rolf, 'case.register', { 'register-number': 'inget än' });
    const kept = inputsOf(rolf.card())['register-number'];
    const { text: long } = await house.press(rolf, 'case.register', { 'register-number': '1'.repeat(200) });
    await house.state('registration');
    await house.press(rolf, 'case.register', { 'register-number': 'KS 1' });
    const future = await house.forge(anna, 'case.remove', { how: 'ours', day: '2026-11-23', time: '23:59' });
    const before = await house.forge(anna, 'case.remove', { how: 'ours', day: '2026-11-01' });
    const why = await house.forge(anna, 'case.remove', { how: 'remains', words: '' });
    const how = await house.forge(anna, 'case.remove', { how: 'magic' });

    expect(link.length).toBeGreaterThan(0);
    expect(
      [none, letters, long].map((one) =>
        [problems.missing, problems['bad-number'], problems['too-long']].find((said) => one.includes(said)),
      ),
    ).toEqual([problems.missing, problems['bad-number'], problems['too-long']]);
    expect(kept).toBe('inget än');
    expect(why.text).toContain(problems.missing);
    for (const one of [future, before, how]) expect(one.text.length).toBeGreaterThan(0);
    expect(await house.state('removal')).not.toHaveProperty('removal');
    expect(LINK).toContain('instagram');
  });
});
