/**
 * The walks in real chat windows (test/e2e), against the built bot. Prints one line, and jest's words when a walk fails.
 * Without Chromium the walks are left out, and that is said; on a build server (CI=true) it is a failure.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const LONGEST_MS = 15 * 60_000;

/** As in test/e2e/support/browser.ts. */
const named = process.env.CHROMIUM_PATH;
const places = named ? [named] : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function leave(code, line) {
  console.log(line);
  process.exit(code);
}

if (!places.some(canRun)) {
  const must = process.env.CI === 'true';
  leave(
    must ? 1 : 0,
    `${must ? 'FAIL' : 'skip'} browser suite left out: install Chromium with apt-get install chromium (or set CHROMIUM_PATH)`,
  );
}
if (!existsSync(join(root, 'dist/index.js'))) {
  leave(1, 'FAIL browser suite: the bot is not built; run node tools/build.mjs first');
}

const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-browser-'));
const report = join(folder, 'report.json');
const began = Date.now();
const jest = [join(root, 'node_modules/jest/bin/jest.js'), '-c', join(root, '.jest.e2e.config.cjs')];

function walk() {
  return spawnSync(
    process.execPath,
    [...jest, '--json', `--outputFile=${report}`, ...process.argv.slice(2)],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LONGEST_MS,
      maxBuffer: 2 ** 26,
    },
  );
}

let run = walk();
if (run.status !== 0) {
  // The chat client drops a message that comes while a page is busy: a walk that failed is tried once more, and told.
  console.log(`${run.stderr}\nOnce more: browser`);
  run = walk();
}
const seconds = ((Date.now() - began) / 1000).toFixed(1);
const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
rmSync(folder, { recursive: true, force: true });

const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = counts;
if (run.status !== 0) console.log(run.stderr);
leave(
  run.status === 0 ? 0 : 1,
  `${run.status === 0 ? 'ok  ' : 'FAIL'} browser: ${passed} tests${failed > 0 ? `, ${failed} failed` : ''} (${seconds} s)`,
);
