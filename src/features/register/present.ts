/** The register in chat: a page of accounts, and one account with its history. */
import type { Button, Fact, Happened } from '../../kernel/card';
import { dayIn, showDay } from '../../kernel/calendar';
import type { Locale } from '../../kernel/locale';
import type { Moment, Presenting } from '../../kernel/matter';
import { departmentOf } from '../../kernel/organisation';
import type { View } from '../../kernel/view';
import { isolated } from '../../kernel/words';
import type { Account, AccountCommand, AccountEvent, AccountRow, PersonRef } from './model';
import { seesAll } from './policy';
import { texts, type Texts } from './texts';

export const ROWS_PER_PAGE = 10;
const LIST_VERB = 'register.list';

/** One page; `page` counts from 1 and is kept within what there is. */
export function presentList(
  rows: readonly AccountRow[],
  wanted: number,
  { organisation }: Moment,
  locale: Locale,
): View {
  const words = texts[locale];
  const sorted = [...rows].sort((a, b) => compare(a, b));
  const pages = Math.max(1, Math.ceil(sorted.length / ROWS_PER_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = sorted.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const turn = (title: string, to: number): Button => ({
    title,
    verb: LIST_VERB,
    style: 'default',
    data: { page: to },
  });
  return {
    card: 'register/list',
    summary: words.title,
    data: {
      title: words.title,
      intro: rows.length === 0 ? words.empty : words.intro,
      count: words.count(rows.length, page, pages),
      rows: shown.map((row) => ({
        name: row.handle,
        platform: row.platformName,
        department: departmentOf(organisation, row.department)?.name ?? row.department,
        status: words.statuses[row.status],
        button: {
          title: words.buttons.open,
          verb: 'open',
          style: 'default',
          data: { kind: 'account', id: row.id },
        },
      })),
      pager: [
        ...(page > 1 ? [turn(words.buttons.earlier, page - 1)] : []),
        ...(page < pages ? [turn(words.buttons.later, page + 1)] : []),
      ],
    },
  };
}

function compare(a: AccountRow, b: AccountRow): number {
  return a.department.localeCompare(b.department, 'sv') || a.handle.localeCompare(b.handle, 'sv');
}

export function present({
  matter,
  viewer,
  locale,
  facts: moment,
}: Presenting<Account, AccountCommand, AccountEvent, Moment>): View {
  const account = matter?.state;
  const words = texts[locale];
  if (!account) return { card: 'home/notice', summary: words.gone, data: { words: words.gone, buttons: [] } };
  const day = (at: string): string => showDay(dayIn(moment.organisation.timeZone, at), locale, moment.today);
  const all = seesAll(viewer, account, moment);
  const department = departmentOf(moment.organisation, account.department)?.name ?? account.department;
  const history = all ? historyOf(account, words, day) : [];
  return {
    card: 'register/account',
    summary: words.account,
    data: {
      title: words.account,
      name: account.handle,
      about: [isolated(account.platformName), isolated(account.unit), department].join(' · '),
      standing:
        account.status === 'active'
          ? { sign: '●', word: words.statuses.active, tone: 'good' }
          : { sign: '○', word: words.statuses.reserved, tone: 'default' },
      facts: publicFacts(account, words, day),
      more: all ? officeFacts(account, words, day) : [],
      moreTitle: words.more,
      historyTitle: words.history,
      recent: history.toReversed(),
      earlier: [],
      earlierTitle: words.history,
      link: account.link,
      fields: [],
      ...(account.link.startsWith('https://')
        ? { open: { title: words.buttons.link, url: account.link } }
        : {}),
      buttons: [{ title: words.buttons.back, verb: LIST_VERB, style: 'default', data: {} }],
    },
  };
}

function publicFacts(account: Account, { facts, types }: Texts, day: (at: string) => string): Fact[] {
  return [
    { label: facts.purpose, words: account.purpose },
    { label: facts.mailbox, words: account.mailbox },
    { label: facts.type, words: types[account.accountType] },
    { label: facts.since, words: day(account.activeSince) },
  ];
}

function officeFacts(account: Account, words: Texts, day: (at: string) => string): Fact[] {
  const { facts, offices } = words;
  const { approval, receipt } = account;
  return [
    { label: facts.responsible, words: personWords(account.responsible) },
    { label: facts.deputies, words: account.deputies.map(personWords).join(', ') },
    { label: facts.manager, words: account.manager },
    { label: facts.audience, words: account.audience },
    {
      label: facts.approval,
      words: words.decided(approval.name, offices[approval.as], approval.forName ?? '', day(approval.at)),
    },
    { label: facts.receipt, words: words.confirmed(receipt.name, day(receipt.at)) },
    { label: facts.guideline, words: account.guideline.replace(/-[0-9a-f]{8}$/, '') },
  ];
}

function personWords({ name, email }: PersonRef): string {
  return email === undefined || email === name ? name : `${name}, ${email}`;
}

/** The account's own history begins with the decisions that led to it. */
function historyOf(account: Account, { happened }: Texts, day: (at: string) => string): Happened[] {
  return [
    { what: happened.approved(account.approval.name), when: day(account.approval.at) },
    { what: happened.confirmed(account.receipt.name), when: day(account.receipt.at) },
    { what: happened.opened(''), when: day(account.activeSince) },
  ];
}
