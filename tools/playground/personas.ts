/** The people who get a chat window of their own on this machine, and the ids and ports that keep their windows apart. */

/** A person of the demo organisation, as its file names them. */
export interface PersonaSeed {
  /** Short name, lower case letters, digits and `-`; unique. */
  readonly key: string;
  /** Entra object id; the bot knows people by it. */
  readonly entraId: string;
  readonly name: string;
  readonly email: string;
}

/** A person with a window: one Playground instance, one port, one 1:1 chat with the bot. */
export interface Persona extends PersonaSeed {
  readonly port: number;
  /** The person's account in the channel (`from.id`); Teams would say `29:…`. */
  readonly channelUser: string;
  /** The 1:1 chat with the bot (`conversation.id`); Teams would say `a:…`. */
  readonly chatId: string;
}

/** The bot's account in the channel (`recipient.id`) in every window. */
export const BOT = { id: 'bot-kanalvakt', name: 'Kanalvakt' } as const;

/** The first window's port; the others follow. */
export const BASE_PORT = 56150;

const KEY = /^[a-z][a-z0-9-]*$/;

/**
 * Gives each person a port (`basePort`, `basePort + 1`, …) and ids that are the same at every start,
 * so that what the bot stored about a chat still fits after a restart.
 * Throws when a key is malformed or two people share a key or an Entra object id.
 */
export function personasFrom(people: readonly PersonaSeed[], basePort = BASE_PORT): readonly Persona[] {
  const faulty = people.find(({ key }) => !KEY.test(key));
  if (faulty) throw new Error(`The persona key "${faulty.key}" may only hold a–z, 0–9 and "-".`);
  for (const field of ['key', 'entraId'] as const) {
    const values = people.map((person) => person[field]);
    const double = values.find((value, index) => values.indexOf(value) !== index);
    if (double !== undefined) throw new Error(`Two personas share the ${field} "${double}".`);
  }
  return people.map((person, index) => ({
    ...person,
    port: basePort + index,
    channelUser: `user-${person.key}`,
    chatId: `chat-${person.key}`,
  }));
}

/** The window of a persona, for a browser on this machine. */
export function windowUrl(persona: Pick<Persona, 'port'>): string {
  return `http://localhost:${persona.port}`;
}

/** The service url that the persona's activities carry, and where the bot posts. */
export function connectorUrl(persona: Pick<Persona, 'port'>): string {
  return `${windowUrl(persona)}/_connector`;
}
