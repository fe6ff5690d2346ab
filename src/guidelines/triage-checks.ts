/** Checks across the triage part of a guideline: rules that can be reached, and paragraphs that are in force (G-8). */
import { prepareCondition, type Condition } from './conditions';
import { YES_NO_ANSWERS } from './fields';
import type { Fault } from './mistakes';
import { find, valueAt, type Found } from './probe';

/** Texts of one list that must differ. */
export const UNIQUE_IN_TRIAGE = [
  'triage.references.*.id',
  'triage.questions.*.id',
  'triage.rules.*.id',
  'triage.culling.reasons.*.id',
  'triage.culling.confirmations.*.id',
];

/** What a card sends beside the answers, or what every object has. */
const RESERVED: readonly string[] = ['matter', 'step', 'carried', 'words', 'outcome'];

export function triageFaults(raw: unknown): Fault[] {
  return [
    ...reservedIds(raw),
    ...unknownReferences(raw),
    ...unlawful(raw),
    ...ended(raw),
    ...lastRule(raw),
    ...outranked(raw),
    ...ladders(raw),
    ...office(raw),
  ];
}

export interface RuleConditions {
  readonly faults: readonly Fault[];
  /** By index of the rule. */
  readonly prepared: ReadonlyMap<number, Condition>;
}

/** A rule may look at every question of triage; each is answered with yes, no or unsure. */
export function ruleConditionsOf(raw: unknown): RuleConditions {
  const known = new Map(
    find(raw, 'triage.questions.*.id').flatMap(({ value }) =>
      typeof value === 'string' ? [[value, YES_NO_ANSWERS] as const] : [],
    ),
  );
  const faults: Fault[] = [];
  const prepared = new Map<number, Condition>();
  for (const [index, { path, value }] of find(raw, 'triage.rules.*').entries()) {
    const source = valueAt(value, ['when']);
    if (typeof source !== 'string') continue;
    const result = prepareCondition(source, known);
    if (result.ok) prepared.set(index, result.condition);
    else faults.push(...result.sentences.map((sentence) => ({ path: [...path, 'when'], sentence })));
  }
  return { faults, prepared };
}

function reservedIds(raw: unknown): Fault[] {
  return find(raw, 'triage.questions.*.id').flatMap(({ path, value }) =>
    typeof value === 'string' && (RESERVED.includes(value) || value in {})
      ? [{ path, sentence: `${value} has a meaning of its own where answers are sent. Give it another id.` }]
      : [],
  );
}

/** Where paragraphs are named: by questions, by the questions of safety, and by culling. */
const NAMING = ['triage.questions.*', 'triage.safety.*', 'triage.culling'];

function unknownReferences(raw: unknown): Fault[] {
  const known = idsIn(raw, 'triage.references.*.id');
  const named = NAMING.flatMap((pattern) => find(raw, `${pattern}.references.*`));
  return unknown(named, known, 'There is no paragraph with the id');
}

/** A paragraph stands in a law of the list, and is in force no longer than its law. */
function unlawful(raw: unknown): Fault[] {
  const laws = new Map(find(raw, 'laws.*').map(({ value }) => [valueAt(value, ['id']), value]));
  return find(raw, 'triage.references.*').flatMap(({ path, value }) => {
    const id = valueAt(value, ['law']);
    const law = laws.get(id);
    if (law === undefined)
      return typeof id === 'string'
        ? [{ path: [...path, 'law'], sentence: `There is no law with the id ${id} in the list of laws.` }]
        : [];
    const [from, until] = [valueAt(value, ['from']), valueAt(value, ['until'])];
    const [began, ends] = [valueAt(law, ['from']), valueAt(law, ['until'])];
    const faults: Fault[] = [];
    if (typeof from === 'string' && typeof began === 'string' && from < began)
      faults.push({ path: [...path, 'from'], sentence: `The law itself is in force from ${began}.` });
    if (typeof ends === 'string' && (typeof until !== 'string' || until > ends))
      faults.push({ path: [...path, 'until'], sentence: `The law itself ended ${ends}. Write until here.` });
    if (typeof until === 'string' && typeof from === 'string' && until < from)
      faults.push({ path: [...path, 'until'], sentence: `This lies before from (${from}).` });
    return faults;
  });
}

