/** Wires adapters into features: the only place where everything is visible. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadRenderer } from './adapters/cards/renderer';
import { openEmbeddedStore } from './adapters/embedded/store';
import { openFolderFiles } from './adapters/files/folder';
import { inspect } from './adapters/files/inspect';
import { startServer, type Server } from './adapters/http/server';
import { createLinks } from './adapters/links/links';
import { createLog } from './adapters/log/pino';
import { openDirectory } from './adapters/organisation/directory';
import { authoriseAs } from './adapters/teams/authentication';
import { createFetch } from './adapters/teams/download';
import { createIdentity, type IdentitySettings } from './adapters/teams/identity';
import { createTeamsMessenger } from './adapters/teams/messenger';
import { createRates } from './adapters/teams/rates';
import { createTeamsFront } from './adapters/teams/receive';
import { writePackage } from './adapters/zip/package';
import { readPicture } from './adapters/zip/whole';
import type { Config } from './config';
import { features } from './features/index';
import { HELP_VERB } from './features/home/flow';
import { isNotice, presentDay, presentWhich, sentenceFor } from './features/home/present';
import { keepVersion, learnVersions } from './guideline-versions';
import type { Refusal } from './kernel/decision';
import type { Locale } from './kernel/locale';
import { linkKey } from './link-key';
import { sentenceView } from './kernel/view';
import type { Clock, Ids } from './ports/clock';
import type { Files, Inspect } from './ports/files';
import type { Feature } from './ports/flow';
import type { Log } from './ports/log';
import type { Download } from './ports/page';
import type { Store } from './ports/store';
import { startRounds } from './rounds';
import { createRuntime, type Runtime } from './runtime/runtime';

/** What a test or a bench puts in the place of the real thing. */
export interface Replacements {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly store?: Store;
  readonly files?: Files;
  readonly ids?: Ids;
  readonly inspect?: Inspect;
  /** Besides the bot's own. */
  readonly features?: readonly Feature[];
  readonly identity?: Partial<IdentitySettings>;
  /** Pause between two rounds of the timer; 0 turns the timer off, and `tick` is called by hand. */
  readonly tickSeconds?: number;
}

export interface Bot {
  readonly server: Server;
  readonly runtime: Runtime;
  /** Looks at the organisation and guideline files now, as it does by itself every half minute. */
  refresh(): Promise<void>;
  /** Finishes the turns in flight and the messages they caused, then closes everything. */
  stop(): Promise<void>;
}

/** The folder that holds `cards/`; the sources and the build both lie one level below it. */
const ROOT = join(__dirname, '..');
/** Organisation and guideline files are looked at this often. */
const REFRESH_MS = 30_000;

