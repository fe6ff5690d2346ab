/** Läsbarhetsindex: words per sentence plus the share of long words (more than six letters). Under 40 reads easily. */

export interface Counted {
  readonly words: number;
  readonly long: number;
  readonly sentences: number;
}

export function counted(text: string): Counted {
  const words = text.match(/\p{L}[\p{L}\p{N}’'-]*|\p{N}+/gu) ?? [];
  const sentences = text.split(/[.!?:]+(?:\s|$)|\n+/).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  return {
    words: words.length,
    long: words.filter((word) => word.length > 6).length,
    sentences: sentences.length,
  };
}

/** Of several texts together; a text without a full stop ends a sentence all the same. */
export function lix(texts: readonly string[]): number {
  const all = texts.map(counted);
  const sum = (of: keyof Counted): number => all.reduce((total, one) => total + one[of], 0);
  if (sum('words') === 0) return 0;
  return sum('words') / Math.max(1, sum('sentences')) + (100 * sum('long')) / sum('words');
}
