/** Triage of a post, as people live it: questions, a suggestion, evidence, the registrar, removed, told. */
import { sundsvall } from '../guidelines/sundsvall';
import { bytesOf, LINK, noticesOf, openCases, sv, toRegistration, type CaseHouse } from '../support/cases';
import { buttonsOf } from '../support/card-parts';
import { PEOPLE, type Chat } from '../support/house';
import { onBothStores } from '../support/stores';

const { questions } = sundsvall().triage;

type Steps = 'removed' | 'stays';
const CATEGORIES: readonly (readonly [clause: string, question: string, steps: Steps])[] = [
  ['G-7.1a1', 'principle', 'stays'],
  ['G-7.1a2', 'views', 'stays'],
  ['G-7.1a3', 'proposal', 'stays'],
  ['G-7.1b1', 'attack', 'removed'],
  ['G-7.1b2', 'hatred', 'removed'],
  ['G-7.1b3', 'violence', 'removed'],
  ['G-7.1b4', 'incitement', 'removed'],
  ['G-7.1b5', 'copyright', 'removed'],
  ['G-7.1b6', 'secret', 'removed'],
  ['G-7.1b7', 'advertising', 'removed'],
];

onBothStores('a post is assessed', (open) => {
  let house: CaseHouse;
  let anna: Chat;
  let karin: Chat;
  let rolf: Chat;
  let sara: Chat;
  beforeEach(async () => {
    house = await openCases(open);
    [anna, karin, rolf, sara] = [
      house.chat('anna'),
      house.chat('karin'),
      house.chat('rolf'),
      house.chat('sara'),
    ];
  });
  afterEach(() => {
    expect(house.alerts).toEqual([]);
  });

  it.each(CATEGORIES)('%s: a post with %s is secured and registered, and %s', async (clause, id, steps) => {
    const question = questions.find((one) => one.id === id)!;

    const { text } = await house.assess(anna, [id]);
    const suggested = await house.state('suggested');
    await house.press(anna, 'case.rule');
    await anna.sendPicture(bytesOf(`png ${id}`));
    await house.settle();
    await house.press(anna, 'case.secure');
    const asked = rolf.text();
    await house.press(rolf, 'case.register', { 'register-number': `KS 2026-${id}-1` });
    if (steps === 'removed') await house.press(anna, 'case.remove');
    const reply = anna.text();
    await house.press(anna, 'case.tell');

    expect(suggested.suggestion).toMatchObject({
      outcome: steps === 'removed' ? 'register-delete' : 'register',
      rule: steps === 'removed' ? 'register-and-delete' : 'register',
      version: 1,
      clauses: [steps === 'removed' ? 'G-7.1b' : 'G-7.1a', clause],
      yes: [id],
    });
    expect(text).toContain(question.touches.sv);
    expect(text).toContain(clause.replace('G-', ''));
    expect(asked).toContain(LINK);
    expect(reply).toContain(question.reply.sv);
    const done = await house.state('done');
    expect(done).toMatchObject({
      ruling: { by: PEOPLE.anna.aad, ground: '' },
      evidence: { by: PEOPLE.anna.aad },
      registration: { kind: 'number', number: `KS 2026-${id}-1`, by: PEOPLE.rolf.aad },
      telling: { told: 'told' },
      pictures: [{ via: 'chat', name: PEOPLE.anna.name, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    expect(done).not.toHaveProperty('ruling.against');
    expect('removal' in done).toBe(steps === 'removed');
    expect(noticesOf(house, rolf).at(-1)).toMatch(/är klart\.$/);
  });

  it('G-7.0: what nothing speaks against stays, with one click', async () => {
    const { text } = await house.assess(anna, []);
    const { text: receipt } = await house.press(anna, 'case.rule');

    expect(text).toContain(sv.suggestion.says.keep);
    expect(receipt).toContain(sv.standing.done);
    expect(await house.state('done')).toMatchObject({ ruling: { outcome: 'keep', ground: '' } });
    expect(house.fetched()).toBe(0);
  });

  it('G-7.1: who is unsure is told not to remove anything, and the registrar decides', async () => {
    const { text } = await house.assess(anna, ['?attack']);
    const asked = noticesOf(house, rolf).at(-1);
    const { text: refused } = await house.forge(anna, 'case.rule', { outcome: 'keep' });
    const before = await house.state('suggested');
    const { text: why } = await house.press(rolf, 'case.rule', {}, { outcome: 'register' });
    await house.press(rolf, 'case.rule', { 'rule-words': 'Det är en synpunkt.' }, { outcome: 'register' });

    expect(text).toContain(sv.next.asked);
    expect(why).toContain(sv.problems.missing);
    expect(asked).toMatch(/osäker/);
    expect(refused).toContain(sv.refusals['registrar-decides']);
    expect(before).toMatchObject({ asked: 'registrar', suggestion: { outcome: 'ask', unsure: ['attack'] } });
    const ruled = await house.state('evidence');
    expect(ruled).toMatchObject({ ruling: { by: PEOPLE.rolf.aad, outcome: 'register' } });
    // To answer what one was asked overrules nothing.
    expect(ruled).not.toHaveProperty('ruling.against');
    expect(noticesOf(house, anna).join()).toContain('ska säkras');
  });

  it('G-7.1: whoever is not sure of the suggestion asks the registrar with one click', async () => {
    await house.assess(anna, ['views']);

    await house.press(anna, 'case.consult');

    expect(await house.state('suggested')).toMatchObject({ asked: 'registrar' });
    expect((await house.forge(anna, 'case.rule', { outcome: 'register' })).text).toContain(
      sv.refusals['registrar-decides'],
    );
    await house.press(rolf, 'case.rule', {}, { outcome: 'register' });
    expect(await house.state('evidence')).toMatchObject({ ruling: { by: PEOPLE.rolf.aad } });
  });

  it('G-7.1: another decision than the suggested needs a reason, is counted, and is not hindered', async () => {
    await house.assess(anna, ['attack']);

    const { text: why } = await house.press(anna, 'case.rule', { outcome: 'keep', 'rule-words': '' });
    const unchanged = await house.state('suggested');
    const reason = { outcome: 'keep', 'rule-words': 'Det är kritik av nämnden.' };
    await house.press(anna, 'case.rule', reason);

    expect(why).toContain(sv.problems.missing);
    expect(unchanged.suggestion.outcome).toBe('register-delete');
    expect(await house.state('done')).toMatchObject({
      ruling: { outcome: 'keep', against: 'register-delete', ground: 'Det är kritik av nämnden.' },
    });
  });

  it('G-7.1: what the registrar misses comes back with words that say so', async () => {
    await toRegistration(house, anna);

    const { text: empty } = await house.press(rolf, 'case.send-back', { 'send-back-words': '' });
    await house.press(rolf, 'case.send-back', { 'send-back-words': 'Datumet syns inte.' });

    expect(empty).toContain(sv.problems.missing);
    expect(noticesOf(house, anna).join()).toContain('Registratorn vill ha mer');
    expect(anna.text()).toContain('Datumet syns inte.');
    await house.press(anna, 'case.supersede');
    expect((await house.forge(anna, 'case.secure')).text).toContain(sv.refusals['needs-picture']);
    await anna.sendPicture(bytesOf('png b'));
    await house.settle();
    await house.press(anna, 'case.secure');
    const { pictures } = await house.state('registration');
    expect(pictures.map(({ superseded }) => superseded?.by)).toEqual([PEOPLE.anna.aad, undefined]);
  });

  it('G-7.1c: registered later on a day that is said, removed meanwhile, and the number comes after', async () => {
    await toRegistration(house, anna);

    for (const day of ['', '2026-11-23', '2026-12-24', 'i morgon'])
      await house.press(rolf, 'case.register-later', { 'register-later-day': day });
    await house.state('registration');
    await house.press(rolf, 'case.register-later', { 'register-later-day': '2026-12-01' });
    await house.press(anna, 'case.remove');
    await house.press(anna, 'case.tell');
    const waits = await rolf.say('att göra');
    const done = await house.state('done');
    await house.press(rolf, 'case.register', { 'register-number': 'KS 2026-7' });

    expect(done).toMatchObject({ registration: { kind: 'pending', day: '2026-12-01' }, since: '2026-12-01' });
    expect(waits).toContain(sv.buttons.number);
    expect(await house.state('done')).toMatchObject({
      registration: { kind: 'number', number: 'KS 2026-7' },
    });
    expect(await rolf.say('att göra')).not.toContain(sv.title);
  });

  it('G-7.1: what need not be registered has a reason; what may be secret is always registered', async () => {
    await toRegistration(house, anna, ['secret']);
    const { text } = await house.forge(rolf, 'case.register-not', {
      'register-not-words': 'Liten betydelse.',
    });
    await house.state('registration');
    await house.press(rolf, 'case.register', { 'register-number': 'KS 2026-1' });
    house.clock.pass(1);

    await toRegistration(house, anna, ['views']);
    const { text: why } = await house.press(rolf, 'case.register-not', { 'register-not-words': '' });
    await house.press(rolf, 'case.register-not', { 'register-not-words': 'Liten betydelse.' });

    expect(text).toContain(sv.refusals['secret-is-registered']);
    expect(why).toContain(sv.problems.missing);
    expect(await house.state('telling')).toMatchObject({
      registration: { kind: 'not-needed', reason: 'Liten betydelse.' },
    });
  });

  it('G-7.1: a report to the platform is for whoever serves the account, one to the police for the lead', async () => {
    await toRegistration(house, anna, ['incitement']);
    await house.press(rolf, 'case.register', { 'register-number': 'KS 2026-1' });

    const told = noticesOf(house, sara).join();
    const { text } = await house.forge(anna, 'case.report', { to: 'police' });
    await house.press(anna, 'case.report', {}, { to: 'platform' });
    await sara.say('hjälp');
    await house.forge(sara, 'case.report', { to: 'police' });

    expect(told).toContain('ska det anmälas till polisen?');
    expect(text).toContain(sv.refusals['not-lead']);
    expect((await house.state('removal')).reports.map(({ to, by }) => [to, by])).toEqual([
      ['platform', PEOPLE.anna.aad],
      ['police', PEOPLE.sara.aad],
    ]);
  });

  it('what somebody has going and what waits is in their lists, until it is done', async () => {
    await house.assess(anna, ['views']);

    const [mine, waits, others] = [
      await anna.say('mina ärenden'),
      await anna.say('att göra'),
      await karin.say('att göra'),
    ];
    await house.forge(anna, 'case.rule', { outcome: 'keep', words: 'Det räcker så.' });

    expect(mine).toContain(sv.list.next.suggested);
    expect(waits).toContain('senast tisdag 24 november');
    expect(others).not.toContain(sv.list.next.suggested);
    expect(await anna.say('mina ärenden')).not.toContain('biblioteket\nKommentar');
    expect(await anna.say('att göra')).not.toContain(sv.list.next.suggested);
  });

  it('begun by mistake it is drawn back, and nothing of the post is left', async () => {
    await house.describe(anna, { 'describe-text': 'zebrafink' });

    const { text } = await house.press(anna, 'case.withdraw');

    expect(text).toContain(sv.standing.withdrawn);
    expect(buttonsOf(anna.card())).toEqual([]);
    expect(JSON.stringify(await house.state('withdrawn'))).not.toContain('zebrafink');
  });
});
