/** The registrar's queue, and the figures of the follow-up, as cards. Pure. */
import type { Person } from '../../kernel/actor';
import type { Button, Choice, Fact, Field } from '../../kernel/card';
import type { Locale } from '../../kernel/locale';
import { departmentsSeenBy } from '../../kernel/offices';
import type { Moment } from '../../kernel/matter';
import { departmentOf } from '../../kernel/organisation';
import { paged, pagerOf } from '../../kernel/paging';
import type { Line, View } from '../../kernel/view';
import type { Guideline } from '../../guidelines/schema';
import type { Figures } from './figures';
import type { Status } from './model';
import { AGES, ANY, type Chosen } from './queue';
import { texts, type Texts } from './texts';

export const QUEUE_VERB = 'case.queue';
export const FIGURES_VERB = 'case.figures';

const STEPS: readonly Status[] = [
  'suggested',
  'evidence',
  'registration',
  'removal',
  'telling',
  'culling',
  'alarm',
  'done',
];

interface Head {
  readonly viewer: Person;
  readonly moment: Moment;
  readonly guideline: Guideline;
  readonly locale: Locale;
  readonly page: number;
}

export interface QueueInput extends Head {
  readonly lines: readonly Line[];
  readonly chosen: Chosen;
  /** Address of the table. */
  readonly table: string;
}

export function presentQueue({
  lines,
  chosen,
  table,
  viewer,
  moment,
  guideline,
  locale,
  page: wanted,
}: QueueInput): View {
  const words = texts[locale];
  const { queue } = words;
  const list = paged(lines, wanted);
  return {
    card: 'triage/queue',
    summary: queue.title,
    data: {
      title: list.pages > 1 ? `${queue.title} · ${queue.page(list.page, list.pages)}` : queue.title,
      intro: lines.length === 0 ? queue.none : queue.count(lines.length),
      facts: [],
      buttons: [{ title: queue.figures, verb: FIGURES_VERB, style: 'default' }],
      opens: lines.length === 0 ? [] : [{ title: queue.table, url: table }],
      asides: [
        {
          id: 'choose',
          title: queue.choose,
          open: lines.length === 0,
          fields: fieldsFor(chosen, viewer, moment, guideline, locale, words),
          button: { title: queue.show, verb: QUEUE_VERB, style: 'positive' },
        },
      ],
      rows: list.shown.map((line) => rowOf(line, words)),
      pager: pagerOf(list, words.queue, (title, to): Button => ({
        title,
        verb: QUEUE_VERB,
        style: 'default',
        data: { page: to, shown: chosen },
      })),
    },
  };
}

export interface FiguresInput extends Head {
  readonly figures: Figures;
  /** Cases for the yearly review. */
  readonly lines: readonly Line[];
}

export function presentFigures({ figures, lines, guideline, locale, page: wanted }: FiguresInput): View {
  const words = texts[locale];
  const { queue } = words;
  const list = paged(lines, wanted);
  return {
    card: 'triage/queue',
    summary: queue.figures,
    data: {
      title: queue.figures,
      intro: figures.cases === 0 ? queue.noFigures : queue.review(lines.length),
      facts: factsOf(figures, guideline, locale, words),
      rows: list.shown.map((line) => rowOf(line, words)),
      buttons: [{ title: queue.title, verb: QUEUE_VERB, style: 'default' }],
      opens: [],
      asides: [],
      pager: pagerOf(list, words.queue, (title, to): Button => ({
        title,
        verb: FIGURES_VERB,
        style: 'default',
        data: { page: to },
      })),
    },
  };
}

function rowOf({ matter: { kind, id }, name, about, status }: Line, words: Texts) {
  return {
    name,
    about,
    status,
    button: { title: words.queue.open, verb: 'open', style: 'default', data: { kind, id } },
  };
}

function factsOf(figures: Figures, { triage }: Guideline, locale: Locale, { queue }: Texts): Fact[] {
  const { cases, byCategory, byMonth, hours, unsure, overruled } = figures;
  if (cases === 0) return [];
  const lines = (label: string, words: readonly string[]): Fact[] =>
    words.length === 0 ? [] : [{ label, words: words.join('\n') }];
  const percent = Math.round((unsure / cases) * 100);
  return [
    ...lines(
      queue.byCategory,
      triage.questions.flatMap(({ id, clause, touches }) =>
        byCategory[id] === undefined
          ? []
          : [`${clause.replace('G-', '')} ${touches[locale]}: ${byCategory[id]}`],
      ),
    ),
    ...lines(
      queue.byMonth,
      Object.entries(byMonth)
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .slice(0, 12)
        .map(([month, count]) => `${month}: ${count}`),
    ),
    ...lines(
      queue.times,
      (['evidence', 'registration', 'removal', 'done'] as const).flatMap((step) => {
        const taken = hours[step];
        return taken === undefined ? [] : [queue.time[step](Math.max(1, Math.ceil(taken)))];
      }),
    ),
    ...lines(queue.reviewed, [queue.unsure(unsure, percent), queue.overruled(overruled)]),
  ];
}

function fieldsFor(
  chosen: Chosen,
  viewer: Person,
  moment: Moment,
  { triage }: Guideline,
  locale: Locale,
  words: Texts,
): Field[] {
  const { queue } = words;
  const field = (id: keyof Chosen, choices: readonly Choice[], all: string): Field => ({
    id,
    kind: 'list',
    label: queue.labels[id],
    ...(id === 'age' ? { help: queue.ageHelp } : {}),
    error: words.clientError,
    required: false,
    value: chosen[id] === '' ? ANY : chosen[id],
    choices: [{ title: all, value: ANY }, ...choices],
  });
  return [
    field(
      'department',
      departmentsSeenBy(viewer.id, moment).map((id) => ({
        title: departmentOf(moment.organisation, id)?.name ?? id,
        value: id,
      })),
      queue.all,
    ),
    field(
      'category',
      triage.questions.map(({ id, clause, touches }) => ({
        title: `${clause.replace('G-', '')} ${touches[locale]}`,
        value: id,
      })),
      queue.all,
    ),
    field(
      'step',
      STEPS.map((value) => ({ title: words.standing[value], value })),
      queue.notClosed,
    ),
    field(
      'age',
      AGES.map((value) => ({ title: queue.ages[value], value })),
      queue.all,
    ),
  ];
}
