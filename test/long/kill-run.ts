/** One run with kill -9: several people at once, a bot that dies again and again, and what stands in the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/adapters/embedded/store';
import type { Store } from '../../src/ports/store';
import { installationUpdate, persona, type ActivityJson, type Persona } from '../support/activities';
import { startFakeConnector, type FakeConnector } from '../support/fake-connector';
import { PEOPLE, wordsOf } from '../support/house';
import { isQuiet, readBook, type Book } from './book';
import { startBuiltBot, type Build, type BuiltBot } from './built-bot';
import { chanceOf, type Chance } from './chance';
import { ASKS } from './changes-walk';
import { checkClicks, checkEvents, checkRegister, type Click } from './check';
import { checkStanding } from './standing';
import { answered, openClient, type Answered, type Client, type Deliver } from './client';
import { createKiller, type Killer, type Moment } from './killer';
import { checkDelivered, type Delivered } from './notifications';
import { applies, worksOff } from './people-at-work';
import { until } from './until';
import { watch, type Posted } from './watch';

export interface KillRun {
  readonly kills: ReadonlyMap<Moment, number>;
  readonly clicks: number;
  /** Deliveries beyond the first of a click. */
  readonly again: number;
  readonly events: number;
  readonly applications: number;
  readonly delivered: Delivered;
  /** What was promised and did not hold, a sentence each. */
  readonly broken: readonly string[];
}

const AT = '2026-11-23T09:00:00.000Z';
const { anna, nils, karin, kim, sara, dag } = PEOPLE;
const APPLICANTS: readonly Persona[] = [nils, persona(61, 'Pia Prov'), persona(62, 'Pelle Plan')];
const EVERYBODY: readonly Persona[] = [anna, karin, kim, sara, dag, ...APPLICANTS];

/** Teams gives up a delivery after 15 s, and delivers again: under the same id, then under a new one. */
const DELIVERY_MS = 15_000;
const SAME_ID = 2;
/** Whoever clicks has an answer by then, however often the bot dies. */
const ANSWERED_MS = 120_000;
/** Longer than a minute of the bot's clock never passes within one life: the bot is started again instead. */
const SETTLE_MS = 6_000;

export async function killRun(name: string, kills: number, build: Build): Promise<KillRun> {
  const chance = chanceOf(name);
  const data = mkdtempSync(join(tmpdir(), 'kanalvakt-kill-'));
  const connector = await startFakeConnector();
  const killer: Killer = createKiller(chance, kills, () => bot.kill());
  const bot: BuiltBot = startBuiltBot({ build, data, at: AT, born: () => killer.started() });
  const posts = watch(connector, (request) => killer.call(request));
  const run = { connector, bot, killer, clicks: [] as Click[], sent: 0, first: 0 };
  let store: Store | undefined;
  try {
    const deliver = delivering(run);
    for (const who of EVERYBODY) {
      await deliver(installationUpdate(who, { serviceUrl: connector.serviceUrl }));
    }
    await everybodyWorks(chance, connector, deliver);
    if (chance.is(0.5)) killer.rest();
    store = openEmbeddedStore({ folder: data });
    const book = await settled(store, killer, bot);
    return verdict(book, posts, run);
  } catch (error) {
    store ??= openEmbeddedStore({ folder: data });
    throw new Error(`${String(error)}\n${told(await readBook(store), connector)}`, { cause: error });
  } finally {
    killer.rest();
    await bot.stop();
    await store?.close();
    await connector.close();
    rmSync(data, { recursive: true, force: true });
  }
}

interface Running {
  readonly connector: FakeConnector;
  readonly bot: BuiltBot;
  readonly killer: Killer;
  readonly clicks: Click[];
  sent: number;
  first: number;
}

/** Delivers until the bot has answered. */
function delivering(run: Running): Deliver {
  const { bot, killer, clicks } = run;
  return async (activity) => {
    run.first += 1;
    const end = Date.now() + ANSWERED_MS;
    for (let tries = 0; ; tries += 1) {
      if (Date.now() > end)
        throw new Error(`No answer to ${JSON.stringify(activity['value'] ?? activity['text'])}`);
      const address = await bot.address();
      const id = tries < SAME_ID ? activity['id'] : `${String(activity['id'])}-${tries}`;
      run.sent += 1;
      killer.clickSent();
      const answer = await delivered(`${address}/api/messages`, { ...activity, id });
      if (!answer || answer.status >= 500) continue;
      if (answer.body.statusCode === 500) throw new Error(`The bot failed: ${answer.words}`);
      if (activity['type'] === 'invoke') clicks.push({ activity, answer });
      killer.clickAnswered();
      return answer;
    }
  };
}

