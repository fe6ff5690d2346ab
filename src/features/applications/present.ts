/** An application as each reader sees it: what it is, what they need to know, what happened, what they can do. */
import type { Person } from '../../kernel/actor';
import type { Button, Happened, Standing, Tone } from '../../kernel/card';
import { dayIn, showDay, workingDaysBetween } from '../../kernel/calendar';
import type { Refusal } from '../../kernel/decision';
import type { Locale } from '../../kernel/locale';
import type { Moment, Presenting, Recorded } from '../../kernel/matter';
import { departmentOf, nameOf } from '../../kernel/organisation';
import type { View } from '../../kernel/view';
import { isolated } from '../../kernel/words';
import { platformName } from './account';
import { factsOf, moreOf } from './answers';
import type { Facts } from './facts';
import { presentForm } from './form';
import { inputsFor } from './inputs';
import type { Application, ApplicationCommand, ApplicationEvent, Status, Submission } from './model';
import { decidersOf, isDraft, permits, receiverOf } from './policy';
import { texts } from './texts';
import type { NoticeCode, Texts } from './texts-shape';

type Input = Presenting<Application, ApplicationCommand, ApplicationEvent, Facts>;
/** What this reader can do now; undefined for one who only follows. */
type Part = 'decide' | 'acknowledge' | 'create' | 'applicant' | undefined;

const SIGNS: Readonly<Record<Status, readonly [string, Tone]>> = {
  draft: ['✎', 'default'],
  claiming: ['…', 'default'],
  submitted: ['◷', 'accent'],
  approved: ['✓', 'good'],
  acknowledged: ['✓', 'good'],
  active: ['●', 'good'],
  rejected: ['✕', 'attention'],
  withdrawn: ['–', 'default'],
  expired: ['–', 'default'],
};

/** Steps shown at once; the earlier ones are folded. */
const RECENT = 3;

export function present(input: Input): View {
  const state = input.matter?.state;
  if (!state || state.status === 'draft') return presentForm(input, state, noticeOf(input));
  return presentMatter(input, state);
}

function presentMatter(input: Input, state: Exclude<Application, { status: 'draft' }>): View {
  const { locale, facts, viewer, attempt, notice } = input;
  const words = texts[locale];
  const part = partOf(viewer, facts, state);
  const happened = (input.matter?.events ?? [])
    .flatMap((event) => stepOf(event, words, locale, facts.moment))
    .reverse();
  const said = noticeOf(input);
  return {
    card: 'applications/matter',
    summary: summaryOf(input.reason, words),
    data: {
      title: words.title,
      ...headOf(state, facts, words),
      standing: standingOf(state, part, words),
      ...(isDraft(state) ? {} : { since: words.since(ageOf(state, facts.moment)) }),
      next: nextOf(state, part, facts, words),
      ...(said === undefined ? {} : { notice: said }),
      facts: isDraft(state) || part === 'create' ? [] : factsOf(state, facts, words),
      more: moreOf(state, facts, words, locale),
      moreTitle: words.more,
      historyTitle: words.history,
      recent: happened.slice(0, RECENT),
      earlier: happened.slice(RECENT),
      earlierTitle: words.earlier,
      fields: inputsFor(part, facts, words, locale, attempt, notice),
      buttons: buttonsFor(part, state, words),
    },
  };
}

/** What this reader is asked to do, by the same policy that will judge the click. */
export function partOf(viewer: Person, facts: Facts, state: Application): Part {
  const may = (type: 'approve' | 'acknowledge' | 'report'): boolean => {
    const command = type === 'report' ? ({ type, link: '', confirmed: [] } as const) : { type };
    return permits(viewer, command, state, facts.moment) === undefined;
  };
  if (state.status === 'submitted' && may('approve')) return 'decide';
  if (state.status === 'approved' && may('acknowledge')) return 'acknowledge';
  if (state.status === 'acknowledged' && may('report')) return 'create';
  return state.applicant.id === viewer.id ? 'applicant' : undefined;
}

/** The account's name as it was typed, and the line under it. */
export function headOf(
  state: Application,
  { guideline, moment }: Facts,
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
  const yours = part !== undefined && part !== 'applicant';
  return yours
    ? { sign: '◷', tone: 'accent', word: words.waitsForYou }
    : { sign, tone, word: words.standing[state.status] };
}

