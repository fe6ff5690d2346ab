/** What a reader has chosen in the register, as the inputs of the card and its buttons send it back; untrusted. */
import { z } from 'zod';
import { taken } from '../../kernel/words';

/** Longest text in an input; what is longer is cut. */
export const LONGEST = 100;

/** Choices that are no ids: an id has none of these signs. */
export const ANY = '*';
/** The departments that the reader serves. */
export const SERVED = '*served';
/** The accounts that the reader answers for. */
export const MINE = '*mine';

/** Five texts, each empty for no choice; ids may name what does not exist. */
export interface Filter {
  readonly words: string;
  /** An id, `SERVED` or `MINE`. */
  readonly department: string;
  readonly platform: string;
  readonly status: string;
  /** Part of the responsible person's name. */
  readonly responsible: string;
}

export const NOTHING: Filter = { words: '', department: '', platform: '', status: '', responsible: '' };

const Typed = z.string().default('').transform(tidy);
const Chosen = z
  .string()
  .default('')
  .transform((id) => (id === ANY ? '' : id));

const inputs = {
  words: Typed,
  department: Chosen,
  platform: Chosen,
  status: Chosen,
  responsible: Typed,
};

export interface Asked {
  readonly page: number;
  /** Words behind a phrase, not yet understood. */
  readonly said: string;
  readonly filter: Filter;
}

/**
 * A client sends the card's inputs with every button. What a button carries itself (`shown`) wins over them, so that
 * turning a page keeps to what is shown, and only the button without it takes what stands in the inputs.
 */
export const Asked = z
  .object({
    page: z.number().int().min(1).max(10_000).default(1),
    said: Typed,
    shown: z.object(inputs).optional(),
    ...inputs,
  })
  .transform(({ page, said, shown, ...typed }): Asked => ({ page, said, filter: shown ?? typed }));

/** One line of at most `LONGEST` characters. */
export function tidy(typed: string): string {
  const line = taken(typed).replace(/\s+/g, ' ');
  return Array.from(line).slice(0, LONGEST).join('').trim();
}

export function isChosen(filter: Filter): boolean {
  return Object.values(filter).some((choice) => choice !== '');
}
