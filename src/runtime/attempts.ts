/**
 * What this process has tried already, so that a copy of a document read before a mark never sends again.
 * Every attempt raises the count that is stored with the effect: a copy with a lower one is old news.
 */
import type { Pending } from './envelope';

export interface Attempts {
  isNews(document: string, pending: Pending): boolean;
  tried(document: string, pending: Pending, again: Pending | undefined): void;
}

/** Documents remembered; a copy can only be as old as a few turns. */
const REMEMBERED = 2_000;

export function createAttempts(): Attempts {
  const documents = new Map<string, Map<number, number>>();
  return {
    isNews: (document, { seq, attempts }) => attempts >= (documents.get(document)?.get(seq) ?? 0),

    tried(document, { seq }, again) {
      const tried = documents.get(document) ?? new Map<number, number>();
      tried.set(seq, again?.attempts ?? Number.POSITIVE_INFINITY);
      documents.delete(document);
      documents.set(document, tried);
      if (documents.size > REMEMBERED) documents.delete(documents.keys().next().value ?? '');
    },
  };
}
