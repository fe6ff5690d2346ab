/** Answers what came as a message: asks the bot, posts its answer, and says sorry when that went wrong. */
import { BugError, CallerError, OutsideError } from '../../kernel/errors';
import { localeOf, type Locale } from '../../kernel/locale';
import type { MatterRef } from '../../kernel/effect';
import type { Arrival, Front, Reply } from '../../ports/front';
import type { Log } from '../../ports/log';
import type { Sent } from '../../ports/messenger';
import type { Intent } from './activity';
import type { TeamsMessenger } from './messenger';

export interface ReplySettings {
  readonly front: Front;
  readonly messenger: TeamsMessenger;
  readonly log: Log;
  /** "Something went wrong on my side", in the client's language when it is one of ours. */
  sorry(locale: Locale | undefined): string;
}

export const NOT_ANSWERED = 'not-answered';

/**
 * True when the message is dealt with, false when the person only got an apology.
 * Throws OutsideError `not-answered` when nothing reached the person and a second delivery may.
 */
export async function answerMessage(
  settings: ReplySettings,
  intent: Intent,
  arrival: Arrival,
): Promise<boolean> {
  const { messenger, log } = settings;
  try {
    const reply = await ask(settings.front, intent, arrival);
    reached(log, arrival, await deliver(settings, reply, intent, arrival));
    await sayMore(settings, reply, arrival);
    return true;
  } catch (error) {
    if (error instanceof OutsideError && error.code === NOT_ANSWERED) throw error;
    noteFailure(log, arrival, error);
    const text = settings.sorry(localeOf(arrival.clientLocale));
    reached(log, arrival, await messenger.say(arrival.address, text, 'answers'));
    return false;
  }
}

/** Answers in the person's own chat what was asked elsewhere; `text` says why nothing came there. */
export async function answerInChat(
  settings: ReplySettings,
  intent: Intent,
  arrival: Arrival,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly text: string }> {
  const reply = await ask(settings.front, intent, arrival);
  if (reply.kind === 'error') return { ok: false, text: reply.text };
  const sent = await deliver(settings, reply, intent, arrival);
  if (!sent || sent.ok) return { ok: true };
  settings.log.warn('teams.not-answered', { ...traceOf(arrival), why: sent.why });
  return { ok: false, text: settings.sorry(localeOf(arrival.clientLocale)) };
}

/** Logs what went wrong in a turn, and returns its code. */
export function noteFailure(log: Log, { person, activity }: Arrival, error: unknown): string {
  const known = error instanceof CallerError || error instanceof OutsideError || error instanceof BugError;
  const code = known ? error.code : 'failed';
  log.alert('teams.turn-failed', { person, activity, code }, error);
  return code;
}

function ask(front: Front, intent: Intent, arrival: Arrival): Promise<Reply> {
  switch (intent.kind) {
    case 'said':
      return front.said(arrival, intent.text, intent.pictures);
    case 'clicked':
    case 'action':
      return front.clicked(arrival, intent.click);
    case 'met':
      return front.met(arrival);
    case 'quiet':
    case 'unknown-invoke':
      return Promise.resolve({ kind: 'silence' });
  }
}

async function deliver(
  settings: ReplySettings,
  reply: Reply,
  intent: Intent,
  arrival: Arrival,
): Promise<Sent | undefined> {
  const { messenger } = settings;
  if (reply.kind === 'silence') return undefined;
  if (reply.kind === 'error') return messenger.say(arrival.address, reply.text, 'answers');
  // A submitted card becomes its own receipt, as an executed one does.
  const card = intent.kind === 'clicked' ? intent.click.card : undefined;
  const replaced = card ? await messenger.update(arrival.address, card, reply, 'answers') : undefined;
  if (replaced && (replaced.ok || replaced.why !== 'gone')) return replaced;
  const sent = await messenger.send(arrival.address, reply, 'answers');
  if (sent.ok && reply.matter) await tellPlaced(settings, arrival, reply.matter, sent.activity);
  return sent;
}

/** What is said after the answer. The answer stands, so what goes wrong with this is no reason to answer again. */
export async function sayMore(
  { messenger, log }: Pick<ReplySettings, 'messenger' | 'log'>,
  reply: Reply,
  arrival: Arrival,
): Promise<void> {
  if (reply.kind !== 'card' || !reply.also) return;
  try {
    const sent = await messenger.send(arrival.address, { view: reply.also, locale: reply.locale }, 'answers');
    if (!sent.ok) log.warn('teams.not-answered', { ...traceOf(arrival), why: sent.why });
  } catch (error) {
    noteFailure(log, arrival, error);
  }
}

/** The answer stands; that its place could not be noted is no reason to answer again. */
async function tellPlaced(
  { front, log }: ReplySettings,
  arrival: Arrival,
  matter: MatterRef,
  activity: string,
): Promise<void> {
  try {
    await front.placed(arrival, matter, activity);
  } catch (error) {
    noteFailure(log, arrival, error);
  }
}

function reached(log: Log, arrival: Arrival, sent: Sent | undefined): void {
  if (!sent || sent.ok) return;
  log.warn('teams.not-answered', { ...traceOf(arrival), why: sent.why });
  if (sent.why === 'later') throw new OutsideError(NOT_ANSWERED, 'The answer could not be posted.');
}

function traceOf({ person, activity }: Arrival): { readonly person: string; readonly activity: string } {
  return { person, activity };
}
