/** The simulated season: opened at midnight, gathered at six, sent at half past eight with a kill in the middle. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from './connector';
import { startHardConnector } from './connector-thread';
import { startLife, type Life } from './life';
import { look, type Look } from './look';
import type { Size } from './size';
import { buildTown, chatOf, personId, type Town } from './town';

/** Seconds, megabytes, and what is on record in the end. */
export interface Season {
  readonly opening: number;
  readonly gathering: number;
  /** From 08:30 to the last person's first attempt, and to the last message of all. */
  readonly everybody: number;
  readonly last: number;
  /** From the kill to the next message. */
  readonly outage: number;
  readonly calls: readonly Call[];
  readonly captures: number;
  readonly lines: number;
  readonly busiest: number;
  /** People with two messages, and those of them without a line on record. */
  readonly doubled: number;
  readonly unrecorded: number;
  /** People on record as possibly doubled who have one message. */
  readonly cautious: number;
  readonly listed: number;
  /** Neither told nor on a list. */
  readonly forgotten: number;
  readonly peak: number;
  readonly alerts: readonly string[];
}

/** Monday, the first day of spring's season. */
const MIDNIGHT = Date.parse('2027-03-15T00:00:00+01:00');
const GATHERED_AT = Date.parse('2027-03-15T06:00:00+01:00');
const SENT_AT = Date.parse('2027-03-15T08:30:00+01:00');
const BEFORE_MS = 10_000;
/** What needs somebody within this time is not finished. */
const SOON_MS = 3_600_000;
const LOOK_MS = 250;
const PATIENCE_MS = 3_600_000;
/** One of fifty has blocked the bot. */
const BLOCKED_OF = 50;

export async function season(size: Size, say: (what: string) => void): Promise<Season> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-season-'));
  const blocked: string[] = [];
  for (let number = 7; number < size.people; number += BLOCKED_OF) blocked.push(chatOf(number));
  const connector = await startHardConnector(blocked);
  let eye: Look | undefined;
  const lives: Life[] = [];
  const start = async (town: Town, at: number): Promise<Life> => {
    const life = await startLife(town, at, size.rate);
    lives.push(life);
    return life;
  };
  try {
    say('a municipality');
    const town = buildTown(folder, size, connector.serviceUrl);
    const open = look(folder);
    eye = open;
    const finished = (kinds: readonly string[], life: Life): boolean =>
      open.due(kinds, life.now() + SOON_MS) === 0;

    say('the season opens');
    const first = await start(town, MIDNIGHT - BEFORE_MS);
    await until(() => open.count('capture') >= size.accounts && finished(['season'], first));
    const opening = (first.now() - MIDNIGHT) / 1000;
    await first.stop();

    say('six in the morning');
    const second = await start(town, GATHERED_AT - BEFORE_MS);
    await until(() => finished(['capture'], second));
    const gathering = (second.now() - GATHERED_AT) / 1000;
    await second.stop();

    say('half past eight');
    const before = connector.calls.length;
    const begun = performance.now() + BEFORE_MS;
    let third = await start(town, SENT_AT - BEFORE_MS);
    let outage = 0;
    if (size.kill) {
      await until(() => connector.calls.length - before >= size.people / 2);
      await third.kill();
      const killed = performance.now();
      say('killed');
      third = await start(town, third.now());
      const sent = connector.calls.length;
      await until(() => connector.calls.length > sent);
      outage = ((connector.calls.at(-1)?.at ?? 0) - killed) / 1000;
    }
    await until(() => finished(['day', 'capture'], third));
    await third.stop();

    const calls = connector.calls.slice(before);
    return {
      opening,
      gathering,
      everybody: (Math.max(...firstAttempts(calls)) - begun) / 1000,
      last: ((calls.at(-1)?.at ?? 0) - begun) / 1000,
      outage,
      calls,
      captures: open.count('capture'),
      lines: open.lines(),
      busiest: busiestSecond(calls),
      ...record(size, calls, open),
      peak: Math.max(...lives.map((life) => life.peak())),
      alerts: lives.flatMap((life) => life.alerts),
    };
  } finally {
    await Promise.all(lives.map((life) => life.kill().catch(() => undefined)));
    eye?.close();
    await connector.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > end) throw new Error('It took too long.');
    await sleep(LOOK_MS);
  }
}

function firstAttempts(calls: readonly Call[]): number[] {
  const first = new Map<string, number>();
  for (const { conversation, at } of calls) if (!first.has(conversation)) first.set(conversation, at);
  return [...first.values()];
}

/** The most calls within any thousand milliseconds. */
function busiestSecond(calls: readonly Call[]): number {
  let most = 0;
  let from = 0;
  for (const [index, { at }] of calls.entries()) {
    while (at - (calls[from]?.at ?? at) >= 1000) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

type Recorded = Pick<Season, 'doubled' | 'unrecorded' | 'cautious' | 'listed' | 'forgotten'>;

function record({ people }: Size, calls: readonly Call[], eye: Look): Recorded {
  const got = new Map<string, number>();
  for (const { conversation, fate } of calls) {
    const arrived = fate === 'taken' || fate === 'cut' || fate === 'unclear-taken';
    if (arrived) got.set(conversation, (got.get(conversation) ?? 0) + 1);
  }
  const doubtful = new Set(
    eye
      .ledger()
      .filter(({ outcome }) => outcome !== 'unreachable')
      .map(({ to }) => to),
  );
  const listed = eye.listed();
  const numbers = Array.from({ length: people }, (_, number) => number);
  const messages = (number: number): number => got.get(chatOf(number)) ?? 0;
  const doubled = numbers.filter((number) => messages(number) > 1);
  return {
    doubled: doubled.length,
    unrecorded: doubled.filter((number) => !doubtful.has(personId(number))).length,
    cautious: numbers.filter((number) => messages(number) <= 1 && doubtful.has(personId(number))).length,
    listed: listed.size,
    forgotten: numbers.filter((number) => messages(number) === 0 && !listed.has(personId(number))).length,
  };
}