export async function compose(config: Config, replaced: Replacements = {}): Promise<Bot> {
  const clock = replaced.clock ?? clockFrom(config.clockStart);
  const log = replaced.log ?? createLog({ level: config.logLevel });
  const anonymous = config.identity === undefined;
  const open = await openDirectory({
    ...config,
    builtIn: __dirname,
    clock,
    log,
    anonymous,
  });
  const { directory, guidelines } = open;
  const store = replaced.store ?? (await openStore(config));
  const files = replaced.files ?? (await openFiles(config));
  for (const organisation of directory.all()) await learnVersions(store, organisation, open.learn);

  let address = config.baseUrl;
  const links = createLinks({ base: () => address, key: await linkKey(store, clock), clock });
  const renderer = loadRenderer(join(ROOT, 'cards'));
  const identity = createIdentity({ ...config.identity, ...replaced.identity });
  const rates = createRates(config.rates, clock);
  const messenger = createTeamsMessenger({ identity, renderer, rates, clock, log });
  const all = [...features(guidelines, links), ...(replaced.features ?? [])];
  /** Words that everybody shares come first; what only one feature refuses has that feature's sentence. */
  function say(refusal: Refusal, locale: Locale): string {
    if (isNotice(refusal.code)) return sentenceFor(refusal, locale);
    const own = all.flatMap((feature) => feature.sentence?.(refusal, locale) ?? []);
    return own[0] ?? sentenceFor(refusal, locale);
  }
  const runtime = createRuntime({
    store,
    clock,
    ids: replaced.ids ?? { fresh },
    wait: sleep,
    log,
    directory,
    messenger,
    fetch: createFetch({
      identity,
      authorise: authoriseAs(identity),
      log,
      ...(config.pictureOrigin === undefined ? {} : { localOrigin: config.pictureOrigin }),
    }),
    files,
    inspect: replaced.inspect ?? inspect,
    features: all,
    notice: (refusal, locale, more = []) =>
      sentenceView([refusal, ...more].map((one) => say(one, locale)).join(' ')),
    sentence: say,
    presentDay,
    presentWhich,
    helpVerb: HELP_VERB,
    trustClientLocale: !anonymous,
  });

  let kept = '';
  async function keepGuidelines(): Promise<void> {
    await open.refresh();
    if (directory.version() === kept) return;
    kept = directory.version();
    for (const organisation of directory.all()) {
      await keepVersion(store, organisation, guidelines.current(organisation.id), clock);
    }
  }
  await keepGuidelines();

  const house = directory.all()[0]?.locale ?? 'sv';
  // The local chat client always says en-US, so without an identity its language says nothing.
  const languageOf = (locale: Locale | undefined): Locale => (anonymous ? house : (locale ?? house));
  const teams = createTeamsFront({
    front: runtime.front,
    renderer,
    identity,
    messenger,
    clock,
    log,
    sorry: (locale) => sentenceFor({ code: 'failed' }, languageOf(locale)),
    inChat: (locale) => sentenceFor({ code: 'in-chat' }, languageOf(locale)),
  });
  const doors = runtime.doors(links, runtime.take);
  const server = await startServer({
    uploads: {
      door: doors.uploads,
      problem: (problem, locale) => sentenceFor({ code: `picture-${problem}` }, locale),
    },
    downloads: {
      door: doors.downloads,
      bytes: (download) => bytesOf(download, files),
    },
    host: config.host,
    port: config.port,
    log,
    receive: (headers, body) => teams.receive(headers, body),
    ready: async () => {
      const [kept, lying] = await Promise.allSettled([store.ready(), files.ready()]);
      if (kept.status === 'rejected') return 'store-unreachable';
      return lying.status === 'rejected' ? 'files-unreachable' : 'ready';
    },
  });

  // On any free port the address is known only now.
  if (config.port === 0) address = server.address;

  const seconds = replaced.tickSeconds ?? config.tickSeconds;
  const timers =
    seconds === 0
      ? []
      : [
          startRounds({
            seconds,
            clock,
            round: () => runtime.tick(),
            failed: (error) => log.alert('tick-failed', {}, error),
          }),
          every(REFRESH_MS, keepGuidelines, 'refresh-failed', log),
        ];

  return {
    server,
    runtime,
    refresh: keepGuidelines,
    async stop() {
      const over = timers.map((timer) => timer.stop());
      await server.close();
      await runtime.stop();
      await Promise.all(over);
      open.close();
      await files.close();
      await store.close();
    },
  };
}

function bytesOf(download: Download, files: Files): Readable {
  switch (download.kind) {
    case 'package':
      return writePackage(download.entries, files);
    case 'picture':
      return readPicture(download.picture, files);
    case 'table':
      return Readable.from([Buffer.from(download.text)]);
    default:
      return download satisfies never;
  }
}

/** Each SDK is loaded only when it is used: Cosmos costs 0.4 s at start. */
async function openStore({ store }: Config): Promise<Store> {
  if (store.kind === 'embedded') return openEmbeddedStore({ folder: store.folder });
  const { openCosmosStore } = await import('./adapters/cosmos/store.js');
  return openCosmosStore(store);
}

/** Likewise. */
async function openFiles({ files }: Config): Promise<Files> {
  if (files.kind === 'folder') return openFolderFiles(files);
  const { openBlobFiles } = await import('./adapters/blob/files.js');
  return openBlobFiles(files);
}

function clockFrom(start: string | undefined): Clock {
  if (start === undefined) return { now: () => Date.now() };
  const ahead = Date.parse(start) - Date.now();
  return { now: () => Date.now() + ahead };
}

/** 128 bits in 25 characters of `a–z 0–9`. */
function fresh(): string {
  return BigInt(`0x${randomBytes(16).toString('hex')}`)
    .toString(36)
    .padStart(25, '0');
}

/** Runs `work` again and again, never twice at once; a failure is logged and the next round comes. */
function every(
  ms: number,
  work: () => Promise<unknown>,
  failed: string,
  log: Log,
): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = work()
      .catch((error: unknown) => log.alert(failed, {}, error))
      .finally(() => (busy = false));
  }, ms);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
