/** The name of a guideline's exact content, kept with every decision made under it (G-0.1). */
import { createHash } from 'node:crypto';
import { isRecord } from './probe';
import type { GuidelineContent } from './schema';

/** `<id>-<first 8 hex digits of SHA-256>`; the order of keys in the file makes no difference. */
export function versionOf(content: GuidelineContent): string {
  return `${content.id}-${createHash('sha256').update(canonical(content)).digest('hex').slice(0, 8)}`;
}

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
