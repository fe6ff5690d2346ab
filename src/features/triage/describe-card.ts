/** Where the post stands: one of our accounts or somebody else's page, the day, the link, the text if one wants. Pure. */
import type { Field } from '../../kernel/card';
import type { View } from '../../kernel/view';
import { childWay } from './asides';
import { may } from './buttons';
import { MOST_LINE, MOST_LINK, MOST_TEXT } from './commands';
import { OTHER } from './describe';
import type { Showing } from './facts';
import { fieldOf } from './inputs';
import { numberOf, POST_KINDS, type Described, type In } from './model';
import { refusalOf, texts } from './texts';

const ELSEWHERE = ['page', 'platform', 'department'];

export function presentDescribe(showing: Showing, state: In<'describing'> | In<'asking'>): View {
  const { id, facts, locale, notice, attempt } = showing;
  const words = texts[locale];
  const { inputs } = words;
  const { guideline, moment, choices } = facts;
  const before = postOf(state);
  const field = (
    name: string,
    asked: { label: string; help?: string },
    kind: Field['kind'],
    more = {},
  ): Field => fieldOf('describe', name, asked, kind, showing, words, more);
  const other =
    attempt?.type === 'describe'
      ? attempt.post.account === OTHER
      : before?.account === undefined && before !== undefined;
  const elsewhere = other || ELSEWHERE.some((name) => notice?.fields?.[name] !== undefined);
  const account = field('account', inputs.account, 'list', {
    choices: [...choices, { title: words.otherPage, value: OTHER }],
    value: before ? (before.account?.id ?? OTHER) : '',
    required: true,
  });
  const about = [
    field('what', { label: words.card.whatLabel }, 'list', {
      choices: FROM.flatMap((from) => POST_KINDS.map((kind) => `${kind}-${from}` as const)).map((value) => ({
        title: words.card.what[value],
        value,
      })),
      value: before ? `${before.kind}-${before.from}` : 'comment-others',
    }),
    field('day', inputs.day, 'date', { value: before?.day ?? moment.today }),
  ];
  const link = field('link', inputs.link, 'link', {
    value: before?.link ?? ('link' in state ? (state.link ?? '') : ''),
    maxLength: MOST_LINK,
  });
  const text = field('text', inputs.text, 'text', { value: before?.text ?? '', maxLength: MOST_TEXT });
  const page = [
    field('page', inputs.page, 'line', { value: before?.page ?? '', maxLength: MOST_LINE }),
    field('platform', inputs.platform, 'list', {
      choices: [
        ...guideline.platforms.map(({ id: value, name }) => ({ title: name, value })),
        { title: words.otherPlatform, value: OTHER },
      ],
      value: before?.platform ?? '',
    }),
    field('department', inputs.department, 'list', {
      choices: moment.organisation.departments.map(({ id: value, name }) => ({ title: name, value })),
      value: state.department,
    }),
  ];
  const all = elsewhere ? [account, ...page, link, ...about, text] : [account, ...about, link, text, ...page];
  const { fields, folded } = inSight(all);
  const danger = state.danger === 'no' ? undefined : guideline.triage.safety.life.answer[locale];
  const said = notice === undefined ? danger : refusalOf(notice, words);
  return {
    card: 'triage/form',
    summary: words.numbered(numberOf(id)),
    data: {
      title: `${words.title} · ${words.step(2, 3)}`,
      intro: words.next.describing,
      ...(said === undefined ? {} : { notice: said }),
      fields,
      fold: {
        id: 'folded',
        title: elsewhere ? words.card.about : words.card.elsewhere,
        open: folded.some(({ problem }) => problem !== undefined),
        fields: folded,
      },
      pages: [],
      asides: childWay(state, showing, words),
      buttons: [
        { title: words.buttons.goOn, verb: 'case.describe', style: 'positive' },
        ...(may('withdraw', state, showing)
          ? [
              {
                title: words.buttons.withdraw,
                verb: 'case.withdraw',
                style: 'destructive',
                lenient: true,
              } as const,
            ]
          : []),
      ],
    },
  };
}

const FROM = ['others', 'ours'] as const;

function postOf(state: In<'describing'> | In<'asking'>): Described['post'] | undefined {
  return 'post' in state ? state.post : undefined;
}

/** Five inputs, in their order: those that something is wrong with before all others. */
function inSight(all: readonly Field[]): { readonly fields: Field[]; readonly folded: Field[] } {
  const first = [...all].sort((a, b) => Number(b.problem !== undefined) - Number(a.problem !== undefined));
  const seen = new Set(first.slice(0, IN_SIGHT));
  return { fields: all.filter((one) => seen.has(one)), folded: all.filter((one) => !seen.has(one)) };
}

const IN_SIGHT = 5;
