/** The HTTP server: the door for activities, the probes, and an orderly answer to everything that is neither. */
import {
  fastify,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { CallerError } from '../../kernel/errors';
import type { Log } from '../../ports/log';
import { cutLateArrivals } from './arrival';
import { addDownloads, type Downloads } from './download';
import { gracefulClose } from './graceful-close';
import { nestsDeeperThan } from './nesting';
import { addPageAssets, addUploads, type Uploads } from './upload';

export type Readiness = 'ready' | 'store-unreachable' | 'files-unreachable';

export interface ServerSettings {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Takes an activity; `body` is parsed JSON. */
  receive(
    headers: IncomingHttpHeaders,
    body: unknown,
  ): Promise<{ readonly status: number; readonly body?: unknown }>;
  /** What cannot be reached, if anything; a rejection counts as the store's. */
  ready(): Promise<Readiness>;
  readonly log: Log;
  /** Bytes. */
  readonly bodyLimit?: number;
  /** Milliseconds a request that is no picture may take to arrive. */
  readonly arrivalMs?: number;
  /** Absent: there is no upload page. */
  readonly uploads?: Uploads;
  readonly downloads?: Downloads;
}

export interface Server {
  /** `http://127.0.0.1:3978` */
  readonly address: string;
  /** Stops accepting, finishes what is in flight, then resolves. */
  close(): Promise<void>;
}

/** Deeper than any activity. */
const DEEPEST = 64;
/** A request that has not arrived whole by then is cut; a picture may come over a slow phone. */
const ARRIVAL_MS = 15_000;
const PICTURE_ARRIVAL_MS = 5 * 60_000;
/** The token of a link is part of its path. */
const LONGEST_TOKEN = 1024;

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Rejects when the port is taken. */
export async function startServer(settings: ServerSettings): Promise<Server> {
  const { host, port, log, bodyLimit = 256 * 1024, arrivalMs = ARRIVAL_MS } = settings;
  const app = fastify({
    logger: false,
    bodyLimit,
    requestTimeout: PICTURE_ARRIVAL_MS,
    http: { headersTimeout: arrivalMs },
    routerOptions: { maxParamLength: LONGEST_TOKEN },
    forceCloseConnections: 'idle',
    exposeHeadRoutes: true,
  });
  acceptOnlyJson(app);
  cutLateArrivals(app, (route) => (route === '/upload/:token' ? PICTURE_ARRIVAL_MS : arrivalMs));
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(HEADERS);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    noteAnswer(log, request, reply);
    done();
  });
  app.setErrorHandler<FastifyError>((error, _request, reply) => answerError(log, error, reply));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send());
  addRoutes(app, settings);
  const close = gracefulClose(app);
  const address = await app.listen({ host, port });
  return { address, close };
}

function addRoutes(app: FastifyInstance, settings: ServerSettings): void {
  app.post('/api/messages', async (request, reply) => {
    const answer = await settings.receive(request.headers, request.body);
    return reply.code(answer.status).send(answer.body);
  });
  // Local chat clients probe the door before they knock.
  app.get('/api/messages', (_request, reply) => reply.code(405).header('allow', 'POST').send());
  app.get('/healthz', (_request, reply) => reply.send({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const status = await settings.ready().catch((): Readiness => 'store-unreachable');
    return reply.code(status === 'ready' ? 200 : 503).send({ status });
  });
  const { uploads, downloads, log } = settings;
  if (uploads ?? downloads) addPageAssets(app);
  if (uploads) addUploads(app, uploads, log);
  if (downloads) addDownloads(app, downloads, log);
}

function acceptOnlyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (nestsDeeperThan(DEEPEST, text)) done(new CallerError('too-deep', 'The body is nested too deeply.'));
    else void parse(request, text, done);
  });
}

/** Asked every few seconds; not worth a line. */
const PROBES = ['/healthz', '/readyz'];

/** One sentence each; the status comes from the framework. */
const SENTENCES: Readonly<Record<number, string>> = {
  400: 'The body is not JSON, or has a key that is not allowed.',
  413: 'The body is too large.',
  415: 'The body must be application/json.',
};

function answerError(log: Log, error: FastifyError | CallerError, reply: FastifyReply): FastifyReply {
  if (error instanceof CallerError) return reply.code(400).send({ code: error.code, message: error.message });
  const status = error.statusCode ?? 500;
  if (status < 500) {
    return reply
      .code(status)
      .send({ code: 'refused', message: SENTENCES[status] ?? 'The request is refused.' });
  }
  log.alert('http.failed', { code: error.code }, error);
  return reply.code(500).send();
}

function noteAnswer(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'none';
  if (PROBES.includes(route)) return;
  const fields = {
    method: request.method,
    route,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  };
  if (reply.statusCode >= 500) log.warn('http.answered', fields);
  else log.info('http.answered', fields);
}
