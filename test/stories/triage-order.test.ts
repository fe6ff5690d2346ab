/** Nothing is removed before it is secured and registered: every step out of order is refused with what is missing (G-7.1c). */
import { answersOf, bytesOf, openCases, PHRASE, POST, SAFE, sv, type CaseHouse } from '../support/cases';
import { actionsOf, edited } from '../support/card-parts';
import type { Who } from '../support/house';
import { onBothStores } from '../support/stores';

const { refusals } = sv;
type Try = readonly [verb: string, who: Who, sentence: string];

const EARLY: Readonly<Record<string, readonly Try[]>> = {
  describing: [
    ['case.answer', 'anna', refusals['needs-description']],
    ['case.secure', 'anna', refusals['needs-description']],
  ],
  asking: [
    ['case.secure', 'anna', refusals['needs-answers']],
    ['case.register', 'rolf', refusals['needs-answers']],
    ['case.remove', 'anna', refusals['needs-answers']],
    ['case.tell', 'anna', refusals['needs-answers']],
  ],
  suggested: [
    ['case.secure', 'anna', refusals['needs-ruling']],
    ['case.register', 'rolf', refusals['needs-ruling']],
    ['case.remove', 'anna', refusals['needs-ruling']],
    ['case.tell', 'anna', refusals['needs-ruling']],
  ],
  evidence: [
    ['case.answer', 'anna', refusals.past],
    ['case.secure', 'anna', refusals['needs-picture']],
    ['case.register', 'rolf', refusals['needs-evidence']],
    ['case.remove', 'anna', refusals['needs-evidence']],
    ['case.tell', 'anna', refusals['needs-evidence']],
  ],
  registration: [
    ['case.secure', 'anna', refusals.past],
    ['case.rule', 'anna', refusals.past],
    ['case.remove', 'anna', refusals['needs-registration']],
    ['case.tell', 'anna', refusals['needs-registration']],
    ['case.remove', 'rolf', refusals['not-remover']],
  ],
  removal: [
    ['case.secure', 'anna', refusals.past],
    ['case.send-back', 'rolf', refusals.past],
    ['case.tell', 'anna', refusals['needs-removal']],
  ],
  telling: [
    ['case.remove', 'anna', refusals.past],
    ['case.rule', 'anna', refusals.past],
  ],
  done: [
    ['case.remove', 'anna', refusals.closed],
    ['case.tell', 'anna', refusals.closed],
    ['case.secure', 'anna', refusals.closed],
    ['case.rule', 'anna', refusals.closed],
    ['case.safety', 'anna', refusals.closed],
  ],
};
/** What each needs to be well formed. */
const INPUTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'case.answer': answersOf([]) as Record<string, string>,
  'case.register': { number: 'KS 2026-1' },
  'case.send-back': { words: 'Mer.' },
  'case.rule': { outcome: 'keep', words: 'Det är kritik.' },
  'case.safety': { life: 'no', children: 'yes' },
};

onBothStores('the steps of a case', (open) => {
  let house: CaseHouse;
  beforeEach(async () => {
    house = await openCases(open);
  });
  afterEach(() => {
    expect(house.alerts).toEqual([]);
  });

  it('G-7.1c: secure, register, remove, tell – each step out of order says what is missing and changes nothing', async () => {
    const [anna, rolf] = [house.chat('anna'), house.chat('rolf')];
    const told: string[] = [];

    async function tryAll(step: string): Promise<void> {
      const before = await house.stored();
      expect(before.state.status).toBe(step);
      for (const [verb, who, sentence] of EARLY[step] ?? []) {
        const { text } = await house.forge(house.chat(who), verb, INPUTS[verb]);
        if (!text.includes(sentence)) told.push(`${step}: ${verb} of ${who}: ${text.slice(0, 120)}`);
      }
      const after = await house.stored();
      expect([after.state, after.revision, after.events]).toEqual([
        before.state,
        before.revision,
        before.events,
      ]);
    }

    await anna.say(PHRASE);
    await house.press(anna, 'case.safety', SAFE);
    await tryAll('describing');
    await house.press(anna, 'case.describe', POST);
    await tryAll('asking');
    await house.press(anna, 'case.answer', answersOf(['attack']));
    await tryAll('suggested');
    await house.press(anna, 'case.rule');
    await tryAll('evidence');
    await anna.sendPicture(bytesOf('png a'));
    await house.settle();
    await house.press(anna, 'case.secure');
    await tryAll('registration');
    await house.press(rolf, 'case.register', { 'register-number': 'KS 2026-1' });
    await tryAll('removal');
    await house.press(anna, 'case.remove');
    await tryAll('telling');
    await house.press(anna, 'case.tell');
    await tryAll('done');

    expect(told).toEqual([]);
  });

  it('G-7.1c: before the questions of safety there is nothing that any verb can do', async () => {
    const anna = house.chat('anna');
    const broken: string[] = [];
    for (const verb of [
      'describe',
      'answer',
      'rule',
      'cull',
      'agree',
      'link',
      'secure',
      'register',
      'remove',
      'tell',
    ]) {
      await anna.say(PHRASE);
      const [action] = actionsOf(anna.card());
      const click = edited(anna.clickOf(action!.title), {
        verb: `case.${verb}`,
        data: { ...action!.data, ...POST, ...INPUTS[`case.${verb}`] },
      });
      const { text } = await anna.send(click);
      if (!text.includes(refusals['needs-safety'])) broken.push(`${verb}: ${text}`);
    }

    expect(broken).toEqual([]);
    expect((await house.store.list({ pk: 'sundsvall/case', limit: 10 })).items).toEqual([]);
  });

  it('G-7.1c: what stays is never confirmed as removed', async () => {
    const [anna, rolf] = [house.chat('anna'), house.chat('rolf')];
    await house.assess(anna, ['views']);
    await house.press(anna, 'case.rule');
    await anna.sendPicture(bytesOf('png a'));
    await house.settle();
    await house.press(anna, 'case.secure');
    await house.press(rolf, 'case.register', { 'register-number': 'KS 2026-1' });

    const { text } = await house.forge(anna, 'case.remove');

    expect(text).toContain(refusals['not-removed']);
    expect(await house.state('telling')).not.toHaveProperty('removal');
  });

  it('G-7.1c: everybody’s cards follow the state, and a card of an earlier step says what happened', async () => {
    const [anna, rolf, bo] = [house.chat('anna'), house.chat('rolf'), house.chat('bo')];
    await house.assess(anna, ['attack']);
    await bo.ask('open', { kind: 'case', id: (await house.stored()).id });
    const old = anna.clickOf(sv.buttons.follow);
    await house.press(anna, 'case.rule');
    await anna.sendPicture(bytesOf('png a'));
    await house.settle();
    await house.press(anna, 'case.secure');

    const { text } = await anna.send(edited(old, { data: { ...freshNonce(old), outcome: 'keep' } }));
    await house.press(rolf, 'case.register', { 'register-number': 'KS 2026-1' });

    expect(text).toContain(refusals.stale);
    expect(anna.text()).toContain(sv.standing.removal);
    expect(rolf.text()).toContain(sv.standing.removal);
  });

  /** Another nonce than the one that was used: no replay, but a click of its own on the old card. */
  function freshNonce(click: Readonly<Record<string, unknown>>) {
    const { action } = click['value'] as { action: { data: { matter: object } } };
    return { ...action.data, matter: { ...action.data.matter, nonce: 'another-nonce' } };
  }
});
