/** The figures of a simulated season as a table. */
import { table } from '../markdown';
import type { Fate } from './connector';
import type { Season } from './run';
import type { Size } from './size';

export function report(season: Season, size: Size): string {
  const minimum = size.people / size.rate;
  const fates = (wanted: Fate): number => season.calls.filter(({ fate }) => fate === wanted).length;
  const seconds = (value: number): string => `${value.toFixed(1)} s`;
  const ratio = (value: number): string => `${(value / minimum).toFixed(2)}x`;
  return table(
    ['what', 'figure'],
    [
      ['accounts, people, departments', [size.accounts, size.people, size.departments].join(', ')],
      ['captures opened, from 00:00', `${season.captures} in ${seconds(season.opening)}`],
      ['lines gathered, from 06:00', `${season.lines} in ${seconds(season.gathering)}`],
      ['the least time at the rate', `${seconds(minimum)} at ${size.rate}/s`],
      [
        '08:30 until everybody was written to once',
        `${seconds(season.everybody)}, ${ratio(season.everybody)}`,
      ],
      ['of these, dead: from kill -9 to the next message', size.kill ? seconds(season.outage) : 'not killed'],
      [
        'the same without the time it was dead',
        `${seconds(season.everybody - season.outage)}, ${ratio(season.everybody - season.outage)}`,
      ],
      ['until the last second attempt', `${seconds(season.last)}, ${ratio(season.last)}`],
      ['calls', season.calls.length],
      ['of these: 429', fates('throttled')],
      ['unclear 502, posted and not', `${fates('unclear-taken')}, ${fates('unclear-lost')}`],
      ['answered to a process that was dead', fates('cut')],
      ['blocked', fates('blocked')],
      ['most calls in any second', season.busiest],
      ['people who got a message twice', season.doubled],
      ['of these not on record as possibly doubled', season.unrecorded],
      ['on record as doubtful with one message or none', season.cautious],
      ['listed as unreachable or not delivered', season.listed],
      ['people neither told nor listed', season.forgotten],
      ['peak memory', `${season.peak.toFixed(0)} MB`],
      ['alerts', season.alerts.length],
    ],
  );
}
