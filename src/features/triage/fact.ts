/** A fact where there is something to say. Pure. */
import type { Fact } from '../../kernel/card';

export function factOf(label: string, said: string | undefined): Fact[] {
  return said === undefined || said === '' ? [] : [{ label, words: said }];
}
