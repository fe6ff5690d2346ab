/** What the bot needs of an incoming activity: read once, checked for type, depth and poison, the rest left behind. */
import { z } from 'zod';
import { CallerError } from '../../kernel/errors';
import type { AttachmentRef } from '../../ports/attachments';
import type { Arrival, Click } from '../../ports/front';
import { picturesOf } from './attachments';
import { checkDepth } from './depth';
import { typed } from './typed';

const id = z.string().min(1).max(512);
const line = z.string().max(1024).nullish();

const schema = z.object({
  type: z.string().min(1).max(64),
  id: line,
  channelId: line,
  serviceUrl: z.string().min(1).max(2048),
  from: z.object({ id, name: line, aadObjectId: line }),
  recipient: z.object({ id, name: line }).nullish(),
  conversation: z.object({ id, conversationType: line, tenantId: line }),
  channelData: z.object({ tenant: z.object({ id: line }).nullish() }).nullish(),
  locale: z.string().max(64).nullish(),
  text: z.string().max(100_000).nullish(),
  entities: z.array(z.unknown()).max(500).nullish(),
  attachments: z.array(z.unknown()).max(100).nullish(),
  timestamp: line,
  localTimestamp: line,
  replyToId: line,
  name: line,
  action: line,
  value: z.unknown().optional(),
});

/** Checked, but otherwise as it came; holds nothing but the fields above. */
export type Activity = z.infer<typeof schema>;

/** Of the message itself only its address is read: no text, no author. */
const action = z.object({
  commandId: z.string().min(1).max(64),
  messagePayload: z.object({ linkToMessage: z.string().max(2048).optional().catch(undefined) }).nullish(),
});

const execute = z.object({ action: z.object({ verb: z.string().max(256), data: z.unknown().optional() }) });

export type Intent =
  /** `pictures` only when some were sent; empty when none of them can be fetched, or came where they cannot be. */
  | { readonly kind: 'said'; readonly text: string; readonly pictures?: readonly AttachmentRef[] }
  /** `by`: an invoke is answered in the response; a submit is a message and answered by one. */
  | { readonly kind: 'clicked'; readonly by: 'invoke' | 'submit'; readonly click: Click }
  /** A command on somebody's message, answered in the person's own chat: its id is the verb. */
  | { readonly kind: 'action'; readonly click: Click }
  | { readonly kind: 'met' }
  /** An invoke that this bot does not know. */
  | { readonly kind: 'unknown-invoke' }
  /** Nothing to do: an event that the bot does not listen to. */
  | { readonly kind: 'quiet' };

export interface Turn {
  readonly activity: Activity;
  readonly intent: Intent;
  /** Absent for a quiet activity, which may come without a person. */
  readonly arrival?: Arrival;
}

/** Throws CallerError `malformed-activity` for a wrong shape and `no-entra-id` for a person without an identity. */
export function readTurn(body: unknown, anonymous: boolean): Turn {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw malformed(where(parsed.error));
  const activity = parsed.data;
  checkDepth(activity.value);
  const intent = intentOf(activity);
  if (intent.kind === 'quiet') return { activity, intent };
  return { activity, intent, arrival: arrivalOf(activity, intent, anonymous) };
}

function intentOf(activity: Activity): Intent {
  switch (activity.type) {
    case 'message':
      return isRecord(activity.value) ? submitted(activity, activity.value) : said(activity);
    case 'invoke':
      return invoked(activity);
    case 'installationUpdate':
      return { kind: activity.action === 'add' ? 'met' : 'quiet' };
    default:
      return { kind: 'quiet' };
  }
}

function invoked(activity: Activity): Intent {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return executed(activity);
    case 'composeExtension/fetchTask':
      return onMessage(activity);
    default:
      return { kind: 'unknown-invoke' };
  }
}

function said(activity: Activity): Intent {
  const text = typed(activity.text ?? '', activity.entities ?? [], activity.recipient);
  const sent = picturesOf(activity.attachments ?? []);
  // Teams gives files to bots in personal chats alone.
  return { kind: 'said', text, ...(sent ? { pictures: isShared(activity) ? [] : sent } : {}) };
}

function executed(activity: Activity): Intent {
  const parsed = execute.safeParse(activity.value);
  if (!parsed.success) throw malformed(`value.${where(parsed.error)}`);
  const { verb, data } = parsed.data.action;
  return { kind: 'clicked', by: 'invoke', click: click(verb, data ?? {}, activity) };
}

function onMessage(activity: Activity): Intent {
  const parsed = action.safeParse(activity.value);
  if (!parsed.success) throw malformed(`value.${where(parsed.error)}`);
  const link = parsed.data.messagePayload?.linkToMessage;
  return { kind: 'action', click: { verb: parsed.data.commandId, data: link === undefined ? {} : { link } } };
}

function submitted(activity: Activity, value: Record<string, unknown>): Intent {
  const verb = typeof value['verb'] === 'string' ? value['verb'] : '';
  return { kind: 'clicked', by: 'submit', click: click(verb, value, activity) };
}

function click(verb: string, data: unknown, activity: Activity): Click {
  return { verb, data, ...(activity.replyToId ? { card: activity.replyToId } : {}) };
}

function arrivalOf(activity: Activity, intent: Intent, anonymous: boolean): Arrival {
  if (!activity.id) throw malformed('id');
  const person = activity.from.aadObjectId?.trim().toLowerCase();
  if (!person) throw new CallerError('no-entra-id', 'The person has no Entra object id.');
  if (!/^[a-z0-9-]{1,64}$/.test(person)) throw malformed('from.aadObjectId');
  const tenant = activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
  return {
    person,
    name: activity.from.name ?? '',
    activity: activity.id,
    ...(tenant ? { tenant } : {}),
    // A local chat client says en-US whoever uses it.
    ...(activity.locale && !anonymous ? { clientLocale: activity.locale } : {}),
    address: {
      person,
      serviceUrl: activity.serviceUrl,
      user: activity.from.id,
      ...(tenant ? { tenant } : {}),
      ...(activity.recipient ? { bot: activity.recipient.id } : {}),
      // What is said in a group or channel is answered in the person's own chat, and so is a command on a message,
      // which may stand in a chat between two people.
      ...(isShared(activity) || intent.kind === 'action' ? {} : { conversation: activity.conversation.id }),
    },
  };
}

function isShared({ conversation }: Activity): boolean {
  return (conversation.conversationType ?? 'personal') !== 'personal';
}

function where(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? '';
}

function malformed(path: string): CallerError {
  return new CallerError('malformed-activity', `The activity is malformed${path ? ` at ${path}` : ''}.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
