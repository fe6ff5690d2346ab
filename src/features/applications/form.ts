/** The form: one step on a card, with the words that were typed and what is wrong with them. */
import type { Button, Field } from '../../kernel/card';
import type { View } from '../../kernel/view';
import { choicesOf, labelOf } from './answers';
import { cleared } from './draft';
import { isOpen, isConsulted } from './consultation';
import type { Showing } from './facts';
import { nextOf } from './next';
import { askedIn, stepsOf, type FieldRule, type FixedField, type Problem, type Step } from './fields';
import type { Answers, Open, Question } from './model';
import { swatch } from './swatch';
import { texts } from './texts';
import type { Texts } from './texts-shape';

export function presentForm(input: Showing, state: Open | undefined, notice: string | undefined): View {
  const { locale, facts, viewer } = input;
  const words = texts[locale];
  const { answers, at } = where(input, state);
  const filled: Answers = { responsible: viewer.name, ...input.prefill, ...answers };
  const steps = stepsOf(facts.guideline, facts.moment.organisation, filled);
  const step = steps[at] ?? steps[0];
  if (!step) throw new Error('a form has at least one step');
  const { heading, intro } = words.steps[step.name];
  const asked = state?.status === 'changes' ? state.questions : [];
  const told = introOf(intro, step, state, input);
  const problems = (input.notice?.fields ?? {}) as Readonly<Record<string, Problem>>;
  return {
    card: 'applications/form',
    summary: words.summaries.form,
    data: {
      title: words.title,
      progress: words.progress(steps.indexOf(step) + 1, steps.length),
      heading,
      intro: told === notice ? intro : told,
      ...(notice === undefined ? {} : { notice }),
      questions: asked
        .filter(({ about }) => about === '')
        .map((one) => ({ words: words.asks(one.name, one.words) })),
      fields: askedIn(step, state).map((field) => ({
        ...fieldOf(field, filled[field.id] ?? '', problems[field.id], input, words),
        ...askedAt(field.id, asked, words),
      })),
      buttons:
        state?.status === 'changes'
          ? changesButtons(steps, step, asked, words)
          : buttonsOf(steps, step, input, state),
    },
  };
}

/** The step to show: the first with a problem, else the one that was left off at; typed words win over saved ones. */
function where(
  { attempt, notice, facts }: Showing,
  state: Open | undefined,
): { answers: Answers; at: number } {
  const tried = attempt && 'inputs' in attempt ? attempt : undefined;
  const saved = state?.answers ?? {};
  const answers = tried ? { ...cleared(state, tried.step, facts), ...tried.inputs } : saved;
  const faulty = new Set(Object.keys(notice?.fields ?? {}));
  const steps = stepsOf(facts.guideline, facts.moment.organisation, answers);
  const first = steps.findIndex(({ fields }) => fields.some(({ id }) => faulty.has(id)));
  return { answers, at: first >= 0 ? first : (tried?.step ?? state?.step ?? 0) };
}

function fieldOf(
  rule: FieldRule,
  value: string,
  problem: Problem | undefined,
  input: Showing,
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

/** What the decider wants to know, at the answer it is about. */
function askedAt(id: string, questions: readonly Question[], words: Texts): { readonly asked?: string } {
  const about = questions.filter((question) => question.about === id);
  return about.length === 0 ? {} : { asked: about.map((one) => words.asks(one.name, one.words)).join('\n') };
}

/** Under the heading: that questions wait, or how the talk stands where it is asked about; else what the step is for. */
function introOf(intro: string, step: Step, state: Open | undefined, { locale, facts }: Showing): string {
  if (!state) return intro;
  if (state.status === 'changes') return texts[locale].next.amend(state.questions.at(-1)?.name ?? '');
  const named = step.name === 'consultation' || isOpen(state.consultation);
  return named && state.consultation ? nextOf(state, 'applicant', facts, texts[locale], locale) : intro;
}

/** What was heard before anything is saved travels with the buttons of the first card. */
function buttonsOf(
  steps: readonly Step[],
  step: Step,
  { prefill, locale }: Showing,
  state: Open | undefined,
): Button[] {
  const { buttons } = texts[locale];
  const at = steps.indexOf(step);
  // What somebody else knows of is not left lying: it can be ended from every step.
  const withdraw: Button = {
    title: buttons.withdraw,
    verb: 'application.withdraw',
    style: 'destructive',
    lenient: true,
  };
  const data = prefill ? { step: at, carried: prefill } : { step: at };
  const last = at === steps.length - 1;
  const lenient = (title: string, verb: string): Button => ({
    title,
    verb,
    style: 'default',
    data,
    lenient: true,
  });
  const talked = state !== undefined && (state.consultation !== undefined || isConsulted(state));
  const mayAsk = (at === 0 || last) && !talked;
  return [
    last
      ? { title: buttons.submit, verb: 'application.submit', style: 'positive', data }
      : { title: buttons.next, verb: 'application.next', style: 'positive', data },
    ...(at > 0 ? [lenient(buttons.back, 'application.back')] : []),
    lenient(buttons.save, 'application.save'),
    ...(mayAsk ? [lenient(buttons.consult, 'application.consult')] : []),
    ...(state && (at === 0 || state.consultation) ? [withdraw] : []),
  ];
}

/** Every other answer is there already: it can be sent in as soon as the last question is behind. */
function changesButtons(
  steps: readonly Step[],
  step: Step,
  questions: readonly Question[],
  { buttons }: Texts,
): Button[] {
  const at = steps.indexOf(step);
  const data = { step: at };
  const later = steps
    .slice(at + 1)
    .some(({ fields }) => fields.some(({ id }) => questions.some(({ about }) => about === id)));
  return [
    later
      ? { title: buttons.next, verb: 'application.next', style: 'positive', data }
      : { title: buttons.submit, verb: 'application.submit', style: 'positive', data },
    ...(at > 0
      ? [{ title: buttons.back, verb: 'application.back', style: 'default', data, lenient: true } as const]
      : []),
    { title: buttons.save, verb: 'application.save', style: 'default', data, lenient: true },
    { title: buttons.withdraw, verb: 'application.withdraw', style: 'destructive', lenient: true },
  ];
}
