/**
 * Everything that must hold before a change lands: format, lint, types, import rules, dead code, all suites, and the
 * browser. Runs to the end whatever fails, and closes with one plain line. `--long` adds the long forms.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const long = process.argv.includes('--long');
const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-test-'));
let passed = 0;
let failed = 0;

/** Runs a command; its output is shown when it fails, or as it comes with `loud`. */
function run(command, { loud = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => (loud ? process.stdout.write(data) : said.push(data)));
    }
    child.on('close', (code) => resolve({ code, said: Buffer.concat(said).toString() }));
  });
}

async function check(name, command) {
  const began = Date.now();
  const { code, said } = await run(command);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (code === 0) passed += 1;
  else {
    failed += 1;
    console.log(said);
  }
}

/** A jest run counts by its tests. */
async function suite(name, arguments_, env = {}) {
  const report = join(folder, `${name.replaceAll(' ', '-')}.json`);
  const began = Date.now();
  const { code, said } = await run(`npx --no-install jest ${arguments_} --json --outputFile=${report}`, {
    env,
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  let counts;
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    counts = { numPassedTests: 0, numFailedTests: 1 };
  }
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  // A suite that does not even load has no failed test of its own.
  if (code !== 0 && counts.numFailedTests === 0) failed += 1;
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}: ${counts.numPassedTests} tests (${seconds} s)`);
  if (code !== 0) console.log(said);
}

console.log('Kanalvakt: checks and suites\n');
await Promise.all([
  check('format', 'npx --no-install prettier --check --log-level warn .'),
  check('types', 'npx --no-install tsc -p .'),
]);
await Promise.all([
  check('lint', 'npx --no-install eslint -c .eslint.config.mjs --max-warnings 0 src test tools'),
  check('import rules', 'npx --no-install depcruise -c .dependency-cruiser.cjs src').then(() =>
    check('dead code', 'npx --no-install knip -c .knip.json'),
  ),
]);
await suite('suites', '-c .jest.config.cjs');
if (long) {
  await suite('promises against the model', '-c .jest.config.cjs test/runtime/promises', { RUNS: '10000' });
  await check('mutants are noticed', 'node tools/mutants.mjs');
  await suite('long forms', '-c .jest.long.config.cjs', { LONG: '1' });
}
await check('build', 'node tools/build.mjs');

const browser = await run('node tools/browser-suite.mjs', { loud: true });
if (browser.code === 0) passed += 1;
else failed += 1;

rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
