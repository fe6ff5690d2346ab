/** The register in chat: a page of the accounts that were asked for, and what was asked for in one line. */
import type { Person } from '../../kernel/actor';
import type { Button } from '../../kernel/card';
import type { Locale } from '../../kernel/locale';
import type { Moment } from '../../kernel/matter';
import { paged, pagerOf } from '../../kernel/paging';
import type { View } from '../../kernel/view';
import { isolated } from '../../kernel/words';
import { isChosen, MINE, NOTHING, SERVED, type Filter } from './filter';
import type { AccountRow } from './model';
import { answersFor, departmentsServed, seesAll } from './policy';
import { departmentName, find, known, platformsIn } from './search';
import { fieldsFor } from './search-form';
import { texts, type Texts } from './texts';

export const LIST_VERB = 'register.list';

export interface ListInput {
  readonly rows: readonly AccountRow[];
  readonly filter: Filter;
  /** Counts from 1, and is kept within what there is. */
  readonly page: number;
  readonly viewer: Person;
  readonly moment: Moment;
  readonly locale: Locale;
}

export function presentList({ rows, page: wanted, viewer, moment, locale, ...asked }: ListInput): View {
  const words = texts[locale];
  const filter = known(asked.filter, rows, moment);
  const found = find(rows, filter, viewer, moment);
  const listed = paged(found.rows, wanted);
  const { shown, page, pages } = listed;
  const turn = (title: string, to: number): Button => button(title, { page: to, shown: filter });
  const intro = introOf(rows, filter, found, words);
  return {
    card: 'register/list',
    summary: words.title,
    data: {
      title: words.title,
      ...(intro === undefined ? {} : { intro }),
      ...(isChosen(filter)
        ? { chosen: { label: words.search.chosen, words: chosenWords(filter, rows, viewer, moment, words) } }
        : {}),
      count: words.count(found.rows.length, page, pages),
      ...(rows.length === 0
        ? {}
        : {
            searchTitle: words.search.title,
            // Where nothing was found, the next thing is to look for something else.
            searching: found.rows.length === 0,
            quick: quickButtons(filter, rows, viewer, moment, words),
            fields: fieldsFor(filter, rows, viewer, moment, words),
            buttons: [{ ...button(words.buttons.show, {}), style: 'positive' }],
          }),
      rows: shown.map((row) => ({
        name: row.handle,
        platform: row.platformName,
        department: departmentName(row.department, moment.organisation),
        status: words.statuses[row.status],
        ...(seesAll(viewer, row, moment)
          ? { responsible: `${words.facts.responsible}: ${isolated(row.responsible.name)}` }
          : {}),
        button: {
          title: words.buttons.open,
          verb: 'open',
          style: 'default',
          data: { kind: 'account', id: row.id },
        },
      })),
      pager: pagerOf(listed, words.buttons, turn),
    },
  };
}

function button(title: string, data: Readonly<Record<string, unknown>>): Button {
  return { title, verb: LIST_VERB, style: 'default', data };
}

function introOf(
  all: readonly AccountRow[],
  filter: Filter,
  { rows, near }: ReturnType<typeof find>,
  { empty, intro, search }: Texts,
): string | undefined {
  if (all.length === 0) return empty;
  if (rows.length === 0) return search.nothing;
  if (near) return search.near;
  return isChosen(filter) ? undefined : intro;
}

/** One click each: what is one's own, where there is something of one's own, and everything again. */
function quickButtons(
  filter: Filter,
  rows: readonly AccountRow[],
  viewer: Person,
  moment: Moment,
  { buttons }: Texts,
): readonly Button[] {
  const serves = departmentsServed(viewer, moment).length > 0;
  const answers = rows.some((row) => answersFor(viewer, row));
  const only = (title: string, department: string): Button =>
    button(title, { shown: { ...filter, department } });
  return [
    ...(serves && filter.department !== SERVED ? [only(buttons.served, SERVED)] : []),
    ...(answers && filter.department !== MINE ? [only(buttons.mine, MINE)] : []),
    ...(isChosen(filter) ? [button(buttons.all, { shown: NOTHING })] : []),
  ];
}

/** In plain words: "Kultur och fritid · Instagram · Sökord: bibliotek". */
function chosenWords(
  filter: Filter,
  rows: readonly AccountRow[],
  viewer: Person,
  moment: Moment,
  { search, statuses }: Texts,
): string {
  const { department, platform, status, responsible, words } = filter;
  const { labels, other } = search;
  const platformName = platformsIn(rows).find(({ id }) => id === platform)?.name ?? other;
  return [
    department === '' ? '' : departmentWords(department, viewer, moment, search),
    platform === '' ? '' : platformName,
    status === 'active' || status === 'reserved' ? statuses[status] : '',
    responsible === '' ? '' : `${labels.responsible}: ${isolated(responsible)}`,
    words === '' ? '' : `${labels.words}: ${isolated(words)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A reader who serves departments sees which they are. */
function departmentWords(
  department: string,
  viewer: Person,
  moment: Moment,
  { mine, served }: Texts['search'],
): string {
  if (department === MINE) return mine;
  if (department !== SERVED) return departmentName(department, moment.organisation);
  const names = departmentsServed(viewer, moment).map((id) => departmentName(id, moment.organisation));
  return names.join(', ') || served;
}
