/** The card of a capture: what to photograph, how it stands, and what this reader can do (G-7.3). Never decides. */
import type { Fact } from '../../kernel/card';
import { dayIn, showDay } from '../../kernel/calendar';
import { foldedHistory } from '../../kernel/history';
import type { Locale } from '../../kernel/locale';
import type { View } from '../../kernel/view';
import { cut, isolated } from '../../kernel/words';
import { asidesFor, buttonsFor } from './actions';
import type { Facts, Showing } from './facts';
import { doubtOf } from './evolve';
import { historyOf } from './happened';
import { current, type Capture, type Kept } from './model';
import { partOf, type Part } from './part';
import { presentStart } from './start-card';
import { noticeOf, texts } from './texts';
import type { Texts } from './texts-shape';

const WORDS_SHOWN = 400;

export function present(showing: Showing): View {
  const { matter, viewer, locale, facts, reason, notice } = showing;
  if (!matter) return presentStart(showing);
  const { state } = matter;
  const words = texts[locale];
  const part = partOf(viewer, facts, state);
  const { account } = state;
  const doubt = doubtOf(state);
  return {
    card: 'archiving/capture',
    summary: summaryOf(reason, account.handle, words),
    data: {
      title: titleOf(state, words, locale),
      name: account.handle,
      about: [account.platformName, account.unit].map(isolated).join(' · '),
      ...noticeOf(notice, words),
      standing: standingOf(state, words),
      ...sinceOf(state, facts, words, locale),
      next: doubt ? words.doubt[doubt.why] : nextOf(state, part, facts, words),
      ...(state.status === 'waiting' && sends(part, facts) && !doubt
        ? { whatTitle: words.whatTitle, what: whatOf(facts, words, locale) }
        : { what: [] }),
      facts: factsOf(state, responsibleFact(state, part, facts, words), facts, words, locale),
      ...addressesOf(state, facts, words),
      asides: asidesFor(state, part, showing, words),
      historyTitle: words.happened.title,
      earlierTitle: words.happened.earlier,
      ...foldedHistory(historyOf(matter.events, facts.moment, words, locale)),
      buttons: buttonsFor(state, part, facts, words),
    },
  };
}

/** The notification names the account: handles are of the register, and never a post's words. */
function summaryOf(reason: string | undefined, handle: string, { summary }: Texts): string {
  const key =
    reason !== undefined && Object.hasOwn(summary, reason) ? (reason as keyof Texts['summary']) : 'card';
  return summary[key](handle);
}

export function titleOf({ seasonName, season, occasion }: Capture, words: Texts, locale: Locale): string {
  return seasonName === undefined
    ? words.extraTitle[occasion ?? 'other']
    : words.title(words.seasonName(seasonName[locale], season.slice(0, 4)));
}

/** Whether this reader is about to send a picture, and not about to ask somebody else for one. */
function sends(part: Part, { uploadUrl }: Facts): boolean {
  return part === 'own' || (part === 'office' && uploadUrl !== undefined);
}

/** What the pictures should show, and how many there may be. */
function whatOf(
  { guideline }: Pick<Facts, 'guideline'>,
  words: Texts,
  locale: Locale,
): { readonly line: string }[] {
  const { show, atMost } = guideline.seasons.pictures;
  return [...show.map((one) => one[locale]), words.atMost(atMost)].map((line) => ({ line: `· ${line}` }));
}

function standingOf(state: Capture, { standing }: Texts) {
  switch (state.status) {
    case 'waiting':
      return { sign: '◷', word: standing.waiting, tone: 'accent' } as const;
    case 'disputed':
      return { sign: '?', word: standing.disputed, tone: 'warning' } as const;
    case 'done':
      return { sign: '✓', word: standing.done, tone: 'good' } as const;
    case 'impossible':
      return { sign: '○', word: standing.impossible, tone: 'default' } as const;
    case 'sealed':
      return state.outcome === 'missing'
        ? ({ sign: '!', word: standing.missing, tone: 'attention' } as const)
        : ({ sign: '✓', word: standing.sealed, tone: 'good' } as const);
    default:
      return state satisfies never;
  }
}

