/** The measurements as tables: what was aimed at, what was reached, and where it comes from. */
import { median, ratio } from './figures';
import { kilobytes, table, times, type Cell } from './markdown';
import { BOT, HELD, type Measurements } from './measure';
import { BARE, TEAMS_AI } from './peers';
import type { Figures, Measured } from './rounds';
import type { Work } from './story';

type What = keyof Measured;
/** CPU per turn is steadiest under full load. */
const STEADY = 64;
const MIDDLE = 16;

/** The part of the document that a run replaces. */
export function report(measured: Measurements): string {
  return [
    '## Targets\n',
    targets(measured),
    '\n## Messages: one in, one card out\n',
    contest(measured.messages),
    '\n## Clicks: approve\n',
    contest(measured.invokes),
    '\n## Cold start to the first answered message\n',
    starts(measured),
    '\n## The store, click by click\n',
    clicks(measured),
    '\n## Cards: from data to JSON\n',
    cards(measured),
    '\n## Growth\n',
    growing(measured),
  ].join('\n');
}

function targets(measured: Measurements): string {
  const { messages, invokes, memory, starts, story, cards, growth } = measured;
  const start = (name: string): number => median(starts.get(name) ?? []);
  const bareStart = start(`${BARE.name}, as installed`);
  const least = (name: string): number => memory.get(name) ?? NaN;
  const answer = versus(invokes, HELD, BARE.name, 'cpuPerTurn', STEADY);
  const message = versus(messages, BOT, BARE.name, 'cpuPerTurn', STEADY);
  const wait = versus(messages, BOT, TEAMS_AI.name, 'p99', MIDDLE);
  const slowest = Math.max(...cards.map(({ most }) => most));
  const approve = story.clicks.find(({ name }) => name === 'Godkänn');
  const grown = growth.ratios[0]?.[1] ?? NaN;
  const rows: [string, string, string, boolean][] = [
    ['approve until the answer, CPU : bare SDK', '<= 1.40x', times(answer), answer <= 1.4],
    ['message answered with a card, CPU : bare SDK', '<= 1.20x', times(message), message <= 1.2],
    ['the same, p99 at 16 at once : teams-ai', '<= 1.00x', times(wait), wait <= 1],
    ...[bareStart, start(BARE.name)].map((base, at): [string, string, string, boolean] => {
      const cold = start(BOT) / base;
      return [
        `cold start : bare SDK ${at === 0 ? 'as installed' : 'in a bundle'}`,
        '<= 1.20x',
        times(cold),
        cold <= 1.2,
      ];
    }),
    ((lean) => ['memory after 10,000 turns : bare SDK', '<= 1.20x', times(lean), lean <= 1.2])(
      least(BOT) / least(BARE.name),
    ),
    ['the most expensive card of the samples', '<= 0.35 ms', `${slowest.toFixed(2)} ms`, slowest <= 0.35],
    ['templates and expressions parsed in a story', '0', String(story.parsed), story.parsed === 0],
    [
      'approve: reads + writes before the answer',
      '1 + 1',
      operations(approve?.before),
      operations(approve?.before) === '1 + 1',
    ],
    [
      'approve: reads + writes after it',
      '0 + 1',
      operations(approve?.after),
      operations(approve?.after) === '0 + 1',
    ],
    [
      `approve with ${growth.many.toLocaleString('en')} documents : with ${growth.few.toLocaleString('en')}`,
      '<= 1.10x',
      times(grown),
      grown <= 1.1,
    ],
  ];
  return table(
    ['what', 'target', 'reached', ''],
    rows.map(([what, target, reached, kept]) => [what, target, reached, kept ? 'kept' : '**missed**']),
  );
}

function operations(work: Work | undefined): string {
  return work ? `${work.reads + work.lists} + ${work.writes}` : '';
}

function contest(results: ReadonlyMap<string, Figures>): string {
  const rows = [...results.keys()].map((name): readonly Cell[] => [
    name,
    times(versus(results, name, BARE.name, 'cpuPerTurn', STEADY)),
    ...[...(results.get(name)?.keys() ?? [])].map((concurrency) =>
      times(versus(results, name, BARE.name, 'turnsPerSecond', concurrency)),
    ),
    times(versus(results, name, BARE.name, 'p99', MIDDLE)),
    `${median(results.get(name)?.get(STEADY)?.cpuPerTurn ?? []).toFixed(2)} ms`,
  ]);
  const speeds = [...(results.get(BARE.name)?.keys() ?? [])].map(
    (concurrency) => `turns/s, ${concurrency} at once`,
  );
  return table(['', 'CPU', ...speeds, 'p99, 16 at once', 'CPU per turn here'], rows);
}

function versus(
  results: ReadonlyMap<string, Figures>,
  name: string,
  base: string,
  what: What,
  concurrency: number,
): number {
  const of = (who: string): readonly number[] => results.get(who)?.get(concurrency)?.[what] ?? [];
  return ratio(of(name), of(base));
}

function starts({ starts: measured, memory }: Measurements): string {
  const base = median(measured.get(`${BARE.name}, as installed`) ?? []);
  const heap = memory.get(BARE.name) ?? NaN;
  return table(
    ['', 'cold start', 'here', 'memory after 10,000 turns', 'here'],
    [...measured].map(([name, values]) => {
      const own = memory.get(name);
      return [
        name,
        times(median(values) / base),
        `${median(values).toFixed(0)} ms`,
        own === undefined ? '' : times(own / heap),
        own === undefined ? '' : `${own.toFixed(0)} MB`,
      ];
    }),
  );
}

function clicks({ story }: Measurements): string {
  return table(
    ['', 'reads', 'lists', 'writes', 'read', 'written', 'reads after', 'writes after', 'written after'],
    story.clicks.map(({ name, before, after }) => [
      name,
      before.reads,
      before.lists,
      before.writes,
      kilobytes(before.bytesRead),
      kilobytes(before.bytesWritten),
      after.reads + after.lists,
      after.writes,
      kilobytes(after.bytesWritten),
    ]),
  );
}

function cards({ cards: costs }: Measurements): string {
  return table(
    ['card', 'samples', 'usual', 'most', 'largest'],
    costs.map(({ card, samples, usual, most, bytes }) => [
      card,
      samples,
      `${usual.toFixed(3)} ms`,
      `${most.toFixed(3)} ms`,
      kilobytes(bytes),
    ]),
  );
}

function growing({ growth: { few, many, ratios } }: Measurements): string {
  const [least, most] = [few.toLocaleString('en'), many.toLocaleString('en')];
  return table(
    ['', `CPU with ${most} documents : with ${least}`],
    ratios.map(([turn, value]) => [turn, times(value)]),
  );
}
