/** What is taken out by a link: a package or one picture, streamed, or not at all. */
import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import type { Log } from '../../ports/log';
import type { Download, DownloadDoor } from '../../ports/page';
import { failedDocument, goneDocument } from './upload-html';
import { languageOf, PAGE_HEADERS } from './upload';

export interface Downloads {
  readonly door: DownloadDoor;
  /** The bytes, as they are read: it fails, and does not end, when a picture is not there or not whole. */
  readonly bytes: (download: Download) => Readable;
}

export function addDownloads(app: FastifyInstance, { door, bytes }: Downloads, log: Log): void {
  app.register((scope, _options, done) => {
    scope.setErrorHandler((error: Error, request, reply) => {
      log.alert('download.failed', {}, error);
      return reply
        .code(500)
        .headers(PAGE_HEADERS)
        .removeHeader('content-length')
        .removeHeader('content-disposition')
        .type('text/html; charset=utf-8')
        .send(failedDocument(languageOf(request)));
    });

    scope.get<{ readonly Params: { readonly token: string } }>(
      '/download/:token',
      { exposeHeadRoute: false },
      async ({ params }, reply) => {
        const download = await door.open(params.token);
        if (download.kind === 'gone') {
          return reply
            .code(410)
            .headers(PAGE_HEADERS)
            .type('text/html; charset=utf-8')
            .send(goneDocument(download.text, download.locale));
        }
        const stream = bytes(download);
        stream.once('error', (error) => {
          // What has begun cannot be taken back: the connection is cut, and the browser says that it failed.
          if (reply.raw.headersSent) log.alert('download.cut', {}, error);
        });
        void reply.headers({
          'content-disposition': attachment(download.name),
          ...(download.kind === 'picture' ? { 'content-length': download.picture.bytes } : {}),
        });
        return reply.type(typeOf(download)).send(stream);
      },
    );
    done();
  });
}

function typeOf(download: Download): string {
  switch (download.kind) {
    case 'package':
      return 'application/zip';
    case 'picture':
      return download.picture.type;
    case 'table':
      return 'text/csv; charset=utf-8';
    default:
      return download satisfies never;
  }
}

/** For every browser in ASCII, and with all letters for those that read them. */
function attachment(name: string): string {
  const safe = name.replace(/[\p{Cc}\p{Surrogate}"\\/:*?<>|]/gu, '-');
  const plain =
    safe
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/^\.+/, '') || 'file';
  const full = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
