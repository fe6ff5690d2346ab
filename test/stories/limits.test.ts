/** Answers that are too long, and choices nobody was given: told in a sentence at the input, and kept to be mended. */
import { verbs } from '../../src/features/applications/commands';
import { MOST_TIME } from '../../src/features/applications/consultation';
import {
  MOST_LINK,
  MOST_WORDS,
  stepsOf as rulesOf,
  type FieldRule,
} from '../../src/features/applications/fields';
import { HOSTILE } from '../cards/hostile';
import { organisation } from '../features/world';
import { sundsvall } from '../guidelines/sundsvall';
import { dataOf, edited, inputsOf, nodesOf, problemsOf } from '../support/card-parts';
import { openHouse, type Chat, type Clicked, type House } from '../support/house';
import { applyAtOnce, CHECKLIST, LINK, stepsOf } from '../support/story';

const RULES = rulesOf(sundsvall(), organisation(), {});
const TYPED = RULES.flatMap(({ fields }, step) =>
  fields.flatMap((field) =>
    field.maxLength === undefined ? [] : [{ ...field, step, most: field.maxLength }],
  ),
);
const CHOSEN = RULES.flatMap(({ fields }, step) =>
  fields.flatMap((field) => (field.choices === undefined ? [] : [{ ...field, step }])),
);
/** A hostile beginning, and one character more than fits. */
const over = (most: number): string => `<b>**${'å'.repeat(most + 1 - 5)}`;
const TOO_LONG = (most: number): string => `Texten är för lång. Korta den till högst ${most} tecken.`;

let house: House;
let anna: Chat;
let karin: Chat;
beforeEach(async () => {
  house = await openHouse(['anna', 'karin', 'kim', 'sara']);
  [anna, karin] = [house.chat('anna'), house.chat('karin')];
});
afterEach(() => house.close());

/** Leaves a step of a new form with these answers in the place of good ones. */
async function leave(step: number, answers: Readonly<Record<string, string>>): Promise<Clicked> {
  await anna.say('ny ansökan');
  const click = anna.clickOf('Nästa', Object.assign({}, ...stepsOf(), answers) as Record<string, string>);
  return anna.send(edited(click, { data: { ...dataOf(click), ...answers, step } }));
}

/** A click as it comes from the card, with a verb of the same matter. */
async function press(chat: Chat, title: string, verb: string, inputs: Readonly<Record<string, string>>) {
  const click = chat.clickOf(title, inputs);
  expect(Object.keys(verbs)).toContain(verb);
  return chat.send(edited(click, { verb }));
}

function holds({ body }: Clicked, id: string, typed: string, sentence: string): void {
  expect(problemsOf(body.value)).toContain(sentence);
  expect(inputsOf(body.value)[id]).toBe(typed);
}

test('every line and text of the form tells its limit, and keeps the words', async () => {
  expect(TYPED.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['handle', 'purpose', 'why', 'mailbox', 'watchers']),
  );
  for (const { id, step, most } of TYPED) {
    const clicked = await leave(step, {
      [id]: over(most),
      ...(id === 'consultedWith' ? { consultedOn: '2026-11-20' } : {}),
    });

    holds(clicked, id, over(most), TOO_LONG(most));
  }
});

test('a choice that nobody was given is refused with a sentence at the question', async () => {
  const answers = (rule: FieldRule): readonly string[] => [
    '',
    ...HOSTILE.slice(0, 3),
    `${rule.choices?.[0] ?? ''} `,
    '__proto__',
  ];
  for (const rule of CHOSEN) {
    for (const answer of answers(rule).filter((one) => !rule.choices?.includes(one.trim()))) {
      const clicked = await leave(rule.step, { [rule.id]: answer });

      expect(clicked.body.statusCode).toBe(200);
      expect(problemsOf(clicked.body.value)).toHaveLength(1);
      expect(problemsOf(clicked.body.value)[0]).toMatch(/^\p{Lu}.+\.$/u);
    }
  }
});

test('the words, the question, the colleague and the day beside a decision keep to their limits', async () => {
  await applyAtOnce(anna, { consultedWith: '', consultedOn: '' });
  await house.settle();
  const words = over(MOST_WORDS);

  for (const verb of ['ask', 'reject', 'record'] as const) {
    const clicked = await press(karin, 'Avslå', `application.${verb}`, { words });
    holds(clicked, 'words', words, TOO_LONG(MOST_WORDS));
  }
  const handed = await karin.click('Lämna över', { to: '<at>Kim</at>', words: 'Tar du den?' });
  expect(problemsOf(handed.body.value)).toHaveLength(1);
  const time = over(MOST_TIME);
  const planned = await press(karin, 'Avslå', 'application.plan', { day: '2026-12-01', time });
  // The card that decides has no input for a time until a talk is asked for; nothing is taken all the same.
  expect(planned.text).toContain('Ett svar behöver ändras.');
  for (const day of ['2026-13-41', '1. december', '=1+1', '<b>i dag</b>', '{{DATE(2026-11-17T06:08:39Z)}}']) {
    const clicked = await press(karin, 'Avslå', 'application.record', { day });
    expect(problemsOf(clicked.body.value)).toHaveLength(1);
    expect(inputsOf(clicked.body.value)['day']).toBe(day.replace('{{', '{\u2060{'));
  }
});

test('a question about an answer that nobody asked for is refused, and its words are kept', async () => {
  await applyAtOnce(anna);
  await house.settle();

  const asked = await karin.click('Begär komplettering', { about: '__proto__', words: 'Vilka?' });

  expect(problemsOf(asked.body.value)).toHaveLength(1);
  expect(inputsOf(asked.body.value)['words']).toBe('Vilka?');
});

test('the link to a new account keeps to its limit, and leads nowhere else', async () => {
  await applyAtOnce(anna);
  await house.settle();
  await karin.click('Godkänn');
  await house.settle();
  await house.chat('sara').click('Bekräfta mottagen');
  await house.settle();
  const long = `https://www.instagram.com/${'a'.repeat(MOST_LINK)}`;

  holds(
    await anna.click('Kontot är skapat', { ...CHECKLIST, link: long }),
    'link',
    long,
    TOO_LONG(MOST_LINK),
  );
  for (const link of HOSTILE.filter((text) => text.includes('://') && text.length < MOST_LINK)) {
    const clicked = await anna.click('Kontot är skapat', { ...CHECKLIST, link });

    expect(problemsOf(clicked.body.value)).toHaveLength(1);
    expect(nodesOf(clicked.body.value).filter(({ type }) => type === 'Action.OpenUrl')).toEqual([]);
  }
});

test('the reason to go on beside an account that looks alike keeps to its limit', async () => {
  await applyAtOnce(anna);
  await house.settle();
  await karin.click('Godkänn');
  await house.settle();
  await house.chat('sara').click('Bekräfta mottagen');
  await house.settle();
  await anna.click('Kontot är skapat', { ...CHECKLIST, link: LINK });
  await house.settle();
  await applyAtOnce(anna, { handle: '@biblioteket_ung' });
  const reason = over(MOST_WORDS);

  holds(await anna.click('Fortsätt ändå', { reason }), 'reason', reason, TOO_LONG(MOST_WORDS));
});
