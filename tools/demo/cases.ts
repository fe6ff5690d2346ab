/** Posts that are being assessed in the demo: something to decide, to register and to agree with. */
import type { Button, Choice, Field } from '../../src/kernel/card';
import type { Arrival, Front, Reply } from '../../src/ports/front';

interface Card {
  readonly matter?: { readonly id: string; readonly revision: number; readonly nonce: string };
  readonly notice?: string;
  readonly fields?: readonly Field[];
  readonly rows?: readonly { readonly button: Button }[];
  readonly pages?: readonly { readonly fields: readonly Field[] }[];
  readonly asides?: readonly { readonly fields: readonly Field[]; readonly button: Button }[];
}

type Answers = Readonly<Record<string, 'yes' | 'unsure'>>;
type Inputs = Readonly<Record<string, unknown>>;

interface Post {
  readonly by: string;
  readonly handle: string;
  readonly link: string;
  readonly text: string;
  readonly answers: Answers;
}

const HATRED: Post = {
  by: 'anna',
  handle: 'stadsbiblioteket.demo',
  link: 'https://www.instagram.com/p/demo-1/',
  text: 'Sådana som ni borde inte få låna böcker här.',
  answers: { hatred: 'yes' },
};
const UNSURE: Post = {
  by: 'anna',
  handle: 'stadsbiblioteket.demo',
  link: 'https://www.instagram.com/p/demo-2/',
  text: 'Undra varför han fick gå från sitt förra jobb.',
  answers: { attack: 'unsure' },
};
const THANKS: Post = {
  by: 'anna',
  handle: 'stadsbiblioteket.demo',
  link: 'https://www.instagram.com/p/demo-3/',
  text: 'Tack, då vet jag när ni öppnar.',
  answers: { minor: 'yes' },
};
const VIEWS: Post = {
  by: 'anna',
  handle: 'stadsbiblioteket.demo',
  link: 'https://www.instagram.com/p/demo-4/',
  text: 'Skolmaten var bättre förr. Varför har ni bytt kök?',
  answers: { views: 'yes' },
};

export interface CasesOptions {
  readonly front: Front;
  readonly arrivals: ReadonlyMap<string, () => Arrival>;
  /** Where the pictures can be fetched, by name. */
  readonly pictures: string;
}

/** One waits for the registrar's number, one for the registrar's word, one for a second person, one for a decision. */
export async function assessPosts({ front, arrivals, pictures }: CasesOptions): Promise<void> {
  const of = (key: string): Arrival => {
    const arrive = arrivals.get(key);
    if (!arrive) throw new Error(`The demo has no person "${key}".`);
    return arrive();
  };
  const press = async (key: string, verb: string, card: Card, inputs: Inputs): Promise<Card> =>
    cardOf(await front.clicked(of(key), { verb, data: { ...inputs, matter: card.matter } }));

  /** From the phrase to what the rules suggest. */
  async function assess({ by, handle, link, text, answers }: Post): Promise<Card> {
    const first = cardOf(await front.said(of(by), `bedöm inlägg ${link}`));
    const safe = { 'safety-life': 'no', 'safety-children': 'no', link };
    const form = await press(by, 'case.safety', first, safe);
    const account = choiceOf(form, 'describe-account', handle);
    const described = { ...valuesOf(form), 'describe-account': account, 'describe-text': text };
    const asked = await press(by, 'case.describe', form, described);
    const questions = (asked.pages ?? []).flatMap(({ fields }) => fields);
    const given = questions.map(({ id }) => [id, answers[id.replace('answer-', '')] ?? 'no'] as const);
    return press(by, 'case.answer', asked, Object.fromEntries(given));
  }

  const hatred = await press(HATRED.by, 'case.rule', await assess(HATRED), { outcome: 'register-delete' });
  const url = `${pictures}${encodeURIComponent('hets')}.png`;
  const data = { kind: 'case', id: hatred.matter?.id };
  const said = await front.said(of(HATRED.by), '', [{ kind: 'inline', url, name: 'skärmdump.png' }]);
  // Whoever waits for other pictures too is asked which one it is.
  const row = cardOf(said).rows?.find(({ button }) => button.data?.['id'] === data.id);
  if (row) await front.clicked(of(HATRED.by), { verb: row.button.verb, data: row.button.data ?? {} });
  await press(
    HATRED.by,
    'case.secure',
    cardOf(await front.clicked(of(HATRED.by), { verb: 'open', data })),
    {},
  );

  await assess(UNSURE);

  const thanks = await assess(THANKS);
  const confirmed = (thanks.asides ?? [])
    .flatMap(({ fields }) => fields)
    .filter(({ id }) => id.startsWith('confirm-'))
    .map(({ id }) => [id, 'yes'] as const);
  await press(THANKS.by, 'case.cull', thanks, {
    'cull-reason': 'outdated',
    ...Object.fromEntries(confirmed),
  });

  await assess(VIEWS);
}

function valuesOf({ fields = [] }: Card): Inputs {
  return Object.fromEntries(fields.map(({ id, value }) => [id, value]));
}

function choiceOf({ fields = [] }: Card, id: string, named: string): string {
  const choices: readonly Choice[] = fields.find((field) => field.id === id)?.choices ?? [];
  const choice = choices.find(({ title }) => title.startsWith(`${named} `));
  if (!choice)
    throw new Error(`The form has no account ${named}: ${choices.map(({ title }) => title).join(', ')}`);
  return choice.value;
}

function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`The bot did not answer with a card: ${JSON.stringify(reply)}`);
  const card: Card = reply.view.data;
  if (card.notice !== undefined) throw new Error(card.notice);
  return card;
}
