/** The upload page: opened by a link, sent pictures one at a time, no cookie and nothing kept in the browser. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallerError } from '../../kernel/errors';
import { localeOf, type Locale } from '../../kernel/locale';
import { MOST_PICTURE_BYTES, PICTURE_TYPES } from '../../kernel/picture';
import type { Log } from '../../ports/log';
import type { PageAnswer, UploadDoor } from '../../ports/page';
import { createTurnstile } from './turnstile';
import {
  failedDocument,
  goneDocument,
  gonePart,
  receiptPart,
  uploadDocument,
  uploadParts,
  type ProblemWords,
} from './upload-html';

export interface Uploads {
  readonly door: UploadDoor;
  /** The sentence for a picture that is not taken. */
  readonly problem: ProblemWords;
}

/** 25 MB, and a little for whoever counts them differently: the sentence comes from the check of the picture. */
const MOST_BYTES = MOST_PICTURE_BYTES + 64 * 1024;
/** Each may hold a whole picture in memory. */
const AT_ONCE = 4;
/** Where the page's style and script lie: beside this file, or beside the bundle. */
const ASSETS = join(__dirname, 'page');

export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-robots-tag': 'noindex',
};

interface ByToken {
  readonly Params: { readonly token: string };
}

/** What both the upload page and a link that has ended look like. */
export function addPageAssets(app: FastifyInstance): void {
  const style = readFileSync(join(ASSETS, 'upload.css'));
  const script = readFileSync(join(ASSETS, 'upload.mjs'));
  app.get('/upload/page.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  app.get('/upload/page.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
}

export function addUploads(app: FastifyInstance, { door, problem }: Uploads, log: Log): void {
  const turnstile = createTurnstile(AT_ONCE);

  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/octet-stream', ...PICTURE_TYPES],
      { parseAs: 'buffer' },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.setErrorHandler((error: Error & { readonly statusCode?: number }, request, reply) =>
      answerError(error, request, reply),
    );

    scope.get<ByToken>('/upload/:token', { exposeHeadRoute: false }, async ({ params }, reply) => {
      const answer = await door.look(params.token);
      void reply.headers(PAGE_HEADERS).type('text/html; charset=utf-8');
      return answer.kind === 'gone'
        ? reply.code(410).send(goneDocument(answer.text, answer.locale))
        : reply.send(uploadDocument(answer, problem));
    });

    scope.post<ByToken>(
      '/upload/:token',
      {
        bodyLimit: MOST_BYTES,
        async onRequest(request, reply) {
          fromOurPage(request);
          const closed = await door.closed(request.params.token);
          if (closed) return answer(reply, closed);
          await turnstile.enter(reply.raw);
          return undefined;
        },
      },
      async ({ params, body }, reply) =>
        answer(reply, await door.take(params.token, body instanceof Uint8Array ? body : new Uint8Array())),
    );

    for (const [path, yes] of [
      ['yes', true],
      ['no', false],
    ] as const) {
      scope.post<ByToken>(`/upload/:token/answer/${path}`, async (request, reply) => {
        fromOurPage(request);
        return answer(reply, await door.answer(request.params.token, yes));
      });
    }

    scope.post<ByToken>('/upload/:token/finish', async (request, reply) => {
      fromOurPage(request);
      const finished = await door.finish(request.params.token);
      return finished.kind === 'page' && finished.notice === undefined
        ? reply.send({ kind: 'over', main: receiptPart(finished) })
        : answer(reply, finished);
    });
    done();
  });

  function answer(reply: FastifyReply, given: PageAnswer): FastifyReply {
    if (given.kind === 'gone')
      return reply.code(410).send({ kind: 'over', main: gonePart(given.text, given.locale) });
    const { notice } = given;
    return reply.send({ kind: 'page', ...uploadParts(given), ...(notice === undefined ? {} : { notice }) });
  }

  function answerError(
    error: Error & { readonly statusCode?: number },
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const status = error instanceof CallerError ? 403 : (error.statusCode ?? 500);
    if (status >= 500) log.alert('upload.failed', {}, error);
    void reply.code(status);
    if (request.method === 'GET')
      return reply
        .headers(PAGE_HEADERS)
        .type('text/html; charset=utf-8')
        .send(failedDocument(languageOf(request)));
    // The page says it in its person's language, which nothing here knows.
    return reply.send({ kind: 'refused', ...(status === 413 ? { problem: 'too-large' } : {}) });
  }
}

/** Where nobody is known, the browser says which language. */
export function languageOf({ headers }: FastifyRequest): Locale {
  return localeOf(headers['accept-language']?.split(/[,;]/)[0]) ?? 'sv';
}

/**
 * Throws CallerError `other-origin` unless our own page sent it: no other site's page can make a browser say so.
 * Browsers from before `Sec-Fetch-Site` say where a POST comes from in `Origin`.
 */
function fromOurPage({ headers, host }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  const ours = site === undefined ? hostOf(headers.origin) === host : site === 'same-origin';
  if (!ours) throw new CallerError('other-origin', 'Only the upload page itself may send this.');
}

function hostOf(origin: string | undefined): string | undefined {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
}
