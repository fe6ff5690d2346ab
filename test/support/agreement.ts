/** Everybody sees the same: the card that stands in each chat says what the lists, and a card opened now, would say. */
import { sv } from '../../src/features/applications/texts-sv';
import { buttonsOf, nodesOf } from './card-parts';
import { PEOPLE, wordsOf, type Who } from './house';
import { documentsOf, type StoredHouse } from './stores';

const WORDS = [sv.waitsForYou, ...Object.values(sv.standing)];

export interface Seen {
  readonly who: Who;
  readonly word: string;
}

/**
 * Looks at the only application of the house, through the eyes of everybody who has a card of it. A form that the
 * applicant may be writing in is left alone by the bot, so only its buttons count.
 */
export async function expectAgreement(house: StoredHouse): Promise<Seen[]> {
  await house.settle();
  const { items } = await house.store.list({ pk: 'sundsvall/application', limit: 2 });
  const [document] = items.map((item) => item.document);
  if (!document) throw new Error('There is no application in the store.');
  const { cards = {}, state } = document.body as {
    cards?: Readonly<Record<string, string>>;
    state: { applicant: { id: string } };
  };
  const seen: Seen[] = [];
  for (const who of Object.keys(PEOPLE) as Who[]) {
    const activity = cards[PEOPLE[who].aad];
    if (activity === undefined) continue;
    const chat = house.chat(who);
    const standing = chat.cardAt(activity);
    const opened = await chat.ask('open', { kind: 'application', id: document.id });
    const word = wordOf(standing);
    const waits = word === sv.waitsForYou || isForm(standing);
    const todo = wordsOf(await chat.ask('home.todo'));
    const applies = state.applicant.id === PEOPLE[who].aad;
    const mine = applies ? wordsOf(await chat.ask('home.mine')) : word;

    expect({ who, word, buttons: buttonsOf(standing), listed: mine.includes(word) }).toEqual({
      who,
      word: wordOf(opened),
      buttons: buttonsOf(opened),
      listed: true,
    });
    if (!isForm(standing)) expect({ who, todo: todo.includes(sv.waitsForYou) }).toEqual({ who, todo: waits });
    seen.push({ who, word });
  }
  return seen;
}

/** The state of every application, in the order of the store. */
export async function applicationsIn(house: StoredHouse): Promise<Record<string, unknown>[]> {
  return (await documentsOf(house.store, 'application')).map(({ state }) => state as Record<string, unknown>);
}

function isForm(card: unknown): boolean {
  return nodesOf(card).some(({ type }) => type === 'Input.ChoiceSet') && wordOf(card) === '';
}

function wordOf(card: unknown): string {
  const texts = nodesOf(card).map(({ text }) => String(text));
  return WORDS.find((word) => texts.includes(word)) ?? '';
}
