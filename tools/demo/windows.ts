/** Opens everybody's window, several at a time since each is a process of its own, and lets everybody say hello. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { BOT, connectorUrl, type Persona } from '../playground/personas';
import { startPlayground, TENANT_ID, type Playground } from '../playground/start';

export interface WindowsOptions {
  readonly personas: readonly Persona[];
  readonly botUrl: string;
  /** Each window gets a folder in this one. */
  readonly folder: string;
  /** Called for each window that stands, also when another fails later. */
  readonly opened: (window: Playground) => void;
}

const AT_A_TIME = 4;
/** Generous: several start at once, on a machine that may be busy. */
const TIMEOUT_MS = 90_000;

/** Resolves when all windows stand and something waits in each; rejects with the first that failed. */
export async function openWindows({ personas, botUrl, folder, opened }: WindowsOptions): Promise<void> {
  const waiting = [...personas];
  async function open(): Promise<void> {
    for (let persona = waiting.shift(); persona; persona = waiting.shift()) {
      const window = await startPlayground({
        persona,
        all: personas,
        botUrl,
        folder: join(folder, persona.key),
        timeoutMs: TIMEOUT_MS,
      });
      opened(window);
      await hello(persona, botUrl);
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, open));
}

/**
 * A window has forgotten everything when it starts, and the bot welcomes nobody twice. So the person says hello:
 * the bot learns where the window is, and its answer waits there with what there is to do.
 */
async function hello(persona: Persona, botUrl: string): Promise<void> {
  const { channelUser, entraId, name, chatId } = persona;
  const answer = await fetch(botUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `hello-${randomUUID()}`,
      text: 'hej',
      channelId: 'msteams',
      serviceUrl: connectorUrl(persona),
      from: { id: channelUser, name, aadObjectId: entraId },
      recipient: BOT,
      conversation: { id: chatId, conversationType: 'personal', tenantId: TENANT_ID },
      channelData: { tenant: { id: TENANT_ID } },
    }),
  });
  if (!answer.ok) throw new Error(`The bot did not answer ${name}: HTTP ${answer.status}.`);
}
