/** Conditions in a guideline: a small, safe part of adaptive-expressions, read once at load and cheap to ask. */
import type { MemoryInterface } from 'adaptive-expressions';
import { mistakesIn, type Known } from './condition-checks';
import { parseTree } from './condition-language';

export type { Known } from './condition-checks';

/** What has been answered so far, by id of the question or field: `yes`, `no`, `unsure`, the id of a choice, words. */
export type Answers = Readonly<Record<string, string | undefined>>;

export const LONGEST_CONDITION = 500;

/** A condition that was checked and prepared; it is stored as its source. */
export interface Condition {
  readonly source: string;
  readonly test: (answers: Answers) => boolean;
  toJSON(): string;
}

export type PreparedCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly sentences: readonly string[] };

/**
 * Reads a condition such as `accountType == 'official' && contains(['x', 'threads'], platform)`.
 * Whatever is not on the allow-list, and every name that is not in `known`, is a mistake.
 */
export function prepareCondition(source: string, known: Known): PreparedCondition {
  if (source.length > LONGEST_CONDITION) {
    return { ok: false, sentences: [`Use at most ${LONGEST_CONDITION} characters for a condition.`] };
  }
  const parsed = parseTree(source);
  if ('mistake' in parsed) return { ok: false, sentences: [parsed.mistake] };
  const sentences = mistakesIn(parsed.tree, source, known);
  if (sentences.length > 0) return { ok: false, sentences };
  const test = (answers: Answers) => parsed.tree.tryEvaluate(new Given(answers)).value === true;
  return { ok: true, condition: Object.freeze({ source, test, toJSON: () => source }) };
}

/** Whether a condition holds for what is answered so far; no condition always holds. `unsure` equals only `unsure`. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  return condition?.test(answers) ?? true;
}

/** Answers as the library asks for them: by exact id, where its own memory takes `Why` for `why`; nothing is set. */
class Given implements MemoryInterface {
  constructor(private readonly answers: Answers) {}

  getValue(id: string): string | undefined {
    return Object.hasOwn(this.answers, id) ? this.answers[id] : undefined;
  }

  setValue(): void {
    throw new Error('A condition sets nothing.');
  }

  version(): string {
    return '';
  }
}
