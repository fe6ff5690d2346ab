/** The guideline's questions, four at a time: each with an example that is and one that is not. Pure. */
import type { Field } from '../../kernel/card';
import type { View } from '../../kernel/view';
import type { Showing } from './facts';
import { fieldOf } from './inputs';
import { ANSWERS, numberOf, type Assessed, type In } from './model';
import type { TriageQuestion } from './rules';
import { refusalOf, texts } from './texts';

const AT_ONCE = 4;

/** Opens and closes pages without a word to the server. */
interface Turn {
  readonly title: string;
  readonly targets: readonly { readonly elementId: string; readonly isVisible: boolean }[];
}

interface Page {
  readonly id: string;
  readonly open: boolean;
  readonly fields: readonly Field[];
  readonly turns: readonly Turn[];
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
  const pages = Array.from({ length: count }, (_, page): Page => ({
    id: `page-${page + 1}`,
    open: page === first,
    fields: fields.slice(page * AT_ONCE, (page + 1) * AT_ONCE),
    turns: [
      ...(page > 0 ? [turn(words.buttons.back, page, page - 1)] : []),
      ...(page < count - 1 ? [turn(words.card.forward, page, page + 1)] : []),
    ],
  }));
  return {
    card: 'triage/form',
    summary: words.numbered(numberOf(id)),
    data: {
      title: `${words.title} · ${words.step(3, 3)}`,
      intro: words.next.asking,
      ...(notice === undefined ? {} : { notice: refusalOf(notice, words) }),
      fields: [],
      pages,
      asides: [],
      buttons: [
        { title: words.buttons.answer, verb: 'case.answer', style: 'positive' },
        ...(state.status === 'asking'
          ? [{ title: words.buttons.withdraw, verb: 'case.withdraw', style: 'destructive' } as const]
          : []),
      ],
    },
  };

  function fieldFor({ id: question, text, note, is, isNot }: TriageQuestion): Field {
    const help = [...(note ? [note[locale]] : []), words.card.example(is[locale], isNot[locale])].join(' ');
    const field = fieldOf('answer', question, { label: text[locale], help }, 'choice', showing, words, {
      choices: ANSWERS.map((value) => ({ title: words.answers[value], value })),
      value: 'answers' in state ? (state.answers[question] ?? '') : '',
    });
    const problem = notice?.fields?.[`answer-${question}`];
    return problem === undefined || showing.attempt?.type !== 'answer'
      ? field
      : { ...field, problem: words.problems[problem as keyof typeof words.problems] };
  }
}

function turn(title: string, from: number, to: number): Turn {
  return {
    title,
    targets: [
      { elementId: `page-${from + 1}`, isVisible: false },
      { elementId: `page-${to + 1}`, isVisible: true },
    ],
  };
}
