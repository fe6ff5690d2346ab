/** Starts one Microsoft 365 Agents Playground for one persona, on this machine only, and ends it for certain. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { writeConfig } from './config';
import { connectorUrl, windowUrl, type Persona } from './personas';

export interface PlaygroundOptions {
  readonly persona: Persona;
  /** Everyone with a window, the persona included. */
  readonly all: readonly Persona[];
  /** Where the bot takes activities, such as `http://127.0.0.1:3978/api/messages`. */
  readonly botUrl: string;
  /** The instance's own folder: configuration and log. */
  readonly folder: string;
  readonly tenantId?: string;
  /** How long the start may take; 30 s unless told. */
  readonly timeoutMs?: number;
}

export interface Playground {
  readonly persona: Persona;
  /** The window, for a browser. */
  readonly url: string;
  /** The service url for what the bot sends. */
  readonly connectorUrl: string;
  /**
   * Tells the bot that the persona has installed it (`installationUpdate`), so that messages can wait in the window
   * before anybody opens it. The bot must listen already. Opening the window tells it the same again.
   */
  introduce(): Promise<void>;
  /** Ends the process; resolves when it is gone. May be called twice. */
  stop(): Promise<void>;
}

export const TENANT_ID = '00000000-0000-0000-0000-000000000001';

/** What keeps the process on this machine, and its window from losing messages. */
const PRELOADS = ['loopback-only.cjs', 'patient-window.cjs'];
const LOG_FILE = 'playground.log';
const GRACE_MS = 3_000;

/** Resolves when the window can be opened; otherwise throws with what is wrong and leaves no process behind. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { persona, botUrl, timeoutMs = 30_000 } = options;
  const folder = resolve(options.folder);
  const config = writeConfig({ ...options, folder, tenantId: options.tenantId ?? TENANT_ID });
  const log = join(folder, LOG_FILE);
  rmSync(log, { force: true });
  const packageFolder = dirname(require.resolve('@microsoft/m365agentsplayground/package.json'));
  const preloads = PRELOADS.flatMap((name) => ['--require', ownFile(name, packageFolder)]);
  const words = ['start', '-e', botUrl, '-c', 'msteams', '-p', String(persona.port), '--disable-telemetry'];
  const child = spawn(process.execPath, [...preloads, join(packageFolder, 'cli.js'), ...words], {
    cwd: folder,
    env: environment(config, log),
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  const stop = endOf(child);
  try {
    const port = await listening(child, timeoutMs, log);
    if (port !== persona.port) throw new Error(taken(persona));
    await answers(windowUrl(persona), log);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = windowUrl(persona);
  return {
    persona,
    url,
    connectorUrl: connectorUrl(persona),
    introduce: () => introduce(options),
    stop,
  };
}

function taken({ port, name }: Persona): string {
  return `Port ${port}, meant for the window of ${name}, is taken by another program. End that program or choose another base port.`;
}

/** Only what the process needs: no proxy, since everything is on this machine, and nobody else's Playground settings. */
function environment(config: string, log: string): NodeJS.ProcessEnv {
  const strange =
    /^(M365_AGENTS_PLAYGROUND|TEAMSAPPTESTER|TEAMS_APP_TEST_TOOL|BOT_ENDPOINT|DEFAULT_CHANNEL_ID|AUTH_|NODE_OPTIONS|https?_proxy)/i;
  const inherited = Object.entries(process.env).filter(([name]) => !strange.test(name));
  return {
    ...Object.fromEntries(inherited),
    TEAMSAPPTESTER_BROWSER: 'none',
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
    M365_AGENTS_PLAYGROUND_LOGFILE: log,
  };
}

/** The port that the process says it listens on. */
function listening(child: ChildProcess, timeoutMs: number, log: string): Promise<number> {
  return new Promise((done, fail) => {
    const failed = (what: string) => fail(new Error(`The Playground ${what}.${tail(log)}`));
    const timer = setTimeout(() => failed(`did not listen within ${timeoutMs} ms`), timeoutMs);
    const finish = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    child.once('error', (error) => finish(() => failed(`could not be started: ${error.message}`)));
    child.once('exit', (code) =>
      finish(() => failed(`ended with code ${code ?? 'none'} before it listened`)),
    );
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /^Listening on (\d+)/.exec(line)?.[1];
      if (port) finish(() => done(Number(port)));
    });
  });
}

/** It says that it listens before it has read its configuration, so it is asked whether it serves. */
async function answers(url: string, log: string): Promise<void> {
  const ping = await fetch(`${url}/_debug/ping`, { signal: AbortSignal.timeout(GRACE_MS) })
    .then((answer) => answer.text())
    .catch(String);
  if (ping !== 'pong') throw new Error(`The Playground does not serve ${url}.${tail(log)}`);
}

/** What the process wrote last: it writes its reasons to the log only. */
function tail(log: string): string {
  if (!existsSync(log)) return '';
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8);
  return ` It wrote:\n${lines.join('\n')}`;
}

/** A stop that waits for the end, and asks the hard way after a while; a parent that exits takes the process along. */
function endOf(child: ChildProcess): () => Promise<void> {
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  void gone.then(() => process.off('exit', kill));
  return async () => {
    child.kill('SIGTERM');
    const hard = setTimeout(kill, GRACE_MS);
    await gone;
    clearTimeout(hard);
  };
}

/** The Playground would send it without waiting for the answer; sent from here, the bot has answered when this resolves. */
async function introduce({ persona, botUrl }: PlaygroundOptions): Promise<void> {
  const query = new URLSearchParams({ conversationId: persona.chatId, type: 'install' });
  const template = await fetch(
    `${windowUrl(persona)}/_internal/v1/customActivities/template?${query.toString()}`,
  );
  const answer = await fetch(botUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: await template.text(),
  });
  if (!answer.ok) throw new Error(`The bot refused to get to know ${persona.name}: HTTP ${answer.status}.`);
}

/** A file beside this one; when this one runs from a bundle, in the project that the Playground is installed in. */
function ownFile(name: string, packageFolder: string): string {
  const places = [__dirname, resolve(packageFolder, '../../../tools/playground')];
  const found = places.map((place) => join(place, name)).find(existsSync);
  if (!found) throw new Error(`${name} was not found in ${places.join(' or ')}.`);
  return found;
}
