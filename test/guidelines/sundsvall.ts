/** The built-in guideline as its file holds it, for tests that change one thing in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseGuideline } from '../../src/guidelines/load';
import type { Guideline } from '../../src/guidelines/schema';

/** Plain data that a test may bend. */
export type Raw = Record<string, unknown>;

const TEXT = readFileSync(join(__dirname, '../../src/guidelines/sundsvall-2017.yaml'), 'utf8');

/** A fresh copy each time. */
export function rawSundsvall(): Raw {
  return parse(TEXT) as Raw;
}

export function sundsvall(): Guideline {
  const parsed = parseGuideline(rawSundsvall(), 'sundsvall-2017.yaml');
  if (!parsed.ok)
    throw new Error(parsed.mistakes.map(({ place, sentence }) => `${place}: ${sentence}`).join('\n'));
  return parsed.guideline;
}

/** Sets a value at a path such as `platforms.0.id`; undefined takes it away. */
export function changed(path: string, value: unknown): Raw {
  const raw = rawSundsvall();
  const keys = path.split('.');
  const last = keys.pop()!;
  const target = keys.reduce((at, key) => at[key] as Raw, raw);
  if (value === undefined) Reflect.deleteProperty(target, last);
  else target[last] = value;
  return raw;
}
