/** Cases in lists: what waits for somebody, what they have going, and what a picture may be for. */
import type { Person } from '../../kernel/actor';
import { dayIn, showDay } from '../../kernel/calendar';
import type { Moment } from '../../kernel/matter';
import type { Line } from '../../kernel/view';
import { isolated } from '../../kernel/words';
import type { Guidelines } from '../../guidelines/guidelines';
import type { Reading, RowSource } from '../../ports/flow';
import { dueAt, isLate } from './deadlines';
import { guidelineOf, KIND } from './gather';
import { isMasked } from './masking';
import { numberOf, type Case } from './model';
import type { CaseRow } from './rows';
import { texts } from './texts';
import { turnsOf } from './turn';

export type Lists = ReturnType<typeof createLists>;

export function createLists(guidelines: Guidelines, rows: () => RowSource<Case, CaseRow>) {
  async function linesOf(
    person: Person,
    moment: Moment,
    reading: Reading,
    wanted: (row: CaseRow) => boolean,
  ): Promise<Line[]> {
    const found = (await reading.rows(rows())).filter(wanted);
    return found.map((row) => lineOf(row, person, moment));
  }

  function lineOf({ id, state }: CaseRow, { locale }: Person, moment: Moment): Line {
    const words = texts[locale];
    const ground = { moment, guideline: guidelineOf(guidelines, moment, state) };
    const due = dueAt(state, ground);
    const day =
      due === undefined ? undefined : showDay(dayIn(moment.organisation.timeZone, due), locale, moment.today);
    const status = words.standing[state.status];
    // A list may be looked at over somebody's shoulder: a masked case is its number there, for everybody (G-7.1b6).
    const masked = isMasked(state);
    const post = 'post' in state && !masked ? state.post : undefined;
    return {
      matter: { kind: KIND, id },
      name: post?.account?.handle ?? words.numbered(numberOf(id)),
      about: post
        ? [words.card.what[`${post.kind}-${post.from}`], isolated(post.platformName)].join(' · ')
        : words.list.about,
      status:
        day === undefined
          ? status
          : `${status} · ${isLate(state, ground) ? words.late(day) : words.due(day)}`,
      next: words.list.next[state.status],
      since: state.since,
    };
  }

  return {
    lineOf,
    waiting: (person: Person, moment: Moment, reading: Reading) =>
      linesOf(person, moment, reading, ({ state }) => turnsOf(state, { moment }).includes(person.id)),
    mine: (person: Person, moment: Moment, reading: Reading) =>
      linesOf(
        person,
        moment,
        reading,
        ({ state }) =>
          !CLOSED.includes(state.status) &&
          (state.reporter.id === person.id || ('holder' in state && state.holder.by === person.id)),
      ),
    awaiting: (person: Person, moment: Moment, reading: Reading) =>
      linesOf(
        person,
        moment,
        reading,
        ({ state }) => state.status === 'evidence' && turnsOf(state, { moment }).includes(person.id),
      ),
  };
}

const CLOSED: readonly Case['status'][] = ['done', 'handed', 'withdrawn'];
