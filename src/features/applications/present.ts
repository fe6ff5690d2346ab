/** An application as each reader sees it: what it is, what they need to know, what happened, what they can do. */
import { dayIn, workingDaysBetween } from '../../kernel/calendar';
import { foldedHistory } from '../../kernel/history';
import type { Standing, Tone } from '../../kernel/card';
import type { Refusal } from '../../kernel/decision';
import { departmentOf } from '../../kernel/organisation';
import type { Recorded } from '../../kernel/matter';
import type { View } from '../../kernel/view';
import { isolated } from '../../kernel/words';
import { platformName } from './account';
import { factsOf, moreOf } from './answers';
import { presentAsked } from './asked-card';
import { buttonsFor, handOverFor } from './buttons';
import type { ApplicationEvent } from './events';
import { awaitedSince } from './deadlines';
import type { Facts, Showing } from './facts';
import { presentForm } from './form';
import { stepsOfTrail } from './happened';
import { inputsFor } from './inputs';
import { isSubmission, type Application, type Status } from './model';
import { nextOf } from './next';
import { openingOf } from './opening';
import { partOf, waitsFor, type Part } from './part';
import { texts } from './texts';
import type { NoticeCode, Texts } from './texts-shape';
import { seesAll } from './policy';
import { presentTwins } from './twins-card';

const SIGNS: Readonly<Record<Status, readonly [string, Tone]>> = {
  draft: ['✎', 'default'],
  joining: ['◷', 'accent'],
  claiming: ['…', 'default'],
  submitted: ['◷', 'accent'],
  changes: ['?', 'warning'],
  approved: ['✓', 'good'],
  acknowledged: ['✓', 'good'],
  created: ['✓', 'good'],
  active: ['●', 'good'],
  rejected: ['✕', 'attention'],
  lapsed: ['–', 'default'],
  joined: ['✓', 'good'],
  withdrawn: ['–', 'default'],
  expired: ['–', 'default'],
};

export function present(input: Showing): View {
  const state = input.matter?.state;
  const own = !state || state.applicant.id === input.viewer.id;
  if (state && (!own || (state.status !== 'draft' && state.status !== 'changes')))
    return presentMatter(input, state);
  const form =
    state?.status === 'draft' && state.twins && !asksForForm(input)
      ? presentTwins(input, state, noticeOf(input))
      : presentForm(input, state, noticeOf(input));
  // A form that comes with news says the news first.
  return input.reason === undefined
    ? form
    : { ...form, summary: summaryOf(input.reason, texts[input.locale]) };
}

/** A problem with an answer is mended in the form, not beside the accounts that look alike. */
function asksForForm({ notice }: Showing): boolean {
  return Object.keys(notice?.fields ?? {}).some((id) => id !== 'reason');
}

function presentMatter(input: Showing, state: Application): View {
  const { locale, facts, viewer, attempt, notice } = input;
  const words = texts[locale];
  const part = partOf(viewer, facts, state);
  const happened = stepsOfTrail(input.matter?.events ?? [], words, locale, facts.moment);
  const said = noticeOf(input);
  /** Whoever was only asked about their own account sees that question and nothing else. */
  const all = seesAll(viewer, state, facts);
  if (!all && part !== 'join') return presentAsked(input, state, said);
  const open = openingOf(state, part, facts, words);
  return {
    card: 'applications/matter',
    summary: summaryOf(input.reason, words),
    data: {
      title: words.title,
      ...headOf(state, facts, words),
      standing: standingOf(state, part, words),
      ...(isSubmission(state) ? { since: words.since(ageOf(state, facts)) } : {}),
      next: nextOf(state, part, facts, words, locale),
      ...(said === undefined ? {} : { notice: said }),
      facts: part === 'create' ? [] : factsOf(state, part, facts, words, locale),
      ...(open === undefined ? {} : { open }),
      more: all ? moreOf(state, facts, words, locale) : [],
      moreTitle: words.more,
      historyTitle: words.history,
      ...foldedHistory(all ? happened : []),
      earlierTitle: words.earlier,
      fields: inputsFor(state, part, facts, words, locale, attempt, notice),
      buttons: buttonsFor(part, state, facts, words),
      ...(part === 'decide' ? handOverFor(state, viewer, facts, words, attempt, notice) : {}),
    },
  };
}

