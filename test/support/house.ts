/** The whole bot in process, behind its real HTTP server, with a fake connector in the place of Teams. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Bot, type Replacements } from '../../src/compose';
import { readConfig } from '../../src/config';
import type { Store } from '../../src/ports/store';
import { attachment, installationUpdate, invoke, message, persona, type Persona } from './activities';
import { startFakeConnector, type ConnectorOptions, type FakeConnector } from './fake-connector';

type Card = Readonly<Record<string, unknown>>;

/** People of the organisation files, by their key. */
export const PEOPLE = {
  anna: persona(20, 'Anna Anställd'),
  bo: persona(21, 'Bo Boendestöd'),
  emma: persona(22, 'Emma English'),
  karin: persona(29, 'Karin Kommunikatör'),
  kim: persona(30, 'Kim Kollega'),
  vera: persona(31, 'Vera Vårdkommunikatör'),
  rolf: persona(32, 'Rolf Registrator'),
  sara: persona(34, 'Sara Samordnare'),
  dag: persona(35, 'Dag Direktör'),
  /** Of the invented municipality in test/guidelines/data. */
  ines: persona(50, 'Ines Ingenjör'),
  mats: persona(51, 'Mats Mellanchef'),
  tove: persona(52, 'Tove Text'),
  dina: persona(53, 'Dina Dahl'),
  leo: persona(54, 'Leo Ledare'),
  disa: persona(55, 'Disa Direktör'),
  tore: persona(56, 'Tore Turist'),
  /** Nobody in the organisation file. */
  nils: persona(77, 'Nils Ny'),
} as const satisfies Record<string, Persona>;
export type Who = keyof typeof PEOPLE;

export interface Clicked {
  readonly status: number;
  /** The body of the invoke response. */
  readonly body: { readonly statusCode?: number; readonly type?: string; readonly value?: unknown };
  readonly text: string;
}

export interface PictureOptions {
  readonly name?: string;
  readonly kind?: 'inline' | 'file';
  /** Words that come with it. */
  readonly text?: string;
  /** Fields of the activity. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface Chat {
  readonly who: Persona;
  say(text: string): Promise<string>;
  /** Sends pictures in one message, and resolves with every word of the latest card. */
  sendPicture(pictures: Uint8Array | readonly Uint8Array[], more?: PictureOptions): Promise<string>;
  /** The activity that sends them, to be sent again or changed. */
  pictureMessage(
    pictures: Uint8Array | readonly Uint8Array[],
    more?: PictureOptions,
  ): Record<string, unknown>;
  /** Presses the button with this title on the latest card that has it; the answer takes the card's place. */
  click(title: string, inputs?: Readonly<Record<string, string>>): Promise<Clicked>;
  /** The activity a click would send, to be sent again or changed. */
  clickOf(title: string, inputs?: Readonly<Record<string, string>>): Record<string, unknown>;
  send(activity: Readonly<Record<string, unknown>>): Promise<Clicked>;
  /** The same without a card in the window: what a list, or a matter opened from it, would show now. */
  ask(verb: string, data?: object): Promise<Card>;
  /** The card that stands at an activity. */
  cardAt(activity: string): Card | undefined;
  /** The cards in the window, oldest first, as they stand now. */
  cards(): readonly Card[];
  card(): Card;
  /** Every word of the latest card. */
  text(): string;
}

