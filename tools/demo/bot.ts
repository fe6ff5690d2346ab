/** Runs the built bot as a process of its own, and knows when it is ready and when it has died. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface BotProcess {
  /** `http://127.0.0.1:3978` */
  readonly url: string;
  /** Resolves when it has ended without being asked, with what it wrote last. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

export interface BotOptions {
  /** The project's folder, where `dist/index.js` lies. */
  readonly root: string;
  readonly port: number;
  readonly dataDir: string;
  readonly log: string;
  /** Further settings of the bot. */
  readonly env?: Readonly<Record<string, string>>;
}

const READY_MS = 30_000;
const ASK_MS = 50;
const GRACE_MS = 10_000;

/** Resolves when the bot can serve; throws with what it wrote when it cannot. */
export async function startBot({ root, port, dataDir, log, env }: BotOptions): Promise<BotProcess> {
  mkdirSync(join(log, '..'), { recursive: true });
  const output = openSync(log, 'w');
  const child = spawn(
    process.execPath,
    ['--require', join(root, 'tools/demo/with-parent.cjs'), join(root, 'dist/index.js')],
    {
      cwd: root,
      env: { ...plain(), PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', output, output, 'ipc'],
    },
  );
  closeSync(output);
  let asked = false;
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const tail = () => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  const died = ended.then(() => (asked ? new Promise<string>(() => undefined) : tail()));
  const url = `http://127.0.0.1:${port}`;
  const stop = () => {
    asked = true;
    return end(child, ended);
  };
  const failure = await Promise.race([isReady(url), died]);
  if (failure === undefined) return { url, died, stop };
  await stop();
  throw new Error(`Boten startade inte. / The bot did not start.\n${failure || tail()}`);
}

/** Only what a process needs: none of the bot's own settings, whatever stands in this environment. */
function plain(): NodeJS.ProcessEnv {
  const needed = /^(PATH|HOME|TMPDIR|TEMP|TMP|SYSTEMROOT|LANG|TZ)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => needed.test(name)));
}

/** Resolves with undefined when it serves, with a sentence when time is up. */
async function isReady(url: string): Promise<string | undefined> {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(READY_MS) }).catch(
      () => undefined,
    );
    if (answer?.ok) return undefined;
    await pause(ASK_MS);
  }
  return `Nothing answered on ${url} within ${READY_MS} ms.`;
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const hard = setTimeout(() => void child.kill('SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(hard);
}
