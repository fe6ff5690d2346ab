/** The figures of a season: how complete it is, how long people took, whom nothing reached (G-7.3d). Pure. */
import { z } from 'zod';
import { dayIn } from '../../kernel/calendar';
import type { PersonId } from '../../kernel/actor';
import type { CaptureRow } from './model';

export const Figures = z.object({
  all: z.int(),
  done: z.int(),
  impossible: z.int(),
  /** Without a picture and without a reason; those below are among them. */
  waiting: z.int(),
  snoozed: z.int(),
  disputed: z.int(),
  late: z.int(),
  unreachable: z.int(),
  /** Median number of days from the opening to the first picture; absent without one. */
  days: z.number().exactOptional(),
  /** Messages that may have come twice, lists among them. */
  doubled: z.int(),
});
export type Figures = z.infer<typeof Figures>;

/** `day` is today; `unreached` are people whom messages do not reach. */
export function figuresOf(
  rows: readonly CaptureRow[],
  day: string,
  timeZone: string,
  unreached: readonly PersonId[],
): Figures {
  const waiting = rows.filter(isMissing);
  const days = median(
    rows.flatMap(({ openedAt, doneAt }) =>
      doneAt === undefined ? [] : [daysBetween(dayIn(timeZone, openedAt), dayIn(timeZone, doneAt))],
    ),
  );
  return {
    all: rows.length,
    done: rows.filter(({ doneAt }) => doneAt !== undefined).length,
    impossible: rows.filter(({ status, outcome }) => (outcome ?? status) === 'impossible').length,
    waiting: waiting.length,
    snoozed: waiting.filter(({ snoozed }) => snoozed !== undefined && snoozed > day).length,
    disputed: rows.filter(({ status }) => status === 'disputed').length,
    late: waiting.filter(({ to }) => to < day).length,
    unreachable: waiting.filter((row) => isUnreached(row, unreached)).length,
    ...(days === undefined ? {} : { days }),
    // A list that told about several accounts is one message.
    doubled: new Set(rows.flatMap(({ doubled }) => doubled)).size,
  };
}

/** Neither a picture nor a reason. */
export function isMissing({ status, outcome }: CaptureRow): boolean {
  return status === 'waiting' || status === 'disputed' || outcome === 'missing';
}

/** Nobody who answers for the account can be told, or nobody is known. */
export function isUnreached({ responsible, deputies }: CaptureRow, unreached: readonly PersonId[]): boolean {
  const people = [...(responsible.id === undefined ? [] : [responsible.id]), ...deputies];
  return people.every((id) => unreached.includes(id));
}

/** Done or ruled out, in whole per cent; 100 where there is nothing to do. */
export function completeness({ all, waiting }: Figures): number {
  return all === 0 ? 100 : Math.floor(((all - waiting) * 100) / all);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
