/** Teams' connector with its real limits and its bad days: 429 with Retry-After, unclear 502s, people who block the bot. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceOf } from '../../../test/long/chance';

export type Fate = 'taken' | 'unclear-taken' | 'unclear-lost' | 'blocked' | 'throttled' | 'cut';

export interface Call {
  readonly conversation: string;
  /** Milliseconds, monotonic. */
  readonly at: number;
  readonly fate: Fate;
}

export interface HardConnector {
  readonly serviceUrl: string;
  /** Every message that came, in order; `cut` when its sender died meanwhile. */
  readonly calls: readonly Call[];
  close(): Promise<void>;
}

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

/** `blocked`: whether the owner of this chat has blocked the bot. */
export async function startHardConnector(blocked: (conversation: string) => boolean): Promise<HardConnector> {
  const chance = chanceOf('a connector on a bad day');
  const calls: Call[] = [];
  const taken = new Map<string, number[]>();
  const all: number[] = [];
  let ids = 0;

  function isOver(times: readonly number[], [count, ms]: readonly [number, number], now: number): boolean {
    const oldest = times[times.length - count];
    return oldest !== undefined && now - oldest < ms;
  }

  function fateOf(conversation: string, now: number): Fate {
    const chat = taken.get(conversation) ?? [];
    if (isOver(all, PER_APP, now) || PER_CHAT.some((limit) => isOver(chat, limit, now))) return 'throttled';
    all.push(now);
    taken.set(conversation, [...chat.slice(-60), now]);
    if (blocked(conversation)) return 'blocked';
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
    const place = calls.push(call) - 1;
    await sleep(chance.int(...LATENCY_MS));
    // Taken all the same: the sender will never know.
    if (response.destroyed && fate === 'taken') calls[place] = { ...call, fate: 'cut' };
    answer(response, fate, (ids += 1));
  }

  const server = createServer({ keepAlive: true, keepAliveTimeout: 300_000 }, (request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
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
