/** Long lists on a card: ten rows at a time, with buttons to the pages before and after. Pure. */
import type { Button } from './card';

export const ROWS_PER_PAGE = 10;

export interface Page<Item> {
  readonly shown: readonly Item[];
  /** Counts from 1, and is kept within what there is. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
}

export function paged<Item>(items: readonly Item[], wanted: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / ROWS_PER_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  return { shown: items.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE), page, pages };
}

/** `turn` makes the button with this title that leads to this page. */
export function pagerOf(
  { page, pages }: Page<unknown>,
  { earlier, later }: { readonly earlier: string; readonly later: string },
  turn: (title: string, to: number) => Button,
): Button[] {
  return [...(page > 1 ? [turn(earlier, page - 1)] : []), ...(page < pages ? [turn(later, page + 1)] : [])];
}
