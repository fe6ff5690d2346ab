/** Looks into data that nobody has checked yet: what is found at a path, and where it is in words. */

export type Path = readonly (string | number)[];

export interface Found {
  readonly path: Path;
  readonly value: unknown;
}

/**
 * Everything a pattern such as `platforms.*.id` leads to, in the file's order; `*` stands for every item or key.
 * What does not exist is left out, so that cross-checks also run over data with other mistakes.
 */
export function find(raw: unknown, pattern: string): Found[] {
  let found: Found[] = [{ path: [], value: raw }];
  for (const step of pattern.split('.')) {
    found = found.flatMap((at) => steps(at, step));
  }
  return found;
}

function steps({ path, value }: Found, step: string): Found[] {
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return entries
    .filter(([key]) => step === '*' || String(key) === step)
    .map(([key, item]) => ({ path: [...path, key], value: item }));
}

/** The value at one path, or undefined. */
export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return typeof key === 'number' ? (value[key] as unknown) : undefined;
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, raw);
}

/** What comes a second time or later among values that are texts. */
export function repeated(found: readonly Found[]): (Found & { readonly first: Path })[] {
  const first = new Map<string, Path>();
  return found.flatMap((item) => {
    if (typeof item.value !== 'string') return [];
    const before = first.get(item.value);
    if (before === undefined) first.set(item.value, item.path);
    return before === undefined ? [] : [{ ...item, first: before }];
  });
}

/** `application.questions[1].text.en`, as people write it. */
export function pathInWords(path: Path): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
}

export function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
