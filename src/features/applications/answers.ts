/** The answers as facts on a card: the few a reader decides on, and all of them folded behind. */
import type { Fact } from '../../kernel/card';
import { showDay } from '../../kernel/calendar';
import type { Locale } from '../../kernel/locale';
import { cut, isolated } from '../../kernel/words';
import { departmentOf } from '../../kernel/organisation';
import type { PersonRef } from '../register/model';
import type { Facts } from './facts';
import { stepsOf, type FieldRule, type FixedField } from './fields';
import { isSubmission, type Answers, type Application, type Submission, type Twin } from './model';
import { changedFields } from './evolve';
import type { Part } from './part';
import type { Texts } from './texts-shape';
import { platformName } from './account';

/** Characters of a long answer that are shown at once; all of it is folded behind. */
const FIRST_VIEW = 400;

/** What this reader looks at first; an answer that is not there yet is left out. */
export function factsOf(state: Application, part: Part, facts: Facts, words: Texts, locale: Locale): Fact[] {
  const answer = (id: FixedField): string => cut(state.answers[id] ?? '', FIRST_VIEW).text;
  const { facts: labels } = words;
  const applicant = { label: labels.applicant, words: state.applicant.name };
  const wish = [
    { label: labels.purpose, words: answer('purpose') },
    { label: labels.audience, words: answer('audience') },
  ];
  if (!isSubmission(state)) {
    if (state.status === 'joining' || state.status === 'joined')
      return filled([applicant, ...wish, { label: labels.twin, words: twinWords(state.twin, facts.moment) }]);
    // What they have agreed on stays with the communicator until the application is sent in.
    return state.status === 'draft'
      ? filled([applicant, ...wish, ...talkOf(state, words, facts, locale)])
      : [];
  }
  const responsible = { label: labels.responsible, words: personWords(state.responsible) };
  const colour = { label: labels.colour, words: colourName(state, facts, locale) };
  if (part === 'inspect' && state.status === 'created')
    return [
      { label: labels.link, words: state.link },
      responsible,
      { label: labels.mailbox, words: answer('mailbox') },
      colour,
    ];
  return filled([
    state.status === 'active' ? { label: labels.link, words: state.link } : applicant,
    ...(state.handed && state.status === 'submitted' && part !== 'applicant'
      ? [{ label: labels.handed, words: words.handed(state.handed.name, state.handed.words) }]
      : []),
    ...(part === 'applicant' ? [] : changesOf(state, facts, words, locale)),
    ...wish,
    responsible,
    { label: labels.deputies, words: state.deputies.map(personWords).join(', ') },
    ...talkOf(state, words, facts, locale),
    ...overlapOf(state, facts, words),
    ...(state.status === 'changes'
      ? state.questions.map((one) => ({ label: labels.question, words: one.words }))
      : []),
  ]);
}

function filled(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ words }) => words !== '');
}

/** What came of the talk (G-2.0): the communicator's record, or what the applicant wrote in the form. */
function talkOf(
  { applicant, consultation, answers }: Application,
  { facts: labels, talk, talkToldBy }: Texts,
  { moment }: Facts,
  locale: Locale,
): Fact[] {
  const day = (on: string): string => showDay(on, locale, moment.today);
  if (consultation?.status === 'held') {
    // The applicant did not talk with themselves.
    const told = consultation.by === applicant.id ? talkToldBy : talk;
    return [
      { label: labels.talk, words: told(consultation.name, day(consultation.day), consultation.words) },
    ];
  }
  const [name = '', on = ''] = [answers['consultedWith'], answers['consultedOn']];
  return name === '' || on === '' ? [] : [{ label: labels.talk, words: talk(name, day(on), '') }];
}

/** Accounts that look alike, and why the applicant went on (the decider sees both). */
function overlapOf({ overlap }: Submission, { moment }: Facts, { facts: labels }: Texts): Fact[] {
  if (!overlap) return [];
  const twins = overlap.twins.map((twin) => twinWords(twin, moment)).join('\n');
  return [
    { label: labels.twins, words: twins },
    { label: labels.goOn, words: overlap.reason },
  ];
}

export function twinWords(
  { handle, platformName: platform, unit, department }: Twin,
  { organisation }: Facts['moment'],
): string {
  const where = departmentOf(organisation, department)?.name ?? department;
  return [handle, isolated(platform), isolated(unit), where].filter((part) => part !== '').join(' · ');
}

