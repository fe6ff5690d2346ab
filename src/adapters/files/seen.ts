/** What the header of a file says, before the rest is looked at. */

export interface Header {
  /** Pixels; absent for what has none. */
  readonly width?: number;
  readonly height?: number;
  /** Walks the whole structure, and says whether it begins, holds together and ends as it should, with nothing after. */
  readonly whole: () => boolean;
}

/** `damaged`: the header itself cannot be read. */
export type Seen = Header | 'damaged';
export const damaged = 'damaged';

/** No program writes more parts than that; walking millions of empty ones would take a second. */
export const MOST_PARTS = 50_000;
