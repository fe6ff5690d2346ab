/** The load: a fixed number of senders that each wait for their answer, over connections that stay open. */
import { Agent, request } from 'node:http';

export interface Load {
  readonly seconds: number;
  /** Milliseconds of every turn. */
  readonly latencies: readonly number[];
}

export interface Door {
  /** Posts an activity; resolves with the HTTP status when the answer has been read. */
  post(body: string): Promise<number>;
  close(): void;
}

const TIMEOUT_MS = 30_000;

export function doorOf(port: number): Door {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  return {
    post: (body) =>
      new Promise((resolve, reject) => {
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
        const options = { host: '127.0.0.1', port, path: '/api/messages', method: 'POST', agent, headers };
        const posted = request({ ...options, timeout: TIMEOUT_MS }, (response) => {
          response.resume();
          response.once('end', () => resolve(response.statusCode ?? 0));
        });
        posted.once('timeout', () => posted.destroy(new Error('The turn was not answered in time.')));
        posted.once('error', reject);
        posted.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** Sends every body once, at most `concurrency` at a time. Throws when a turn is not answered with 200. */
export async function drive(door: Door, bodies: readonly string[], concurrency: number): Promise<Load> {
  const latencies: number[] = [];
  const left = bodies.values();
  async function sender(): Promise<void> {
    for (const body of left) {
      const begun = performance.now();
      const status = await door.post(body);
      if (status !== 200) throw new Error(`A turn was answered with ${status}.`);
      latencies.push(performance.now() - begun);
    }
  }
  const begun = performance.now();
  await Promise.all(Array.from({ length: concurrency }, sender));
  return { seconds: (performance.now() - begun) / 1000, latencies };
}
