/** The whole table of attacks, and samples of it by a seed. */
import { chanceOf } from '../long/chance';
import { judge, look } from './judge';
import { EVERYBODY } from './people';
import { ANOTHER, ELSEWHERE, ID, SITUATIONS } from './situations';
import { applies, VARIANTS, VERBS, type Case, type Variant } from './variants';
import type { World } from './world';

const WAYS = Object.keys(VARIANTS) as readonly Variant[];

/** Every verb × person × situation × way to click. */
export const TABLE: readonly Case[] = SITUATIONS.flatMap((situation) =>
  EVERYBODY.flatMap((who) =>
    VERBS.flatMap((verb) => WAYS.map((variant) => ({ situation, who, verb, variant }))),
  ),
)
  .filter(applies)
  .map((one, at) => ({ ...one, at }));

/** So many different cases, the same for the same seed. */
export function sampleOf(count: number, seed: number): readonly Case[] {
  const chance = chanceOf('attacks', seed);
  const all = TABLE.slice();
  return Array.from({ length: count }, (_, at) => {
    const other = chance.int(at, all.length - 1);
    [all[at], all[other]] = [all[other]!, all[at]!];
    return all[at];
  });
}

/** One line for every attack that was not met as it should be. */
export async function attack(world: World, cases: readonly Case[]): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const one of cases) {
    const wrong = await judge(world, one);
    if (wrong !== undefined) broken.push(wrong);
  }
  return broken;
}

export interface Looked {
  readonly looks: number;
  readonly broken: readonly string[];
}

/** Every person asks for every matter's card by its id. */
export async function lookEverywhere(world: World): Promise<Looked> {
  const broken: string[] = [];
  let looks = 0;
  for (const situation of SITUATIONS)
    for (const who of EVERYBODY)
      for (const id of [ID, ANOTHER, ELSEWHERE]) {
        looks += 1;
        const wrong = await look(world, who, situation, id);
        if (wrong !== undefined) broken.push(wrong);
      }
  return { looks, broken };
}

export const SIZE = {
  cases: TABLE.length,
  verbs: VERBS.length,
  people: EVERYBODY.length,
  situations: SITUATIONS.length,
  ways: WAYS.length,
} as const;
