/** The bot's front door: an activity comes in, the bot answers, and whatever goes wrong becomes an orderly answer. */
import { CallerError, OutsideError } from '../../kernel/errors';
import { localeOf, type Locale } from '../../kernel/locale';
import type { Clock } from '../../ports/clock';
import type { Arrival } from '../../ports/front';
import type { Log } from '../../ports/log';
import type { Renderer } from '../../ports/renderer';
import { readTurn, type Turn } from './activity';
import { createChannel } from './channel';
import type { Identity } from './identity';
import { cardBody, dialogBody, errorBody, nothingBody } from './invoke';
import { createOnce, deliveryKeys } from './redelivery';
import { answerInChat, answerMessage, noteFailure, sayMore, type ReplySettings } from './reply';

export interface TeamsFrontSettings extends ReplySettings {
  readonly renderer: Renderer;
  readonly identity: Identity;
  readonly clock: Clock;
  /** "I have sent you a card in our chat", in the client's language when it is one of ours. */
  inChat(locale: Locale | undefined): string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface TeamsFront {
  /** `body` is parsed JSON. Never throws: 200, 4xx for what is refused, 5xx for what is worth delivering again. */
  receive(headers: { readonly authorization?: string | undefined }, body: unknown): Promise<Answer>;
}

export function createTeamsFront(settings: TeamsFrontSettings): TeamsFront {
  const { front, renderer, identity, clock, log } = settings;
  const once = createOnce(clock);
  const channel = createChannel<Turn>(identity, { message: answerOnce, installed: answerOnce, invoke });

  async function receive(
    headers: { readonly authorization?: string | undefined },
    body: unknown,
  ): Promise<Answer> {
    try {
      const turn = readTurn(body, identity.anonymous);
      identity.check(turn.activity);
      const response = await channel.run(turn.activity, headers.authorization ?? '', turn);
      return response ? { status: response.status, body: response.body as unknown } : { status: 200 };
    } catch (error) {
      return refusal(log, error);
    }
  }

  /** Always HTTP 200 with a status in the body: anything else makes Teams deliver the click again. */
  async function invoke(turn: Turn): Promise<object> {
    const { intent, arrival } = turn;
    if (arrival && intent.kind === 'action') return onMessage(turn, arrival);
    if (!arrival || intent.kind !== 'clicked') return errorBody(400, 'unknown-invoke', sorry(arrival));
    try {
      const reply = await front.clicked(arrival, intent.click);
      switch (reply.kind) {
        case 'card':
          void sayMore(settings, reply, arrival);
          return cardBody(renderer.card(reply.view));
        case 'error':
          return errorBody(reply.status, reply.code, reply.text);
        case 'silence':
          return nothingBody();
      }
    } catch (error) {
      const code = noteFailure(log, arrival, error);
      return errorBody(error instanceof CallerError ? 400 : 500, code, sorry(arrival));
    }
  }

  /** A command on somebody's message: its card goes to the person's own chat, and the dialog says so. */
  async function onMessage({ activity, intent }: Turn, arrival: Arrival): Promise<object> {
    const locale = localeOf(arrival.clientLocale);
    let text = settings.inChat(locale);
    try {
      await once.run(deliveryKeys(activity, arrival.person), async () => {
        const answered = await answerInChat(settings, intent, arrival);
        if (!answered.ok) text = answered.text;
        return answered.ok;
      });
    } catch (error) {
      noteFailure(log, arrival, error);
      text = settings.sorry(locale);
    }
    return dialogBody(text);
  }

  async function answerOnce({ activity, intent, arrival }: Turn): Promise<void> {
    if (!arrival) return;
    const keys = deliveryKeys(activity, arrival.person);
    const outcome = await once.run(keys, () => answerMessage(settings, intent, arrival));
    if (outcome === 'repeated')
      log.info('teams.redelivered', { person: arrival.person, activity: arrival.activity });
  }

  function sorry(arrival: Arrival | undefined): string {
    return settings.sorry(localeOf(arrival?.clientLocale));
  }

  return { receive };
}

/** Refused because of who or where, not because of the form. */
const FORBIDDEN = ['no-entra-id', 'unknown-service', 'unknown-channel', 'wrong-tenant'];

function refusal(log: Log, error: unknown): Answer {
  if (error instanceof CallerError) {
    const status = error.code === 'unauthenticated' ? 401 : FORBIDDEN.includes(error.code) ? 403 : 400;
    log.warn('teams.refused', { status, code: error.code });
    return { status, body: { code: error.code, message: error.message } };
  }
  if (error instanceof OutsideError) {
    log.warn('teams.unavailable', { code: error.code });
    return { status: 503, body: { code: error.code, message: error.message } };
  }
  log.alert('teams.failed', {}, error);
  return { status: 500 };
}
