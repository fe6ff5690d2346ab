/** Checks of the ladders in a guideline: who can be told of what, which step ends it, and that the days rise. */
import type { Fault } from './mistakes';
import { find, repeated, valueAt, type Found, type Path } from './probe';

/** Those whom a step cannot tell, by what is waited for, with the reason. */
const NEVER_TOLD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  consultation: {
    decider: 'Nothing is decided yet while somebody wants to talk. Write communicator or deputy here.',
    responsible: 'Nobody is responsible before the application is sent in. Write applicant here.',
  },
  joining: Object.fromEntries(
    ['decider', 'deputy', 'communicator', 'lead', 'director'].map((one) => [
      one,
      'Only the two who are concerned know of a wish to join an account. Write responsible or applicant here.',
    ]),
  ),
  ...Object.fromEntries(
    ['changesAsked', 'receipt', 'creation'].map((situation) => [
      situation,
      { decider: 'Nobody decides while this is waited for. Write communicator, deputy or lead here.' },
    ]),
  ),
};

export function ladderFaults(raw: unknown): Fault[] {
  const situations = find(raw, 'deadlines.*').filter(({ value }) => Array.isArray(value));
  return [
    ...situations.flatMap(({ path }) => [
      ...rising(raw, [...path, '*', 'after']),
      ...find(raw, [...path, '*'].join('.')).flatMap((rung) => rungFaults(raw, rung)),
    ]),
    ...rising(raw, ['seasons', 'ladder', '*', 'after']),
    ...toldTwice(raw),
    ...alwaysQuiet(raw),
    ...unusedInspection(raw),
  ];
}

function rungFaults(raw: unknown, { path, value }: Found): Fault[] {
  const [, situation, at] = path;
  const faults: Fault[] = [];
  const to = valueAt(value, ['to']);
  const told: Found[] = Array.isArray(to)
    ? find(raw, [...path, 'to', '*'].join('.'))
    : [{ path: [...path, 'to'], value: to }];
  for (const one of told) {
    const sentence = NEVER_TOLD[String(situation)]?.[String(one.value)];
    if (sentence !== undefined) faults.push({ path: one.path, sentence });
  }
  for (const one of repeated(told)) faults.push({ path: one.path, sentence: 'This person is told already.' });
  if (valueAt(value, ['when']) === 'unreachable' && situation !== 'decision')
    faults.push({
      path: [...path, 'when'],
      sentence:
        'Only those who decide can be out of reach, so this stands under decision alone. Take it away here.',
    });
  if (valueAt(value, ['then']) !== 'lapse') return faults;
  const ladder = valueAt(raw, path.slice(0, 2));
  if (situation !== 'changesAsked')
    faults.push({
      path: [...path, 'then'],
      sentence:
        'Only questions without an answer close an application, under changesAsked. Take it away here.',
    });
  else if (Array.isArray(ladder) && at !== ladder.length - 1)
    faults.push({
      path: [...path, 'then'],
      sentence: 'This step closes the application, so nothing can come after it. Put it last.',
    });
  return faults;
}

function toldTwice(raw: unknown): Fault[] {
  return find(raw, 'seasons.ladder.*').flatMap(({ path }) =>
    repeated(find(raw, [...path, 'to', '*'].join('.'))).map((one) => ({
      path: one.path,
      sentence: 'This person is told already.',
    })),
  );
}

/** Days a year on which people can be reminded, at the least: working days are among so many, whatever the holidays. */
const FEWEST_OPEN_DAYS = 60;
const DAYS = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2001, 0, day + 1)).toISOString().slice(5, 10),
);

/** Quiet periods that leave hardly a day: what is put off would never come back. */
function alwaysQuiet(raw: unknown): Fault[] {
  const path = ['seasons', 'quiet'];
  const periods = find(raw, [...path, '*'].join('.')).map(({ value }) => ({
    from: String(valueAt(value, ['from'])),
    to: String(valueAt(value, ['to'])),
  }));
  const open = DAYS.filter(
    (day) =>
      !periods.some(({ from, to }) => (from <= to ? from <= day && day <= to : day >= from || day <= to)),
  );
  if (open.length >= FEWEST_OPEN_DAYS) return [];
  return [
    { path, sentence: `Leave at least ${FEWEST_OPEN_DAYS} days a year on which people can be reminded.` },
  ];
}

/** A ladder for a look at accounts that nobody takes. */
function unusedInspection(raw: unknown): Fault[] {
  const path = ['deadlines', 'inspection'];
  if (valueAt(raw, path) === undefined || valueAt(raw, ['application', 'inspection']) !== undefined)
    return [];
  const sentence =
    'Nobody looks at new accounts here. Name who does in application.inspection, or take this away.';
  return [{ path, sentence }];
}

function rising(raw: unknown, pattern: Path): Fault[] {
  const found = find(raw, pattern.join('.'));
  return found
    .filter(({ value }, index) => index > 0 && Number(value) <= Number(found[index - 1]?.value))
    .map(({ path }) => ({ path, sentence: 'The days must rise from one step to the next.' }));
}
