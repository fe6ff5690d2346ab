/** How large the simulated season is; `--people 60` and the like make it smaller. */

export interface Size {
  readonly accounts: number;
  readonly people: number;
  readonly departments: number;
  /** Messages a second, the bot's own setting for bulk work. */
  readonly rate: number;
  /** Whether the bot is killed when half of the people are told. */
  readonly kill: boolean;
}

const WHOLE: Size = { accounts: 10_000, people: 4_000, departments: 20, rate: 20, kill: true };

export function sizeOf(words: readonly string[]): Size {
  const number = (name: 'accounts' | 'people' | 'departments' | 'rate'): number => {
    const at = words.indexOf(`--${name}`);
    if (at < 0) return WHOLE[name];
    const value = Number(words[at + 1]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} needs a whole number.`);
    return value;
  };
  return {
    accounts: number('accounts'),
    people: number('people'),
    departments: number('departments'),
    rate: number('rate'),
    kill: !words.includes('--no-kill'),
  };
}
