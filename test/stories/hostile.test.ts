/** Words that look like something else, typed everywhere: kept, and shown as the characters they are. */
import { MOST_WORDS } from '../../src/features/applications/fields';
import { stepsOf as rulesOf } from '../../src/features/applications/fields';
import { shown, taken } from '../../src/kernel/words';
import { HOSTILE } from '../cards/hostile';
import { organisation } from '../features/world';
import { sundsvall } from '../guidelines/sundsvall';
import { persona } from '../support/activities';
import { inputsOf, nodesOf, problemsOf } from '../support/card-parts';
import { openHouse, type Chat, type House } from '../support/house';
import { renderCard } from '../support/render-card';
import { applyAtOnce, stepsOf } from '../support/story';

/** Of every kind; the 5,000 characters last. */
const TYPED = [
  ...HOSTILE.filter((text, at) => taken(text) !== '' && text.length < 1000 && at % 2 === 0).slice(0, 27),
  "'; DROP TABLE applications; --",
  '\ud800',
  'å'.repeat(5000),
];

const RULES = rulesOf(sundsvall(), organisation(), {}).flatMap(({ fields }) => fields);
/** What takes any words, and how many characters of them. */
const FREE = Object.fromEntries(
  RULES.filter(
    ({ id, kind, maxLength }) =>
      (kind === 'line' || kind === 'text') &&
      maxLength !== undefined &&
      !['handle', 'platformName', 'responsible', 'deputies'].includes(id),
  ).map(({ id, maxLength }) => [id, maxLength ?? 0]),
);

let house: House;
let anna: Chat;
let karin: Chat;
beforeAll(async () => {
  house = await openHouse(['anna', 'karin']);
  [anna, karin] = [house.chat('anna'), house.chat('karin')];
});
afterAll(() => house.close());

/** Words on the card as the official renderer draws them. */
function drawn(card: object): { readonly runs: readonly string[]; readonly elements: string } {
  const { element, problems } = renderCard(card);
  expect(problems).toEqual([]);
  expect(JSON.stringify(card)).not.toContain('{{');
  const tags = new Set([...element.querySelectorAll('*')].map(({ tagName }) => tagName));
  const runs = [...element.querySelectorAll('.ac-textRun')].map((run) => run.textContent);
  return { runs, elements: [...tags].sort().join(' ') };
}

test.each(TYPED.map((text, at) => [JSON.stringify(text.slice(0, 30)), text, at] as const))(
  '%s is kept in every answer and in the rejection, and read as it was typed',
  async (_, text, at) => {
    const answers = Object.fromEntries(Object.entries(FREE).map(([id, most]) => [id, text.slice(0, most)]));
    const handle = `konto ${at} ${text.slice(0, 80)}`;
    const platform = { platform: 'other', platformName: `Plats ${at} ${text.slice(0, 40)}` };

    await applyAtOnce(anna, { ...answers, ...platform, handle });
    await house.settle();
    const { runs, elements } = drawn(karin.card());
    await karin.click('Avslå', { words: text.slice(0, MOST_WORDS) });
    await house.settle();
    const rejected = drawn(anna.card());

    for (const typed of [handle, platform.platformName, ...Object.values(answers)]) {
      expect(runs).toContain(shown(taken(typed)));
      expect(rejected.runs).toContain(shown(taken(typed)));
    }
    const reason = `Skälet är: ${shown(taken(text.slice(0, MOST_WORDS)))}\n`;
    expect(rejected.runs.some((run) => run.includes(reason))).toBe(true);
    expect(`${elements} ${rejected.elements}`).not.toMatch(FOREIGN);
  },
);

/** Elements that only typed markup could make: links, pictures by address, scripts, bold text. */
const FOREIGN = /\b(A|AT|B|STRONG|EM|I|IFRAME|SCRIPT|SVG|OBJECT|H\d|LI|UL|OL|CODE|PRE|TABLE)\b/;

test('what cannot be taken stays in its field, character by character', async () => {
  const steps = stepsOf();
  await anna.say('ny ansökan');
  for (const inputs of steps.slice(0, 3)) await anna.click('Nästa', inputs);

  for (const text of TYPED) {
    await anna.click('Nästa', { ...steps[3], responsible: text, deputies: text, mailbox: text });
    const { card, problems } = renderCard(anna.card());

    expect(problems).toEqual([]);
    expect(problemsOf(anna.card())).toHaveLength(3);
    const inputs = inputsOf(anna.card());
    const once = taken(text);
    expect(inputs).toMatchObject({ responsible: shown(once), deputies: shown(once), mailbox: shown(once) });
    const held = card.getAllInputs().find(({ id }) => id === 'responsible');
    expect(taken(String(held?.value)).replace(/\s/g, '')).toBe(once.replace(/\s/g, ''));
  }
});

test('a text that is far too long is refused in words, and kept to be shortened', async () => {
  await anna.say('ny ansökan');
  await anna.click('Nästa', stepsOf()[0]);

  const clicked = await anna.click('Nästa', { ...stepsOf()[1], purpose: 'å'.repeat(5000) });

  expect(problemsOf(clicked.body.value)).toEqual(['Texten är för lång. Korta den till högst 600 tecken.']);
  expect(inputsOf(clicked.body.value)['purpose']).toBe('å'.repeat(5000));
});

test('a name from the client is shown as it is, wherever a card says it', async () => {
  const name = '<b>Nils</b> [tryck](https://example.com) {{DATE(2026-11-17T06:08:39Z)}} ${title}';
  const nils = { ...persona(77), name };
  const from = { id: nils.user, name, aadObjectId: nils.aad };
  const chat = house.chat('nils');
  const blocked = { status: 403, body: { error: { code: 'ConversationBlockedByUser', message: '' } } };
  await chat.send({ ...anna.clickOf('Nästa'), value: { action: { verb: 'home.help', data: {} } }, from });
  await chat.say('ny ansökan');
  const all = Object.assign(
    {},
    ...stepsOf({ responsible: 'Bo Boendestöd', deputies: 'Kim Kollega' }),
  ) as object;
  const click = chat.clickOf('Nästa', all as Record<string, string>);
  const { action } = click['value'] as { action: { data: object } };
  const submit = { ...action, verb: 'application.submit', data: { ...action.data, step: 5 } };
  house.connector.fail(({ conversation }) => (conversation === nils.conversation ? blocked : undefined));

  await chat.send({ ...click, from, value: { action: submit } });
  await house.settle();
  const decide = drawn(karin.card());
  await karin.click('Godkänn');
  await house.settle();
  house.connector.fail(() => undefined);
  await karin.say('att göra');
  const list = drawn(karin.card());

  expect(decide.runs).toContain(shown(name));
  expect(list.runs.some((run) => run.includes(shown(name)))).toBe(true);
  for (const { elements } of [decide, list]) expect(elements).not.toMatch(FOREIGN);
  for (const { type, text } of nodesOf(karin.card()))
    if (type === 'TextBlock') expect(text).not.toContain('Nils');
});
