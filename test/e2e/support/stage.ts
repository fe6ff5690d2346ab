/** The built bot with an empty store, a chat window for each of some people, and a browser that looks at them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { openEmbeddedStore } from '../../../src/adapters/embedded/store';
import type { Account } from '../../../src/features/register/model';
import { startBot } from '../../../tools/demo/bot';
import { demoPeople } from '../../../tools/demo/people';
import { openLetterBox } from '../../../tools/demo/letter-box';
import { isFree } from '../../../tools/demo/ports';
import { seed } from '../../../tools/demo/seed';
import { personasFrom, type Persona } from '../../../tools/playground/personas';
import { startPlayground } from '../../../tools/playground/start';
import { seedAccounts } from '../../support/accounts';
import { launchBrowser } from './browser';
import { ChatWindow } from './window';

export interface Stage<Who extends string> {
  readonly windows: Readonly<Record<Who, ChatWindow>>;
  readonly browser: Browser;
  /** Where a screenshot lies that the bot can fetch; the same name is the same picture. */
  pictureUrl(name: string): string;
  /** Stops the bot and starts it again with what it remembers; with `clockStart` (ISO), at that instant. */
  restart(clockStart?: string): Promise<void>;
  /** Ends every process and throws the store away. */
  close(): Promise<void>;
}

const ROOT = resolve(__dirname, '../../..');
/** Away from the demo's ports, so that both can run. */
const FIRST_PORT = 57_200;
const LAST_PORT = 59_000;
/** Anything a person waits for, on a machine that does other things too. */
const PATIENCE_MS = 20_000;

export interface StageOptions {
  /** Starts with the demo's past instead of an empty store. */
  readonly past?: boolean;
  /** In the register from the start. */
  readonly accounts?: readonly Account[];
  /** When the bot is started first (ISO); now unless told. */
  readonly clockStart?: string;
}

/** The people are keys of the demo organisation; their windows are open when this resolves. */
export async function openStage<Who extends string>(
  who: readonly Who[],
  { past = false, accounts = [], clockStart }: StageOptions = {},
): Promise<Stage<Who>> {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-e2e-'));
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closing.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [port, ...others] = await freePorts(who.length + 1);
    const people = demoPeople(ROOT);
    const dataDir = join(folder, 'data');
    const letterBox = await openLetterBox(0);
    closing.push(() => letterBox.close());
    if (past) await seed({ root: ROOT, dataDir, people, serviceUrl: letterBox.serviceUrl });
    if (accounts.length > 0) await register(accounts, dataDir);
    const start = (at: string | undefined) =>
      startBot({
        root: ROOT,
        port: port ?? 0,
        dataDir,
        log: join(folder, 'bot.log'),
        env: {
          TICK_SECONDS: '1',
          PICTURE_ORIGIN: letterBox.serviceUrl,
          ...(at === undefined ? {} : { CLOCK_START: at }),
        },
      });
    let bot = await start(clockStart);
    closing.push(() => bot.stop());
    const restart = async (at?: string) => {
      await bot.stop();
      bot = await start(at);
    };
    const personas = personasFrom(who.flatMap((key) => people.get(key) ?? [])).map((persona, at) => ({
      ...persona,
      port: others[at] ?? 0,
    }));
    const browser = await openBrowser();
    closing.push(() => browser.close());
    const opened = await Promise.all(
      personas.map(async (persona) => {
        const url = await openPlayground(persona, personas, `${bot.url}/api/messages`, folder, closing);
        const window = await ChatWindow.open(browser, url, { timeoutMs: PATIENCE_MS });
        return [persona.key, window] as const;
      }),
    );
    return {
      windows: Object.fromEntries(opened) as Record<Who, ChatWindow>,
      browser,
      pictureUrl: (name) => `${letterBox.serviceUrl}pictures/${encodeURIComponent(name)}.png`,
      restart,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Before the bot starts, which then finds them. */
async function register(accounts: readonly Account[], folder: string): Promise<void> {
  const store = openEmbeddedStore({ folder });
  await seedAccounts(store, accounts);
  await store.close();
}

async function openPlayground(
  persona: Persona,
  all: readonly Persona[],
  botUrl: string,
  folder: string,
  closing: (() => Promise<void>)[],
): Promise<string> {
  const playground = await startPlayground({ persona, all, botUrl, folder: join(folder, persona.key) });
  closing.push(() => playground.stop());
  return playground.url;
}

async function openBrowser(): Promise<Browser> {
  const launched = await launchBrowser();
  if (!launched.ok) throw new Error(launched.why);
  return launched.browser;
}

async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  for (let port = FIRST_PORT; port < LAST_PORT && found.length < count; port += 1) {
    if (await isFree(port)) found.push(port);
  }
  return found;
}
