/** What a post is: the account or page, the link, the day, the text – checked, with a sentence for each mistake. Pure. */
import { plusDays } from '../../kernel/calendar';
import { departmentOf } from '../../kernel/organisation';
import type { PersonRef } from '../register/model';
import { MOST_LINE, MOST_LINK, MOST_TEXT, type Description } from './commands';
import type { Facts, Problem } from './facts';
import type { Post } from './model';

/** The choice for a page that is not ours, and for a platform that the guideline does not list. */
export const OTHER = 'other';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

type Fields = Readonly<Record<string, Problem>>;
interface Described {
  readonly post: Post;
  readonly department: string;
  readonly responsible?: PersonRef;
  readonly deputies: readonly PersonRef[];
}

export function described(form: Description, facts: Facts): Described | { readonly fields: Fields } {
  const problems: readonly (readonly [string, Problem | undefined])[] = [
    ['account', accountProblem(form, facts)],
    ...(form.account === OTHER ? pageProblems(form, facts) : []),
    ['link', linkProblem(form.link) ?? hostProblem(form, facts)],
    ['day', dayProblem(form.day, facts)],
    ['time', form.time === '' || TIME.test(form.time) ? undefined : 'bad-time'],
    ['text', form.text.length > MOST_TEXT ? 'too-long' : undefined],
  ];
  const fields = Object.fromEntries(
    problems.flatMap(([field, problem]) => (problem === undefined ? [] : [[field, problem] as const])),
  );
  if (Object.keys(fields).length > 0) return { fields };
  const { kind, from, day, time, link, text } = form;
  const common = { kind, from, day, time, link, text };
  const { account } = facts;
  if (form.account === OTHER || !account) {
    const platform = facts.guideline.platforms.find(({ id }) => id === form.platform);
    const platformName = platform?.name ?? '';
    return {
      post: { ...common, page: form.page, platform: form.platform, platformName },
      department: form.department,
      deputies: [],
    };
  }
  const { handle, accountType, platform, platformName, department, responsible, deputies } = account;
  const ours = { id: form.account, handle, accountType, link: account.link };
  return {
    post: { ...common, account: ours, page: '', platform, platformName },
    department,
    responsible,
    deputies,
  };
}

/** An address that a browser opens; nothing else is ever stored as one. */
export function linkProblem(link: string): Problem | undefined {
  if (link === '') return undefined;
  if (link.length > MOST_LINK) return 'too-long';
  const url = urlOf(link);
  const fits =
    url !== undefined &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.hostname.includes('.') &&
    url.username === '' &&
    url.password === '';
  return fits ? undefined : 'bad-link';
}

function urlOf(link: string): URL | undefined {
  try {
    return new URL(link);
  } catch {
    return undefined;
  }
}

function accountProblem({ account }: Description, facts: Facts): Problem | undefined {
  if (account === '') return 'missing';
  return account !== OTHER && facts.account?.status !== 'active' ? 'unknown-account' : undefined;
}

function pageProblems(form: Description, facts: Facts): (readonly [string, Problem | undefined])[] {
  const { page, platform, department } = form;
  const { platforms } = facts.guideline;
  const known = platform === OTHER || platforms.some(({ id }) => id === platform);
  const served = departmentOf(facts.moment.organisation, department) !== undefined;
  return [
    ['page', page === '' ? 'missing' : page.length > MOST_LINE ? 'too-long' : undefined],
    ['platform', platform === '' ? 'missing' : known ? undefined : 'unknown-platform'],
    ['department', department === '' ? 'missing' : served ? undefined : 'unknown-department'],
  ];
}

/** A link to a platform that the guideline knows must be to the one that was chosen. */
function hostProblem(form: Description, facts: Facts): Problem | undefined {
  const host = urlOf(form.link)?.hostname;
  const chosen = form.account === OTHER ? form.platform : facts.account?.platform;
  if (host === undefined || chosen === undefined) return undefined;
  const { platforms } = facts.guideline;
  const hosts = platforms.find(({ id }) => id === chosen)?.hosts;
  if (hosts === undefined) return undefined;
  return hosts.some((known) => host === known || host.endsWith(`.${known}`)) ? undefined : 'other-platform';
}

function dayProblem(day: string, { moment }: Facts): Problem | undefined {
  if (day === '') return 'missing';
  if (!isDay(day)) return 'bad-date';
  return day > moment.today ? 'in-future' : undefined;
}

/** `YYYY-MM-DD`, a day that exists. */
export function isDay(day: string): boolean {
  return DAY.test(day) && plusDays(day, 0) === day;
}

export function isTime(time: string): boolean {
  return TIME.test(time);
}
