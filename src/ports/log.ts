/** Structured logs: ids and codes, never content or secrets. */

/** Values are ids, codes, counts and durations. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Somebody must look at this. */
  alert(event: string, fields?: LogFields, error?: unknown): void;
}
