/** Captures and seasons in lists: what waits for somebody, what they have going, and what a picture may be for. */
import type { Person } from '../../kernel/actor';
import { showDay } from '../../kernel/calendar';
import type { Moment } from '../../kernel/matter';
import { departmentOf } from '../../kernel/organisation';
import type { Line } from '../../kernel/view';
import { isolated } from '../../kernel/words';
import { officeOf } from '../../kernel/offices';
import type { Reading } from '../../ports/flow';
import type { Kinds } from './gather';
import type { CaptureRow } from './model';
import { expects, maybeMore } from './rows';
import { waitsFor } from './season-card';
import { officesOf } from './season';
import { texts } from './texts';

export function createLists(kinds: () => Kinds) {
  async function open(person: Person, moment: Moment, reading: Reading): Promise<Line[]> {
    return linesOf(person, moment, reading, (row) => expects(row, person.id));
  }

  async function linesOf(
    person: Person,
    moment: Moment,
    reading: Reading,
    wanted: (row: CaptureRow) => boolean,
  ): Promise<Line[]> {
    const rows = (await reading.rows(kinds().captures)).filter(wanted);
    return rows
      .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
      .map((row) => lineOf(row, person, moment));
  }

  async function disputes(person: Person, moment: Moment, reading: Reading): Promise<Line[]> {
    const rows = (await reading.rows(kinds().captures)).filter(
      ({ status, department }) =>
        status === 'disputed' &&
        (officeOf(department, { moment }).includes(person.id) || moment.organisation.lead === person.id),
    );
    return rows.map((row) => lineOf(row, person, moment));
  }

  /** Seasons that the other office has closed for its part. */
  async function halves(person: Person, moment: Moment, reading: Reading): Promise<Line[]> {
    const departments = moment.organisation.departments.filter(
      ({ id }) => officesOf(person.id, id, moment).length > 0,
    );
    const words = texts[person.locale];
    const found = await Promise.all(
      departments.map(({ id: department }) => reading.list(kinds().seasons, { department, status: 'half' })),
    );
    return found
      .flatMap(({ items }) => items)
      .filter(({ state }) => waitsFor(person.id, state, { moment }))
      .map(({ id, state }) => ({
        matter: { kind: kinds().seasons.kind, id },
        name: departmentOf(moment.organisation, state.department)?.name ?? state.department,
        about: words.season.title(words.seasonName(state.name[person.locale], state.season.slice(0, 4))),
        status: words.season.standing.half,
        next: words.list.confirm,
        since: state.openedAt,
      }));
  }

  function lineOf(row: CaptureRow, { locale }: Person, { today }: Moment): Line {
    const words = texts[locale];
    const day = showDay(row.to, locale, today);
    const word = words.standing[row.status];
    return {
      matter: { kind: kinds().captures.aggregate.kind, id: row.id },
      name: row.handle,
      about: [row.platformName, row.unit].map(isolated).join(' · '),
      status: `${word} · ${row.to < today ? words.late(day) : words.due(day)}`,
      next: row.status === 'disputed' ? words.list.responsible(row.responsible.name) : words.next.own,
      since: row.openedAt,
    };
  }

  return {
    open,
    mine: open,
    /** Another picture may follow the first: it is not taken for that of another account. */
    awaiting: (person: Person, moment: Moment, reading: Reading) =>
      linesOf(
        person,
        moment,
        reading,
        (row) => expects(row, person.id) || maybeMore(row, person.id, moment.now),
      ),
    waiting: async (person: Person, moment: Moment, reading: Reading): Promise<Line[]> => {
      const lists = await Promise.all([
        open(person, moment, reading),
        disputes(person, moment, reading),
        halves(person, moment, reading),
      ]);
      return [...new Map(lists.flat().map((line) => [line.matter.id, line])).values()];
    },
  };
}
