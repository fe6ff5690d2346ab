/** Chance from a seed, so that whatever fails can be played again. */

/** `SEED` in the environment; the long forms take a new one for every run and print it. */
export const SEED = Number(process.env['SEED'] ?? 20_261_122);

export interface Chance {
  /** From `least` to `most`, both included. */
  int(least: number, most: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** True with this probability. */
  is(probability: number): boolean;
}

/** The same numbers for the same seed and name. */
export function chanceOf(name: string, seed = SEED): Chance {
  let state = `${seed} ${name}`.split('').reduce((hash, character) => {
    const mixed = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
    return mixed >>> 0;
  }, 2_166_136_261);

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    int: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    is: (probability) => next() < probability,
  };
}
