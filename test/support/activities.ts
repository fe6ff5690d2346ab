/** Activities as a chat client sends them, for a persona: typed text, clicks on cards, and meeting the bot. */

/** A person with a 1:1 chat. `aad` is their Entra object id, `user` their account in the channel. */
export interface Persona {
  readonly aad: string;
  readonly name: string;
  readonly user: string;
  readonly conversation: string;
}

export interface Place {
  readonly serviceUrl: string;
  readonly tenant: string;
  readonly bot: string;
  readonly locale: string;
}

export type ActivityJson = Readonly<Record<string, unknown>>;

export const TENANT = '00000000-0000-0000-0000-0000000000001';

export function persona(number: number, name = `Person ${number}`): Persona {
  const digits = String(number).padStart(3, '0');
  return {
    aad: `00000000-0000-0000-0000-000000000${digits}`,
    name,
    user: `29:person-${digits}`,
    conversation: `a:chat-${digits}`,
  };
}

let issued = 0;

/** `more` replaces or adds fields of the activity. */
export function activity(from: Persona, place: Partial<Place>, more: ActivityJson = {}): ActivityJson {
  const { serviceUrl = 'http://127.0.0.1:1/', tenant = TENANT, bot = '28:bot', locale = 'sv-SE' } = place;
  issued += 1;
  const at = new Date(Date.UTC(2026, 10, 22, 12) + issued * 1000).toISOString();
  return {
    id: `activity-${issued}`,
    from: { id: from.user, name: from.name, aadObjectId: from.aad },
    timestamp: at,
    localTimestamp: at,
    localTimezone: 'Europe/Stockholm',
    serviceUrl,
    conversation: { conversationType: 'personal', tenantId: tenant, id: from.conversation },
    recipient: { id: bot, name: 'Kanalvakt' },
    locale,
    entities: [{ type: 'clientInfo', locale, country: 'SE', platform: 'Web', timezone: 'Europe/Stockholm' }],
    channelData: { tenant: { id: tenant } },
    channelId: 'msteams',
    ...more,
  };
}

export function message(
  from: Persona,
  text: string,
  place: Partial<Place> = {},
  more: ActivityJson = {},
): ActivityJson {
  const html = { contentType: 'text/html', content: `<p>${text}</p>` };
  return activity(from, place, { type: 'message', text, textFormat: 'plain', attachments: [html], ...more });
}

/** A picture as Teams sends it: pasted, or chosen as a file. */
export function attachment(url: string, kind: 'inline' | 'file' = 'inline', name = 'bild.png'): ActivityJson {
  return kind === 'inline'
    ? { contentType: 'image/png', contentUrl: url, name }
    : {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `https://kommunen-my.sharepoint.com/personal/${name}`,
        name,
        content: { downloadUrl: url, uniqueId: '1', fileType: 'png' },
      };
}

/** `Action.Execute` of the card `card`. */
export function invoke(
  from: Persona,
  verb: string,
  data: unknown = {},
  card = 'card-1',
  place: Partial<Place> = {},
  more: ActivityJson = {},
): ActivityJson {
  return activity(from, place, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: card,
    value: { action: { type: 'Action.Execute', title: verb, verb, data }, trigger: 'manual' },
    ...more,
  });
}

/** `Action.Submit` of the card `card`: a message whose value holds the data. */
export function submit(
  from: Persona,
  value: ActivityJson,
  card = 'card-1',
  place: Partial<Place> = {},
): ActivityJson {
  return activity(from, place, { type: 'message', replyToId: card, value });
}

export function installationUpdate(
  from: Persona,
  place: Partial<Place> = {},
  action: 'add' | 'remove' = 'add',
): ActivityJson {
  return activity(from, place, { type: 'installationUpdate', action });
}

export function conversationUpdate(from: Persona, place: Partial<Place> = {}): ActivityJson {
  const { bot = '28:bot' } = place;
  const membersAdded = [{ id: from.user, aadObjectId: from.aad }, { id: bot }];
  return activity(from, place, { type: 'conversationUpdate', membersAdded });
}
