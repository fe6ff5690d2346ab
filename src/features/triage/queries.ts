/** What people ask about cases: to begin one, the queue of those who serve a department, and the figures. */
import { z } from 'zod';
import type { Person } from '../../kernel/actor';
import { departmentsSeenBy } from '../../kernel/offices';
import type { Moment } from '../../kernel/matter';
import { sentenceView, type View } from '../../kernel/view';
import type { Feature, Query, Reading, RowSource } from '../../ports/flow';
import { EXPORT } from '../../ports/links';
import { figuresOf } from './figures';
import { guidelineOf, KIND, type Sources } from './gather';
import type { Lists } from './lists';
import type { Case } from './model';
import { chosen, find, type Chosen } from './queue';
import { FIGURES_VERB, presentFigures, presentQueue, QUEUE_VERB } from './queue-card';
import type { CaseRow } from './rows';
import { tableOf } from './table';
import { texts } from './texts';

export const NEW_VERB = 'case.new';
const TABLE = 'cases';
const page = z.number().int().min(1).max(10_000).default(1);

export function createQueries(
  { guidelines, links }: Sources,
  rows: () => RowSource<Case, CaseRow>,
  lists: Lists,
): { readonly queries: Readonly<Record<string, Query>>; readonly exports: NonNullable<Feature['exports']> } {
  const groundOf =
    (moment: Moment) =>
    ({ state }: CaseRow) => ({ moment, guideline: guidelineOf(guidelines, moment, state) });

  async function found(wanted: Chosen, viewer: Person, moment: Moment, reading: Reading): Promise<CaseRow[]> {
    return find(await reading.rows(rows()), wanted, viewer, groundOf(moment));
  }

  const begin: Query<{ link?: string | undefined; held?: string | undefined }> = {
    data: z.object({ link: z.string().max(2_000).optional(), held: z.string().max(64).optional() }),
    answer: ({ data: { link, held }, fresh }) => ({
      matter: { kind: KIND, id: fresh },
      prefill: { ...(link === undefined ? {} : { link }), ...(held === undefined ? {} : { held }) },
    }),
  };

  // What a button carries itself (`shown`) wins over the inputs, which a client sends with every button.
  const queue: Query<{ page: number; chosen: Chosen }> = {
    data: z
      .looseObject({ page, shown: chosen.optional() })
      .transform(({ page: wanted, shown, ...inputs }) => ({
        page: wanted,
        chosen: shown ?? chosen.catch({ department: '', category: '', step: '', age: '' }).parse(inputs),
      })),
    async answer({ data, actor, moment, reading, locale }): Promise<View> {
      if (departmentsSeenBy(actor.id, moment).length === 0) return sentenceView(texts[locale].queue.notFor);
      const lines = (await found(data.chosen, actor, moment, reading)).map((row) =>
        lists.lineOf(row, actor, moment),
      );
      const { organisation, id: person } = actor;
      const part = JSON.stringify(data.chosen);
      return presentQueue({
        ...data,
        lines,
        table: links.url({
          what: 'download',
          organisation,
          person,
          matter: { kind: EXPORT, id: TABLE },
          part,
          at: moment.now,
        }),
        viewer: actor,
        moment,
        guideline: guidelines.current(moment.organisation.id),
        locale,
      });
    },
  };

  const figures: Query<{ page: number }> = {
    data: z.object({ page }),
    async answer({ data, actor, moment, reading, locale }): Promise<View> {
      const departments = departmentsSeenBy(actor.id, moment);
      if (departments.length === 0) return sentenceView(texts[locale].queue.notFor);
      const own = (await reading.rows(rows())).filter(({ state }) => departments.includes(state.department));
      const counted = figuresOf(own);
      return presentFigures({
        ...data,
        figures: counted,
        lines: own
          .filter(({ id }) => counted.review.includes(id))
          .map((row) => lists.lineOf(row, actor, moment)),
        viewer: actor,
        moment,
        guideline: guidelines.current(moment.organisation.id),
        locale,
      });
    },
  };

  return {
    queries: { [NEW_VERB]: begin, [QUEUE_VERB]: queue, [FIGURES_VERB]: figures },
    exports: {
      async [TABLE]({ part, actor, moment, reading }) {
        if (departmentsSeenBy(actor.id, moment).length === 0) return { code: 'not-yours' };
        const wanted = chosen.parse(part === undefined ? {} : JSON.parse(part));
        const listed = await found(wanted, actor, moment, reading);
        const name = texts[actor.locale].queue.file(moment.today);
        return { kind: 'table', name, text: tableOf(listed, actor.locale, groundOf(moment)) };
      },
    },
  };
}
