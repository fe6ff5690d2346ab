/** The card on which an extra capture is begun: which account, and why. Pure. */
import type { Field } from '../../kernel/card';
import type { View } from '../../kernel/view';
import type { Problem, Showing } from './facts';
import { OCCASIONS } from './model';
import { noticeOf, texts } from './texts';

export function presentStart({ facts, locale, notice }: Showing): View {
  const words = texts[locale];
  const { choices } = facts;
  const summary = words.extraTitle.other;
  if (choices.length === 0)
    return { card: 'home/notice', summary, data: { words: words.next.noAccounts, buttons: [] } };
  const problemOf = (id: string): { readonly problem?: string } => {
    const problem = notice?.fields?.[id] as Problem | undefined;
    return problem === undefined ? {} : { problem: words.problems[problem]({}) };
  };
  const field = (id: 'account' | 'occasion', more: Pick<Field, 'kind' | 'choices' | 'value'>): Field => ({
    id,
    ...words.inputs[id],
    error: words.clientError,
    required: true,
    ...more,
    ...problemOf(id),
  });
  return {
    card: 'archiving/start',
    summary,
    data: {
      title: summary,
      intro: words.next.start,
      ...noticeOf(notice, words),
      fields: [
        field('account', {
          kind: 'list',
          choices,
          value: choices.length === 1 ? (choices[0]?.value ?? '') : '',
        }),
        field('occasion', {
          kind: 'choice',
          choices: OCCASIONS.map((value) => ({ title: words.occasions[value], value })),
          value: 'before-closing',
        }),
      ],
      buttons: [{ title: words.buttons.start, verb: 'capture.start', style: 'positive' }],
    },
  };
}
