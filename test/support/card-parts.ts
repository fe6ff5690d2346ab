/** Finds the parts of a card that a story looks at: buttons, inputs with their words, rows of a list. */
import { wordsOf, type Chat, type Clicked } from './house';

export type Node = Readonly<Record<string, unknown>>;

export interface Action {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every object of the card, in order. */
export function nodesOf(part: unknown): readonly Node[] {
  if (typeof part !== 'object' || part === null) return [];
  const below = Object.values(part).flatMap((value: unknown) => nodesOf(value));
  return Array.isArray(part) ? below : [part as Node, ...below];
}

export function buttonsOf(card: unknown): readonly string[] {
  return actionsOf(card).map(({ title }) => title);
}

export function actionsOf(card: unknown): readonly Action[] {
  return nodesOf(card).filter(({ type }) => type === 'Action.Execute') as unknown as Action[];
}

/** What stands in the inputs, by id. */
export function inputsOf(card: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    nodesOf(card)
      .filter(({ type }) => String(type).startsWith('Input.'))
      .map(({ id, value }) => [String(id), value]),
  );
}

/** The sentences about what is wrong with the answers, in the order of the questions. */
export function problemsOf(card: unknown): readonly string[] {
  return nodesOf(card).flatMap(({ type, text }) =>
    type === 'TextRun' && String(text).startsWith('⚠ ') ? [String(text).slice(2)] : [],
  );
}

/** The rows of a list, each with all its words. */
export function rowsOf(card: unknown): readonly string[] {
  return rows(card).map(wordsOf);
}

/** Opens the row of the latest card that says `words`. */
export function openRow(chat: Chat, words: string): Promise<Clicked> {
  const row = rows(chat.card()).find((one) => wordsOf(one).includes(words));
  const [action] = actionsOf(row);
  if (!action) throw new Error(`No row of ${chat.who.name} says "${words}": ${chat.text()}`);
  return chat.send(edited(chat.clickOf(action.title), action));
}

/** The same click with another verb, or other data in the place of the card's. */
export function edited(
  activity: Readonly<Record<string, unknown>>,
  { verb, data }: { readonly verb?: string; readonly data?: Readonly<Record<string, unknown>> },
): Record<string, unknown> {
  const { action, ...value } = activity['value'] as { readonly action: Action };
  return {
    ...activity,
    value: { ...value, action: { ...action, verb: verb ?? action.verb, data: data ?? action.data } },
  };
}

/** What a click would send, to be changed. */
export function dataOf(activity: Readonly<Record<string, unknown>>): Action['data'] {
  return (activity['value'] as { readonly action: Action }).action.data;
}

/** Id, revision and nonce of a click. */
export function stampOf(activity: Readonly<Record<string, unknown>>): {
  readonly id: string;
  readonly revision: number;
  readonly nonce: string;
} {
  return dataOf(activity)['matter'] as ReturnType<typeof stampOf>;
}

function rows(card: unknown): readonly Node[] {
  return nodesOf(card).filter(
    (node) =>
      node['type'] === 'ColumnSet' && actionsOf(node).some(({ title }) => /^(Öppna|Open)$/.test(title)),
  );
}
