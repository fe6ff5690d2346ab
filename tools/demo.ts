/** `npm run demo`: a municipality with a past, the bot, and a chat window for each of seven people, on this machine only. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startBot } from './demo/bot';
import { openLetterBox } from './demo/letter-box';
import { demoPeople, WINDOWS, type DemoPerson } from './demo/people';
import { isFree, isOpenToOthers } from './demo/ports';
import { isSeeded, seed } from './demo/seed';
import { readSettings, type DemoSettings } from './demo/settings';
import { openWindows } from './demo/windows';
import * as words from './demo/words';
import { personasFrom, type Persona } from './playground/personas';

/** What has been started, to be stopped together. */
const running: (() => Promise<void>)[] = [];
let ending: Promise<void> | undefined;

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), resolve(__dirname, '..'));
  const people = demoPeople(settings.root);
  const personas = personasFrom(
    WINDOWS.map(({ key }) => personOf(people, key)),
    settings.firstWindow,
  );
  await refuseTaken(settings, personas);
  if (settings.fresh) rmSync(settings.dataDir, { recursive: true, force: true });
  mkdirSync(settings.dataDir, { recursive: true });

  const letterBox = await openLetterBox(settings.firstWindow - 1);
  running.push(() => letterBox.close());
  if (!isSeeded(settings.dataDir)) {
    say(words.SEEDING);
    await seed({ ...settings, people, serviceUrl: letterBox.serviceUrl });
  }
  say(words.STARTING);
  const bot = await startBot({ ...settings, log: join(settings.dataDir, 'bot.log') });
  running.push(() => bot.stop());
  void bot.died.then((wrote) => {
    complain(words.died(wrote));
    end(1);
  });
  await openWindows({
    personas,
    botUrl: `${bot.url}/api/messages`,
    folder: join(settings.dataDir, 'playground'),
    opened: (window) => running.push(() => window.stop()),
  });
  const open = await Promise.all(personas.map(({ port }) => isOpenToOthers(port)));
  if (ending) return;
  for (const part of [
    words.table(personas),
    words.reach(open.includes(true)),
    words.FIRST,
    words.HOW_TO_STOP,
  ]) {
    say(`\n${part}`);
  }
}

function personOf(people: ReadonlyMap<string, DemoPerson>, key: string): DemoPerson {
  const person = people.get(key);
  if (!person) throw new Error(`The demo organisation has no person "${key}".`);
  return person;
}

/** Before anything is started: a sentence about the ports that somebody else has. */
async function refuseTaken({ port, firstWindow }: DemoSettings, personas: readonly Persona[]): Promise<void> {
  const wanted = [port, firstWindow - 1, ...personas.map((persona) => persona.port)];
  const free = await Promise.all(wanted.map(isFree));
  const taken = wanted.filter((_, at) => !free[at]);
  if (taken.length > 0) throw new Error(words.taken(taken, taken.length === 1 && taken[0] === port));
}

/** Stops everything, whatever has been started so far. */
function end(code: number): void {
  ending ??= Promise.allSettled(running.map((stop) => stop())).then(() => process.exit(code));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** One Ctrl-C may arrive twice, from the terminal and through npm; one that comes later is impatience. */
const IMPATIENCE_MS = 1_500;
let asked = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (ending && asked > 0 && Date.now() - asked > IMPATIENCE_MS) process.exit(1);
    if (!ending) say(words.STOPPING);
    asked ||= Date.now();
    end(0);
  });
}

/** npm does not pass on every way in which it can be ended; its shell being gone is the sign. */
if (process.env['npm_lifecycle_event'] === 'demo') {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !ending) end(0);
  }, 500).unref();
}

main().catch((error: unknown) => {
  if (ending) return;
  complain(error instanceof Error ? error.message : String(error));
  end(1);
});
