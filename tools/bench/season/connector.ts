/**
 * Teams' connector with its real limits and its bad days: 429 with Retry-After, unclear 502s, people who block the bot.
 * It runs in a thread of its own, so that nothing else of the bench delays when a call is seen.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { chanceOf } from '../../../test/long/chance';

export type Fate = 'taken' | 'unclear-taken' | 'unclear-lost' | 'blocked' | 'throttled' | 'cut';

export interface Call {
  readonly conversation: string;
  /** Milliseconds, monotonic. */
  readonly at: number;
  readonly fate: Fate;
}

/** What the thread says: where it listens, and what became of the call with this number, perhaps once more. */
export type Said = { readonly serviceUrl: string } | { readonly number: number; readonly call: Call };

/** Per chat, and for the whole app. */
const PER_CHAT = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
] as const;
const PER_APP = [30, 1_000] as const;
const UNCLEAR = 0.01;
const LATENCY_MS = [30, 90] as const;
const ROUTE = /\/v3\/conversations\/([^/]+)\/activities/;

/** `blocked`: chats whose owner has blocked the bot. */
function serve(blocked: ReadonlySet<string>, say: (said: Said) => void): void {
  const chance = chanceOf('a connector on a bad day');
  const taken = new Map<string, number[]>();
  const all: number[] = [];
  let count = 0;

  function isOver(times: readonly number[], [count, ms]: readonly [number, number], now: number): boolean {
    const oldest = times[times.length - count];
    return oldest !== undefined && now - oldest < ms;
  }

  function fateOf(conversation: string, now: number): Fate {
    const chat = taken.get(conversation) ?? [];
    if (isOver(all, PER_APP, now) || PER_CHAT.some((limit) => isOver(chat, limit, now))) return 'throttled';
    all.push(now);
    taken.set(conversation, [...chat.slice(-60), now]);
    if (blocked.has(conversation)) return 'blocked';
    if (!chance.is(UNCLEAR)) return 'taken';
    return chance.is(0.5) ? 'unclear-taken' : 'unclear-lost';
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, conversation = ''] = ROUTE.exec(request.url ?? '') ?? [];
    request.resume();
    const at = performance.now();
    const chat = decodeURIComponent(conversation);
    const fate = fateOf(chat, at);
    const call = { conversation: chat, at, fate };
    const number = count;
    count += 1;
    say({ number, call });
    await sleep(chance.int(...LATENCY_MS));
    // Taken all the same: the sender will never know.
    if (response.destroyed && fate === 'taken') say({ number, call: { ...call, fate: 'cut' } });
    answer(response, fate, number);
  }

  const server = createServer({ keepAlive: true, keepAliveTimeout: 300_000 }, (request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    say({ serviceUrl: `http://127.0.0.1:${port}/` });
  });
}

function answer(response: ServerResponse, fate: Fate, id: number): void {
  const say = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
  switch (fate) {
    case 'taken':
    case 'cut':
      return say(201, { id: `m-${id}` });
    case 'blocked':
      return say(403, { error: { code: 'ConversationBlockedByUser', message: '' } });
    case 'throttled':
      return say(429, { error: { code: 'TooManyRequests', message: '' } }, { 'retry-after': '1' });
    case 'unclear-taken':
    case 'unclear-lost':
      return say(502, { error: { code: 'BadGateway', message: '' } });
    default:
      return fate satisfies never;
  }
}

serve(new Set(workerData as readonly string[]), (said) => parentPort?.postMessage(said));