/** Wherever paragraphs are named, one of them at least has no end: laws change, and a question outlives them. */
function ended(raw: unknown): Fault[] {
  const open = new Set(
    find(raw, 'triage.references.*').flatMap(({ value }) =>
      valueAt(value, ['until']) === undefined ? [valueAt(value, ['id'])] : [],
    ),
  );
  const known = idsIn(raw, 'triage.references.*.id');
  return NAMING.flatMap((pattern) => find(raw, `${pattern}.references`)).flatMap(({ path, value }) => {
    const ids: unknown[] = Array.isArray(value) ? value : [];
    if (ids.length === 0 || ids.some((id) => open.has(id)) || !ids.every((id) => known.includes(id)))
      return [];
    return [{ path, sentence: 'All of these have ended. Name the paragraph that has replaced them.' }];
  });
}

function lastRule(raw: unknown): Fault[] {
  const rules = find(raw, 'triage.rules.*');
  return rules.flatMap(({ path, value }, index): Fault[] => {
    const last = index === rules.length - 1;
    const conditional = valueAt(value, ['when']) !== undefined;
    if (last && conditional)
      return [{ path: [...path, 'when'], sentence: 'The last rule always holds. Take its condition away.' }];
    return last || conditional
      ? []
      : [{ path, sentence: 'This rule always holds, so none below it is reached. Give it a condition.' }];
  });
}

/** G-7.1 outranks G-7.4: what is to be registered is never culled first, and the last rule culls nothing. */
function outranked(raw: unknown): Fault[] {
  const rules = find(raw, 'triage.rules.*');
  const outcomes = rules.map(({ value }) => valueAt(value, ['outcome']));
  const lastRegistering = Math.max(outcomes.lastIndexOf('register-delete'), outcomes.lastIndexOf('register'));
  return rules.flatMap(({ path }, index): Fault[] => {
    if (outcomes[index] !== 'cull') return [];
    if (index < lastRegistering)
      return [{ path, sentence: 'Registering outranks culling. Put this below the rules that register.' }];
    return index === rules.length - 1
      ? [{ path, sentence: 'Culling is not always offered. Put a rule that keeps the post last.' }]
      : [];
  });
}

function ladders(raw: unknown): Fault[] {
  return find(raw, 'triage.deadlines.*').flatMap(({ path }) => {
    const rungs = find(raw, [...path, 'ladder', '*', 'after'].join('.'));
    return rungs
      .filter((rung, index) => index > 0 && lengthOf(rung.value) <= lengthOf(rungs[index - 1]?.value))
      .map((rung) => ({ path: rung.path, sentence: 'The time must rise from one step to the next.' }));
  });
}

/** Hours come before days; any hours are shorter than the end of the same day. */
function lengthOf(span: unknown): number {
  const hours = valueAt(span, ['hours']);
  return typeof hours === 'number' ? hours : 100 + Number(valueAt(span, ['days']));
}

function office(raw: unknown): Fault[] {
  const [from, to] = [valueAt(raw, ['triage', 'office', 'from']), valueAt(raw, ['triage', 'office', 'to'])];
  if (typeof from !== 'string' || typeof to !== 'string' || from < to) return [];
  return [{ path: ['triage', 'office', 'to'], sentence: `This lies before from (${from}).` }];
}

function unknown(found: readonly Found[], known: readonly unknown[], sentence: string): Fault[] {
  return found
    .filter(({ value }) => typeof value === 'string' && !known.includes(value))
    .map(({ path, value }) => ({ path, sentence: `${sentence} ${String(value)} in this guideline.` }));
}

function idsIn(raw: unknown, pattern: string): unknown[] {
  return find(raw, pattern).map(({ value }) => value);
}
