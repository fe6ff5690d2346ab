/** What `present` returns: the name of a card template and its data. The adapter turns it into a card. */
import type { MatterRef } from './effect';

export interface View {
  /** `<feature>/<card>`, a file in `cards/`. */
  readonly card: string;
  readonly data: object;
  /** One line for the notification and the screen reader; never words that people typed. */
  readonly summary: string;
}

/** One row of *mina ärenden* and *att göra*: what it is, how it stands, what comes next. */
export interface Line {
  readonly matter: MatterRef;
  /** Words people typed; shown as they are. */
  readonly name: string;
  readonly about: string;
  readonly status: string;
  readonly next: string;
  /** ISO instant by which rows are sorted, oldest first. */
  readonly since: string;
}

/** A card that holds one sentence; `words` are ours. */
export function sentenceView(words: string): View {
  return { card: 'home/notice', summary: words, data: { words, buttons: [] } };
}
