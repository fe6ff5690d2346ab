/** A case from the suggestion to the receipt: what it is, what it may touch, and the next step (G-7.1c). Pure. */
import { dayIn, showDay } from '../../kernel/calendar';
import type { Standing } from '../../kernel/card';
import { foldedHistory } from '../../kernel/history';
import type { Matter } from '../../kernel/matter';
import type { View } from '../../kernel/view';
import { isolated } from '../../kernel/words';
import { asidesFor } from './asides';
import { buttonsFor, formFor } from './buttons';
import { dueAt, isLate } from './deadlines';
import type { CaseEvent } from './events';
import { factsFor } from './facts-shown';
import type { Facts, Showing } from './facts';
import { historyOf } from './happened';
import { mayRead } from './masking';
import { current, numberOf, type Case } from './model';
import { registrarsFor } from './people';
import { touchedBy } from './rules';
import { refusalOf, texts, type Texts } from './texts';
import { turnsOf } from './turn';

export function presentCase(showing: Showing, { id, state, events }: Matter<Case, CaseEvent>): View {
  const { viewer, locale, facts, reason, notice } = showing;
  const words = texts[locale];
  const number = numberOf(id);
  const reads = mayRead(viewer.id, state, facts);
  const post = reads && 'post' in state ? state.post : undefined;
  const where = post?.account?.handle ?? post?.page;
  return {
    card: 'triage/case',
    summary: words.summary[isReason(reason, words) ? reason : 'card'](number),
    data: {
      title: `${words.title} · ${words.numbered(number)}`,
      name: where ?? words.numbered(number),
      about: post
        ? [words.card.what[`${post.kind}-${post.from}`], isolated(post.platformName)]
            .filter((part) => part !== '')
            .join(' · ')
        : reads
          ? words.list.about
          : words.card.masked,
      ...(notice === undefined ? {} : { notice: refusalOf(notice, words) }),
      standing: standingOf(state, words),
      ...sinceOf(state, showing, words),
      next: reads ? nextOf(state, showing, words) : words.next.masked,
      ...(reads ? openFor(state, showing, words) : { upload: [], opens: [], pictures: [] }),
      facts: reads ? factsFor(id, state, showing, words) : [],
      fields: reads || state.status === 'alarm' ? formFor(state, showing, words) : [],
      buttons: buttonsFor(id, state, showing, words),
      asides: reads ? asidesFor(state, showing, words) : [],
      historyTitle: words.happened.title,
      earlierTitle: words.happened.earlier,
      ...foldedHistory(reads ? historyOf(events, facts.moment, words, locale) : []),
    },
  };
}

function isReason(reason: string | undefined, { summary }: Texts): reason is keyof Texts['summary'] {
  return reason !== undefined && Object.hasOwn(summary, reason);
}

function standingOf({ status }: Case, words: Texts): Standing {
  const word = words.standing[status];
  switch (status) {
    case 'describing':
    case 'asking':
    case 'suggested':
      return { sign: '◷', word, tone: 'accent' };
    case 'evidence':
    case 'registration':
    case 'removal':
    case 'telling':
    case 'culling':
      return { sign: '◷', word, tone: 'warning' };
    case 'alarm':
      return { sign: '!', word, tone: 'attention' };
    case 'done':
    case 'handed':
      return { sign: '✓', word, tone: 'good' };
    case 'withdrawn':
      return { sign: '○', word, tone: 'default' };
    default:
      return status satisfies never;
  }
}

/** When the step should be done, and who works on it. */
function sinceOf(state: Case, { facts, locale }: Showing, words: Texts): { readonly since?: string } {
  const { moment } = facts;
  const day = (at: string): string => showDay(dayIn(moment.organisation.timeZone, at), locale, moment.today);
  const due = dueAt(state, facts);
  const holder = 'holder' in state ? state.holder : undefined;
  const parts = [
    ...(due === undefined ? [] : [isLate(state, facts) ? words.late(day(due)) : words.due(day(due))]),
    ...(holder ? [words.card.held(holder.name, day(holder.at))] : []),
  ];
  return parts.length === 0 ? {} : { since: parts.join(' · ') };
}

function nextOf(state: Case, { viewer, facts, locale }: Showing, words: Texts): string {
  const { next, card } = words;
  const mine = turnsOf(state, facts).includes(viewer.id);
  switch (state.status) {
    case 'describing':
    case 'asking':
      return next[state.status];
    case 'suggested': {
      if (state.asked === 'registrar')
        return registrarsFor(state, facts).includes(viewer.id)
          ? suggestedBy(state, facts, words, locale)
          : next.asked;
      return suggestedBy(state, facts, words, locale);
    }
    case 'evidence':
      if (!mine) return card.follow;
      if (state.returned) return next.returned(state.returned.name);
      if (current(state).length > 0) return card.ready;
      return facts.uploadUrl === undefined ? next.evidence : card.link;
    case 'registration':
      return mine ? next.registrationOwn : next.registration;
    case 'removal':
      return mine ? next.removal : card.follow;
    case 'telling':
      if (!mine) return card.follow;
      return state.ruling.outcome === 'register-delete' ? next.telling : next.answering;
    case 'culling':
      return state.culling.by === viewer.id ? next.cullingOwn : next.culling;
    case 'done':
      return state.registration?.kind === 'pending'
        ? card.pending(showDay(state.registration.day, locale, facts.moment.today))
        : next.done;
    case 'alarm':
      return facts.guideline.triage.safety.children.answer[locale];
    case 'handed':
    case 'withdrawn':
      return next[state.status];
    default:
      return state satisfies never;
  }
}

/** "Inlägget kan beröra … Spara det, diarieför det och ta sedan bort det." */
function suggestedBy(
  state: Extract<Case, { status: 'suggested' }>,
  { guideline }: Facts,
  { suggestion }: Texts,
  locale: 'sv' | 'en',
): string {
  const touched = touchedBy({ ...state.suggestion, unsure: [] }, guideline).filter(
    ({ action }) => action !== 'cull',
  );
  const names = touched.map(({ touches }) => touches[locale]);
  return [
    ...(names.length > 0 ? [suggestion.touches(names.join(', '))] : []),
    suggestion.says[state.suggestion.outcome],
  ].join(' ');
}

/** Addresses to open: the upload page before all else, the post, the pictures that are in. */
function openFor(state: Case, { facts }: Showing, { links }: Texts) {
  const { uploadUrl, pictureUrls } = facts;
  const link = 'post' in state ? state.post.link : '';
  const gathers = state.status === 'evidence';
  return {
    upload: uploadUrl === undefined || !gathers ? [] : [{ title: links.page, url: uploadUrl }],
    opens: link === '' ? [] : [{ title: links.post, url: link }],
    pictures: pictureUrls.map((url, at) => ({ title: links.picture(at + 1), url })),
  };
}
