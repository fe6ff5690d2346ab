/** Fetches pictures that came with messages: from known hosts at public addresses only, within size and time. */
import { lookup as lookupInDns } from 'node:dns/promises';
import {
  request as requestByHttp,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as requestByHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { MOST_PICTURE_BYTES } from '../../kernel/picture';
import type { AttachmentRef, Fetch, Fetched } from '../../ports/attachments';
import type { Log } from '../../ports/log';
import { isOwn, isPublic } from './addresses';
import { accessOf, isLoopback } from './hosts';
import type { Identity } from './identity';

/** All addresses of a name. */
export type Resolve = (
  hostname: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** Starts a request, as those of `node:http` and `node:https` do. */
export type Open = (
  url: URL,
  options: RequestOptions,
  answered: (response: IncomingMessage) => void,
) => ClientRequest;

export interface DownloadSettings {
  readonly identity: Identity;
  /** The bot's own `Authorization`; rejects when there is none to be had. */
  readonly authorise: () => Promise<string>;
  readonly log: Log;
  readonly resolve?: Resolve;
  readonly open?: Open;
  /** For everything together: name, token, redirects, bytes. */
  readonly timeoutMs?: number;
  /** Where else an anonymous bot may fetch from, besides the connector that the message came from. */
  readonly localOrigin?: string;
}

/** How one address is fetched. `own`: this machine's, for a bot that is tried out on it. */
interface Way {
  readonly url: URL;
  readonly own: boolean;
  readonly token: boolean;
}

const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];
const GONE = [403, 404, 410];
const REFUSED_ADDRESS = 'ADDRESS_REFUSED';
const REFUSED: Fetched = { ok: false, why: 'refused' };
const UNAVAILABLE: Fetched = { ok: false, why: 'unavailable' };

/** The result never rejects. */
export function createFetch(settings: DownloadSettings): Fetch {
  const { identity, authorise, log, timeoutMs = 20_000 } = settings;
  const { resolve = (hostname) => lookupInDns(hostname, { all: true }), open = openByProtocol } = settings;

  return async (ref, serviceUrl) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await Promise.race([follow(ref, serviceUrl, signal), ended(signal)]);
    } catch (error) {
      const code = codeOf(error);
      if (code === REFUSED_ADDRESS) return refused('address');
      log.warn('teams.fetch-failed', { code });
      return UNAVAILABLE;
    }
  };

  /** Every address is judged anew; the token is for the first one alone. */
  async function follow(ref: AttachmentRef, serviceUrl: string, signal: AbortSignal): Promise<Fetched> {
    let address: string | undefined = ref.url;
    let base: URL | undefined;
    for (let hops = 0; address !== undefined; hops += 1) {
      if (hops > MOST_REDIRECTS) return refused('redirects');
      const way = wayTo(address, base, ref, serviceUrl);
      if (!way) return refused('host');
      const authorization = hops === 0 && way.token ? await authorise() : undefined;
      const response = await get(way, authorization, signal);
      try {
        if (!REDIRECTS.includes(response.statusCode ?? 0))
          return await read(response, authorization !== undefined);
        address = response.headers.location;
        base = way.url;
      } finally {
        response.destroy();
      }
    }
    return UNAVAILABLE;
  }

  function wayTo(
    address: string,
    base: URL | undefined,
    { kind }: AttachmentRef,
    serviceUrl: string,
  ): Way | undefined {
    if (!URL.canParse(address, base)) return undefined;
    const url = new URL(address, base);
    if (url.username !== '' || url.password !== '') return undefined;
    if (isLocal(url, serviceUrl)) return { url, own: true, token: false };
    // The port is empty when it is the scheme's own.
    if (url.protocol !== 'https:' || url.port !== '') return undefined;
    const access = accessOf(url.hostname);
    return access && { url, own: false, token: access === 'with-token' && kind === 'inline' };
  }

  function isLocal({ origin, hostname }: URL, serviceUrl: string): boolean {
    if (!identity.anonymous || !isLoopback(hostname)) return false;
    return origin === originOf(serviceUrl) || origin === originOf(settings.localOrigin);
  }

  function get(
    { url, own }: Way,
    authorization: string | undefined,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    return new Promise((answered, failed) => {
      const request = open(
        url,
        {
          method: 'GET',
          headers: {
            accept: '*/*',
            'accept-encoding': 'identity',
            ...(authorization === undefined ? {} : { authorization }),
          },
          lookup: guarded(resolve, own ? isOwn : isPublic),
          // A connection of an earlier request has an address that was judged for something else.
          agent: false,
          signal,
        },
        answered,
      );
      request.on('error', failed);
      request.end();
    });
  }

  function refused(what: 'host' | 'address' | 'redirects'): Fetched {
    log.warn('teams.fetch-refused', { what });
    return REFUSED;
  }
}

async function read(response: IncomingMessage, signed: boolean): Promise<Fetched> {
  const { statusCode = 0, headers } = response;
  // Without a token of ours it is the address that has lost its right.
  if (GONE.includes(statusCode) || (statusCode === 401 && !signed)) return { ok: false, why: 'gone' };
  if (statusCode !== 200) return UNAVAILABLE;
  if (Number(headers['content-length'] ?? 0) > MOST_PICTURE_BYTES) return { ok: false, why: 'too-large' };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_PICTURE_BYTES) return { ok: false, why: 'too-large' };
    chunks.push(chunk);
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}

/** Judges the addresses that the connection is then made to: asked for once, so that no other can slip in between. */
function guarded(resolve: Resolve, allowed: (address: string) => boolean): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => allowed(address)))
          callback(Object.assign(new Error('The address is not public.'), { code: REFUSED_ADDRESS }), '', 0);
        else if (all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error as NodeJS.ErrnoException, '', 0),
    );
  };
}

function openByProtocol(...[url, options, answered]: Parameters<Open>): ClientRequest {
  return (url.protocol === 'https:' ? requestByHttps : requestByHttp)(url, options, answered);
}

/** Rejects when the time is over, whatever is under way. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('The time is over.', 'TimeoutError')));
  });
}

function originOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;
}

function codeOf(error: unknown): string {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
