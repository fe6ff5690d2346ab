import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

import { manifestCommands } from '../src/features/commands';
import { features } from '../src/features/index';
import { NO_LINKS } from './support/no-links';
import { LOCALES } from '../src/kernel/locale';

type Json = Record<string, unknown>;
type Command = { title: string; description: string };

const ROOT = path.join(__dirname, '..');
const MANIFEST = path.join(ROOT, 'manifest');
const SCHEMAS = path.join(ROOT, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.23');
const NIL_GUID = '00000000-0000-0000-0000-000000000000';

/** The phrases are there whatever a guideline says. */
const NO_GUIDELINES = {
  current: () => {
    throw new Error('phrases ask for no guideline');
  },
  version: () => undefined,
};
const COMMANDS = manifestCommands(features(NO_GUIDELINES, NO_LINKS).flatMap(({ phrases }) => phrases));

const manifest = readJson('manifest.json');
const texts = { sv: readJson('sv.json'), en: readJson('en.json') };
const bot = manifest.bots[0];

describe('the manifest', () => {
  it('fits the schema v1.23', () => {
    expect(manifest.manifestVersion).toBe('1.23');
    expect(schemaErrors('MicrosoftTeams.schema.json', manifest)).toEqual([]);
  });

  it.each(LOCALES)('has texts in %s that fit the localisation schema', (locale) => {
    expect(schemaErrors('MicrosoftTeams.Localization.schema.json', texts[locale])).toEqual([]);
  });

  it('is Swedish first and English second', () => {
    expect(manifest.localizationInfo).toEqual({
      defaultLanguageTag: 'sv',
      defaultLanguageFile: 'sv.json',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    });
  });

  it('says in sv.json exactly what it says itself', () => {
    const { $schema, ...spoken } = texts.sv;

    expect($schema).toContain('/v1.23/MicrosoftTeams.Localization.schema.json');
    expect(spoken).toEqual(spokenBy(manifest));
  });

  it('has the same keys in both languages', () => {
    expect(Object.keys(texts.en).sort()).toEqual(Object.keys(texts.sv).sort());
  });

  it('talks to one person at a time and takes pictures', () => {
    expect(manifest.bots).toHaveLength(1);
    expect(bot.scopes).toEqual(['personal']);
    expect(bot.supportsFiles).toBe(true);
    expect(bot.isNotificationOnly).toBe(false);
  });

  it('is a template with the nil GUID, so that nobody uploads it with an id that is not theirs', () => {
    expect([manifest.id, bot.botId, manifest.composeExtensions[0].botId]).toEqual(Array(3).fill(NIL_GUID));
  });
});

describe('the command list', () => {
  it('has one list for the personal chat with at most ten commands', () => {
    expect(bot.commandLists).toHaveLength(1);
    expect(bot.commandLists[0].scopes).toEqual(['personal']);
    expect(COMMANDS.length).toBeGreaterThan(0);
    expect(COMMANDS.length).toBeLessThanOrEqual(10);
  });

  it.each(LOCALES)('offers in %s the commands that the features answer', (locale) => {
    const expected = COMMANDS.map((command) => ({
      title: command.title[locale],
      description: command.description[locale],
    }));

    expect(commandsIn(texts[locale])).toEqual(expected);
  });

  it.each(LOCALES)('has unique titles in %s that fit a line', (locale) => {
    const titles = COMMANDS.map((command) => command.title[locale]);

    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.trim() === '' || title.length > 32)).toEqual([]);
  });

  it.each(LOCALES)('explains every command in %s in at most 128 characters', (locale) => {
    const descriptions = COMMANDS.map((command) => command.description[locale]);

    expect(descriptions.filter((text) => text.trim() === '' || text.length > 128)).toEqual([]);
  });
});

describe('the action on a message', () => {
  const [extension] = manifest.composeExtensions;

  it('G-7.0: is a query that a feature answers, so that the client may send its id as a verb', () => {
    const queries = features(NO_GUIDELINES, NO_LINKS).flatMap((feature) => Object.keys(feature.queries));

    expect(extension.commands.map(({ id }: Json) => id)).toEqual(['case.new']);
    expect(queries).toContain('case.new');
  });

  it('stands on messages alone and asks the bot for what to show', () => {
    expect(extension.commands[0]).toMatchObject({ type: 'action', context: ['message'], fetchTask: true });
  });
});

describe('the texts', () => {
  it.each(LOCALES)('keep within the lengths of Teams in %s', (locale) => {
    const limits = { 'name.short': 30, 'name.full': 100, 'description.short': 80, 'description.full': 4000 };

    for (const [key, limit] of Object.entries(limits)) {
      const text = texts[locale][key];
      expect({ key, fits: text.length > 0 && text.length <= limit }).toEqual({ key, fits: true });
    }
    expect(manifest.developer.name.length).toBeLessThanOrEqual(32);
  });

  it('give the developer pages with https', () => {
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;

    expect([websiteUrl, privacyUrl, termsOfUseUrl].map((url) => new URL(url).protocol)).toEqual(
      Array(3).fill('https:'),
    );
  });
});

