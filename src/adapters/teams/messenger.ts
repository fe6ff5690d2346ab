/** Posts and replaces messages in people's chats, within Teams' limits, and says honestly what became of each. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity, ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Clock } from '../../ports/clock';
import type { Log } from '../../ports/log';
import type { Address, Lane, Messenger, Sent } from '../../ports/messenger';
import type { Renderer } from '../../ports/renderer';
import { cachedConnectors } from './connectors';
import { connectorsOf } from './authentication';
import { classify, wentThrough, type Call, type Failure } from './failures';
import type { Identity } from './identity';
import type { Rates, Wait } from './rates';
import { addressed, cardActivity, textActivity } from './render';

export interface TeamsMessenger extends Messenger {
  /** A sentence of the bot's own, when there is no card to show. */
  say(to: Address, text: string, lane: Lane): Promise<Sent>;
}

export interface MessengerSettings {
  readonly identity: Identity;
  readonly renderer: Renderer;
  readonly rates: Rates;
  readonly clock: Clock;
  readonly log: Log;
  readonly wait?: Wait;
  /** 0 to 1, for jitter. */
  readonly chance?: () => number;
  /** How long one call may take; after that it may or may not have been posted. */
  readonly timeoutMs?: number;
}

const RETRIES = 3;
/** Whoever asks for a longer pause than this is left to the outbox. */
const LONGEST_PAUSE_MS = 10_000;
/** The SDK's operations take these from their last argument. */
interface CallOptions {
  readonly abortSignal: AbortSignal;
}
type Outcome<T> =
  { readonly ok: true; readonly value: T | undefined } | Exclude<Failure, { why: 'throttled' }>;

/** `send` and `update` throw only what the renderer throws. */
export function createTeamsMessenger(settings: MessengerSettings): TeamsMessenger {
  const { identity, renderer, rates, clock, log } = settings;
  const { wait = sleep, chance = Math.random, timeoutMs = 10_000 } = settings;
  const connectors = cachedConnectors(connectorsOf(identity));

  async function send(to: Address, message: Partial<Activity>, lane: Lane): Promise<Sent> {
    if (!identity.serves(to.serviceUrl)) return refusedService();
    const client = await connectors.create(to.serviceUrl);
    const opened = to.conversation ? undefined : await open(client, to, lane);
    if (opened && !opened.ok) return opened;
    const conversation = to.conversation ?? opened?.value ?? '';
    const activity = addressed(message, to, conversation);
    const posted = await attempt('create', lane, conversation, (options) =>
      client.conversations.sendToConversation(conversation, activity, options),
    );
    if (!posted.ok) return posted;
    return { ok: true, activity: posted.value?.id ?? '', ...(opened ? { conversation } : {}) };
  }

  async function update(to: Address, id: string, message: Partial<Activity>, lane: Lane): Promise<Sent> {
    if (!identity.serves(to.serviceUrl)) return refusedService();
    const { conversation } = to;
    if (!conversation || !id) return { ok: false, why: 'gone' };
    const client = await connectors.create(to.serviceUrl);
    const activity = { ...addressed(message, to, conversation), id };
    const replaced = await attempt('update', lane, conversation, (options) =>
      client.conversations.updateActivity(conversation, id, activity, options),
    );
    return replaced.ok ? { ok: true, activity: id } : replaced;
  }

  async function open(client: ConnectorClient, to: Address, lane: Lane): Promise<Outcome<string>> {
    const { appId } = identity.settings;
    const parameters: Partial<ConversationParameters> = {
      isGroup: false,
      bot: { id: to.bot ?? (appId ? `28:${appId}` : ''), name: '' },
      members: [{ id: to.user ?? to.person, name: '', aadObjectId: to.person }],
      ...(to.tenant ? { tenantId: to.tenant, channelData: { tenant: { id: to.tenant } } } : {}),
    };
    const made = await attempt('open', lane, undefined, (options) =>
      client.conversations.createConversation(parameters as ConversationParameters, options),
    );
    if (!made.ok) return made;
    return made.value?.id ? { ok: true, value: made.value.id } : { ok: false, why: 'later' };
  }

  async function attempt<T>(
    call: Call,
    lane: Lane,
    conversation: string | undefined,
    perform: (options: CallOptions) => Promise<T>,
  ): Promise<Outcome<T>> {
    for (let tries = 0; ; tries += 1) {
      await rates.take(lane, conversation);
      const failure = await once(call, perform);
      if (failure.ok) return failure;
      log.warn('teams.call-failed', { call, lane, why: failure.why, tries, ...reasonOf(failure) });
      if (failure.why !== 'throttled') return failure;
      const pause = (failure.retryAfterMs ?? 1000 * 2 ** tries) + chance() * 1000;
      if (tries >= RETRIES || pause > LONGEST_PAUSE_MS) return later(failure.retryAfterMs);
      await wait(pause);
    }
  }

  async function once<T>(
    call: Call,
    perform: (options: CallOptions) => Promise<T>,
  ): Promise<{ readonly ok: true; readonly value: T | undefined } | Failure> {
    try {
      return { ok: true, value: await perform({ abortSignal: AbortSignal.timeout(timeoutMs) }) };
    } catch (error) {
      return wentThrough(error) ? { ok: true, value: undefined } : classify(error, call, clock.now());
    }
  }

  function refusedService(): Sent {
    log.alert('teams.service-refused');
    return { ok: false, why: 'refused', reason: 'unknown-service' };
  }

  return {
    send: (to, message, lane) => send(to, cardActivity(renderer, message), lane),
    update: (to, id, message, lane) => update(to, id, cardActivity(renderer, message), lane),
    say: (to, text, lane) => send(to, textActivity(text), lane),
  };
}

function later(retryAfterMs: number | undefined): Extract<Sent, { why: 'later' }> {
  return { ok: false, why: 'later', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function reasonOf(failure: Failure): { readonly reason?: string } {
  return 'reason' in failure ? { reason: failure.reason } : {};
}
