/** All measurements of one run, one after the other; nothing else of the bench is at work meanwhile. */
import { join } from 'node:path';
import { cardCosts, type CardCost } from './cards';
import { startFastConnector, type FastConnector } from './connector';
import { growth, type Growth } from './growth';
import { drive } from './load';
import { BARE, bot, DIST, freePort, installed, removeStores, TEAMS_AI } from './peers';
import { compete, quiet, turnsOf, type Figures } from './rounds';
import { start, type Program, type Started } from './server';
import type { Settings } from './settings';
import { coldStarts } from './starts';
import { tellStory, type Story } from './story';
import { approvals, messages } from './workloads';

export interface Measurements {
  readonly story: Story;
  readonly cards: readonly CardCost[];
  /** Messages and clicks, by the server's name. */
  readonly messages: ReadonlyMap<string, Figures>;
  readonly invokes: ReadonlyMap<string, Figures>;
  /** Megabytes, by the server's name. */
  readonly memory: ReadonlyMap<string, number>;
  readonly starts: ReadonlyMap<string, readonly number[]>;
  readonly growth: Growth;
}

export const BOT = 'Kanalvakt';
export const HELD = 'Kanalvakt, until the answer';
const TYPED = 'hjälp';
const MEMORY_CONCURRENCY = 16;

export async function measure(settings: Settings, say: (what: string) => void): Promise<Measurements> {
  const connector = await startFastConnector();
  try {
    say('a story, click by click');
    const story = await tellStory();
    say('cards');
    const cards = cardCosts(join(DIST, '..', 'cards'));
    const raced = await race(settings, story, connector, say);
    say('cold starts');
    const programs = [...raced.programs, await installed(BARE), await installed(TEAMS_AI)];
    const starts = await coldStarts(
      programs,
      settings.starts,
      messages(TYPED, connector.serviceUrl),
      connector,
    );
    say('growth');
    return { story, cards, ...raced, starts, growth: await growth(settings, story, connector) };
  } finally {
    removeStores();
    await connector.close();
  }
}

interface Race extends Pick<Measurements, 'messages' | 'invokes' | 'memory'> {
  /** Those of the race that are started again for the cold start. */
  readonly programs: readonly Program[];
}

async function race(
  { steps, rounds, memoryAfter }: Settings,
  story: Story,
  connector: FastConnector,
  say: (what: string) => void,
): Promise<Race> {
  const { serviceUrl } = connector;
  const turns = turnsOf(steps, rounds);
  const stock = { story, serviceUrl, waiting: turns, past: 100 };
  const programs = [BARE, TEAMS_AI, await bot(BOT, stock, false)];
  const [first = ''] = messages(TYPED, serviceUrl)(1);
  const servers: Started[] = [];
  for (const program of [...programs, await bot(HELD, stock, true)]) {
    servers.push(await start(program, await freePort(), first, connector));
  }
  const answering = servers.filter(({ name }) => name !== HELD);
  say('messages');
  const typed = await compete(
    answering.map((server) => ({ server, bodies: messages(TYPED, serviceUrl) })),
    steps,
    rounds,
  );
  say('clicks');
  const clicked = await compete(
    servers.map((server) => ({ server, bodies: approvals(story, serviceUrl, turns) })),
    steps,
    rounds,
  );
  say('memory');
  const memory = new Map<string, number>();
  for (const server of answering) {
    const left = Math.max(0, memoryAfter - 2 * turns);
    await drive(server.door, messages(TYPED, serviceUrl)(left), MEMORY_CONCURRENCY);
    await quiet(server);
    memory.set(server.name, server.rss());
  }
  await Promise.all(servers.map((server) => server.kill()));
  return { programs, messages: named(typed), invokes: named(clicked), memory };
}

function named(results: Awaited<ReturnType<typeof compete>>): ReadonlyMap<string, Figures> {
  return new Map([...results].map(([server, figures]) => [server.name, figures]));
}
