/** Starts the connector in its thread, and keeps what it says. */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DIST } from '../peers';
import type { Call, Said } from './connector';

export interface HardConnector {
  readonly serviceUrl: string;
  /** Every message that came, in order; `cut` when its sender died meanwhile. */
  readonly calls: readonly Call[];
  close(): Promise<void>;
}

/** `blocked`: chats whose owner has blocked the bot. */
export async function startHardConnector(blocked: readonly string[]): Promise<HardConnector> {
  const calls: Call[] = [];
  const thread = new Worker(join(DIST, 'tools/bench/season/connector.js'), { workerData: blocked });
  const [first] = (await once(thread, 'message')) as [Said];
  if (!('serviceUrl' in first)) throw new Error('The connector did not say where it listens.');
  thread.on('message', (said: Said) => {
    if ('call' in said) calls[said.number] = said.call;
  });
  return {
    serviceUrl: first.serviceUrl,
    calls,
    async close() {
      await thread.terminate();
    },
  };
}