/** Working days since the matter came to where it stands. */
function ageOf(state: Submission, { organisation, today }: Moment): number {
  const at =
    state.status === 'active'
      ? state.activeAt
      : state.status === 'rejected'
        ? state.rejection.at
        : state.status === 'acknowledged'
          ? state.receipt.at
          : state.status === 'approved'
            ? state.approval.at
            : state.submittedAt;
  return workingDaysBetween(dayIn(organisation.timeZone, at), today);
}

/** One sentence: what comes next, and who does it. */
export function nextOf(state: Application, part: Part, facts: Facts, words: Texts): string {
  const { organisation } = facts.moment;
  switch (state.status) {
    case 'draft':
      return words.next.draft;
    case 'claiming':
      return words.next.claiming;
    case 'submitted': {
      if (part === 'decide') return words.next.decide(state.applicant.name);
      const deciders = decidersOf(state, facts.moment);
      const names = deciders.map(({ person }) => nameOf(organisation, person)).join(', ');
      return part === 'applicant' ? words.next.submitted(names) : words.next.waits(names);
    }
    case 'approved':
      return part === 'acknowledge'
        ? words.next.acknowledge
        : words.next.approved(nameOf(organisation, receiverOf(state.approval, facts.moment)));
    case 'acknowledged':
      return part === 'create' ? words.next.create : words.next.acknowledged(state.applicant.name);
    case 'active':
      return words.next.active;
    case 'rejected':
      return part === 'applicant'
        ? words.next.rejected(state.words, state.rejection.name)
        : words.next.refused(state.words);
    case 'withdrawn':
      return part === 'applicant' ? words.next.withdrawn : words.next.settled(state.applicant.name);
    case 'expired':
      return words.next.expired;
    default:
      return state satisfies never;
  }
}

function buttonsFor(part: Part, state: Application, words: Texts): Button[] {
  switch (part) {
    case 'decide':
      return [
        { title: words.buttons.approve, verb: 'application.approve', style: 'positive' },
        { title: words.buttons.reject, verb: 'application.reject', style: 'destructive' },
      ];
    case 'acknowledge':
      return [{ title: words.buttons.acknowledge, verb: 'application.acknowledge', style: 'positive' }];
    case 'create':
      return [{ title: words.buttons.report, verb: 'application.report', style: 'positive' }];
    case 'applicant':
      return state.status === 'submitted'
        ? [{ title: words.buttons.withdraw, verb: 'application.withdraw', style: 'destructive' }]
        : [];
    case undefined:
      return [];
    default:
      return part satisfies never;
  }
}

function stepOf(
  { at, name, event }: Recorded<ApplicationEvent>,
  words: Texts,
  locale: Locale,
  { organisation, today }: Moment,
): Happened[] {
  const what = happenedOf(event, name, words);
  return what === undefined ? [] : [{ what, when: showDay(dayIn(organisation.timeZone, at), locale, today) }];
}

function happenedOf(event: ApplicationEvent, name: string, { happened }: Texts): string | undefined {
  switch (event.type) {
    case 'begun':
    case 'answered':
    case 'claimed':
    case 'reminded':
    case 'expired':
      return undefined;
    case 'submitted':
      return happened.submitted(name);
    case 'taken':
      return happened.taken(event.name);
    case 'withdrawn':
      return happened.withdrawn(name);
    case 'approved':
      return happened.approved(name, event.approval.forName ?? '');
    case 'rejected':
      return happened.rejected(name, event.rejection.forName ?? '');
    case 'acknowledged':
      return happened.acknowledged(name);
    case 'created':
      return happened.created(name);
    default:
      return event satisfies never;
  }
}

/** Why the click changed nothing, with the last thing that happened instead. */
function noticeOf({ notice, matter, locale, facts }: Input): string | undefined {
  const words = texts[locale];
  const state = matter?.state;
  if (!notice) {
    const last = matter?.events.at(-1)?.event;
    if (last?.type === 'answered' && last.saved === true) return words.saved;
    return state?.status === 'draft' && state.taken !== undefined
      ? words.notices.taken({ name: state.taken })
      : undefined;
  }
  const last = (matter?.events ?? []).flatMap((event) => stepOf(event, words, locale, facts.moment)).at(-1);
  const what = last ? `${last.what.replace(/\.$/, '')} ${last.when}.` : '';
  return sentenceOf(
    notice,
    { ...notice.details, what, count: Object.keys(notice.fields ?? {}).length },
    words,
  );
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
  switch (reason) {
    case 'decide':
    case 'acknowledge':
    case 'approved':
    case 'rejected':
    case 'create':
      return summaries[reason];
    default:
      return summaries.other;
  }
}
