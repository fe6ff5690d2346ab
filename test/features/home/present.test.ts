/** Help, the lists, the message of the day and the plain notices, in both languages, drawn by the real renderers. */
import type { Unreached } from '../../../src/kernel/actor';
import type { Locale } from '../../../src/kernel/locale';
import { LOCALES } from '../../../src/kernel/locale';
import type { Phrase } from '../../../src/kernel/phrase';
import type { Line } from '../../../src/kernel/view';
import { features } from '../../../src/features/index';
import { NO_LINKS } from '../../support/no-links';
import {
  noticeView,
  presentDay,
  presentHelp,
  presentLines,
  presentWhich,
  sentenceFor,
  type HelpInput,
} from '../../../src/features/home/present';
import { texts, type NoticeCode } from '../../../src/features/home/texts';
import { sundsvall } from '../../guidelines/sundsvall';
import { buttonsOf, rowsOf } from '../../support/card-parts';
import { wordsOf } from '../../support/house';
import { cardOf, expectWhole } from '../cards';
import { moment, person } from '../world';

const guideline = sundsvall();
const PHRASES = features({ current: () => guideline, version: () => guideline }, NO_LINKS).flatMap(
  ({ phrases }) => phrases,
);
const offeredTo = (locale: Locale): Phrase[] =>
  PHRASES.filter((phrase) => phrase.offered && (phrase.for?.(person('anna', locale), moment()) ?? true));

describe('help', () => {
  const help = (changed: Partial<HelpInput> = {}): object =>
    cardOf(
      presentHelp({
        locale: 'sv',
        offered: offeredTo(changed.locale ?? 'sv'),
        welcome: false,
        nearest: undefined,
        waiting: 0,
        departments: [],
        ...changed,
      }),
    );

  it.each(LOCALES)('is whole in %s, whatever it says', (locale) => {
    expectWhole(help({ locale }));
    expectWhole(help({ locale, welcome: true, departments: ['Kultur och fritid', 'Biblioteken'] }));
    expectWhole(help({ locale, nearest: [], waiting: 12 }));
    expectWhole(help({ locale, nearest: ['home.mine', 'home.todo'] }));
  });

  it('greets in the welcome only', () => {
    expect(wordsOf(help({ welcome: true }))).toContain('Hej!');
    expect(wordsOf(help())).not.toContain('Hej!');
  });

  it('G-5.5a: holds the introduction for who serves a department, and not when words were misunderstood', () => {
    const departments = ['Kultur och fritid'];

    expect(wordsOf(help({ departments }))).toContain('Du är förvaltningskommunikatör för Kultur och fritid.');
    expect(wordsOf(help())).not.toContain('förvaltningskommunikatör');
    expect(wordsOf(help({ departments, nearest: [] }))).not.toContain('Du är förvaltningskommunikatör');
  });

  it('asks whether one of the nearest was meant, and puts it first', () => {
    const card = help({ nearest: ['home.todo', 'register.list'] });

    expect(wordsOf(card)).toContain('Menade du förteckning eller att göra?');
    expect(buttonsOf(card).slice(0, 2)).toEqual(['Förteckning', 'Att göra']);
    expect(new Set(buttonsOf(card)).size).toBe(buttonsOf(card).length);
  });

  it('offers each reader the other language, and nothing that is on its way', () => {
    expect(buttonsOf(help())).toContain('English');
    expect(buttonsOf(help({ locale: 'en' }))).toContain('Svenska');
    for (const locale of LOCALES)
      for (const { verb } of offeredTo(locale)) expect(verb).not.toBe('home.coming');
  });
});

describe('a list', () => {
  const line = (at: number): Line => ({
    matter: { kind: 'application', id: `a-${at}` },
    name: `@konto${at}`,
    about: 'Instagram',
    status: 'Väntar på dig',
    next: 'Läs svaren.',
    since: '2026-11-20T09:00:00.000Z',
  });
  const list = (count: number, changed: Partial<Parameters<typeof presentLines>[0]> = {}): object =>
    cardOf(
      presentLines({
        what: 'todo',
        verb: 'home.todo',
        lines: Array.from({ length: count }, (_, at) => line(at)),
        page: 1,
        unreached: [],
        moment: moment(),
        locale: 'sv',
        ...changed,
      }),
    );
  const unreached = (changed: Partial<Unreached>): Unreached => ({
    id: 'kim',
    name: 'Kim Kollega',
    why: 'unreachable',
    reason: 'never-met',
    since: '2026-11-20T09:00:00.000Z',
    departments: [],
    ...changed,
  });

  it.each(LOCALES)('is whole in %s, empty, short and long', (locale) => {
    for (const what of ['todo', 'mine'] as const)
      for (const count of [0, 1, 11]) expectWhole(list(count, { what, locale, unreached: [unreached({})] }));
  });

  it.each([
    [0, 1, 0, []],
    [10, 1, 10, []],
    [11, 1, 10, ['Nästa']],
    [11, 2, 1, ['Föregående']],
    [25, 9, 5, ['Föregående']],
  ])('of %i on page %i shows %i', (count, page, rows, turns) => {
    const card = list(count, { page });

    expect(rowsOf(card)).toHaveLength(rows);
    expect(buttonsOf(card).filter((title) => title !== 'Öppna')).toEqual(turns);
  });

  it.each([
    ['unreachable', 'ConversationBlockedByUser', 'Kim Kollega har blockerat mig i Teams.'],
    ['unreachable', 'BotNotInConversationRoster', 'Kim Kollega har inte appen i Teams.'],
    ['unreachable', 'BotDisabledByAdmin', 'Kim Kollega har inte appen i Teams.'],
    ['unreachable', 'ConversationNotFound', 'Kim Kollega har inte appen i Teams.'],
    ['unreachable', 'never-met', 'Kim Kollega har aldrig skrivit till mig.'],
    ['unreachable', 'Forbidden', 'Teams tar inte emot mina meddelanden till Kim Kollega.'],
    ['not-delivered', 'unclear-answer', 'Ett meddelande till Kim Kollega kom kanske inte fram.'],
    ['not-delivered', 'MessageSizeTooBig', 'Ett meddelande till Kim Kollega kom kanske inte fram.'],
  ] as const)('says of %s, %s: %s', (why, reason, sentence) => {
    expect(wordsOf(list(0, { unreached: [unreached({ why, reason })] }))).toContain(
      `Sedan fredag 20 november\n${sentence}`,
    );
  });
});

