/** The inputs of the register's search: what is looked for, and what is chosen from lists. */
import type { Person } from '../../kernel/actor';
import type { Choice, Field } from '../../kernel/card';
import type { Moment } from '../../kernel/matter';
import { ANY, LONGEST, MINE, SERVED, type Filter } from './filter';
import type { AccountRow } from './model';
import { answersFor, departmentsServed, looksForPeople } from './policy';
import { departmentsIn, OTHER, platformsIn, type Named } from './search';
import type { Texts } from './texts';

/** At most five; the lists hold wording of ours and names from the organisation and the guideline, never typed words. */
export function fieldsFor(
  filter: Filter,
  rows: readonly AccountRow[],
  viewer: Person,
  moment: Moment,
  { search, statuses }: Texts,
): readonly Field[] {
  const { any, help, labels, errors } = search;
  const people = looksForPeople(viewer, moment);
  const typed = (id: 'words' | 'responsible', hint: string): Field => ({
    id,
    kind: 'line',
    label: labels[id],
    help: hint,
    error: errors.typed,
    required: false,
    value: filter[id],
    maxLength: LONGEST,
  });
  const chosen = (id: 'department' | 'platform' | 'status', choices: readonly Choice[]): Field => ({
    id,
    kind: 'list',
    label: labels[id],
    error: errors.chosen,
    required: false,
    value: choices.some(({ value }) => value === filter[id]) ? filter[id] : ANY,
    choices: [{ title: any[id], value: ANY }, ...choices],
  });
  const own = [
    ...(departmentsServed(viewer, moment).length > 0 ? [{ title: search.served, value: SERVED }] : []),
    ...(rows.some((row) => answersFor(viewer, row)) ? [{ title: search.mine, value: MINE }] : []),
  ];
  const other = rows.some(({ platform }) => platform === OTHER)
    ? [{ title: search.other, value: OTHER }]
    : [];
  return [
    typed('words', people ? help.people : help.words),
    chosen('department', [...own, ...departmentsIn(rows, moment.organisation).map(choiceOf)]),
    chosen('platform', [...platformsIn(rows).map(choiceOf), ...other]),
    chosen('status', [
      { title: statuses.active, value: 'active' },
      { title: statuses.reserved, value: 'reserved' },
    ]),
    ...(people ? [typed('responsible', help.responsible)] : []),
  ];
}

function choiceOf({ id, name }: Named): Choice {
  return { title: name, value: id };
}
