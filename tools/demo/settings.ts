/** What the demo is told on its command line, and where everything of it lies. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BASE_PORT } from '../playground/personas';

export interface DemoSettings {
  /** The project's folder. */
  readonly root: string;
  readonly dataDir: string;
  readonly fresh: boolean;
  /** The bot's port. */
  readonly port: number;
  /** The first window's port; the letter box has the one before it. */
  readonly firstWindow: number;
}

/** `root` is the project's folder. Throws an Error whose message says what may be written. */
export function readSettings(words: readonly string[], root: string): DemoSettings {
  const { values } = parse(words);
  return {
    root,
    dataDir: join(root, '.data'),
    fresh: values.fresh ?? false,
    port: portOf(values.port ?? '3978'),
    firstWindow: BASE_PORT,
  };
}

const USAGE = 'npm run demo -- [--fresh] [--port N]';

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: { fresh: { type: 'boolean' }, port: { type: 'string' } } });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}\nSå här / like this: ${USAGE}`, { cause: error });
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port > 0 && port <= 65_535) return port;
  throw new Error(
    `"${text}" är ingen port. / "${text}" is no port.\nSå här / like this: ${USAGE}, N = 1–65535`,
  );
}
