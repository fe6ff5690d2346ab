/** One account of the register in chat, with its history for those who may see it. */
import type { Fact, Happened } from '../../kernel/card';
import { dayIn, showDay } from '../../kernel/calendar';
import { foldedHistory } from '../../kernel/history';
import type { Moment, Presenting } from '../../kernel/matter';
import type { View } from '../../kernel/view';
import { isolated } from '../../kernel/words';
import type { Account, AccountCommand, AccountEvent, PersonRef } from './model';
import { LIST_VERB } from './list';
import { seesAll } from './policy';
import { departmentName } from './search';
import { texts, type Texts } from './texts';

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
  const department = departmentName(account.department, moment.organisation);
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
      ...foldedHistory(history),
      earlierTitle: words.earlier,
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

/** The account's own history begins with the decisions that led to it; the latest first. */
function historyOf(account: Account, { happened }: Texts, day: (at: string) => string): Happened[] {
  return [
    { what: happened.opened(''), when: day(account.activeSince) },
    { what: happened.confirmed(account.receipt.name), when: day(account.receipt.at) },
    { what: happened.approved(account.approval.name), when: day(account.approval.at) },
  ];
}
