/** A blob server (Azurite) in this process, over plain http on the loopback address, empty at start, kept in memory. */
import type { RequestListener } from 'node:http';
import BlobConfiguration from 'azurite/dist/src/blob/BlobConfiguration';
import BlobServer from 'azurite/dist/src/blob/BlobServer';

export interface BlobServerForTests {
  readonly connectionString: string;
  /** `METHOD path` of every request since the start, in order. */
  readonly requests: readonly string[];
  /** The next `times` requests are answered with this status instead of being performed; 0 cuts them off. */
  refuseNext(times: number, status: number): void;
  /** The next answer with a body is cut off after so many bytes of it. */
  cutNext(bytes: number): void;
  close(): Promise<void>;
}

/** The account and the key that every Azurite has: no secret. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export async function startBlobServer(): Promise<BlobServerForTests> {
  const requests: string[] = [];
  let refusals: number[] = [];
  let cut: number | undefined;
  const server = new BlobServer(
    new BlobConfiguration(
      ...(['127.0.0.1', 0, 5, 'unused', 'unused', [], false, undefined, false, undefined] as const),
      ...([false, true, '', '', '', undefined, false, true] as const),
    ),
  );
  const [perform] = server.httpServer.listeners('request') as RequestListener[];
  server.httpServer.removeAllListeners('request');
  server.httpServer.on('request', (request, response) => {
    requests.push(`${request.method ?? ''} ${decodeURIComponent(request.url ?? '')}`);
    const status = refusals.shift();
    if (status === 0) {
      request.socket.destroy();
      return;
    }
    if (status !== undefined) {
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end('<Error><Code>Refused</Code><Message>refused, and here is a secret</Message></Error>');
      return;
    }
    if (cut !== undefined) {
      cutOff(response, cut);
      cut = undefined;
    }
    perform!(request, response);
  });
  await server.start();

  const endpoint = `${server.getHttpServerAddress()}/${ACCOUNT}`;
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};BlobEndpoint=${endpoint};`,
    requests,
    refuseNext(times, status) {
      refusals = Array.from({ length: times }, () => status);
    },
    cutNext(bytes) {
      cut = bytes;
    },
    async close() {
      server.httpServer.closeAllConnections();
      await server.close();
    },
  };
}

function cutOff(response: Parameters<RequestListener>[1], bytes: number): void {
  const write = response.write.bind(response);
  response.write = (chunk: Buffer) => {
    write(chunk.subarray(0, bytes), () => response.socket?.destroy());
    return true;
  };
}