async function delivered(url: string, activity: ActivityJson): Promise<Answered | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(DELIVERY_MS),
    });
    return answered(response.status, await response.text());
  } catch {
    return undefined;
  }
}

type Choice = readonly [title: string, inputs: Readonly<Record<string, string>>];

/** Two want the same handle; three decide, ask and hand over, not always the same; all at once. */
async function everybodyWorks(chance: Chance, connector: FakeConnector, deliver: Deliver): Promise<void> {
  const clientOf = (who: Persona): Client => openClient(who, connector, deliver);
  let over = false;
  const works = (who: Persona, asked: string, how: () => Choice | undefined): Promise<void> =>
    worksOff(clientOf(who), chance, () => over, asked, how);
  const others = [
    works(karin, 'Godkänn', () => {
      if (chance.is(0.3)) return ['Begär komplettering', ASKS];
      return chance.is(0.3) ? ['Lämna över', { to: sara.aad, words: '' }] : ['Godkänn', {}];
    }),
    works(kim, 'Godkänn', () => {
      if (chance.is(0.4)) return undefined;
      return chance.is(0.5) ? ['Godkänn', {}] : ['Avslå', { words: 'Slå er samman med biblioteket.' }];
    }),
    works(sara, 'Godkänn', () => ['Godkänn', {}]),
    works(sara, 'Bekräfta mottagen', () => ['Bekräfta mottagen', {}]),
    works(dag, 'Bekräfta mottagen', () => ['Bekräfta mottagen', {}]),
  ];
  const applicants = APPLICANTS.map((who, at) =>
    applies({
      client: clientOf(who),
      handle: at < 2 ? '@konto-gemensamt' : `@konto-${at}`,
      spare: `@konto-${at}`,
      department: 'kultur-fritid',
    }),
  );
  try {
    await Promise.all(applicants);
  } finally {
    over = true;
    await Promise.all(others);
  }
}

/** A send that failed without a clear answer is tried again after a minute: the next process is a minute later. */
async function settled(store: Store, killer: Killer, bot: BuiltBot): Promise<Book> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await until(
        'the bot to settle',
        async () => {
          const book = await readBook(store);
          return isQuiet(book) ? book : undefined;
        },
        SETTLE_MS,
      );
    } catch (error) {
      if (restarts === 2) throw error;
      killer.rest();
      bot.kill();
    }
  }
}

function verdict(book: Book, posts: readonly Posted[], run: Running): KillRun {
  const { killer, bot, clicks, connector } = run;
  const delivered = checkDelivered(book, posts, EVERYBODY, bot.lives());
  return {
    kills: killer.struck,
    clicks: run.first,
    again: run.sent - run.first,
    events: book.applications.reduce((sum, { envelope }) => sum + envelope.events.length, 0),
    applications: book.applications.length,
    delivered,
    broken: [
      ...bot.complaints,
      ...delivered.broken,
      ...checkEvents(book),
      ...checkRegister(book),
      ...checkClicks(book, clicks),
      ...checkStanding(book, clicks, connector, EVERYBODY),
      ...(book.applications.length === APPLICANTS.length
        ? []
        : [`${book.applications.length} applications of ${APPLICANTS.length} people`]),
    ],
  };
}

/** How everything stands when something did not come. */
function told({ applications }: Book, connector: FakeConnector): string {
  const matters = applications.map(({ id, state, envelope }) => {
    const { revision, events, outbox, claim, cards } = envelope;
    const history = events.map(({ at, name, event }) => `${at} ${name} ${event.type}`);
    return JSON.stringify({ id, state: state.status, revision, history, outbox, claim, cards }, null, 1);
  });
  const windows = EVERYBODY.flatMap(({ name, conversation }) =>
    connector.chat(conversation).map(({ id, updates, body }) => {
      const words = wordsOf(body['attachments']).replaceAll('\n', ' ').slice(0, 160);
      return `${name} ${id} (${updates} updates): ${words}`;
    }),
  );
  return [...matters, ...windows].join('\n');
}
