/** The welcome, the lists across features, the message of the day and the plain notices. */
import type { Button, Fact } from '../../kernel/card';
import { dayIn, showDay } from '../../kernel/calendar';
import type { Refusal } from '../../kernel/decision';
import type { MatterRef } from '../../kernel/effect';
import type { Locale } from '../../kernel/locale';
import type { Moment } from '../../kernel/matter';
import { paged, pagerOf } from '../../kernel/paging';
import { sentenceView, type Line, type View } from '../../kernel/view';
import type { Unreached } from '../../kernel/actor';
import type { Phrase } from '../../kernel/phrase';
import { texts, type NoticeCode, type Texts } from './texts';

/** The runtime's own: it takes the pictures. */
const PICTURE_VERB = 'home.picture';

export interface HelpInput {
  readonly locale: Locale;
  readonly offered: readonly Phrase[];
  readonly welcome: boolean;
  /** Verbs that come nearest to words nobody understood; undefined when nothing was misunderstood. */
  readonly nearest: readonly string[] | undefined;
  readonly waiting: number;
  /** Names of the departments this person is communicator of. */
  readonly departments: readonly string[];
}

export function presentHelp({ locale, offered, welcome, nearest, waiting, departments }: HelpInput): View {
  const { help } = texts[locale];
  const near = offered.filter(({ verb }) => nearest?.includes(verb));
  const rest = offered.filter((phrase) => !near.includes(phrase));
  const notice =
    nearest === undefined
      ? undefined
      : near.length > 0
        ? help.nearest(near.map(({ say }) => say[locale][0]).join(locale === 'sv' ? ' eller ' : ' or '))
        : help.unknown;
  return {
    card: 'home/help',
    summary: welcome ? help.welcome : help.hello,
    data: {
      title: help.title,
      intro: [welcome ? help.welcome : help.hello, ...(waiting > 0 ? [help.todo(waiting)] : [])].join(' '),
      ...(departments.length > 0 && notice === undefined
        ? { introduction: help.introduction(departments.join(', ')) }
        : {}),
      ...(notice === undefined ? {} : { notice }),
      choices: [...near, ...rest].map((phrase) => choiceOf(phrase, locale)),
    },
  };
}

function titleOf({ say }: Phrase, locale: Locale): string {
  const words = say[locale][0];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function choiceOf(phrase: Phrase, locale: Locale) {
  const { verb, description, data } = phrase;
  const title = titleOf(phrase, locale);
  return {
    title,
    description: description[locale],
    button: { title, verb, style: 'default', ...(data ? { data } : {}) } satisfies Button,
  };
}

export interface ListInput {
  readonly what: 'todo' | 'mine';
  readonly verb: string;
  readonly lines: readonly Line[];
  readonly page: number;
  readonly unreached: readonly Unreached[];
  readonly moment: Moment;
  readonly locale: Locale;
}

export function presentLines({
  what,
  verb,
  lines,
  page: wanted,
  unreached,
  moment,
  locale,
}: ListInput): View {
  const words = texts[locale];
  const { title, intro, empty } = words[what];
  const rows = paged(lines, wanted);
  const { page, pages } = rows;
  const turn = (name: string, to: number): Button => ({
    title: name,
    verb,
    style: 'default',
    data: { page: to },
  });
  return {
    card: 'home/list',
    summary: title,
    data: {
      title: pages > 1 ? `${title} · ${words.page(page, pages)}` : title,
      ...(lines.length === 0 ? { empty } : { intro }),
      rows: rows.shown.map(({ matter, ...line }) => ({
        name: line.name,
        about: line.about,
        status: line.status,
        next: line.next,
        button: openButton(matter, words),
      })),
      pager: pagerOf(rows, words.buttons, turn),
      ...(unreached.length > 0
        ? {
            extra: {
              title: words.unreached.title,
              rows: unreached.map((one) => unreachedFact(one, words, moment, locale)),
            },
          }
        : {}),
    },
  };
}

export interface WhichInput {
  /** What waits for a picture, the most pressing first. */
  readonly lines: readonly Line[];
  /** What the pictures may be the beginning of instead. */
  readonly offers: readonly Phrase[];
  /** Id of the pictures that are held until somebody chooses. */
  readonly held: string;
  readonly count: number;
  readonly page: number;
  readonly locale: Locale;
}

/** Asks what the pictures of a message are for, before anything is fetched; where they can be for nothing, says so. */
export function presentWhich({ lines, offers, held, count, page: wanted, locale }: WhichInput): View {
  if (lines.length === 0 && offers.length === 0) return noticeView({ code: 'picture-none' }, locale);
  const { which, buttons, page: pageOf } = texts[locale];
  const { title, intro } = which[lines.length === 0 ? 'none' : count === 1 ? 'one' : 'many'];
  const rows = paged(lines, wanted);
  const { page, pages } = rows;
  const button = (name: string, data: object): Button => ({
    title: name,
    verb: PICTURE_VERB,
    style: 'default',
    data: { held, ...data },
  });
  return {
    card: 'home/list',
    summary: title,
    data: {
      title: pages > 1 ? `${title} · ${pageOf(page, pages)}` : title,
      intro,
      rows: rows.shown.map(({ matter: { kind, id }, name, about, status }) => ({
        name,
        about,
        status,
        // What to do is said once, above all of them.
        next: '',
        button: button(buttons.choose, { kind, id }),
      })),
      pager: [
        ...pagerOf(rows, buttons, (name, to) => button(name, { page: to })),
        ...offers.map((offer): Button => ({
          title: titleOf(offer, locale),
          verb: offer.verb,
          style: 'default',
          data: { held },
        })),
      ],
    },
  };
}

function openButton({ kind, id }: MatterRef, { buttons }: Texts): Button {
  return { title: buttons.open, verb: 'open', style: 'default', data: { kind, id } };
}

function unreachedFact(
  one: Unreached,
  { unreached }: Texts,
  { organisation, today }: Moment,
  locale: Locale,
): Fact {
  const day = showDay(dayIn(organisation.timeZone, one.since), locale, today);
  // A name may come from the client, so it stands among the words, never in a label.
  return { label: unreached.since(day), words: unreached.reasons[reasonOf(one)](one.name) };
}

/** The platform's codes, in the ways a colleague can do something about. */
function reasonOf({ why, reason: code }: Unreached): keyof Texts['unreached']['reasons'] {
  if (why === 'not-delivered') return why;
  if (/blocked/i.test(code)) return 'blocked';
  if (/roster|disabled|notfound/i.test(code)) return 'removed';
  return code === 'never-met' ? 'never-met' : 'other';
}

export function presentDay(
  lines: readonly { readonly matter: MatterRef; readonly text: string }[],
  locale: Locale,
): View {
  const words = texts[locale];
  const { title, intro } = words.day;
  return {
    card: 'home/day',
    summary: title,
    data: {
      title,
      intro,
      lines: lines.map(({ matter, text }) => ({ words: text, button: openButton(matter, words) })),
    },
  };
}

/** Whether a refusal has a sentence among those that everybody shares. */
export function isNotice(code: string): boolean {
  return Object.hasOwn(texts.sv.notices, code);
}

export function sentenceFor({ code }: Refusal, locale: Locale): string {
  const { notices } = texts[locale];
  return Object.hasOwn(notices, code) ? notices[code as NoticeCode] : notices.forbidden;
}

/** `more` adds a sentence each. */
export function noticeView(refusal: Refusal, locale: Locale, more: readonly Refusal[] = []): View {
  return sentenceView([refusal, ...more].map((one) => sentenceFor(one, locale)).join(' '));
}
