/** The bot behind its chat adapter: two organisations, a store in memory that is as new for every attack. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectory } from '../../src/adapters/organisation/directory';
import { features } from '../../src/features/index';
import { NO_LINKS } from '../support/no-links';
import { HELP_VERB } from '../../src/features/home/flow';
import { noticeView, presentDay, sentenceFor } from '../../src/features/home/present';
import type { Click, Reply } from '../../src/ports/front';
import type { LogFields } from '../../src/ports/log';
import type { Store, StoredDocument } from '../../src/ports/store';
import { createRuntime } from '../../src/runtime/runtime';
import { NO_PICTURES } from '../support/memory-files';
import { counter, createMemoryStore } from '../support/memory-store';
import { AFTER, arrivalOf, BEFORE, EVERYBODY, OTHER, type Attacker } from './people';
import type { Situation } from './rules';
import { CHAIN, NOW, SHORT, storeOf } from './situations';

export interface World {
  /** Puts the situation into an empty store. */
  begin(situation: Situation): void;
  /** Puts these documents into an empty store; `seq` numbers their effects, never used before in this process. */
  place(documents: (seq: number) => readonly StoredDocument[]): void;
  click(who: Attacker, click: Click): Promise<Reply>;
  /** What is stored about matters: no people, and no audit trail. */
  matters(): ReadonlyMap<string, string>;
  find(pk: string, id: string): StoredDocument | undefined;
  audits(): readonly StoredDocument[];
  /** Everything that was logged since `begin`. */
  logged(): readonly string[];
  close(): void;
}

/** Effects of one attack at most; a new document numbers them from the time of its creation. */
const MOST_EFFECTS = 20;
const BUILT_IN = join(__dirname, '../../src');

export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-attacks-'));
  let time = Date.parse(NOW);
  const clock = { now: () => time };
  let logged: string[] = [];
  const keep = (event: string, fields?: LogFields, error?: unknown): void =>
    void logged.push(JSON.stringify([event, fields, error instanceof Error ? error.stack : error]));
  const log = { info: () => undefined, warn: keep, alert: keep };
  writeFileSync(join(folder, 'bolaget.yaml'), OTHER);
  writeFileSync(join(folder, 'sundsvall.yaml'), BEFORE);
  const open = await openDirectory({
    organisationFile: folder,
    builtIn: BUILT_IN,
    clock,
    log,
    anonymous: false,
  });
  for (const guideline of [SHORT, CHAIN]) open.learn(guideline);

  let memory = createMemoryStore();
  let view = memory.view();
  const store: Store = {
    get: (pk, id) => view.get(pk, id),
    create: (document) => view.create(document),
    replace: (document, etag) => view.replace(document, etag),
    remove: (pk, id, etag) => view.remove(pk, id, etag),
    list: (query) => view.list(query),
    due: (now, limit, after) => view.due(now, limit, after),
    withPatience: () => store,
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const next = counter();
  const runtime = createRuntime({
    store,
    clock,
    ids: { fresh: () => String(next()).padEnd(25, 'n') },
    wait: () => Promise.resolve(),
    log,
    directory: open.directory,
    messenger: {
      send: () => Promise.resolve({ ok: true, activity: 'sent' }),
      update: () => Promise.resolve({ ok: true, activity: 'sent' }),
    },
    ...NO_PICTURES,
    features: features(open.guidelines, NO_LINKS),
    notice: noticeView,
    sentence: sentenceFor,
    presentDay,
    helpVerb: HELP_VERB,
    trustClientLocale: false,
  });

  // Everybody is known, Klas and Gun by the offices they held; then the file changes.
  for (const who of EVERYBODY) await runtime.front.met(arrivalOf(who));
  writeFileSync(join(folder, 'sundsvall.yaml'), AFTER);
  await open.refresh();

  const all = (): readonly StoredDocument[] => memory.all();
  const world: World = {
    begin: (situation) => world.place((seq) => storeOf(situation, seq)),
    place(documents) {
      memory = createMemoryStore();
      view = memory.view();
      logged = [];
      // The bot remembers in its process which effects it tried: no attack's are another's.
      time += MOST_EFFECTS;
      for (const document of documents(time)) memory.put(document);
    },
    async click(who, click) {
      const reply = await runtime.front.clicked(arrivalOf(who), click);
      await runtime.idle();
      return reply;
    },
    matters: () =>
      new Map(
        all()
          .filter(({ pk }) => !/\/(audit|person|day)$/.test(pk))
          .map((document) => [`${document.pk}/${document.id}`, JSON.stringify(document)]),
      ),
    find: (pk, id) => memory.find(pk, id),
    audits: () => all().filter(({ pk }) => pk.endsWith('/audit')),
    logged: () => logged,
    close() {
      open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}
