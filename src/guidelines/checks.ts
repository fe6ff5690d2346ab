/** Checks across a guideline that no single field can show: doubles, references, order. They run beside the schema. */
import { prepareCondition, type Condition } from './conditions';
import { answersTo, APPLICATION_FIELDS, knownFields } from './fields';
import { ladderFaults } from './ladder-checks';
import type { Fault } from './mistakes';
import { find, pathInWords, repeated, valueAt, type Path } from './probe';
import { triageFaults, UNIQUE_IN_TRIAGE } from './triage-checks';

/** Texts of one list that must differ. */
const UNIQUE = [
  'platforms.*.id',
  'platforms.*.hosts.*',
  'colours.*.id',
  'colours.*.hex',
  'application.questions.*.id',
  'application.responseTimes.*.id',
  'application.frequencies.*.id',
  'application.checklist.*.id',
  'application.chain.*',
  'seasons.times.*.id',
  'laws.*.id',
  ...UNIQUE_IN_TRIAGE,
];
/** What a form's button sends beside the answers. */
const BESIDE_ANSWERS: readonly string[] = ['matter', 'step', 'carried'];
/** All the texts of one form must stay below 16 KB, with two bytes a character and the fixed fields beside them. */
const LONGEST_ANSWERS = 6000;

/** Data of any shape; what the schema finds is not repeated here. */
export function faultsAcross(raw: unknown): Fault[] {
  return [
    ...UNIQUE.flatMap((pattern) => doubles(raw, pattern)),
    ...find(raw, 'application.questions.*').flatMap(({ path }) =>
      doubles(raw, [...path, 'choices.*.id'].join('.')),
    ),
    ...reserved(raw),
    ...tooLong(raw),
    ...ladderFaults(raw),
    ...periods(raw),
    ...laws(raw),
    ...triageFaults(raw),
  ];
}

export interface Conditions {
  readonly faults: readonly Fault[];
  /** By index of the question. */
  readonly prepared: ReadonlyMap<number, Condition>;
}

/** A condition may look at the fixed fields and at the questions above its own, so that no two wait for each other. */
export function conditionsOf(raw: unknown): Conditions {
  const known = new Map(knownFields(raw));
  const faults: Fault[] = [];
  const prepared = new Map<number, Condition>();
  for (const [index, { path, value }] of find(raw, 'application.questions.*').entries()) {
    const source = valueAt(value, ['when']);
    if (typeof source === 'string') {
      const result = prepareCondition(source, known);
      if (result.ok) prepared.set(index, result.condition);
      else faults.push(...result.sentences.map((sentence) => ({ path: [...path, 'when'], sentence })));
    }
    const id = valueAt(value, ['id']);
    if (typeof id === 'string') known.set(id, answersTo(value));
  }
  return { faults, prepared };
}

function doubles(raw: unknown, pattern: string): Fault[] {
  return repeated(find(raw, pattern)).map(({ path, value, first }) => ({
    path,
    sentence: `${String(value)} stands already at ${pathInWords(first)}. Each may be there once.`,
  }));
}

function reserved(raw: unknown): Fault[] {
  const fields: readonly unknown[] = APPLICATION_FIELDS;
  const ids = find(raw, 'application.questions.*.id');
  return ids.flatMap(({ path, value }) => {
    if (fields.includes(value))
      return [
        { path, sentence: `${String(value)} is a field that every form has. Give the question another id.` },
      ];
    return typeof value === 'string' && (BESIDE_ANSWERS.includes(value) || value in {})
      ? [
          {
            path,
            sentence: `${value} has a meaning of its own where answers are sent. Give the question another id.`,
          },
        ]
      : [];
  });
}

function tooLong(raw: unknown): Fault[] {
  const sum = numbers(raw, 'application.questions.*.maxLength').reduce((total, length) => total + length, 0);
  if (sum <= LONGEST_ANSWERS) return [];
  const sentence = `The answers may have ${sum} characters together. Use at most ${LONGEST_ANSWERS}, so that the form can be sent.`;
  return [{ path: ['application', 'questions'], sentence }];
}

function periods(raw: unknown): Fault[] {
  const faults: Fault[] = [...order(raw, [], 'decided', 'validTo')];
  let last = '';
  for (const { path, value } of find(raw, 'seasons.times.*')) {
    const [from, to] = [valueAt(value, ['from']), valueAt(value, ['to'])];
    faults.push(...order(raw, path, 'from', 'to'));
    if (typeof from === 'string' && from <= last) {
      faults.push({
        path: [...path, 'from'],
        sentence: 'This season begins before the one above it has ended.',
      });
    }
    if (typeof to === 'string') last = to;
  }
  return faults;
}

function laws(raw: unknown): Fault[] {
  const ids = find(raw, 'laws.*.id').map(({ value }) => value);
  const missing = find(raw, 'laws.*.replacedBy.*')
    .filter(({ value }) => typeof value === 'string' && !ids.includes(value))
    .map(({ path, value }) => ({
      path,
      sentence: `There is no law with the id ${String(value)} in this list.`,
    }));
  const ended = find(raw, 'laws.*')
    .filter(
      ({ value }) =>
        (valueAt(value, ['until']) === undefined) !== (valueAt(value, ['replacedBy']) === undefined),
    )
    .map(({ path }) => ({ path, sentence: 'A law that has ended needs both until and replacedBy.' }));
  const turned = find(raw, 'laws.*').flatMap(({ path }) => order(raw, path, 'from', 'until'));
  return [...missing, ...ended, ...turned];
}

/** Two dates of one group in their order; both as text, so that days compare as words do. */
function order(raw: unknown, path: Path, from: string, to: string): Fault[] {
  const [first, last] = [valueAt(raw, [...path, from]), valueAt(raw, [...path, to])];
  if (typeof first !== 'string' || typeof last !== 'string' || first <= last) return [];
  return [{ path: [...path, to], sentence: `This lies before ${from} (${first}).` }];
}

function numbers(raw: unknown, pattern: string): number[] {
  return find(raw, pattern).flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
}
