/** The bot behind its chat adapter on any store: people click, send pictures, and days of work go by. */
import { join } from 'node:path';
import { openDirectory } from '../../src/adapters/organisation/directory';
import { features } from '../../src/features/index';
import { HELP_VERB } from '../../src/features/home/flow';
import { noticeView, presentDay, presentWhich, sentenceFor } from '../../src/features/home/present';
import type { CaseEvent } from '../../src/features/triage/events';
import type { Case } from '../../src/features/triage/model';
import { isWorkingDay, plusDays } from '../../src/kernel/calendar';
import type { Reply } from '../../src/ports/front';
import type { Store } from '../../src/ports/store';
import { createRuntime } from '../../src/runtime/runtime';
import { account, seedAccounts } from '../support/accounts';
import { bytesOf, createMemoryFiles, fakeInspect } from '../support/memory-files';
import { NO_LINKS } from '../support/no-links';
import { PEOPLE } from '../support/house';
import { PEOPLE_OF_TOWN, type Townsman } from './model';

const SERVICE = 'https://connector.invalid/';
/** Monday. */
const FIRST_DAY = '2026-11-23';

const BUILT_IN = join(__dirname, '../../src');
/** The demo organisation, read once. */
let directory: ReturnType<typeof openDirectory> | undefined;

export interface Stored {
  readonly revision: number;
  readonly state: Case;
  readonly events: readonly { readonly event: CaseEvent }[];
}

export interface World {
  click(who: Townsman, verb: string, data: object): Promise<Reply>;
  /** Sends one picture that nobody sent before; where the bot asks which case it is for, this one. */
  picture(who: Townsman, id: string): Promise<Reply>;
  stored(id: string): Promise<Stored | undefined>;
  today(): string;
  /** A second. */
  pass(): void;
  /** To the evening of the next working day, and to the morning of the one after: the timer runs at both. */
  passDays(): Promise<void>;
  /** Alerts: nobody should have to look at anything. */
  readonly alerts: readonly string[];
  cases(): Promise<number>;
}

export async function openWorld(store: Store): Promise<World> {
  let day = FIRST_DAY;
  let time = at(day, '10:00');
  let issued = 0;
  let pictures = 0;
  let fresh = '';
  const alerts: string[] = [];
  const clock = { now: () => time };
  const log = {
    info: () => undefined,
    warn: () => undefined,
    alert: (event: string, _fields?: object, error?: unknown) =>
      void alerts.push(`${event} ${String(error)}`),
  };
  directory ??= openDirectory({ builtIn: BUILT_IN, clock, log, anonymous: true });
  const open = await directory;
  const runtime = createRuntime({
    store,
    clock,
    ids: {
      fresh: () => {
        issued += 1;
        fresh = String(issued).padStart(8, '0').padEnd(25, 'n');
        return fresh;
      },
    },
    wait: () => Promise.resolve(),
    log,
    directory: open.directory,
    messenger: {
      send: () => Promise.resolve({ ok: true, activity: 'sent' }),
      update: () => Promise.resolve({ ok: true, activity: 'sent' }),
    },
    fetch: ({ url }) => Promise.resolve({ ok: true, bytes: bytesOf(`png ${url}`) }),
    files: createMemoryFiles(),
    inspect: fakeInspect,
    presentWhich,
    features: features(open.guidelines, NO_LINKS),
    notice: noticeView,
    sentence: sentenceFor,
    presentDay,
    helpVerb: HELP_VERB,
    trustClientLocale: false,
  });
  await seedAccounts(store, [account(), account({ handle: 'kommunen', accountType: 'official' })]);
  for (const who of PEOPLE_OF_TOWN) await runtime.front.met(arrivalOf(who));
  await runtime.idle();

  async function click(who: Townsman, verb: string, data: object): Promise<Reply> {
    const reply = await runtime.front.clicked(arrivalOf(who), { verb, data });
    await runtime.idle();
    return reply;
  }

  async function until(to: number): Promise<void> {
    time = to;
    for (let round = 0; round < 20; round += 1) {
      await runtime.tick();
      await runtime.idle();
      const { items } = await store.due(new Date(time).toISOString(), 1);
      if (items.length === 0) return;
    }
    throw new Error('the timer does not come to an end');
  }

  return {
    alerts,
    click,

    async picture(who, id) {
      pictures += 1;
      const url = `https://files.invalid/${pictures}`;
      const reply = await runtime.front.said(arrivalOf(who), '', [{ kind: 'inline', url, name: 'bild.png' }]);
      const held = fresh;
      await runtime.idle();
      const taken = reply.kind === 'card' && reply.matter !== undefined;
      return taken ? reply : click(who, 'home.picture', { held, kind: 'case', id });
    },

    async stored(id) {
      const found = await store.get('sundsvall/case', id);
      return found?.document.body as Stored | undefined;
    },

    today: () => day,
    pass: () => void (time += 1_000),

    async passDays() {
      day = workingDayAfter(day);
      await until(at(day, '17:05'));
      day = workingDayAfter(day);
      await until(at(day, '10:00'));
    },

    async cases() {
      let count = 0;
      for (let after: string | undefined, more = true; more;) {
        const page = await store.list({ pk: 'sundsvall/case', limit: 100, ...(after ? { after } : {}) });
        count += page.items.length;
        after = page.next;
        more = after !== undefined;
      }
      return count;
    },
  };
}

function arrivalOf(who: Townsman) {
  const { aad, name, user, conversation } = PEOPLE[who];
  return {
    person: aad,
    name,
    address: { person: aad, serviceUrl: SERVICE, user, conversation },
    activity: 'click',
  };
}

function workingDayAfter(day: string): string {
  let next = plusDays(day, 1);
  while (!isWorkingDay(next)) next = plusDays(next, 1);
  return next;
}

/** In winter; a sequence never lasts until spring. */
function at(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00+01:00`);
}
