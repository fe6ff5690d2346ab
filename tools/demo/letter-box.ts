/** Takes the messages of those who have no window of their own, so that they count as delivered, and serves their pictures. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { screenshotOf } from './picture';

export interface LetterBox {
  /** What stands in people's addresses as their connector. */
  readonly serviceUrl: string;
  close(): Promise<void>;
}

/** Listens on this machine only; rejects when the port is taken. 0 for any free one. */
export async function openLetterBox(port: number): Promise<LetterBox> {
  let letters = 0;
  const server = createServer((request, response) => {
    const picture = /^\/pictures\/([^/]+)\.png$/.exec(request.url ?? '')?.[1];
    if (picture !== undefined) {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.end(screenshotOf(decodeURIComponent(picture)));
      return;
    }
    request.resume();
    request.once('end', () => {
      letters += 1;
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: `letter-${letters}` }));
    });
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
