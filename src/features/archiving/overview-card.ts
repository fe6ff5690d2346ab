/** *Arkivläge*: how complete a department's season is, account by account, and all departments for the lead (G-7.3d). Pure. */
import type { Button, Fact, Standing } from '../../kernel/card';
import { showDay } from '../../kernel/calendar';
import type { Localised, Locale } from '../../kernel/locale';
import type { Moment } from '../../kernel/matter';
import { paged, pagerOf, type Page } from '../../kernel/paging';
import type { View } from '../../kernel/view';
import { isolated } from '../../kernel/words';
import { completeness, isUnreached, type Figures } from './figures';
import type { CaptureRow } from './model';
import { seasonId } from './season-model';
import { texts } from './texts';
import type { Texts } from './texts-shape';

export const OVERVIEW_VERB = 'archive.status';

interface Head {
  readonly season: { readonly key: string; readonly name: Localised };
  readonly moment: Moment;
  readonly locale: Locale;
  readonly page: number;
}

export interface DepartmentInput extends Head {
  readonly department: { readonly id: string; readonly name: string };
  readonly rows: readonly CaptureRow[];
  readonly figures: Figures;
  readonly before: Figures | undefined;
  readonly unreached: readonly string[];
  /** Whether the list of all departments lies behind it. */
  readonly several: boolean;
}

export function presentDepartment(input: DepartmentInput): View {
  const { department, rows, figures, before, unreached, moment, locale, season, several } = input;
  const words = texts[locale];
  const sorted = [...rows].sort(
    (a, b) => rank(a, unreached, moment) - rank(b, unreached, moment) || compare(a, b),
  );
  const list = paged(sorted, input.page);
  const data = { department: department.id, season: season.key };
  return {
    card: 'archiving/overview',
    summary: words.overview.title,
    data: {
      title: titleOf([words.overview.title, department.name], list, words),
      intro: words.overview.intro(words.seasonName(season.name[locale], season.key.slice(0, 4))),
      facts: figureFacts(figures, before, words),
      rows: list.shown.map((row) => ({
        name: row.handle,
        about: [row.platformName, row.unit].map(isolated).join(' · '),
        standing: standingOf(row, unreached, moment, words, locale),
        next: words.list.responsible(row.responsible.name),
        button: open('capture', row.id, words),
      })),
      buttons: [
        { ...open('season', seasonId(department.id, season.key), words), title: words.buttons.season },
        ...(several
          ? [
              {
                title: words.overview.all,
                verb: OVERVIEW_VERB,
                style: 'default',
                data: { season: season.key },
              } as const,
            ]
          : []),
      ],
      pager: pagerOf(list, words.buttons, turning(data)),
    },
  };
}

export interface AllInput extends Head {
  readonly departments: readonly { readonly id: string; readonly name: string; readonly figures: Figures }[];
}

export function presentAll({ departments, season, moment: _moment, locale, page: wanted }: AllInput): View {
  const words = texts[locale];
  const list = paged(departments, wanted);
  return {
    card: 'archiving/overview',
    summary: words.overview.title,
    data: {
      title: titleOf([words.overview.title, words.overview.all], list, words),
      intro: words.overview.intro(words.seasonName(season.name[locale], season.key.slice(0, 4))),
      facts: [],
      rows: list.shown.map(({ id, name, figures }) => ({
        name,
        about: figures.all === 0 ? '' : words.overview.percent(completeness(figures)),
        standing: {
          sign: figures.waiting === 0 ? '✓' : figures.late > 0 ? '!' : '◷',
          word: countsOf(figures, words),
          tone: figures.waiting === 0 ? 'good' : figures.late > 0 ? 'attention' : 'accent',
        },
        button: {
          title: words.buttons.open,
          verb: OVERVIEW_VERB,
          style: 'default',
          data: { department: id, season: season.key },
        },
      })),
      buttons: [],
      pager: pagerOf(list, words.buttons, turning({ season: season.key })),
    },
  };
}

/** The season's figures with last season's beside them. */
export function figureFacts(figures: Figures, before: Figures | undefined, words: Texts): Fact[] {
  const { overview } = words;
  const { labels } = overview;
  return [
    { label: labels.now, words: nowOf(figures, words) },
    ...(figures.days === undefined ? [] : [{ label: labels.days, words: overview.days(figures.days) }]),
    { label: labels.messages, words: overview.doubled(figures.doubled) },
    ...(before === undefined ? [] : [{ label: labels.before, words: overview.before(completeness(before)) }]),
  ];
}

function nowOf(figures: Figures, words: Texts): string {
  const counts = countsOf(figures, words);
  return figures.all === 0 ? counts : `${words.overview.percent(completeness(figures))}. ${counts}.`;
}

function countsOf(figures: Figures, { overview: { counts, parts, noAccounts } }: Texts): string {
  if (figures.all === 0) return noAccounts;
  const among = (['late', 'snoozed', 'disputed', 'unreachable'] as const)
    .filter((part) => figures[part] > 0)
    .map((part) => parts[part](figures[part]));
  return [counts(figures), ...among].join(', ');
}

/** What needs somebody comes first. */
function rank(row: CaptureRow, unreached: readonly string[], { today }: Moment): number {
  if (row.status === 'disputed') return 0;
  if (row.status === 'waiting' && isUnreached(row, unreached)) return 1;
  if (row.status === 'waiting' && row.to < today) return 2;
  return row.status === 'waiting' ? 3 : 4;
}

function compare(a: CaptureRow, b: CaptureRow): number {
  return a.handle.localeCompare(b.handle, 'sv');
}

function standingOf(
  row: CaptureRow,
  unreached: readonly string[],
  { today }: Moment,
  { overview: { row: says } }: Texts,
  locale: Locale,
): Standing {
  switch (row.outcome ?? row.status) {
    case 'disputed':
      return { sign: '?', word: says.disputed, tone: 'warning' };
    case 'waiting':
      if (isUnreached(row, unreached)) return { sign: '!', word: says.unreachable, tone: 'attention' };
      if (row.to < today) return { sign: '!', word: says.late, tone: 'attention' };
      if (row.snoozed !== undefined && row.snoozed > today)
        return { sign: '◷', word: `${says.snoozed} ${showDay(row.snoozed, locale, today)}`, tone: 'default' };
      return { sign: '◷', word: says.waiting, tone: 'accent' };
    case 'impossible':
      return { sign: '○', word: says.impossible, tone: 'default' };
    case 'missing':
      return { sign: '!', word: says.missing, tone: 'attention' };
    case 'done':
    case 'sealed':
      return { sign: '✓', word: says.done, tone: 'good' };
  }
}

function titleOf(parts: readonly string[], { page, pages }: Page<unknown>, words: Texts): string {
  return [...parts, ...(pages > 1 ? [words.page(page, pages)] : [])].join(' · ');
}

function turning(data: object): (title: string, to: number) => Button {
  return (title, to) => ({ title, verb: OVERVIEW_VERB, style: 'default', data: { ...data, page: to } });
}

function open(kind: string, id: string, { buttons }: Texts): Button {
  return { title: buttons.open, verb: 'open', style: 'default', data: { kind, id } };
}
