/** Fills an empty store with the demo's past, by the same commands that people send, on a clock set back. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '../../src/compose';
import { readConfig } from '../../src/config';
import type { Arrival } from '../../src/ports/front';
import { BOT } from '../playground/personas';
import { TENANT_ID } from '../playground/start';
import { createActors } from './actors';
import { assessPosts } from './cases';
import { diaryOf, type Entry } from './diary';
import type { DemoPerson } from './people';
import { closedSeason, createSeason, seasonEntries, type SeasonEntry } from './season';

export interface SeedOptions {
  /** The project's folder. */
  readonly root: string;
  /** The bot's folder; what was half done there in an earlier try is thrown away. */
  readonly dataDir: string;
  readonly people: ReadonlyMap<string, DemoPerson>;
  /** Where everybody's messages go meanwhile. */
  readonly serviceUrl: string;
  /** The instant at which the past ends, ISO; the present unless told. */
  readonly now?: string;
}

/** Posts are assessed shortly before the demo is opened. */
const BEFORE_END_MS = 40 * 60_000;

export function isSeeded(dataDir: string): boolean {
  return existsSync(dataDir) && readdirSync(dataDir).some((name) => name.endsWith('.db'));
}

/** Nothing of it stands in `dataDir` before all of it is done. Returns the number of entries. */
export async function seed({ root, dataDir, people, serviceUrl, now }: SeedOptions): Promise<number> {
  const workshop = join(dataDir, 'seeding');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const end = now ?? new Date().toISOString();
  const diary = diaryOf(end);
  let time = Date.parse(diary[0]?.at ?? end);
  const bot = await compose(
    readConfig({ PORT: '0', DATA_DIR: workshop, SEND_RATE_ANSWERS: '0', SEND_RATE_BULK: '0' }),
    { clock: { now: () => time }, log: QUIET, tickSeconds: 0 },
  );
  try {
    const meeting = arrivals(people, serviceUrl);
    const act = createActors(bot.runtime.front, meeting);
    const season = createSeason({
      front: bot.runtime.front,
      arrivals: meeting,
      pictures: `${serviceUrl}pictures/`,
    });
    const closing = closedSeason(end, root);
    await act.meet();
    for (const entry of both(diary, seasonEntries(end, root))) {
      time = Date.parse(entry.at);
      if ('what' in entry) {
        await bot.runtime.tick();
        await season.perform(entry, closing);
      } else await act.perform(entry);
      await bot.runtime.idle();
    }
    time = Math.max(time, Date.parse(end) - BEFORE_END_MS);
    await assessPosts({
      front: bot.runtime.front,
      arrivals: meeting,
      pictures: `${serviceUrl}pictures/`,
    });
    await bot.runtime.idle();
  } finally {
    await bot.stop();
  }
  for (const name of readdirSync(workshop)) {
    // Files without a store beside them belong to nothing.
    rmSync(join(dataDir, name), { recursive: true, force: true });
    renameSync(join(workshop, name), join(dataDir, name));
  }
  rmSync(workshop, { recursive: true });
  return diary.length;
}

/** By time; what the timer does comes before what people do at the same instant. */
function both(diary: readonly Entry[], season: readonly SeasonEntry[]): (Entry | SeasonEntry)[] {
  return [...season, ...diary].sort((a, b) => a.at.localeCompare(b.at));
}

const QUIET = {
  info: () => undefined,
  warn: () => undefined,
  alert: (event: string, _fields: unknown, error?: unknown) => {
    throw new Error(`The demo's past could not be written: ${event}`, { cause: error });
  },
};

/** Each call is a new activity of that person. */
function arrivals(
  people: ReadonlyMap<string, DemoPerson>,
  serviceUrl: string,
): ReadonlyMap<string, () => Arrival> {
  let count = 0;
  return new Map(
    [...people.values()].map(({ key, entraId, name }) => [
      key,
      () => ({
        person: entraId,
        name,
        tenant: TENANT_ID,
        activity: `past-${(count += 1)}`,
        address: {
          person: entraId,
          serviceUrl,
          tenant: TENANT_ID,
          user: `user-${key}`,
          bot: BOT.id,
          conversation: `chat-${key}`,
        },
      }),
    ]),
  );
}
