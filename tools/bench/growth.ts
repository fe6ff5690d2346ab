/** Growth: the same turns on a store with few documents and on one with many. */
import type { FastConnector } from './connector';
import { ratio } from './figures';
import { bot, freePort } from './peers';
import { compete, turnsOf } from './rounds';
import type { Settings } from './settings';
import { start } from './server';
import type { Story } from './story';
import { approvals, messages } from './workloads';

export interface Growth {
  /** Documents in the two stores. */
  readonly few: number;
  readonly many: number;
  /** CPU with many : CPU with few, by what was done. */
  readonly ratios: readonly (readonly [turn: string, ratio: number])[];
}

/** Messages are held back for the clicks, so that only the click itself is measured; then the lists are asked for. */
export async function growth(settings: Settings, story: Story, connector: FastConnector): Promise<Growth> {
  const { serviceUrl } = connector;
  const { growthRounds: rounds, growthStep: step } = settings;
  const waiting = turnsOf([step], rounds);
  const clicks = await pair(true);
  const clicked = await cost((url) => approvals(story, url, waiting), clicks);
  const typed = await pair(false);
  const helped = await cost((url) => messages('hjälp', url), typed);
  const listed = await cost((url) => messages('förteckning', url), typed);
  await Promise.all([...clicks, ...typed].map(({ server }) => server.kill()));
  const [few, many] = clicks.map(({ documents }) => documents);
  return {
    few: few ?? 0,
    many: many ?? 0,
    ratios: [
      ['approve, until the answer', clicked],
      ['hjälp', helped],
      ['förteckning', listed],
    ],
  };

  async function pair(hold: boolean) {
    const started = [];
    for (const past of settings.past) {
      const program = await bot(`${past} past`, { story, serviceUrl, waiting, past }, hold);
      const [first = ''] = messages('hjälp', serviceUrl)(1);
      const server = await start(program, await freePort(), first, connector);
      started.push({ server, documents: program.documents });
    }
    return started;
  }

  async function cost(
    bodies: (serviceUrl: string) => ReturnType<typeof messages>,
    pairs: Awaited<ReturnType<typeof pair>>,
  ): Promise<number> {
    const contestants = pairs.map(({ server }) => ({ server, bodies: bodies(serviceUrl) }));
    const results = await compete(contestants, [step], rounds);
    const [small, large] = contestants.map(
      ({ server }) => results.get(server)?.get(step.concurrency)?.cpuPerTurn ?? [],
    );
    return ratio(large ?? [], small ?? []);
  }
}
