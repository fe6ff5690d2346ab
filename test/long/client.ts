/** One person's chat client: shows what the connector has and what clicks were answered with, and sends activities. */
import { invoke, message, type ActivityJson, type Persona } from '../support/activities';
import { actionsOf } from '../support/card-parts';
import type { FakeConnector } from '../support/fake-connector';
import { wordsOf } from '../support/house';

type Card = Readonly<Record<string, unknown>>;
type Inputs = Readonly<Record<string, string>>;

export interface Answered {
  readonly status: number;
  readonly body: { readonly statusCode?: number; readonly type?: string; readonly value?: unknown };
  /** Every word of the card or message in the answer. */
  readonly words: string;
}

/** Brings an activity to the bot and comes back with its answer. */
export type Deliver = (activity: ActivityJson) => Promise<Answered>;

/** A button on a card. */
export interface Button {
  readonly card: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Client {
  readonly who: Persona;
  say(text: string): Promise<Answered>;
  /** The button with this title on the latest card that has it, and on which the words `about` stand. */
  find(title: string, about?: string, without?: ReadonlySet<string>): Button | undefined;
  /** Likewise; throws when there is none, with what the latest card says. */
  get(title: string, about?: string): Button;
  /** Whether a card says both. */
  sees(words: string, about: string): boolean;
  activityOf(button: Button, inputs?: Inputs): ActivityJson;
  press(button: Button, inputs?: Inputs): Promise<Answered>;
  /** Sends what was built before; the answer takes its card's place. */
  send(activity: ActivityJson): Promise<Answered>;
  /** The words of one card as it stands now. */
  words(card: string): string;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

export function answered(status: number, text: string): Answered {
  const body = (text === '' ? {} : JSON.parse(text)) as Answered['body'];
  return { status, body, words: wordsOf(body.value) };
}

export function openClient(who: Persona, connector: FakeConnector, deliver: Deliver): Client {
  /** By activity id: what an answer put in a card's place, and how often the card had been updated before. */
  const answers = new Map<string, { readonly card: Card; readonly updates: number }>();
  const place = { serviceUrl: connector.serviceUrl };

  function standing(): { readonly id: string; readonly card: Card }[] {
    return connector.chat(who.conversation).flatMap(({ id, body, updates }) => {
      const answer = answers.get(id);
      const [attachment] = (body['attachments'] ?? []) as { readonly content?: Card }[];
      const card = answer && answer.updates >= updates ? answer.card : attachment?.content;
      return card ? [{ id, card }] : [];
    });
  }

  async function send(activity: ActivityJson): Promise<Answered> {
    const answer = await deliver(activity);
    const id = (activity['replyToId'] ?? '') as string;
    const updates = connector.chat(who.conversation).find((one) => one.id === id)?.updates ?? 0;
    if (answer.body.type === CARD) answers.set(id, { card: answer.body.value as Card, updates });
    return answer;
  }

  const client: Client = {
    who,
    send,
    say: (text) => send(message(who, text, place)),
    find(title, about = '', without = new Set()) {
      for (const { id, card } of standing().reverse()) {
        if (without.has(id)) continue;
        const action = actionsOf(card).find((one) => one.title === title);
        if (action && wordsOf(card).includes(about))
          return { card: id, verb: action.verb, data: action.data };
      }
      return undefined;
    },
    get(title, about) {
      const found = client.find(title, about);
      if (found) return found;
      const latest = wordsOf(standing().at(-1)?.card);
      throw new Error(`No card of ${who.name} has the button "${title}". The latest says: ${latest}`);
    },
    sees: (words, about) =>
      standing().some(({ card }) => [words, about].every((part) => wordsOf(card).includes(part))),
    activityOf: ({ card, verb, data }, inputs = {}) => invoke(who, verb, { ...data, ...inputs }, card, place),
    press: (button, inputs) => send(client.activityOf(button, inputs)),
    words: (card) => wordsOf(standing().find(({ id }) => id === card)?.card),
  };
  return client;
}
