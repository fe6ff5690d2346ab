/** The inputs of a card after the form: the words for a rejection, and the checklist with the link. */
import type { Field } from '../../kernel/card';
import type { Refusal } from '../../kernel/decision';
import type { Locale } from '../../kernel/locale';
import { MOST_LINK, MOST_WORDS } from './decide';
import type { Facts } from './facts';
import type { Problem } from './fields';
import type { ApplicationCommand } from './model';
import type { Texts } from './texts-shape';

export function inputsFor(
  part: string | undefined,
  { guideline }: Facts,
  words: Texts,
  locale: Locale,
  attempt: ApplicationCommand | undefined,
  notice: Refusal | undefined,
): Field[] {
  const problemOf = (id: string, max?: number): { problem?: string } => {
    const problem = notice?.fields?.[id] as Problem | undefined;
    return problem === undefined
      ? {}
      : { problem: words.problems[problem](max === undefined ? {} : { max }) };
  };
  const common = { error: words.clientError, required: true };
  if (part === 'decide') {
    return [
      {
        ...common,
        id: 'words',
        kind: 'text',
        ...words.rejectWords,
        required: false,
        value: attempt?.type === 'reject' ? attempt.words : '',
        maxLength: MOST_WORDS,
        ...problemOf('words', MOST_WORDS),
      },
    ];
  }
  if (part !== 'create') return [];
  const report = attempt?.type === 'report' ? attempt : undefined;
  return [
    ...guideline.application.checklist.map((item): Field => ({
      ...common,
      id: `check-${item.id}`,
      error: words.problems.unchecked({}),
      kind: 'yes',
      label: item.text[locale],
      choices: [{ title: words.done, value: 'yes' }],
      value: report?.confirmed.includes(item.id) === true ? 'yes' : 'no',
      ...problemOf(`check-${item.id}`),
    })),
    {
      ...common,
      id: 'link',
      kind: 'link',
      ...words.link,
      value: report?.link ?? '',
      maxLength: MOST_LINK,
      ...problemOf('link', MOST_LINK),
    },
  ];
}
