/** Teams' connector on the loopback: takes what the bot posts, keeps it per chat, and fails where it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ConnectorRequest {
  readonly kind: 'open' | 'post' | 'put' | 'delete' | 'file' | 'other';
  readonly method: string;
  readonly path: string;
  /** Empty for `open`. */
  readonly conversation: string;
  /** The activity that a `put` or `delete` is about. */
  readonly activity: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  /** Milliseconds, monotonic. */
  readonly at: number;
  /** Of the answer; 0 when there was none. */
  readonly status: number;
}

export interface Misfortune {
  /** Without one the request is taken as usual, after `delay`. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Milliseconds before the answer. */
  readonly delay?: number;
  /** Cuts the connection before the message is taken, or after, so that the bot cannot know. */
  readonly drop?: 'before' | 'after';
  /** Never answers, nothing is taken. */
  readonly hang?: boolean;
}

/** What stands in a chat, in the order of posting; an update replaces in place. */
export interface Standing {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly updates: number;
}

export interface FakeConnector {
  readonly serviceUrl: string;
  /** Everything that came, in order. */
  readonly requests: readonly ConnectorRequest[];
  /** Asked for every request, with what came before it in `requests`; undefined lets it through. */
  fail(decide: (request: ConnectorRequest) => Misfortune | undefined): void;
  chat(conversation: string): readonly Standing[];
  /** The card that was posted or updated last in the chat. */
  card(conversation: string): Record<string, unknown> | undefined;
  /** All words of that card, or of the last message, in one string. */
  text(conversation: string): string;
  /** The 1:1 chat opened for this account, by the channel's or Entra's id. */
  chatOf(member: string): string | undefined;
  /** This account has the 1:1 chat already: opening it again gives the same. */
  know(member: string, conversation: string): void;
  /** A file that somebody sent lies here, under the address that is returned. */
  offer(bytes: Uint8Array): string;
  /** The address of a file has expired. */
  expire(url: string): void;
  /** Forgets what came; chats stay. */
  clear(): void;
  close(): Promise<void>;
}

export interface ConnectorOptions {
  /** Answers 429 with Retry-After where Teams would. */
  readonly limits?: boolean;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const PER_CHAT = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
] as const;
const PER_APP = [[30, 1000]] as const;

