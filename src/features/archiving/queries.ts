/** What people ask about archiving: *skärmdump*, *arkivläge*, and an extra capture. */
import { z } from 'zod';
import { departmentsSeenBy } from '../../kernel/offices';
import { departmentOf } from '../../kernel/organisation';
import { sentenceView, type View } from '../../kernel/view';
import type { Asking, MatterCard, Query, Reading } from '../../ports/flow';
import { figuresOf } from './figures';
import { ruling, type Kinds, type Sources } from './gather';
import type { CaptureRow } from './model';
import { OVERVIEW_VERB, presentAll, presentDepartment } from './overview-card';
import type { createLists } from './lists';
import { seasonId } from './season-model';
import { presentList } from './list-card';
import { texts } from './texts';
import { latestSeason, seasonBefore, type Window } from './windows';

export const LIST_VERB = 'capture.list';
export const EXTRA_VERB = 'capture.extra';
const page = z.number().int().min(1).max(10_000).default(1);

export function createQueries(
  { guidelines }: Sources,
  kinds: () => Kinds,
  lists: ReturnType<typeof createLists>,
): Readonly<Record<string, Query>> {
  const list: Query<{ page: number }> = {
    data: z.object({ page }),
    async answer({ data, actor, moment, reading, locale }) {
      const lines = await lists.open(actor, moment, reading);
      const [only] = lines;
      if (only && lines.length === 1) return { matter: only.matter };
      return presentList(lines, data.page, locale);
    },
  };

  const extra: Query = {
    data: z.unknown(),
    answer: ({ fresh }): MatterCard => ({ matter: { kind: 'capture', id: fresh } }),
  };

  const status: Query<{ department?: string | undefined; season?: string | undefined; page: number }> = {
    data: z.object({
      department: z.string().max(80).optional(),
      season: z.string().max(80).optional(),
      page,
    }),
    async answer(asking): Promise<View> {
      const { data, actor, moment, locale, reading } = asking;
      const words = texts[locale];
      const departments = departmentsSeenBy(actor.id, moment);
      if (departments.length === 0) return sentenceView(words.overview.notFor);
      const { seasons } = ruling(guidelines, moment);
      const season = latestSeason(moment.today, seasons);
      const rows = await rowsOf(reading, season.key);
      const some = departments.filter((id) => rows.some(({ department }) => department === id));
      const shown = some.length > 0 ? some : departments;
      const [only, another] = shown;
      const asked =
        departments.find((id) => id === data.department) ?? (another === undefined ? only : undefined);
      return asked === undefined
        ? overAll(asking, shown, season, rows)
        : overOne(asking, asked, season, rows, another !== undefined);
    },
  };

  async function rowsOf(reading: Reading, season: string) {
    return (await reading.rows(kinds().captures)).filter((row) => row.season === season);
  }

  async function overOne(
    { data, moment, locale, reading }: Asking<{ page: number }>,
    id: string,
    season: Window,
    all: readonly CaptureRow[],
    several: boolean,
  ): Promise<View> {
    const rows = all.filter(({ department }) => department === id);
    const unreached = (await reading.unreached()).map((one) => one.id);
    const key = seasonBefore(season.key, ruling(guidelines, moment).seasons);
    const before = key === undefined ? undefined : await reading.one(kinds().seasons, seasonId(id, key));
    return presentDepartment({
      department: { id, name: departmentOf(moment.organisation, id)?.name ?? id },
      rows,
      figures: figuresOf(rows, moment.today, moment.organisation.timeZone, unreached),
      before: before?.state.status === 'closed' ? before.state.figures : undefined,
      unreached,
      several,
      season,
      moment,
      locale,
      page: data.page,
    });
  }

  async function overAll(
    { data, moment, locale, reading }: Asking<{ page: number }>,
    departments: readonly string[],
    season: Window,
    rows: readonly CaptureRow[],
  ): Promise<View> {
    const unreached = (await reading.unreached()).map((one) => one.id);
    return presentAll({
      departments: departments.map((id) => ({
        id,
        name: departmentOf(moment.organisation, id)?.name ?? id,
        figures: figuresOf(
          rows.filter(({ department }) => department === id),
          moment.today,
          moment.organisation.timeZone,
          unreached,
        ),
      })),
      season,
      moment,
      locale,
      page: data.page,
    });
  }

  return { [LIST_VERB]: list, [EXTRA_VERB]: extra, [OVERVIEW_VERB]: status };
}
