/** The form: which fields each step asks for, and what is wrong with an answer. The questions come from the guideline. */
import type { Organisation } from '../../kernel/organisation';
import { holds } from '../../guidelines/conditions';
import type { Guideline, Question } from '../../guidelines/schema';
import { hostOf, normaliseHandle } from '../register/model';
import { platformOf } from './platform';
import type { Answers, Application } from './model';

/** Fields that every application has, whatever the guideline asks besides. */
export type FixedField =
  | 'platform'
  | 'platformName'
  | 'handle'
  | 'accountType'
  | 'department'
  | 'unit'
  | 'manager'
  | 'purpose'
  | 'audience'
  | 'responsible'
  | 'deputies'
  | 'mailbox'
  | 'training'
  | 'watchers'
  | 'frequency'
  | 'responseTime'
  | 'colour'
  | 'consultedWith'
  | 'consultedOn';

export type StepName = 'account' | 'unit' | 'questions' | 'people' | 'presence' | 'consultation';

export interface FieldRule {
  readonly id: string;
  readonly kind: 'line' | 'text' | 'choice' | 'list' | 'date' | 'colour' | 'email';
  readonly required: boolean;
  readonly maxLength?: number;
  /** Values that may be chosen; their titles are `present`'s matter. */
  readonly choices?: readonly string[];
  readonly question?: Question;
}

export interface Step {
  readonly name: StepName;
  readonly fields: readonly FieldRule[];
}

/** What is wrong with one answer; each has its sentence in `texts.ts`. */
export type Problem =
  | 'missing'
  | 'too-long'
  | 'not-a-choice'
  | 'bad-email'
  | 'bad-handle'
  | 'wrong-platform'
  | 'bad-date'
  | 'later-date'
  | 'earlier-date'
  | 'training-wanted'
  | 'unknown-person'
  | 'same-person'
  | 'too-few-deputies'
  | 'too-many'
  | 'taken'
  | 'bad-link'
  | 'other-account'
  | 'unchecked';

/** Characters of the words beside a decision, and of a link. */
export const MOST_WORDS = 1000;
export const MOST_LINK = 300;
const MOST_FIELDS = 5;
const YES_NO = ['yes', 'no'];
const YES_NO_UNSURE = ['yes', 'no', 'unsure'];

/** The steps for these answers: questions that do not apply are left out. */
export function stepsOf(guideline: Guideline, organisation: Organisation, answers: Answers): Step[] {
  const { application, platforms, colours } = guideline;
  const ids = (choices: readonly { readonly id: string }[]): string[] => choices.map(({ id }) => id);
  const line = (id: FixedField, maxLength: number): FieldRule => ({
    id,
    kind: 'line',
    required: true,
    maxLength,
  });
  const text = (id: FixedField): FieldRule => ({ id, kind: 'text', required: true, maxLength: 600 });
  const one = (id: FixedField, kind: 'choice' | 'list' | 'colour', choices: string[]): FieldRule => ({
    id,
    kind,
    required: true,
    choices,
  });
  const questions = application.questions
    .filter((question) => question.when === undefined || holds(question.when, answers))
    .map(ruleOf);
  return [
    {
      name: 'account',
      fields: [
        one('platform', 'list', [...ids(platforms), 'other']),
        { ...line('platformName', 60), required: answers['platform'] === 'other' },
        line('handle', 120),
        one('accountType', 'choice', ['unit', 'official']),
        one('department', 'list', ids(organisation.departments)),
      ],
    },
    { name: 'unit', fields: [line('unit', 120), line('manager', 120), text('purpose'), text('audience')] },
    ...chunks(questions).map((fields): Step => ({ name: 'questions', fields })),
    {
      name: 'people',
      fields: [
        line('responsible', 120),
        { ...line('deputies', 240), required: application.deputiesAtLeast > 0 },
        { id: 'mailbox', kind: 'email', required: true, maxLength: 120 },
        one('training', 'choice', YES_NO),
      ],
    },
    {
      name: 'presence',
      fields: [
        line('watchers', 200),
        one('frequency', 'choice', ids(application.frequencies)),
        one('responseTime', 'choice', ids(application.responseTimes)),
        one('colour', 'colour', ids(colours)),
      ],
    },
    {
      name: 'consultation',
      // The application may be sent in before the talk; the approval waits for it (G-2.0).
      fields: [
        { ...line('consultedWith', 120), required: (answers['consultedOn'] ?? '') !== '' },
        { id: 'consultedOn', kind: 'date', required: (answers['consultedWith'] ?? '') !== '' },
      ],
    },
  ];
}

