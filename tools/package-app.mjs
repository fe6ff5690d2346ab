/**
 * Writes the Teams app package as a folder: the files of manifest/ with this installation's bot id and host.
 *
 *   MICROSOFT_APP_ID=… BASE_URL=https://… node tools/package-app.mjs [folder, default dist/app-package]
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const NIL_GUID = '00000000-0000-0000-0000-000000000000';
const COPIED = ['sv.json', 'en.json', 'color.png', 'outline.png'];

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'manifest');
const target = resolve(process.argv[2] ?? join(root, 'dist', 'app-package'));

const appId = (process.env.MICROSOFT_APP_ID ?? '').trim();
if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId) || appId === NIL_GUID) {
  stop('Set MICROSOFT_APP_ID to the id of the bot’s app registration: a GUID, and not the nil GUID.');
}
const baseUrl = URL.canParse(process.env.BASE_URL ?? '') ? new URL(process.env.BASE_URL) : undefined;
if (baseUrl?.protocol !== 'https:') {
  stop('Set BASE_URL to the bot’s public address, with https, for example https://kanalvakt.example.se.');
}

const manifest = JSON.parse(readFileSync(join(source, 'manifest.json'), 'utf8'));
manifest.id = appId;
for (const part of [...manifest.bots, ...manifest.composeExtensions]) part.botId = appId;
manifest.validDomains = [baseUrl.hostname];

mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
for (const file of COPIED) copyFileSync(join(source, file), join(target, file));

if (JSON.stringify(manifest.developer).includes('example.se')) {
  console.warn(
    '"developer" in manifest/manifest.json still points at example.se: put in your own name and pages.',
  );
}
console.log(`Wrote ${target}. Zip the files in it (not the folder) and upload the zip to Teams.`);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
