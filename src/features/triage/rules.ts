/** What follows from the answers by the guideline's rules, first one first: a suggestion, never a verdict (G-7.1, G-7.4). Pure. */
import type { Guideline, Triage } from '../../guidelines/schema';
import type { Answer, Suggestion } from './model';

export type TriageQuestion = Triage['questions'][number];
export type Reference = Triage['references'][number];
type Answers = Readonly<Record<string, Answer>>;

/** `cullingDecision`: the local decision's reference; without one, culling is not offered (G-7.4). */
export function suggestionOf(
  answers: Answers,
  { triage }: Pick<Guideline, 'triage'>,
  cullingDecision: string | undefined,
): Suggestion {
  const rule = triage.rules.find(
    ({ when, outcome }) =>
      (when?.test(answers) ?? true) && (outcome !== 'cull' || cullingDecision !== undefined),
  );
  if (!rule) throw new Error('the last rule of a guideline always holds');
  const { id, version, outcome } = rule;
  const answered = (as: Answer) => triage.questions.filter((question) => answers[question.id] === as);
  const [yes, unsure] = [answered('yes'), answered('unsure')];
  const grounds = triage.questions.filter(
    (question) =>
      (yes.includes(question) || unsure.includes(question)) &&
      counts(question, outcome, unsure.includes(question)),
  );
  return {
    outcome,
    rule: id,
    version,
    clauses: [...new Set([rule.clause, ...grounds.map(({ clause }) => clause)])].sort(),
    yes: yes.map((question) => question.id),
    unsure: unsure.map((question) => question.id),
  };
}

/** Which of the questions an outcome rests on: G-7.4 has no say in what is registered. */
function counts({ action }: TriageQuestion, outcome: Suggestion['outcome'], unsure: boolean): boolean {
  switch (outcome) {
    case 'register-delete':
      return action !== 'cull' && !unsure;
    case 'register':
      return action === 'register' && !unsure;
    case 'cull':
      return action === 'cull';
    case 'ask':
      return action !== 'cull' || unsure;
    case 'keep':
      return false;
    default:
      return outcome satisfies never;
  }
}

/** The questions that a case is about: answered with yes, or with unsure. */
export function touchedBy(
  { yes, unsure }: Pick<Suggestion, 'yes' | 'unsure'>,
  { triage }: Pick<Guideline, 'triage'>,
): TriageQuestion[] {
  return triage.questions.filter(({ id }) => yes.includes(id) || unsure.includes(id));
}

/** Paragraphs by id that are in force on a day, with their laws (G-8); what has ended is never named. */
export function paragraphsOn(
  day: string,
  ids: readonly string[],
  { triage, laws }: Pick<Guideline, 'triage' | 'laws'>,
): { readonly reference: Reference; readonly law: Guideline['laws'][number] }[] {
  return triage.references.flatMap((reference) => {
    const law = laws.find(({ id }) => id === reference.law);
    return law && ids.includes(reference.id) && inForce(reference, day) && inForce(law, day)
      ? [{ reference, law }]
      : [];
  });
}

function inForce({ from, until }: { readonly from?: string; readonly until?: string }, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** Paragraphs of secrecy that a registrar may choose from: those of the questions that mask. */
export function secrecyParagraphs(day: string, guideline: Pick<Guideline, 'triage' | 'laws'>) {
  const ids = guideline.triage.questions.flatMap(({ masks, references }) => (masks ? references : []));
  return paragraphsOn(day, [...new Set(ids)], guideline);
}

/** Reports that are offered for what a case is about. */
export function offersOf(touched: readonly TriageQuestion[]): ReadonlySet<TriageQuestion['offers'][number]> {
  return new Set(touched.flatMap(({ offers }) => offers));
}