function ruleOf(question: Question): FieldRule {
  const { id, required } = question;
  switch (question.kind) {
    case 'text':
      return { id, kind: 'text', required, maxLength: question.maxLength, question };
    case 'choice':
      return { id, kind: 'choice', required, choices: question.choices.map((choice) => choice.id), question };
    case 'yesno':
      return { id, kind: 'choice', required, choices: YES_NO_UNSURE, question };
    default:
      return question satisfies never;
  }
}

function chunks(fields: readonly FieldRule[]): FieldRule[][] {
  const count = Math.ceil(fields.length / MOST_FIELDS);
  return Array.from({ length: count }, (_, at) => fields.slice(at * MOST_FIELDS, (at + 1) * MOST_FIELDS));
}

/** The platform an answer means: one that was typed may be one that is listed, by its name or an alias. */
export function platformIn(answers: Answers, { platforms }: Guideline): string {
  return platformOf(answers['platform'] ?? '', answers['platformName'] ?? '', platforms);
}

/** What is wrong with words that have to be there. */
export function wordsProblem(words: string): Problem | undefined {
  return words === '' ? 'missing' : words.length > MOST_WORDS ? 'too-long' : undefined;
}

/** What a step still asks for: a talk that the communicator has written down is not asked about again. */
export function askedIn(step: Step | undefined, state: Application | undefined): readonly FieldRule[] {
  const recorded = step?.name === 'consultation' && state?.consultation?.status === 'held';
  return recorded ? [] : (step?.fields ?? []);
}

/** Problems by field id. With `lenient` only what could not be stored is one: too long, or not among the choices. */
export function problemsIn(
  fields: readonly FieldRule[],
  answers: Answers,
  {
    guideline,
    today,
    lenient,
  }: { readonly guideline: Guideline; readonly today: string; readonly lenient: boolean },
): Record<string, Problem> {
  const found: Record<string, Problem> = {};
  for (const field of fields) {
    const answer = answers[field.id] ?? '';
    const problem =
      shapeProblem(field, answer) ??
      (lenient ? undefined : fullProblem(field, answer, answers, guideline, today));
    if (problem) found[field.id] = problem;
  }
  return found;
}

function shapeProblem(field: FieldRule, answer: string): Problem | undefined {
  if (answer === '') return undefined;
  if (field.maxLength !== undefined && answer.length > field.maxLength) return 'too-long';
  return field.choices && !field.choices.includes(answer) ? 'not-a-choice' : undefined;
}

function fullProblem(
  field: FieldRule,
  answer: string,
  answers: Answers,
  guideline: Guideline,
  today: string,
): Problem | undefined {
  if (answer === '') return field.required ? 'missing' : undefined;
  switch (field.id) {
    case 'handle':
      return handleProblem(answer, platformIn(answers, guideline), guideline);
    case 'mailbox':
      return isEmail(answer) ? undefined : 'bad-email';
    case 'training':
      return guideline.application.trainingRequired && answer !== 'yes' ? 'training-wanted' : undefined;
    case 'consultedOn':
      return dateProblem(answer, today);
    default:
      return undefined;
  }
}

function handleProblem(answer: string, platform: string, guideline: Guideline): Problem | undefined {
  if (normaliseHandle(answer) === undefined) return 'bad-handle';
  const host = hostOf(answer);
  return host !== undefined && !belongs(host, platform, guideline) ? 'wrong-platform' : undefined;
}

/** Whether a link's host is the platform's; a platform without hosts takes any, except another platform's. */
export function belongs(host: string, platform: string, guideline: Guideline): boolean {
  const of = (hosts: readonly string[]): boolean =>
    hosts.some((one) => host === one || host.endsWith(`.${one}`));
  const hosts = guideline.platforms.find(({ id }) => id === platform)?.hosts;
  return hosts ? of(hosts) : !guideline.platforms.some((other) => of(other.hosts ?? []));
}

export function isEmail(text: string): boolean {
  return /^[^\s@<>"]{1,64}@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(text);
}

/** A day that exists, written as `YYYY-MM-DD`, and not after `latest`. */
export function dateProblem(answer: string, latest?: string): Problem | undefined {
  const date = new Date(`${answer}T00:00:00Z`);
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(answer) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(answer);
  if (!real) return 'bad-date';
  return latest !== undefined && answer > latest ? 'later-date' : undefined;
}
