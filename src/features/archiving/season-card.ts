/** The card of a department's season: its figures, who has confirmed, and the package (G-7.3d). Never decides. */
import type { Button, Fact, Field } from '../../kernel/card';
import { dayIn, showDay } from '../../kernel/calendar';
import type { Locale } from '../../kernel/locale';
import type { Presenting } from '../../kernel/matter';
import { departmentOf } from '../../kernel/organisation';
import type { View } from '../../kernel/view';
import { MOST_WORDS } from './commands';
import type { Problem } from './facts';
import { figureFacts, OVERVIEW_VERB } from './overview-card';
import { officesOf } from './season';
import {
  type Confirmation,
  type Season,
  type SeasonCommand,
  type SeasonEvent,
  type SeasonFacts,
} from './season-model';
import { noticeOf, texts } from './texts';
import type { Texts } from './texts-shape';

type Showing = Presenting<Season, SeasonCommand, SeasonEvent, SeasonFacts>;

export function presentSeason({ matter, viewer, locale, facts, reason, notice, attempt }: Showing): View {
  const words = texts[locale];
  const state = matter?.state;
  if (!state)
    return {
      card: 'home/notice',
      summary: words.refusals.gone,
      data: { words: words.refusals.gone, buttons: [] },
    };
  const name = words.seasonName(state.name[locale], state.season.slice(0, 4));
  const { moment, packageUrl } = facts;
  const part = partOf(viewer.id, state, facts);
  const wrong = notice?.fields?.['words'] as Problem | undefined;
  const problem = wrong === undefined ? {} : { problem: words.problems[wrong]({}) };
  const { summary } = words.season;
  return {
    card: 'archiving/season',
    summary: summary[reason === 'confirm' || reason === 'closed' ? reason : 'card'](name),
    data: {
      title: words.season.title(name),
      name: departmentOf(moment.organisation, state.department)?.name ?? state.department,
      about: `${showDay(state.from, locale, moment.today)} – ${showDay(state.to, locale, moment.today)}`,
      ...noticeOf(notice, words),
      standing: standingOf(state, words),
      ...(state.status === 'open' ? { since: words.due(showDay(state.to, locale, moment.today)) } : {}),
      next: nextOf(state, part, words),
      facts: [
        ...figureFacts(state.status === 'closed' ? state.figures : facts.figures, facts.before, words),
        ...confirmationsOf(state).flatMap((one) => confirmedFacts(one, facts, words, locale)),
      ],
      opens:
        packageUrl === undefined
          ? []
          : [{ title: words.buttons.download, url: packageUrl, style: 'positive' }],
      fields: part === 'confirm' && facts.figures.waiting > 0 ? [reasonField(words, attempt, problem)] : [],
      buttons: buttonsFor(state, part, words, packageUrl !== undefined),
    },
  };
}

/** `confirm`: their office has not confirmed yet; `own`: they wait for the other one. */
type Part = 'confirm' | 'own' | undefined;

function partOf(id: string, state: Season, facts: SeasonFacts): Part {
  if (state.status !== 'open') return undefined;
  if (state.confirmed?.by === id) return 'own';
  const offices = officesOf(id, state.department, facts.moment).filter((as) => as !== state.confirmed?.as);
  return offices.length > 0 ? 'confirm' : undefined;
}

/** Whether the season stands still until this person confirms too. */
export function waitsFor(id: string, state: Season, facts: Pick<SeasonFacts, 'moment'>): boolean {
  if (state.status !== 'open' || state.confirmed === undefined || state.confirmed.by === id) return false;
  const { as } = state.confirmed;
  return officesOf(id, state.department, facts.moment).some((office) => office !== as);
}

function standingOf(state: Season, { season: { standing } }: Texts) {
  switch (state.status) {
    case 'open':
      return state.confirmed
        ? ({ sign: '◑', word: standing.half, tone: 'accent' } as const)
        : ({ sign: '◷', word: standing.open, tone: 'accent' } as const);
    case 'closing':
      return { sign: '◕', word: standing.closing, tone: 'accent' } as const;
    case 'closed':
      return { sign: '✓', word: standing.closed, tone: 'good' } as const;
    default:
      return state satisfies never;
  }
}

function nextOf(state: Season, part: Part, { season }: Texts): string {
  switch (state.status) {
    case 'open':
      if (part === 'own') return season.own;
      return state.confirmed ? season.half(state.confirmed.name) : season.open;
    case 'closing':
      return season.closing;
    case 'closed':
      return season.closed;
    default:
      return state satisfies never;
  }
}

function confirmationsOf(state: Season): readonly Confirmation[] {
  if (state.status !== 'open') return state.confirmations;
  return state.confirmed ? [state.confirmed] : [];
}

function confirmedFacts(one: Confirmation, { moment }: SeasonFacts, words: Texts, locale: Locale): Fact[] {
  const day = showDay(dayIn(moment.organisation.timeZone, one.at), locale, moment.today);
  const { season, facts } = words;
  return [
    { label: season.confirmedBy, words: season.confirmed(one.name, season.offices[one.as], day) },
    ...(one.reason === '' ? [] : [{ label: facts.reason, words: one.reason }]),
  ];
}

function reasonField(
  { inputs, clientError }: Texts,
  attempt: SeasonCommand | undefined,
  problem: { readonly problem?: string },
): Field {
  const { label, help = '' } = inputs.reason;
  const value = attempt?.type === 'confirm' ? attempt.words : '';
  return {
    id: 'words',
    kind: 'text',
    label,
    help,
    error: clientError,
    required: false,
    value,
    maxLength: MOST_WORDS,
    ...problem,
  };
}

function buttonsFor(state: Season, part: Part, { buttons }: Texts, hasLink: boolean): Button[] {
  const back: Button = {
    title: buttons.back,
    verb: OVERVIEW_VERB,
    style: 'default',
    data: { department: state.department, season: state.season },
  };
  return [
    ...(part === 'confirm'
      ? [{ title: buttons.confirm, verb: 'season.confirm', style: 'positive' } as const]
      : []),
    ...(part === 'own'
      ? [{ title: buttons.withdraw, verb: 'season.withdraw', style: 'default' } as const]
      : []),
    ...(state.status === 'closed' && !hasLink
      ? [{ title: buttons.package, verb: 'season.package', style: 'positive' } as const]
      : []),
    back,
  ];
}
