/** The chat adapter with fakes at its ports, talking to a fake connector over the loopback. */
import { createIdentity, type IdentitySettings } from '../../src/adapters/teams/identity';
import { createTeamsMessenger, type TeamsMessenger } from '../../src/adapters/teams/messenger';
import { createRates, type RateSettings } from '../../src/adapters/teams/rates';
import { createTeamsFront, type TeamsFront } from '../../src/adapters/teams/receive';
import type { MatterRef } from '../../src/kernel/effect';
import type { View } from '../../src/kernel/view';
import type { AttachmentRef } from '../../src/ports/attachments';
import type { Arrival, Click, Front, Reply } from '../../src/ports/front';
import type { Log, LogFields } from '../../src/ports/log';
import type { Renderer } from '../../src/ports/renderer';

export interface Noted {
  readonly level: 'info' | 'warn' | 'alert';
  readonly event: string;
  readonly fields: LogFields;
}

export function fakeLog(): Log & { readonly noted: Noted[] } {
  const noted: Noted[] = [];
  const at =
    (level: Noted['level']) =>
    (event: string, fields: LogFields = {}): void =>
      void noted.push({ level, event, fields });
  return { noted, info: at('info'), warn: at('warn'), alert: at('alert') };
}

/** A clock that moves only when somebody waits, or when told to. */
export function fakeTime(): {
  now(): number;
  wait(ms: number): Promise<void>;
  pass(ms: number): void;
  waits: number[];
} {
  let now = Date.UTC(2026, 10, 22, 12);
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    pass: (ms) => void (now += ms),
    wait: (ms) => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}

const renderer: Renderer = {
  card: ({ card, data }) => ({
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: card, ...data }],
  }),
};

export function view(card = 'test/card', data: object = {}): View {
  return { card, data, summary: `Summary of ${card}` };
}

export function card(name = 'test/card', matter?: MatterRef): Reply {
  return { kind: 'card', view: view(name), locale: 'sv', ...(matter ? { matter } : {}) };
}

export type Heard =
  | { readonly what: 'met'; readonly arrival: Arrival }
  | {
      readonly what: 'said';
      readonly arrival: Arrival;
      readonly text: string;
      readonly pictures?: readonly AttachmentRef[];
    }
  | { readonly what: 'clicked'; readonly arrival: Arrival; readonly click: Click }
  | {
      readonly what: 'placed';
      readonly arrival: Arrival;
      readonly matter: MatterRef;
      readonly activity: string;
    };

export interface FakeFront extends Front {
  readonly heard: Heard[];
  /** Answers what comes next; may throw or wait. */
  reply: (heard: Heard) => Reply | Promise<Reply>;
}

export function fakeFront(reply: FakeFront['reply'] = () => card()): FakeFront {
  const heard: Heard[] = [];
  const hear = async (one: Heard): Promise<Reply> => {
    heard.push(one);
    return front.reply(one);
  };
  const front: FakeFront = {
    heard,
    reply,
    met: (arrival) => hear({ what: 'met', arrival }),
    said: (arrival, text, pictures) =>
      hear({ what: 'said', arrival, text, ...(pictures ? { pictures } : {}) }),
    clicked: (arrival, click) => hear({ what: 'clicked', arrival, click }),
    placed: (arrival, matter, activity) => {
      heard.push({ what: 'placed', arrival, matter, activity });
      return Promise.resolve();
    },
  };
  return front;
}

export interface Bot extends TeamsFront {
  readonly front: FakeFront;
  readonly messenger: TeamsMessenger;
  readonly log: ReturnType<typeof fakeLog>;
  readonly time: ReturnType<typeof fakeTime>;
}

export const UNLIMITED: RateSettings = { answers: Infinity, bulk: Infinity, maxReplicas: 1 };

export function startBot(
  settings: {
    readonly identity?: IdentitySettings;
    readonly rates?: RateSettings;
    readonly timeoutMs?: number;
  } = {},
): Bot {
  const identity = createIdentity(settings.identity ?? {});
  const time = fakeTime();
  const log = fakeLog();
  const front = fakeFront();
  const rates = createRates(settings.rates ?? UNLIMITED, time, (ms) => time.wait(ms));
  const messenger = createTeamsMessenger({
    identity,
    renderer,
    rates,
    clock: time,
    log,
    wait: (ms) => time.wait(ms),
    chance: () => 0,
    ...(settings.timeoutMs ? { timeoutMs: settings.timeoutMs } : {}),
  });
  const sorry = (locale: string | undefined): string =>
    locale === 'en' ? 'Something went wrong.' : 'Något gick fel.';
  const inChat = (): string => 'Se vår chatt.';
  const door = createTeamsFront({ front, renderer, identity, messenger, clock: time, log, sorry, inChat });
  return { receive: (headers, body) => door.receive(headers, body), front, messenger, log, time };
}
