/** Launches the Chromium of this machine for tests and pictures; it reaches nothing but this machine. */
import { accessSync, constants } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

export type Launched =
  { readonly ok: true; readonly browser: Browser } | { readonly ok: false; readonly why: string };

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

/** The executable: the one named by `CHROMIUM_PATH` and no other, else the first of the usual places. */
function chromiumPath(named: string | undefined): string | undefined {
  return (named ? [named] : USUAL_PLACES).find(isExecutable);
}

/** A browser, or a sentence that says how to get one; throws only when an installed one does not start. */
export async function launchBrowser({ headless = true } = {}): Promise<Launched> {
  const named = process.env['CHROMIUM_PATH'];
  const executablePath = chromiumPath(named);
  if (!executablePath) return { ok: false, why: missing(named) };
  return { ok: true, browser: await chromium.launch({ executablePath, headless, args: ARGUMENTS }) };
}

function missing(named: string | undefined): string {
  return named
    ? `not installed: CHROMIUM_PATH names ${named}, which is not there or cannot be run`
    : 'not installed: apt-get install chromium (or set CHROMIUM_PATH)';
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