describe('the icons', () => {
  it('have the sizes that Teams asks for', () => {
    expect(readPng(manifest.icons.color)).toMatchObject({ width: 192, height: 192 });
    expect(readPng(manifest.icons.outline)).toMatchObject({ width: 32, height: 32 });
  });

  it('fill the colour icon to its edges with the accent colour and no transparency', () => {
    const { pixels, width, channels } = readPng(manifest.icons.color);

    const corners = [0, width - 1, width * (width - 1), width * width - 1].map((at) =>
      pixels.subarray(at * channels, at * channels + 3).toString('hex'),
    );

    expect(channels).toBe(3);
    expect(corners).toEqual(Array(4).fill(manifest.accentColor.slice(1)));
  });

  it('draw the outline icon in white only, on a transparent ground', () => {
    const { pixels, channels } = readPng(manifest.icons.outline);

    const seen = { white: 0, transparent: 0, other: 0 };
    for (let at = 0; at < pixels.length; at += channels) {
      const colour = pixels.subarray(at, at + 3).toString('hex');
      seen[pixels[at + 3] === 0 ? 'transparent' : colour === 'ffffff' ? 'white' : 'other'] += 1;
    }

    expect(channels).toBe(4);
    expect(seen.other).toBe(0);
    expect(Math.min(seen.white, seen.transparent)).toBeGreaterThan(100);
  });
});

describe('tools/package-app.mjs', () => {
  const script = path.join(ROOT, 'tools/package-app.mjs');
  const appId = '3f0d8f5e-6c1b-4b7e-9a55-2f6f0c1d7a10';
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'app-package-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes the package with the bot’s id and host, and every file that the manifest names', () => {
    execFileSync(process.execPath, [script, folder], {
      env: { MICROSOFT_APP_ID: appId, BASE_URL: 'https://bot.sundsvall.example:8443/x' },
      stdio: 'pipe',
    });

    const written = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    expect(written).toEqual({
      ...manifest,
      id: appId,
      bots: [{ ...bot, botId: appId }],
      composeExtensions: [{ ...manifest.composeExtensions[0], botId: appId }],
      validDomains: ['bot.sundsvall.example'],
    });
    expect(readdirSync(folder).sort()).toEqual([
      'color.png',
      'en.json',
      'manifest.json',
      'outline.png',
      'sv.json',
    ]);
  });

  it.each([
    ['no id', { BASE_URL: 'https://bot.example' }, 'MICROSOFT_APP_ID'],
    ['the nil GUID', { MICROSOFT_APP_ID: NIL_GUID, BASE_URL: 'https://bot.example' }, 'MICROSOFT_APP_ID'],
    ['no address', { MICROSOFT_APP_ID: appId }, 'BASE_URL'],
    ['an address without https', { MICROSOFT_APP_ID: appId, BASE_URL: 'http://bot.example' }, 'BASE_URL'],
  ])('stops at %s, says what to set and writes nothing', (_what, env, variable) => {
    const run = spawnSync(process.execPath, [script, folder], { env, encoding: 'utf8' });

    expect(run.status).toBe(1);
    expect(run.stderr).toContain(`Set ${variable} to`);
    expect(readdirSync(folder)).toEqual([]);
  });
});

function readJson(file: string) {
  return JSON.parse(readFileSync(path.join(MANIFEST, file), 'utf8'));
}

/** Errors as "where: what"; throws where the installed package has no schemas, so that the check never passes unseen. */
function schemaErrors(name: string, data: unknown): string[] {
  const file = path.join(SCHEMAS, name);
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: @microsoft/app-manifest ships schemas in 1.1.2, not in 1.0.4.`);
  }
  // The localisation schema has patterns with a bare `]`, which the unicode mode of regular expressions refuses.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as Json);
  return validate(data)
    ? []
    : (validate.errors ?? []).map((e) => `${e.instancePath}: ${e.message ?? e.keyword}`);
}

/** The manifest's own texts under the keys that a localisation file uses. */
function spokenBy(from: typeof manifest): Record<string, string> {
  const spoken: Record<string, string> = {
    'name.short': from.name.short,
    'name.full': from.name.full,
    'description.short': from.description.short,
    'description.full': from.description.full,
  };
  (from.bots[0].commandLists[0].commands as Command[]).forEach((command, at) => {
    spoken[`bots[0].commandLists[0].commands[${at}].title`] = command.title;
    spoken[`bots[0].commandLists[0].commands[${at}].description`] = command.description;
  });
  (from.composeExtensions[0].commands as Command[]).forEach((command, at) => {
    spoken[`composeExtensions[0].commands[${at}].title`] = command.title;
    spoken[`composeExtensions[0].commands[${at}].description`] = command.description;
  });
  return spoken;
}

function commandsIn(localisation: Record<string, string>): Partial<Command>[] {
  const commands: Partial<Command>[] = [];
  for (const [key, text] of Object.entries(localisation)) {
    const [, at, part] = /^bots\[0\].*commands\[(\d+)\]\.(title|description)$/.exec(key) ?? [];
    if (at !== undefined) commands[Number(at)] = { ...commands[Number(at)], [part as keyof Command]: text };
  }
  return commands;
}

/** Reads an 8-bit, non-interlaced RGB or RGBA picture; PNG specification, sections 9 and 11. */
function readPng(file: string) {
  const png = readFileSync(path.join(MANIFEST, file));
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([png[24], png[28]]).toEqual([8, 0]);
  const channels = png[25] === 6 ? 4 : 3;

  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  return {
    width,
    height,
    channels,
    pixels: unfilter(inflateSync(Buffer.concat(data)), width * channels, channels),
  };
}

function unfilter(raw: Buffer, stride: number, channels: number): Buffer {
  const out = Buffer.alloc((raw.length / (stride + 1)) * stride);
  for (let at = 0; at < out.length; at += 1) {
    const [row, column] = [Math.floor(at / stride), at % stride];
    const left = column < channels ? 0 : out[at - channels]!;
    const up = row === 0 ? 0 : out[at - stride]!;
    const corner = row === 0 || column < channels ? 0 : out[at - stride - channels]!;
    const filter = raw[row * (stride + 1)]!;
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
    out[at] = raw[row * (stride + 1) + 1 + column]! + guess;
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [l, u, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (l <= u && l <= c) return left;
  return u <= c ? up : corner;
}
