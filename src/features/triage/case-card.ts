/** A case from the suggestion to the receipt: what it is, what it may touch, and the next step (G-7.1c). Pure. */
import type { Standing } from '../../kernel/card';
import { foldedHistory } from '../../kernel/history';
import type { Matter } from '../../kernel/matter';
import type { View } from '../../kernel/view';
import type { Locale } from '../../kernel/locale';
import { cullingDecisionOf } from '../../kernel/offices';
import { isolated } from '../../kernel/words';
import { asidesFor } from './asides';
import { buttonsFor, formFor, isHeld, may } from './buttons';
import { dayOf, timeOf } from './clock';
import { dueAt, isLate, stepOf } from './deadlines';
import type { CaseEvent } from './events';
import { factsFor } from './facts-shown';
import type { Facts, Showing } from './facts';
import { historyOf } from './happened';
import { contentFor } from './masking';
import { current, type Case, type In } from './model';
import { registrarsFor } from './people';
import { touchedBy } from './rules';
import { refusalOf, texts, type Texts } from './texts';
import { turnsOf } from './turn';

export function presentCase(showing: Showing, { id, state, events }: Matter<Case, CaseEvent>): View {
  const { viewer, locale, facts, reason, notice } = showing;
  const words = texts[locale];
  const content = contentFor(viewer.id, id, state, facts);
  const { number } = content;
  const reads = !content.masked;
  const post = content.masked ? undefined : content.post;
  const where = post?.account?.handle ?? post?.page;
  return {
    card: 'triage/case',
    summary: words.summary[isReason(reason, words) ? reason : 'card'](number),
    data: {
      // The number stands once: above the account, or in its place.
      title: where === undefined ? words.title : `${words.title} · ${words.numbered(number)}`,
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
      ...(reads ? openFor(state, showing, words) : { upload: [], opens: [] }),
      ...(reads ? factsFor(id, state, showing, words) : { facts: [], more: [] }),
      moreTitle: words.card.more,
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

/** When the step should be done – to the minute where it is a matter of hours – and who works on it. */
function sinceOf(state: Case, { facts, locale }: Showing, words: Texts): { readonly since?: string } {
  const { moment, guideline } = facts;
  const due = dueAt(state, facts);
  const step = stepOf(state);
  const hours = step !== undefined && guideline.triage.deadlines[step].due.hours !== undefined;
  const when = (at: string): string =>
    hours ? timeOf(at, moment, locale, words) : dayOf(at, moment, locale);
  const holder = 'holder' in state ? state.holder : undefined;
  const parts = [
    ...(due === undefined ? [] : [isLate(state, facts) ? words.late(when(due)) : words.due(when(due))]),
    ...(holder ? [words.card.held(holder.name, dayOf(holder.at, moment, locale))] : []),
  ];
  return parts.length === 0 ? {} : { since: parts.join(' · ') };
}

function nextOf(state: Case, showing: Showing, words: Texts): string {
  const { viewer, facts, locale } = showing;
  const { next, card } = words;
  const mine = turnsOf(state, facts).includes(viewer.id);
  if ('holder' in state && isHeld(state, showing)) return next.held(state.holder.name);
  switch (state.status) {
    case 'describing':
    case 'asking':
      return next[state.status];
    case 'suggested': {
      const decides = state.asked === 'nobody' || registrarsFor(state, facts).includes(viewer.id);
      if (!decides) return next.asked;
      const said = suggestedBy(state, facts, words, locale);
      return may('rule', state, showing, { outcome: 'keep' }) ? said : `${said} ${card.othersDecide}`;
    }
    case 'evidence':
      if (!mine) return card.follow;
      if (state.returned) return `${next.returned(state.returned.name)} ${card.again}`;
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
        ? card.pending(dayOf(state.registration.day, facts.moment, locale))
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

/** "Inlägget kan beröra … Mitt förslag: spara det, diarieför det och ta sedan bort det." */
function suggestedBy(
  state: In<'suggested'>,
  facts: Facts,
  { suggestion, card }: Texts,
  locale: Locale,
): string {
  const { outcome, yes } = state.suggestion;
  const touched = touchedBy({ ...state.suggestion, unsure: [] }, facts.guideline);
  const counted = touched.filter(({ action }) => action !== 'cull');
  const names = counted.map(({ touches }) => touches[locale]);
  const [last] = names.slice(-1);
  const all = names.length > 1 ? card.and(names.slice(0, -1).join(', '), last ?? '') : last;
  const basis = BASES.find((one) => counted.some((question) => question.basis === one));
  const culls = touched.some(({ id, action }) => action === 'cull' && yes.includes(id));
  return [
    ...(all === undefined ? [] : [suggestion.touches(all)]),
    ...(outcome === 'register-delete' && basis !== undefined ? [suggestion.basis[basis]] : []),
    outcome === 'ask' ? card.askedOwn : `${suggestion.title}: ${suggestion.says[outcome]}`,
    ...(culls && cullingDecisionOf(state.department, facts) === undefined ? [suggestion.noCulling] : []),
  ].join(' ');
}

/** Where the duty to remove it stands; a law outweighs the guideline. */
const BASES = ['law', 'both', 'guideline'] as const;

/** Addresses to open: the upload page before all else; the post and the pictures that are in. */
function openFor(state: Case, { facts }: Showing, { links }: Texts) {
  const { uploadUrl, pictureUrls } = facts;
  const link = 'post' in state ? state.post.link : '';
  const gathers = state.status === 'evidence';
  return {
    upload: uploadUrl === undefined || !gathers ? [] : [{ title: links.page, url: uploadUrl }],
    opens: [
      ...(link === '' ? [] : [{ title: links.post, url: link }]),
      ...pictureUrls.map((url, at) => ({ title: links.picture(at + 1), url })),
    ],
  };
}
