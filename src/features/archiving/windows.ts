/** When a season is, and on which day somebody may be reminded: the guideline's dates in real years (G-7.3a). Pure. */
import { plusDays, workingDayFrom } from '../../kernel/calendar';
import type { Localised } from '../../kernel/locale';
import type { Guideline } from '../../guidelines/schema';

type Seasons = Guideline['seasons'];

/** Days are `YYYY-MM-DD`, both included. */
export interface Window {
  /** `2026-autumn`. */
  readonly key: string;
  readonly name: Localised;
  readonly from: string;
  readonly to: string;
}

/** The seasons that are open on a day. */
export function windowsOn(day: string, { times }: Seasons): Window[] {
  const year = day.slice(0, 4);
  return times.map((time) => windowOf(time, year)).filter(({ from, to }) => from <= day && day <= to);
}

/** The key of the season before: `2026-spring` before `2026-autumn`; undefined for a season nobody knows. */
export function seasonBefore(key: string, { times }: Seasons): string | undefined {
  const year = Number(key.slice(0, 4));
  const at = times.findIndex(({ id }) => id === key.slice(5));
  if (at < 0 || !Number.isInteger(year)) return undefined;
  const before = times[at - 1];
  return before ? `${year}-${before.id}` : `${year - 1}-${times.at(-1)?.id ?? ''}`;
}

/** The season a day belongs to, or the last one before it. */
export function latestSeason(day: string, { times }: Seasons): Window {
  const year = Number(day.slice(0, 4));
  const begun = [year - 1, year]
    .flatMap((one) => times.map((time) => windowOf(time, String(one))))
    .filter(({ from }) => from <= day);
  const latest = begun.at(-1);
  if (!latest) throw new Error('a guideline has at least one season a year');
  return latest;
}

/** The first working day from `day` on that lies in no quiet period. */
export function remindingDay(day: string, { quiet }: Seasons): string {
  let at = workingDayFrom(day);
  for (let end = quietUntil(at, quiet); end !== undefined; end = quietUntil(at, quiet))
    at = workingDayFrom(plusDays(end, 1));
  return at;
}

/** The last day of the quiet period a day lies in. */
function quietUntil(day: string, quiet: Seasons['quiet']): string | undefined {
  const [year, date] = [Number(day.slice(0, 4)), day.slice(5)];
  for (const { from, to } of quiet) {
    if (from <= to && from <= date && date <= to) return `${year}-${to}`;
    if (from > to && date >= from) return `${year + 1}-${to}`;
    if (from > to && date <= to) return `${year}-${to}`;
  }
  return undefined;
}

function windowOf({ id, name, from, to }: Seasons['times'][number], year: string): Window {
  return { key: `${year}-${id}`, name, from: `${year}-${from}`, to: `${year}-${to}` };
}
