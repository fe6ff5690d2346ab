/** Cases as a table that a diary system reads: one line each, formula-safe; of a masked one its number and step alone. Pure. */
import { clockIn, dayIn } from '../../kernel/calendar';
import { csv } from '../../kernel/csv';
import type { Locale } from '../../kernel/locale';
import { departmentOf } from '../../kernel/organisation';
import type { Ground } from './facts';
import { numberOf } from './model';
import type { CaseRow } from './rows';
import { touchedBy } from './rules';
import { texts } from './texts';

export function tableOf(
  rows: readonly CaseRow[],
  locale: Locale,
  groundOf: (row: CaseRow) => Ground,
): string {
  const words = texts[locale];
  const { head } = words.queue;
  return csv(
    [
      head.number,
      head.department,
      head.opened,
      head.step,
      head.where,
      head.what,
      head.day,
      head.category,
      head.secrecy,
      head.registration,
    ],
    rows.map((row) => lineOf(row, locale, groundOf(row))),
  );
}

function lineOf(row: CaseRow, locale: Locale, ground: Ground): string[] {
  const { id, state } = row;
  const words = texts[locale];
  const { organisation } = ground.moment;
  const opened = `${dayIn(organisation.timeZone, state.openedAt)} ${clockIn(organisation.timeZone, state.openedAt)}`;
  const department = departmentOf(organisation, state.department)?.name ?? state.department;
  const known = [numberOf(id), department, opened, words.standing[state.status]];
  if (row.masked) return [...known, '', '', '', '', words.card.masked, ''];
  const post = 'post' in state ? state.post : undefined;
  const touched = 'suggestion' in state ? touchedBy(state.suggestion, ground.guideline) : [];
  const registration = 'registration' in state ? state.registration : undefined;
  return [
    ...known,
    post?.account ? `${post.account.handle}, ${post.platformName}` : (post?.platformName ?? ''),
    post ? words.card.what[`${post.kind}-${post.from}`] : '',
    post ? [post.day, post.time].filter((part) => part !== '').join(' ') : '',
    touched.map(({ clause }) => clause.replace('G-', '')).join(', '),
    'secrecy' in state ? words.secrecy[state.secrecy.status] : '',
    registration?.kind === 'number'
      ? registration.number
      : registration?.kind === 'pending'
        ? registration.day
        : '',
  ];
}
