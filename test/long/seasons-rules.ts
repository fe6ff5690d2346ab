/** The rules of the simulated seasons, written anew from the guideline: windows, ladder, quiet days, and the days they make. */
import { addDays, isOfficeDay } from './year-calendar';

export type Role = 'responsible' | 'deputy' | 'communicator' | 'registrar';

export interface Rules {
  /** `MM-DD`, both included. */
  readonly times: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  /** Calendar days after the season began. */
  readonly ladder: readonly { readonly after: number; readonly to: readonly Role[] }[];
  readonly quiet: readonly { readonly from: string; readonly to: string }[];
  readonly snoozeDays: number;
}

/** The guideline's own; a test compares them with its file. */
export const SUNDSVALL: Rules = {
  times: [
    { id: 'spring', from: '03-15', to: '04-30' },
    { id: 'autumn', from: '09-15', to: '10-31' },
  ],
  ladder: [
    { after: 0, to: ['responsible'] },
    { after: 7, to: ['responsible'] },
    { after: 14, to: ['responsible', 'deputy'] },
    { after: 21, to: ['responsible', 'deputy', 'communicator'] },
    { after: 28, to: ['responsible', 'deputy', 'communicator', 'registrar'] },
  ],
  quiet: [
    { from: '07-01', to: '07-31' },
    { from: '12-20', to: '01-07' },
  ],
  snoozeDays: 10,
};

/** Three seasons a year: over 29 February, into July, and into Christmas and New Year. */
export const THREE_A_YEAR: Rules = {
  ...SUNDSVALL,
  times: [
    { id: 'winter', from: '02-08', to: '03-20' },
    { id: 'summer', from: '06-12', to: '07-20' },
    { id: 'advent', from: '12-01', to: '12-30' },
  ],
};

export interface Span {
  /** `2028-spring`. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

export function spansOn(day: string, { times }: Rules): Span[] {
  const year = day.slice(0, 4);
  return times
    .map(({ id, from, to }) => ({ key: `${year}-${id}`, from: `${year}-${from}`, to: `${year}-${to}` }))
    .filter(({ from, to }) => from <= day && day <= to);
}

export function isQuiet(day: string, { quiet }: Rules): boolean {
  const date = day.slice(5);
  return quiet.some(({ from, to }) => (from <= to ? from <= date && date <= to : date >= from || date <= to));
}

/** A day on which somebody may be told. */
export function isTellingDay(day: string, rules: Rules): boolean {
  return isOfficeDay(day) && !isQuiet(day, rules);
}

/** This day, or the next one on which somebody may be told. */
export function tellingDay(day: string, rules: Rules): string {
  let at = day;
  while (!isTellingDay(at, rules)) at = addDays(at, 1);
  return at;
}
