/** Cold starts: from the start of the process until its first message is answered, program after program. */
import type { FastConnector } from './connector';
import { freePort } from './peers';
import { start, type Program } from './server';
import type { Bodies } from './workloads';

/** Milliseconds of every start, by name; the first start of each fills the disk's cache and is not counted. */
export async function coldStarts(
  programs: readonly Program[],
  times: number,
  first: Bodies,
  connector: FastConnector,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const results = new Map<string, number[]>(programs.map(({ name }) => [name, []]));
  for (let time = 0; time <= times; time += 1) {
    for (const program of programs) {
      const [message = ''] = first(1);
      const started = await start(program, await freePort(), message, connector);
      await started.kill();
      if (time > 0) results.get(program.name)?.push(started.coldStart);
    }
  }
  return results;
}
