/** What a failed call to the connector means: by status, and by several strings since the subcode is often missing. */
import { OutsideError } from '../../kernel/errors';
import type { Sent } from '../../ports/messenger';

/** `open` makes a 1:1 chat (idempotent, nothing is seen), `create` posts, `update` replaces (idempotent). */
export type Call = 'open' | 'create' | 'update';

export type Failure =
  | Extract<Sent, { readonly ok: false }>
  /** 429 or 412: try again after a while. */
  | { readonly ok: false; readonly why: 'throttled'; readonly retryAfterMs: number | undefined };

const UNREACHABLE =
  /ConversationBlockedByUser|MessageWritesBlocked|BotNotInConversationRoster|BotDisabledByAdmin|BotNotInstalled|ConversationNotFound|user (?:has )?blocked|blocked (?:by|the)|not part of the conversation|bot is disabled/i;
const TOO_LARGE = /MessageSizeTooBig|RequestEntityTooLarge/i;
/** Failed while connecting: nothing was sent. */
const NOT_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;

export function classify(error: unknown, call: Call, now: number): Failure {
  const { status, code, words, retryAfter } = read(error);
  if (error instanceof OutsideError || NOT_SENT.test(code)) return { ok: false, why: 'later' };
  if (status === 429 || status === 412) {
    return { ok: false, why: 'throttled', retryAfterMs: milliseconds(retryAfter, now) };
  }
  if (status === 413 || TOO_LARGE.test(words)) return { ok: false, why: 'refused', reason: 'too-large' };
  if (status === 401) return { ok: false, why: 'later' };
  if (status === 404 && call === 'update') return { ok: false, why: 'gone' };
  const known = status >= 400 && status < 500 ? UNREACHABLE.exec(words)?.[0] : undefined;
  if (known || status === 403 || status === 404) {
    return { ok: false, why: 'unreachable', reason: codeOf(words) ?? known ?? `http-${status}` };
  }
  if (status >= 300 && status < 500 && status !== 408) {
    return { ok: false, why: 'refused', reason: codeOf(words) ?? `http-${status}` };
  }
  return { ok: false, why: call === 'create' ? 'ambiguous' : 'later' };
}

/** The call went through, but its answer could not be read. */
export function wentThrough(error: unknown): boolean {
  const { status } = read(error);
  return status >= 200 && status < 300;
}

interface Read {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly code: string;
  /** What the platform said; for matching, never for logs. */
  readonly words: string;
  readonly retryAfter: string | undefined;
}

/** The SDK's errors, read without trusting their shape. */
function read(error: unknown): Read {
  const { statusCode, code, message, response } = fields(error);
  const { bodyAsText, headers } = fields(response);
  const { get } = fields(headers);
  const retryAfter: unknown =
    typeof get === 'function' ? Reflect.apply(get, headers, ['retry-after']) : undefined;
  return {
    status: typeof statusCode === 'number' ? statusCode : 0,
    code: typeof code === 'string' ? code : '',
    words: [message, bodyAsText]
      .filter((text) => typeof text === 'string')
      .join(' ')
      .slice(0, 4000),
    retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
  };
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** `"code": "…"` of the platform's error body: a word, never content. */
function codeOf(words: string): string | undefined {
  return /"code"\s*:\s*"([A-Za-z][\w.-]{2,63})"/.exec(words)?.[1];
}

/** Retry-After is in seconds or a date. */
function milliseconds(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