export async function startFakeConnector(options: ConnectorOptions = {}): Promise<FakeConnector> {
  const requests: ConnectorRequest[] = [];
  const chats = new Map<string, Standing[]>();
  const latest = new Map<string, Standing>();
  const opened = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  const timers = new Set<NodeJS.Timeout>();
  let decide: (request: ConnectorRequest) => Misfortune | undefined = () => undefined;
  let ids = 0;

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen = await read(message);
    const misfortune = decide(seen) ?? (options.limits ? tooMuch(seen) : undefined) ?? {};
    if (misfortune.delay) await pause(misfortune.delay);
    if (misfortune.hang || misfortune.drop === 'before') {
      requests.push(seen);
      if (!misfortune.hang) message.socket.destroy();
      return;
    }
    const answer =
      misfortune.status === undefined ? take(seen) : { status: misfortune.status, body: misfortune.body };
    requests.push({ ...seen, status: misfortune.drop ? 0 : answer.status });
    if (misfortune.drop === 'after') return void message.socket.destroy();
    const plain = typeof answer.body === 'string' || answer.body instanceof Uint8Array;
    const type = seen.kind === 'file' ? 'application/octet-stream' : 'application/json';
    response.writeHead(answer.status, { 'content-type': type, ...misfortune.headers });
    response.end(plain ? answer.body : JSON.stringify(answer.body ?? {}));
  }

  function take(request: ConnectorRequest): { readonly status: number; readonly body: unknown } {
    switch (request.kind) {
      case 'open':
        return open(request);
      case 'post':
        return { status: 201, body: { id: stand(request, `m-${(ids += 1)}`, 0) } };
      case 'put':
      case 'delete':
        return replace(request);
      case 'file': {
        const bytes = files.get(request.path);
        return bytes ? { status: 200, body: bytes } : { status: 404, body: {} };
      }
      case 'other':
        return { status: 404, body: { error: { code: 'ServiceError', message: 'No such route.' } } };
    }
  }

  function open({ body }: ConnectorRequest): { readonly status: number; readonly body: unknown } {
    const [member] = body['members'] as { id: string; aadObjectId?: string }[];
    if (!member) return { status: 400, body: { error: { code: 'BadSyntax', message: 'No members.' } } };
    const id = opened.get(member.id) ?? `a:opened-${member.id}`;
    opened.set(member.id, id);
    if (member.aadObjectId) opened.set(member.aadObjectId, id);
    return { status: 201, body: { id } };
  }

  function stand(request: ConnectorRequest, id: string, updates: number): string {
    const chat = chats.get(request.conversation) ?? [];
    const standing = { id, body: request.body, updates };
    const place = chat.findIndex((one) => one.id === id);
    if (place < 0) chat.push(standing);
    else chat[place] = standing;
    chats.set(request.conversation, chat);
    latest.set(request.conversation, standing);
    return id;
  }

  function replace(request: ConnectorRequest): { readonly status: number; readonly body: unknown } {
    const chat = chats.get(request.conversation) ?? [];
    const found = chat.find(({ id }) => id === request.activity);
    if (!found)
      return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: 'Gone.' } } };
    if (request.kind === 'put')
      return { status: 200, body: { id: stand(request, found.id, found.updates + 1) } };
    chats.set(
      request.conversation,
      chat.filter((one) => one !== found),
    );
    return { status: 200, body: {} };
  }

  function tooMuch(request: ConnectorRequest): Misfortune | undefined {
    const taken = requests.filter(({ status }) => status >= 200 && status < 300);
    const inChat = taken.filter(({ conversation }) => conversation && conversation === request.conversation);
    const over = (calls: readonly ConnectorRequest[], [count, ms]: readonly [number, number]): boolean =>
      calls.filter(({ at }) => request.at - at < ms).length >= count;
    if (!PER_APP.some((limit) => over(taken, limit)) && !PER_CHAT.some((limit) => over(inChat, limit)))
      return undefined;
    return {
      status: 429,
      headers: { 'retry-after': '1' },
      body: { error: { code: 'TooManyRequests', message: '' } },
    };
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, ms);
      timers.add(timer);
    });
  }

  const server = createServer((message, response) => {
    handle(message, response).catch(() => message.socket.destroy());
  });
  // On a busy machine a connection must not be closed in the very moment in which it is used again.
  server.keepAliveTimeout = 300_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    requests,
    fail: (how) => void (decide = how),
    chat: (conversation) => chats.get(conversation) ?? [],
    card: (conversation) => cardOf(latest.get(conversation)?.body),
    text(conversation) {
      const body = latest.get(conversation)?.body;
      return words(cardOf(body) ?? body).join(' ');
    },
    chatOf: (member) => opened.get(member),
    know: (member, conversation) => void opened.set(member, conversation),
    offer(bytes) {
      const path = `/files/${(ids += 1)}`;
      files.set(path, bytes);
      return `http://127.0.0.1:${port}${path}`;
    },
    expire: (url) => void files.delete(new URL(url).pathname),
    clear: () => void requests.splice(0),
    close: () =>
      new Promise((resolve) => {
        for (const timer of timers) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Teams has a region before it, local chat clients a folder. */
const ROUTE = /^(?:\/[\w-]+)*?\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?\/?$/;

async function read(message: IncomingMessage): Promise<ConnectorRequest> {
  const at = performance.now();
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const path = message.url ?? '';
  const method = message.method ?? '';
  const route = ROUTE.exec(path);
  const text = Buffer.concat(chunks).toString('utf8');
  return {
    kind: route
      ? kindOf(method, route[1])
      : method === 'GET' && path.startsWith('/files/')
        ? 'file'
        : 'other',
    method,
    path,
    conversation: decodeURIComponent(route?.[1] ?? ''),
    activity: decodeURIComponent(route?.[2] ?? ''),
    authorization: message.headers.authorization,
    body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
    at,
    status: 0,
  };
}

function kindOf(method: string, conversation: string | undefined): ConnectorRequest['kind'] {
  if (method === 'POST') return conversation === undefined ? 'open' : 'post';
  if (method === 'PUT') return 'put';
  return method === 'DELETE' ? 'delete' : 'other';
}

function cardOf(body: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> | undefined {
  const attachments = (body?.['attachments'] ?? []) as {
    contentType: string;
    content: Record<string, unknown>;
  }[];
  return attachments.find(({ contentType }) => contentType === CARD)?.content;
}

/** Every `text` and `title` in the order they stand. */
function words(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(words);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (/^(text|title|value|label)$/.test(key) ? [inner] : []) : words(inner),
  );
}
