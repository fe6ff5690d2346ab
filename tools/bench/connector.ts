/** Teams' connector as fast as it can be: takes everything, keeps nothing, and counts what came. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FastConnector {
  readonly serviceUrl: string;
  /** Resolves when the next message has arrived. */
  next(): Promise<void>;
  close(): Promise<void>;
}

export async function startFastConnector(): Promise<FastConnector> {
  let waiting: (() => void)[] = [];
  let ids = 0;
  const server = createServer({ keepAlive: true, keepAliveTimeout: 60_000 }, (request, response) => {
    request.resume();
    request.once('end', () => {
      ids += 1;
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(`{"id":"m-${ids}"}`);
      const arrived = waiting;
      waiting = [];
      for (const tell of arrived) tell();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
