/** The form: one step on a card, with the words that were typed and what is wrong with them. */
import type { Button, Field } from '../../kernel/card';
import type { Presenting } from '../../kernel/matter';
import type { View } from '../../kernel/view';
import { choicesOf, labelOf } from './answers';
import { cleared } from './draft';
import type { Facts } from './facts';
import { stepsOf, type FieldRule, type FixedField, type Problem, type Step } from './fields';
import type { Answers, Application, ApplicationCommand, ApplicationEvent, Draft } from './model';
import { swatch } from './swatch';
import { texts } from './texts';
import type { Texts } from './texts-shape';

type Input = Presenting<Application, ApplicationCommand, ApplicationEvent, Facts>;

export function presentForm(input: Input, state: Draft | undefined, notice: string | undefined): View {
  const { locale, facts, viewer } = input;
  const words = texts[locale];
  const { answers, at } = where(input, state);
  const filled: Answers = { responsible: viewer.name, ...input.prefill, ...answers };
  const steps = stepsOf(facts.guideline, facts.moment.organisation, filled);
  const step = steps[at] ?? steps[0];
  if (!step) throw new Error('a form has at least one step');
  const { heading, intro } = words.steps[step.name];
  const problems = (input.notice?.fields ?? {}) as Readonly<Record<string, Problem>>;
  return {
    card: 'applications/form',
    summary: words.summaries.form,
    data: {
      title: words.title,
      progress: words.progress(steps.indexOf(step) + 1, steps.length),
      heading,
      intro,
      ...(notice === undefined ? {} : { notice }),
      fields: step.fields.map((field) =>
        fieldOf(field, filled[field.id] ?? '', problems[field.id], input, words),
      ),
      buttons: buttonsOf(steps, step, words, input.prefill),
    },
  };
}

/** The step to show: the first with a problem, else the one that was left off at; typed words win over saved ones. */
function where(
  { attempt, notice, facts }: Input,
  state: Draft | undefined,
): { answers: Answers; at: number } {
  const tried = attempt && 'inputs' in attempt ? attempt : undefined;
  const saved = state?.answers ?? {};
  const answers = tried ? { ...cleared(saved, tried.step, facts), ...tried.inputs } : saved;
  const faulty = new Set(Object.keys(notice?.fields ?? {}));
  const steps = stepsOf(facts.guideline, facts.moment.organisation, answers);
  const first = steps.findIndex(({ fields }) => fields.some(({ id }) => faulty.has(id)));
  return { answers, at: first >= 0 ? first : (tried?.step ?? state?.step ?? 0) };
}

function fieldOf(
  rule: FieldRule,
  value: string,
  problem: Problem | undefined,
  input: Input,
  words: Texts,
): Field {
  const { locale, facts } = input;
  const { guideline, moment } = facts;
  const help = rule.question ? rule.question.help?.[locale] : words.fields[rule.id as FixedField].help;
  const choices = rule.choices ? choicesOf(rule, guideline, moment.organisation, words, locale) : undefined;
  const max = rule.maxLength === undefined ? {} : { max: rule.maxLength };
  return {
    id: rule.id,
    kind: rule.kind,
    label: labelOf(rule, words, locale),
    ...(help === undefined ? {} : { help }),
    error: words.clientError,
    required: rule.required,
    value,
    ...(rule.maxLength === undefined ? {} : { maxLength: rule.maxLength }),
    ...(choices === undefined ? {} : { choices }),
    ...(rule.kind === 'colour'
      ? { swatches: guideline.colours.map(({ hex, name }) => ({ url: swatch(hex), name: name[locale] })) }
      : {}),
    ...(problem === undefined ? {} : { problem: words.problems[problem](max) }),
  };
}

/** What was heard before anything is saved travels with the buttons of the first card. */
function buttonsOf(
  steps: readonly Step[],
  step: Step,
  { buttons }: Texts,
  carried: Answers | undefined,
): Button[] {
  const at = steps.indexOf(step);
  const data = carried ? { step: at, carried } : { step: at };
  const last = at === steps.length - 1;
  return [
    last
      ? { title: buttons.submit, verb: 'application.submit', style: 'positive', data }
      : { title: buttons.next, verb: 'application.next', style: 'positive', data },
    ...(at > 0
      ? [{ title: buttons.back, verb: 'application.back', style: 'default', data, lenient: true } as const]
      : []),
    { title: buttons.save, verb: 'application.save', style: 'default', data, lenient: true },
  ];
}