/** The questions whose answers were changed since the last decision on them. */
function changesOf(state: Submission, facts: Facts, words: Texts, locale: Locale): Fact[] {
  if (!state.before || state.status === 'changes') return [];
  const changed = changedFields(state.answers, state.before);
  const { guideline, moment } = facts;
  const labels = stepsOf(guideline, moment.organisation, state.answers)
    .flatMap((step) => step.fields)
    .filter(({ id }) => changed.includes(id))
    .map((field) => labelOf(field, words, locale));
  return [{ label: words.facts.changed, words: labels.length === 0 ? words.unchanged : labels.join('\n') }];
}

function colourName({ answers }: Application, { guideline }: Facts, locale: Locale): string {
  return guideline.colours.find(({ id }) => id === answers['colour'])?.name[locale] ?? '';
}

function personWords({ name, email }: PersonRef): string {
  return email === undefined || email === name ? name : `${name}, ${email}`;
}

/** Every answer in the order of the form, with its question. */
export function moreOf(state: Application, facts: Facts, words: Texts, locale: Locale): Fact[] {
  const { guideline, moment } = facts;
  const fields = stepsOf(guideline, moment.organisation, state.answers).flatMap((step) => step.fields);
  const answered = fields.flatMap((field) => {
    const answer = state.answers[field.id] ?? '';
    const before = beforeOf(state)?.[field.id];
    if (answer === '' && (before ?? '') === '') return [];
    const label = labelOf(field, words, locale);
    const inWords = wordsOf(field, answer, facts, words, locale);
    if (before === undefined || before === answer) return [{ label, words: inWords }];
    const old = wordsOf(field, before, facts, words, locale);
    return [{ label: words.changedLabel(label), words: words.was(inWords, old) }];
  });
  const { title, diaryNumber, decidedBy, decided } = guideline;
  const rules = words.rules(`${title}, ${diaryNumber}`, decidedBy, showDay(decided, locale, moment.today));
  return [...answered, { label: words.facts.guideline, words: rules }];
}

/** The answers before the last changes, while somebody decides on them. */
function beforeOf(state: Application): Answers | undefined {
  return isSubmission(state) && state.status !== 'changes' ? state.before : undefined;
}

export function labelOf(field: FieldRule, words: Texts, locale: Locale): string {
  return field.question?.text[locale] ?? words.fields[field.id as FixedField].label;
}

/** An answer in words: choices by their titles, dates as people write them. */
function wordsOf(
  field: FieldRule,
  answer: string,
  { guideline, moment }: Facts,
  words: Texts,
  locale: Locale,
): string {
  if (field.id === 'platform')
    return answer === 'other' ? words.otherPlatform : platformName(answer, '', guideline);
  if (field.id === 'department') return departmentOf(moment.organisation, answer)?.name ?? answer;
  if (field.kind === 'date') return showDay(answer, locale, moment.today);
  return (
    choicesOf(field, guideline, moment.organisation, words, locale).find(({ value }) => value === answer)
      ?.title ?? answer
  );
}

/** What can be chosen, with titles in the reader's language. */
export function choicesOf(
  field: FieldRule,
  guideline: Facts['guideline'],
  organisation: Facts['moment']['organisation'],
  words: Texts,
  locale: Locale,
): { readonly title: string; readonly value: string }[] {
  const { application, colours } = guideline;
  const named = (list: readonly { readonly id: string; readonly name: Readonly<Record<Locale, string>> }[]) =>
    list.map(({ id, name }) => ({ title: name[locale], value: id }));
  const question = field.question;
  if (question?.kind === 'choice') return named(question.choices);
  switch (field.id as FixedField) {
    case 'platform':
      return [
        ...guideline.platforms.map(({ id, name }) => ({ title: name, value: id })),
        { title: words.otherPlatform, value: 'other' },
      ];
    case 'department':
      return organisation.departments.map(({ id, name }) => ({ title: name, value: id }));
    case 'accountType':
      return [
        { title: words.accountTypes.unit, value: 'unit' },
        { title: words.accountTypes.official, value: 'official' },
      ];
    case 'frequency':
      return named(application.frequencies);
    case 'responseTime':
      return named(application.responseTimes);
    case 'colour':
      return named(colours);
    default:
      return (field.choices ?? []).map((value) => ({
        title: words.yesNo[value as keyof Texts['yesNo']],
        value,
      }));
  }
}
