/** `npm run bench`: the bot beside the bare SDK and teams-ai in one run; `-- --long` measures more, `-- --write` keeps it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { measure } from './bench/measure';
import { DIST } from './bench/peers';
import { report } from './bench/report';
import { PINNED, pinLoad } from './bench/server';
import { settingsOf } from './bench/settings';

/** What stands between these lines of the document is written by the bench. */
const BEGIN = '<!-- bench: begin -->';
const END = '<!-- bench: end -->';

async function main(words: readonly string[]): Promise<void> {
  pinLoad();
  const begun = performance.now();
  const measured = await measure(settingsOf(words), (what) => {
    process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
  });
  const text = `${circumstances(words)}\n\n${report(measured)}\n`;
  process.stdout.write(`${text}\n${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
  if (words.includes('--write')) write(text);
}

function circumstances(words: readonly string[]): string {
  const options = words.length > 0 ? ` -- ${words.join(' ')}` : '';
  const day = new Date().toISOString().slice(0, 10);
  const where = `${cpus().length} cores, ${PINNED ? 'each server on one of them, the load on another' : 'shared by servers and load'}`;
  return `\`npm run bench${options}\`, ${day}, Node ${process.versions.node}, ${where}.`;
}

function write(text: string): void {
  const file = join(DIST, '..', 'docs/performance.md');
  const before = readFileSync(file, 'utf8');
  const [begin, end] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for the figures.`);
  writeFileSync(file, `${before.slice(0, begin)}${BEGIN}\n\n${text}\n${before.slice(end)}`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    process.exit(1);
  },
);