function sinceOf(
  state: Capture,
  { moment }: Facts,
  words: Texts,
  locale: Locale,
): { readonly since?: string } {
  if (state.status !== 'waiting') return {};
  const day = showDay(state.to, locale, moment.today);
  if (state.to < moment.today) return { since: words.late(day) };
  if (state.snoozed !== undefined && state.snoozed > moment.today)
    return {
      since: `${words.due(day)} · ${words.snoozedUntil(showDay(state.snoozed, locale, moment.today))}`,
    };
  return { since: words.due(day) };
}

function nextOf(state: Capture, part: Part, facts: Facts, { next }: Texts): string {
  const { guideline } = facts;
  switch (state.status) {
    case 'waiting':
      if (part === undefined) return next.follow;
      if (facts.uploadUrl !== undefined) return next.link;
      return part === 'own' ? next.own : next.office(state.responsible.name);
    case 'disputed': {
      if (part !== 'settle') return next.disputedOwn;
      const { name } = state.dispute;
      return state.claim === 'closed' ? next.closed(name) : next.notMine(name);
    }
    case 'done':
      return facts.uploadUrl !== undefined && part !== undefined
        ? next.link
        : next.done(current(state).length, guideline.seasons.pictures.atMost);
    case 'impossible':
      return next.impossible;
    case 'sealed':
      return next.sealed;
    default:
      return state satisfies never;
  }
}

/** Left out for themselves, and where the sentence above names them already. */
function responsibleFact(state: Capture, part: Part, facts: Facts, words: Texts): Fact[] {
  const { name } = state.responsible;
  const named =
    (state.status === 'waiting' && !sends(part, facts)) ||
    (state.status === 'disputed' && state.dispute.name === name);
  return part === 'own' || named ? [] : [{ label: words.facts.responsible, words: name }];
}

function factsOf(
  state: Capture,
  responsible: readonly Fact[],
  { moment }: Facts,
  words: Texts,
  locale: Locale,
): Fact[] {
  const { facts } = words;
  const day = (at: string): string => showDay(dayIn(moment.organisation.timeZone, at), locale, moment.today);
  const kept = ({ name, forName = '', at }: Kept): string => words.kept(name, forName, day(at));
  const list = (label: string, pictures: readonly Kept[]): Fact[] =>
    pictures.length === 0 ? [] : [{ label, words: [...new Set(pictures.map(kept))].join('\n') }];
  return [
    ...(state.account.link.startsWith('https://') ? [] : [{ label: facts.link, words: state.account.link }]),
    ...responsible,
    ...(state.status === 'disputed'
      ? [{ label: facts.said, words: saidBy(state.dispute.name, state.dispute.reason) }]
      : []),
    ...(state.status === 'impossible'
      ? [{ label: facts.reason, words: saidBy(state.stop.name, state.stop.reason) }]
      : []),
    ...(state.status === 'sealed' && state.reason !== undefined
      ? [{ label: facts.reason, words: state.reason }]
      : []),
    ...(state.status === 'waiting' && state.answer
      ? [{ label: facts.answer, words: saidBy(state.answer.name, state.answer.words) }]
      : []),
    ...list(facts.pictures, current(state)),
    ...(state.status === 'sealed' ? list(facts.supplements, state.supplements) : []),
  ];
}

function saidBy(name: string, said: string): string {
  return said === '' ? name : `${name}: ${cut(said, WORDS_SHOWN).text}`;
}

/** Addresses to open: the upload page before all else, the account, the pictures that are in. */
function addressesOf(state: Capture, { uploadUrl, pictureUrls }: Facts, words: Texts) {
  const { link } = state.account;
  const certain = doubtOf(state) ? current(state).length : pictureUrls.length;
  return {
    upload: uploadUrl === undefined ? [] : [{ title: words.buttons.page, url: uploadUrl }],
    opens: link.startsWith('https://') ? [{ title: words.buttons.link, url: link }] : [],
    pictures: pictureUrls.map((url, at) => ({
      title: at < certain ? words.picture(at + 1) : words.pictureInDoubt,
      url,
    })),
  };
}
