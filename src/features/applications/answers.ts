/** The answers as facts on a card: the few a reader decides on, and all of them folded behind. */
import type { Fact } from '../../kernel/card';
import { showDay } from '../../kernel/calendar';
import type { Locale } from '../../kernel/locale';
import { cut } from '../../kernel/words';
import { departmentOf } from '../../kernel/organisation';
import type { PersonRef } from '../register/model';
import type { Facts } from './facts';
import { stepsOf, type FieldRule, type FixedField } from './fields';
import type { Application, Submission } from './model';
import type { Texts } from './texts-shape';
import { platformName } from './account';

/** Characters of a long answer that are shown at once; all of it is folded behind. */
const FIRST_VIEW = 400;

/** What the decider looks at first: purpose, audience, people, the talk that was had. */
export function factsOf(state: Submission, _facts: Facts, words: Texts): Fact[] {
  const answer = (id: FixedField): string => state.answers[id] ?? '';
  const { facts } = words;
  const shared = [
    { label: facts.purpose, words: cut(answer('purpose'), FIRST_VIEW).text },
    { label: facts.audience, words: cut(answer('audience'), FIRST_VIEW).text },
    { label: facts.responsible, words: personWords(state.responsible) },
    { label: facts.deputies, words: state.deputies.map(personWords).join(', ') },
  ];
  return state.status === 'active'
    ? [{ label: facts.link, words: state.link }, ...shared]
    : [{ label: facts.applicant, words: state.applicant.name }, ...shared];
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
    return answer === ''
      ? []
      : [{ label: labelOf(field, words, locale), words: wordsOf(field, answer, facts, words, locale) }];
  });
  const rules = `${guideline.title}, ${guideline.diaryNumber}`;
  return [...answered, { label: words.facts.guideline, words: rules }];
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