/** The account's name as it was typed, and the line under it. */
export function headOf(
  state: Application,
  { guideline, moment }: Pick<Facts, 'guideline' | 'moment'>,
  words: Texts,
): { readonly name: string; readonly about: string } {
  const answer = (id: string): string => state.answers[id] ?? '';
  const platform = platformName(answer('platform'), answer('platformName'), guideline);
  const department = departmentOf(moment.organisation, answer('department'))?.name ?? '';
  const parts = [isolated(platform), isolated(answer('unit')), department];
  const about = parts.filter((part) => part !== '').join(' · ');
  return { name: answer('handle') || words.unnamed, about };
}

function standingOf(state: Application, part: Part, words: Texts): Standing {
  const [sign, tone] = SIGNS[state.status];
  return waitsFor(part)
    ? { sign: '◷', tone: 'accent', word: words.waitsForYou }
    : { sign, tone, word: words.standing[state.status] };
}

/** Working days since the matter came to where it stands. */
export function ageOf(
  state: Application,
  { moment: { organisation, today } }: Pick<Facts, 'moment'>,
): number {
  return workingDaysBetween(dayIn(organisation.timeZone, cameAt(state)), today);
}

function cameAt(state: Application): string {
  switch (state.status) {
    case 'draft':
    case 'expired':
      return state.begunAt;
    case 'joining':
      return state.askedAt;
    case 'claiming':
    case 'submitted':
      return awaitedSince(state);
    case 'changes':
      return state.askedAt;
    case 'approved':
      return state.approval.at;
    case 'acknowledged':
      return state.returned?.at ?? state.receipt.at;
    case 'created':
      return state.reportedAt;
    case 'active':
      return state.activeAt;
    case 'rejected':
      return state.rejection.at;
    case 'lapsed':
      return state.lapsedAt;
    case 'joined':
      return state.joinedAt;
    case 'withdrawn':
      return state.withdrawnAt;
    default:
      return state satisfies never;
  }
}

/** Why the click changed nothing, with the last thing that happened instead. */
function noticeOf({ notice, matter, viewer, locale, facts }: Showing): string | undefined {
  const words = texts[locale];
  const state = matter?.state;
  if (!notice) {
    // What is said to the applicant alone.
    if (state?.applicant.id !== viewer.id) return undefined;
    const last = matter?.events.at(-1)?.event;
    if (last?.type === 'answered' && last.saved === true) return words.saved;
    if (state.status !== 'draft' && state.status !== 'changes') return undefined;
    if (last?.type === 'consultation-held') return nextOf(state, 'applicant', facts, words, locale);
    if (state.taken !== undefined) return words.notices.taken({ name: state.taken });
    return state.status === 'draft' && state.declined ? words.declined(state.declined) : undefined;
  }
  const events = matter?.events ?? [];
  const known = !state || seesAll(viewer, state, facts) ? events : events.filter(isAboutWish);
  const [last] = stepsOfTrail(known, words, locale, facts.moment);
  const what = last ? `${last.what.replace(/\.$/, '')} ${last.when}. ` : '';
  return sentenceOf(
    notice,
    { ...notice.details, what, count: Object.keys(notice.fields ?? {}).length },
    words,
  );
}

/** What the person who was asked to let the applicant join may know. */
function isAboutWish({ event }: Recorded<ApplicationEvent>): boolean {
  return ['join-asked', 'welcomed', 'declined', 'resumed', 'withdrawn'].includes(event.type);
}

function sentenceOf(
  notice: Refusal,
  details: Readonly<Record<string, string | number>>,
  words: Texts,
): string {
  const code = notice.code as NoticeCode;
  return words.notices[code](details);
}

function summaryOf(reason: string | undefined, { summaries }: Texts): string {
  return reason !== undefined && reason in summaries
    ? summaries[reason as keyof Texts['summaries']]
    : summaries.other;
}
