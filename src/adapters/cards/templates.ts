/** Reads the card templates of a folder and puts the shared parts in where a template includes them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BugError } from '../../kernel/errors';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Parts of cards, never cards themselves. */
const SHARED = 'shared';

/** Every card by its name, `<feature>/<card>`; samples beside them are left out. Reads the disk synchronously. */
export function readTemplates(folder: string): ReadonlyMap<string, Json> {
  const features = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== SHARED,
  );
  const names = features.flatMap(({ name }) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.json') && !file.endsWith('.sample.json'))
      .map((file) => `${name}/${file.slice(0, -'.json'.length)}`),
  );
  return new Map(names.map((name) => [name, read(folder, name, [])]));
}

function read(folder: string, name: string, within: readonly string[]): Json {
  if (within.includes(name)) throw new BugError('faulty-card', `The part "${name}" includes itself.`);
  return included(folder, parse(folder, name), [...within, name]);
}

function parse(folder: string, name: string): Json {
  try {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Json;
  } catch (cause) {
    throw new BugError('faulty-card', `The card "${name}" cannot be read.`, { cause });
  }
}

/** A part that is a list is spliced into the list that includes it. */
function included(folder: string, node: Json, within: readonly string[]): Json {
  if (typeof node !== 'object' || node === null) return node;
  if (isList(node)) {
    return node.flatMap((item) => {
      const resolved = included(folder, item, within);
      return partOf(item) !== undefined && isList(resolved) ? resolved : [resolved];
    });
  }
  const part = partOf(node);
  if (part !== undefined) return read(folder, part, within);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, included(folder, value, within)]),
  );
}

function partOf(node: Json): string | undefined {
  if (typeof node !== 'object' || node === null || isList(node)) return undefined;
  const part = node['$include'];
  return typeof part === 'string' ? part : undefined;
}

function isList(node: Json): node is readonly Json[] {
  return Array.isArray(node);
}
