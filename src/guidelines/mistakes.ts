/** Mistakes in a file that somebody wrote by hand: each with its place, and a sentence that says what to do. */
import type { z } from 'zod';
import { pathInWords, valueAt, type Path } from './probe';

export interface Mistake {
  /** File, line when it is known, and path: `sundsvall.yaml:12 platforms[0].id`. */
  readonly place: string;
  readonly path: Path;
  readonly sentence: string;
}

/** A mistake before anybody knows which file it stands in. */
export interface Fault {
  readonly path: Path;
  readonly sentence: string;
}

export function mistakeAt(place: string, { path, sentence }: Fault): Mistake {
  return { place: path.length === 0 ? place : `${place} ${pathInWords(path)}`, path, sentence };
}

/** What a schema found, in plain words; an unknown key becomes a mistake of its own. */
export function faultsOf(error: z.ZodError, raw: unknown): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key],
        sentence: 'Nothing of this name is known here. Correct the spelling or take it away.',
      }));
    }
    return [{ path, sentence: sentenceOf(issue, valueAt(raw, path)) }];
  });
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named values',
  record: 'a group of named values',
};

function sentenceOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected;
      return value === undefined || value === null
        ? `This is missing. Write ${kind} here.`
        : `Write ${kind} here.`;
    }
    case 'invalid_value':
      return `Write ${oneOf(issue.values.map(String))} here.`;
    case 'invalid_union':
      return 'options' in issue ? `Write ${oneOf(issue.options.map(String))} here.` : issue.message;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    case 'invalid_format':
      return issue.format === 'date' ? 'Write a date that exists, as YYYY-MM-DD.' : issue.message;
    case 'too_small':
      return `Use at least ${String(issue.minimum)}${UNITS[issue.origin] ?? ''}.`;
    case 'too_big':
      return `Use at most ${String(issue.maximum)}${UNITS[issue.origin] ?? ''}.`;
    default:
      return issue.message;
  }
}

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' in this list' };

/** `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
