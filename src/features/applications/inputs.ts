/** The inputs of a card after the form: the words beside a decision, the day of a talk, the checklist with the link. Pure. */
import type { Choice, Field } from '../../kernel/card';
import type { Refusal } from '../../kernel/decision';
import type { Locale } from '../../kernel/locale';
import { labelOf } from './answers';
import type { ApplicationCommand } from './commands';
import { isOpen, MOST_TIME, wantsTalk } from './consultation';
import type { Facts } from './facts';
import { askedIn, MOST_LINK, MOST_WORDS, stepsOf, type Problem } from './fields';
import type { Application } from './model';
import type { Part } from './part';
import type { Texts } from './texts-shape';

export function inputsFor(
  state: Application,
  part: Part,
  facts: Facts,
  words: Texts,
  locale: Locale,
  attempt: ApplicationCommand | undefined,
  notice: Refusal | undefined,
): Field[] {
  const typed: Readonly<Record<string, unknown>> = { ...attempt };
  const problemOf = (id: string, max?: number): { problem?: string } => {
    const problem = notice?.fields?.[id] as Problem | undefined;
    return problem === undefined
      ? {}
      : { problem: words.problems[problem](max === undefined ? {} : { max }) };
  };
  const input = (
    id: 'words' | 'about' | 'day' | 'time',
    text: { readonly label: string; readonly help?: string },
    more: Pick<Field, 'kind'> & Partial<Field>,
  ): Field => ({
    id,
    ...text,
    error: words.clientError,
    required: false,
    value: typeof typed[id] === 'string' ? typed[id] : '',
    ...more,
    ...problemOf(id, more.maxLength),
  });
  const { inputs } = words;
  const wordsAbout = (text: Texts['inputs']['words']): Field =>
    input('words', text, { kind: 'text', maxLength: MOST_WORDS });
  const about = input('about', inputs.about, {
    kind: 'list',
    choices: questionsOf(state, facts, words, locale),
  });
  const open = isOpen(state.consultation);
  const day = input('day', open ? inputs.dayOrProposed : inputs.day, { kind: 'date' });
  const time = input('time', inputs.time, { kind: 'line', maxLength: MOST_TIME });
  switch (part) {
    case 'decide': {
      const missing = wantsTalk(state, facts);
      const talk = missing ? [day, ...(open ? [time] : [])] : [];
      // One thing at a time: questions about single answers come when the talk is done.
      return missing ? [...talk, wordsAbout(inputs.wordsAndTalk)] : [wordsAbout(inputs.words), about];
    }
    case 'question':
      return [wordsAbout(inputs.moreWords), about];
    case 'advise':
      return [day, ...(open ? [time] : []), wordsAbout(inputs.agreed)];
    case 'join':
      return [wordsAbout(inputs.toApplicant)];
    case 'inspect':
      return [wordsAbout(inputs.missing)];
    case 'create':
      return checklist(facts, words, locale, attempt, problemOf);
    case 'applicant':
      return state.status === 'submitted' && wantsTalk(state, facts) ? [day] : [];
    case 'acknowledge':
    case 'amend':
    case undefined:
      return [];
    default:
      return part satisfies never;
  }
}

/** What a question may be about: the whole, or one answer by its label. */
function questionsOf(state: Application, facts: Facts, words: Texts, locale: Locale): Choice[] {
  const steps = stepsOf(facts.guideline, facts.moment.organisation, state.answers);
  const fields = steps.flatMap((step) => askedIn(step, state));
  return fields
    .filter(({ id }) => (state.answers[id] ?? '') !== '')
    .map((field) => ({ title: labelOf(field, words, locale), value: field.id }));
}

function checklist(
  { guideline }: Facts,
  words: Texts,
  locale: Locale,
  attempt: ApplicationCommand | undefined,
  problemOf: (id: string, max?: number) => { problem?: string },
): Field[] {
  const report = attempt?.type === 'report' ? attempt : undefined;
  return [
    ...guideline.application.checklist.map((item): Field => ({
      required: true,
      id: `check-${item.id}`,
      error: words.problems.unchecked({}),
      kind: 'yes',
      label: item.text[locale],
      choices: [{ title: words.done, value: 'yes' }],
      value: report?.confirmed.includes(item.id) === true ? 'yes' : 'no',
      ...problemOf(`check-${item.id}`),
    })),
    {
      required: true,
      error: words.clientError,
      id: 'link',
      kind: 'link',
      ...words.link,
      value: report?.link ?? '',
      maxLength: MOST_LINK,
      ...problemOf('link', MOST_LINK),
    },
  ];
}
