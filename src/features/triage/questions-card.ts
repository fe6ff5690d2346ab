/** The guideline's questions, four at a time: each with an example that is and one that is not. Pure. */
import type { Button, Field } from '../../kernel/card';
import type { View } from '../../kernel/view';
import { childWay } from './asides';
import { may } from './buttons';
import type { Showing } from './facts';
import { fieldOf } from './inputs';
import { ANSWERS, numberOf, type Assessed, type In } from './model';
import type { TriageQuestion } from './rules';
import { refusalOf, texts } from './texts';

const AT_ONCE = 4;

/** Opens and closes pages without a word to the server. */
interface Turn {
  readonly title: string;
  readonly style: 'default' | 'positive';
  readonly targets: readonly { readonly elementId: string; readonly isVisible: boolean }[];
}

interface Page {
  readonly id: string;
  readonly title: string;
  readonly open: boolean;
  readonly fields: readonly Field[];
  readonly turns: readonly Turn[];
  readonly buttons: readonly Button[];
}

export function presentQuestions(
  showing: Showing,
  state: In<'asking'> | Extract<Assessed, { status: 'suggested' }>,
): View {
  const { id, facts, locale, notice } = showing;
  const words = texts[locale];
  const { questions } = facts.guideline.triage;
  const fields = questions.map((question) => fieldFor(question));
  const wrong = fields.findIndex(({ problem }) => problem !== undefined);
  const first = wrong === -1 ? 0 : Math.floor(wrong / AT_ONCE);
  const count = Math.ceil(fields.length / AT_ONCE);
  const pages = Array.from({ length: count }, (_, page): Page => {
    const shown = fields.slice(page * AT_ONCE, (page + 1) * AT_ONCE);
    const last = page === count - 1;
    const before = page * AT_ONCE;
    return {
      id: `page-${page + 1}`,
      title: words.card.page(before + 1, before + shown.length, fields.length),
      open: page === first,
      fields: shown,
      turns: [
        ...(last ? [] : [turn(words.card.forward, 'positive', page, page + 1)]),
        ...(page > 0 ? [turn(words.buttons.back, 'default', page, page - 1)] : []),
      ],
      // The suggestion comes when all questions have been in sight.
      buttons: last ? [{ title: words.buttons.answer, verb: 'case.answer', style: 'positive' }] : [],
    };
  });
  return {
    card: 'triage/form',
    summary: words.numbered(numberOf(id)),
    data: {
      title: `${words.title} · ${words.step(3, 3)}`,
      intro: words.next.asking,
      ...(notice === undefined ? {} : { notice: refusalOf(notice, words) }),
      fields: [],
      pages,
      asides: childWay(state, showing, words),
      buttons: may('withdraw', state, showing)
        ? [{ title: words.buttons.withdraw, verb: 'case.withdraw', style: 'destructive' }]
        : [],
    },
  };

  function fieldFor({ id: question, text, note, is, isNot }: TriageQuestion): Field {
    const { examples } = words;
    const help = [...(note ? [note[locale]] : []), examples.is(is[locale]), examples.isNot(isNot[locale])];
    const field = fieldOf(
      'answer',
      question,
      { label: text[locale], help: help.join('\n\n') },
      'choice',
      showing,
      words,
      {
        choices: ANSWERS.map((value) => ({ title: words.answers[value], value })),
        value: 'answers' in state ? (state.answers[question] ?? '') : '',
      },
    );
    const problem = notice?.fields?.[`answer-${question}`];
    return problem === undefined || showing.attempt?.type !== 'answer'
      ? field
      : { ...field, problem: words.problems[problem as keyof typeof words.problems] };
  }
}

function turn(title: string, style: Turn['style'], from: number, to: number): Turn {
  return {
    title,
    style,
    targets: [
      { elementId: `page-${from + 1}`, isVisible: false },
      { elementId: `page-${to + 1}`, isVisible: true },
    ],
  };
}
