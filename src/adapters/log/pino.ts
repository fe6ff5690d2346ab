/** Structured logs as JSON lines: ids, codes and durations; of foreign errors only what cannot hold content. */
import { pino, type DestinationStream } from 'pino';
import { BugError, CallerError, OutsideError } from '../../kernel/errors';
import type { Log, LogFields } from '../../ports/log';

export interface LogSettings {
  readonly level?: 'info' | 'warn' | 'error' | 'silent';
  /** Standard output by default. */
  readonly destination?: DestinationStream;
}

const LONGEST = 200;

/** `alert` has pino's level `error`, and says so with `alert: true`. */
export function createLog({ level = 'info', destination }: LogSettings = {}): Log {
  const options = { level, base: null, messageKey: 'event', timestamp: pino.stdTimeFunctions.isoTime };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (event, fields) => logger.info(short(fields), event),
    warn: (event, fields) => logger.warn(short(fields), event),
    alert: (event, fields, error) =>
      logger.error(
        { ...short(fields), alert: true, ...(error === undefined ? {} : { error: described(error) }) },
        event,
      ),
  };
}

/** A long string is content that has lost its way. */
function short(fields: LogFields = {}): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.slice(0, LONGEST) : value,
    ]),
  );
}

/** Our own messages and the engine's are about code; those of libraries may quote what people wrote. */
function described(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const own = error instanceof CallerError || error instanceof OutsideError || error instanceof BugError;
  const engine = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: error.name,
    ...(code ? { code } : {}),
    ...(own || engine ? { message: error.message.slice(0, LONGEST) } : {}),
    frames: frames(error),
    ...(error.cause !== undefined && depth < 3 ? { cause: described(error.cause, depth + 1) } : {}),
  };
}

function frames(error: Error): readonly string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .*:\d+:\d+\)?$/.test(line)).slice(0, 12);
}