export interface House {
  readonly bot: Bot;
  readonly connector: FakeConnector;
  readonly clock: { now(): number; set(instant: string): void; pass(minutes: number): void };
  readonly alerts: readonly string[];
  /** Everything that was logged, with its fields. */
  readonly logged: readonly string[];
  chat(who: Who): Chat;
  /** Posts any body; resolves with the HTTP status. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<{ status: number; text: string }>;
  /** Waits until every message that was caused has been sent. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface HouseOptions extends ConnectorOptions, Pick<Replacements, 'files' | 'inspect' | 'features'> {
  readonly store?: Store;
  readonly at?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** Everybody named in `met` has had the bot installed, so that messages find them. */
export async function openHouse(met: readonly Who[] = [], options: HouseOptions = {}): Promise<House> {
  const connector = await startFakeConnector(options);
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'kanalvakt-'));
  const alerts: string[] = [];
  const logged: string[] = [];
  const note = (event: string, fields?: object, error?: unknown): void =>
    void logged.push(JSON.stringify([event, fields, error instanceof Error ? error.stack : error]));
  let time = Date.parse(options.at ?? '2026-11-23T09:00:00.000Z');
  const clock = {
    now: () => time,
    set: (instant: string) => void (time = Date.parse(instant)),
    pass: (minutes: number) => void (time += minutes * 60_000),
  };
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    SEND_RATE_ANSWERS: '0',
    SEND_RATE_BULK: '0',
    ...options.env,
  });
  const bot = await compose(config, {
    clock,
    tickSeconds: 0,
    log: {
      info: note,
      warn: note,
      alert(event, ...more) {
        note(event, ...more);
        alerts.push(event);
      },
    },
    ...(options.store ? { store: options.store } : {}),
    ...(options.files ? { files: options.files } : {}),
    ...(options.inspect ? { inspect: options.inspect } : {}),
    ...(options.features ? { features: options.features } : {}),
  });

  async function post(body: unknown, headers: Readonly<Record<string, string>> = {}) {
    const response = await fetch(`${bot.server.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }

  const house: House = {
    bot,
    connector,
    clock,
    alerts,
    logged,
    post,
    chat: (who) => openChat(house, PEOPLE[who]),
    settle: () => bot.runtime.idle(),
    async close() {
      await bot.stop();
      await connector.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
  for (const who of met) {
    await post(installationUpdate(PEOPLE[who], { serviceUrl: connector.serviceUrl }));
    connector.know(PEOPLE[who].user, PEOPLE[who].conversation);
  }
  return house;
}

/** What stands in a window after an answer took a card's place: per house, by activity id. */
const replaced = new WeakMap<FakeConnector, Map<string, { card: Card; updates: number }>>();

function openChat(house: House, who: Persona): Chat {
  const { connector } = house;
  const place = { serviceUrl: connector.serviceUrl };
  const answers = replaced.get(connector) ?? new Map<string, { card: Card; updates: number }>();
  replaced.set(connector, answers);

  function standing(): { id: string; card: Card; updates: number }[] {
    return connector.chat(who.conversation).flatMap(({ id, body, updates }) => {
      const answer = answers.get(id);
      const [attachment] = (body['attachments'] ?? []) as { content?: Card }[];
      const card = answer && answer.updates >= updates ? answer.card : attachment?.content;
      return card ? [{ id, card, updates }] : [];
    });
  }

  async function send(activity: Readonly<Record<string, unknown>>): Promise<Clicked> {
    const { status, text } = await house.post(activity);
    const body = (text === '' ? {} : JSON.parse(text)) as Clicked['body'];
    const card = body.type === 'application/vnd.microsoft.card.adaptive' ? (body.value as Card) : undefined;
    const { replyToId } = activity;
    const id = typeof replyToId === 'string' ? replyToId : '';
    const updates = standing().find((one) => one.id === id)?.updates ?? 0;
    if (card) answers.set(id, { card, updates });
    return { status, body, text: wordsOf(body.value) };
  }

  const chat: Chat = {
    who,
    send,
    async say(text) {
      await send(message(who, text, place));
      return chat.text();
    },
    async sendPicture(pictures, more) {
      await send(chat.pictureMessage(pictures, more));
      return chat.text();
    },
    pictureMessage(pictures, { name = 'bild.png', kind = 'inline', text = '', more = {} } = {}) {
      const list = pictures instanceof Uint8Array ? [pictures] : pictures;
      const attachments = list.map((bytes) => attachment(connector.offer(bytes), kind, name));
      return message(who, text, place, { attachments, ...more });
    },
    clickOf(title, inputs = {}) {
      const found = standing()
        .reverse()
        .flatMap(({ id, card }) => actionsOf(card).map((action) => ({ id, action })))
        .find(({ action }) => action['title'] === title);
      if (!found)
        throw new Error(`No card of ${who.name} has a button "${title}". The latest says: ${chat.text()}`);
      const { verb, data } = found.action as { verb: string; data: object };
      return invoke(who, verb, { ...data, ...inputs }, found.id, place);
    },
    async click(title, inputs = {}) {
      return send(chat.clickOf(title, inputs));
    },
    async ask(verb, data = {}) {
      const { body } = await send(invoke(who, verb, data, undefined, place, { replyToId: undefined }));
      return body.value as Card;
    },
    cardAt: (activity) => standing().find(({ id }) => id === activity)?.card,
    cards: () => standing().map(({ card }) => card),
    card: () => chat.cards().at(-1) ?? {},
    text: () => wordsOf(chat.card()) || connector.text(who.conversation),
  };
  return chat;
}

/** Every text a card shows, in order, with the titles of its buttons. */
export function wordsOf(part: unknown): string {
  if (Array.isArray(part))
    return part
      .map(wordsOf)
      .filter((words) => words !== '')
      .join('\n');
  if (typeof part === 'string') return '';
  if (typeof part !== 'object' || part === null) return '';
  return Object.entries(part)
    .filter(([key]) => !['speak', 'fallbackText', 'data', 'verb', 'id'].includes(key))
    .map(([key, value]) =>
      typeof value === 'string' &&
      ['text', 'title', 'label', 'value', 'errorMessage', 'altText'].includes(key)
        ? value
        : wordsOf(value),
    )
    .filter((words) => words !== '')
    .join('\n');
}

function actionsOf(part: unknown): Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(actionsOf);
  if (typeof part !== 'object' || part === null) return [];
  const own = part as Record<string, unknown>;
  const here = own['type'] === 'Action.Execute' ? [own] : [];
  return [...here, ...Object.values(own).flatMap(actionsOf)];
}