it.each(LOCALES)('the message of the day is whole in %s', (locale) => {
  const matter = { kind: 'application', id: 'a-1' };

  expectWhole(
    cardOf(
      presentDay(
        [
          { matter, text: 'Ta en skärmdump.' },
          { matter, text: 'Bekräfta kontot.' },
        ],
        locale,
      ),
    ),
  );
});

describe('the question what a picture belongs to', () => {
  const lines = (count: number): Line[] =>
    Array.from({ length: count }, (_, at) => ({
      matter: { kind: 'capture', id: `capture-${at}` },
      name: `Konto ${at}`,
      about: 'Instagram',
      status: 'Väntar på en skärmdump',
      next: '3 arbetsdagar kvar',
      since: '2026-11-20T09:00:00.000Z',
    }));
  const which = (waiting: number, count: number, page = 1, locale: Locale = 'sv'): object =>
    cardOf(presentWhich({ lines: lines(waiting), offers: [], held: 'held-1', count, page, locale }));

  it.each(LOCALES)('is whole in %s, for one picture and for several', (locale) => {
    for (const count of [1, 3]) expectWhole(which(12, count, 2, locale));
    expect(wordsOf(which(2, 1, 1, locale))).not.toBe(wordsOf(which(2, 3, 1, locale)));
  });

  it('has a button for each matter, which says which one and which picture', () => {
    expect(
      presentWhich({ lines: lines(2), offers: [], held: 'held-1', count: 1, page: 1, locale: 'sv' }),
    ).toMatchObject({
      data: {
        rows: [
          { button: { verb: 'home.picture', data: { held: 'held-1', kind: 'capture', id: 'capture-0' } } },
          { button: { verb: 'home.picture', data: { held: 'held-1', kind: 'capture', id: 'capture-1' } } },
        ],
      },
    });
  });

  it.each([
    [10, 1, 10, []],
    [11, 1, 10, ['Nästa']],
    [11, 2, 1, ['Föregående']],
    [25, 9, 5, ['Föregående']],
  ])('of %i on page %i shows %i', (waiting, page, rows, turns) => {
    const titles = buttonsOf(which(waiting, 1, page));

    expect(titles.filter((title) => title === 'Välj')).toHaveLength(rows);
    expect(titles.filter((title) => title !== 'Välj')).toEqual(turns);
  });

  it.each([0, 2])(
    'offers what else a picture may be the beginning of, with %i matters that wait',
    (waiting) => {
      const offer = {
        verb: 'post.new',
        say: { sv: ['bedöm inlägg'], en: ['assess post'] },
        description: { sv: '', en: '' },
        offered: true,
      } as const;
      const view = presentWhich({
        lines: lines(waiting),
        offers: [offer],
        held: 'held-1',
        count: 1,
        page: 1,
        locale: 'sv',
      });

      expectWhole(cardOf(view));
      expect(view.data).toMatchObject({
        pager: [{ title: 'Bedöm inlägg', verb: 'post.new', data: { held: 'held-1' } }],
      });
    },
  );

  it('is a sentence that says what to do where nothing waits', () => {
    expect(wordsOf(which(0, 1))).toBe(texts.sv.notices['picture-none']);
  });
});

describe('a notice', () => {
  it.each(LOCALES)('says in %s what happened and what to do, for every code', (locale) => {
    for (const code of Object.keys(texts[locale].notices)) {
      const view = noticeView({ code }, locale);

      expectWhole(cardOf(view));
      expect(wordsOf(cardOf(view))).toBe(texts[locale].notices[code as NoticeCode]);
    }
  });

  it('of several things says each in a sentence', () => {
    const words = wordsOf(
      cardOf(noticeView({ code: 'pictures-partly' }, 'sv', [{ code: 'picture-empty' }, { code: 'gone' }])),
    );

    expect(words).toBe(
      ['pictures-partly', 'picture-empty', 'gone']
        .map((code) => texts.sv.notices[code as NoticeCode])
        .join(' '),
    );
  });

  it('of a code it does not know is that it cannot be done', () => {
    for (const code of ['constructor', 'toString', '__proto__', 'early', ''])
      expect(sentenceFor({ code }, 'sv')).toBe('Du kan inte göra det här. Fråga din kommunikatör.');
  });
});
