/** A Cosmos server in this process, over plain http on the loopback address, empty at start. */
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@vercel/cosmosdb-server';

export interface CosmosServer {
  readonly endpoint: string;
  /** Any key will do: the server checks none. */
  readonly key: string;
  /** `METHOD path` of every request since the start, in order. */
  readonly requests: readonly string[];
  /** The next `times` requests are answered with this status, and a wish to wait 1 ms, instead of being performed. */
  refuseNext(times: number, status: number): void;
  close(): Promise<void>;
}

export async function startCosmosServer(): Promise<CosmosServer> {
  const requests: string[] = [];
  let refusals: number[] = [];
  // `keepAlive` is an option of this server, not of Node's.
  const server = createHttpServer({ keepAlive: true });
  const [perform] = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    requests.push(describe(request));
    const status = refusals.shift();
    if (status === undefined) {
      perform!(request, response);
      return;
    }
    response.writeHead(status, { 'content-type': 'application/json', 'x-ms-retry-after-ms': '1' });
    response.end(JSON.stringify({ code: String(status), message: 'refused, and here is a secret' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: Buffer.from('any').toString('base64'),
    requests,
    refuseNext(times, status) {
      refusals = Array.from({ length: times }, () => status);
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function describe({ method = '', url = '' }: IncomingMessage): string {
  return `${method} ${decodeURIComponent(url)}`;
}
