/** Turns what a file holds into a guideline, or into the full list of its mistakes. */
import { conditionsOf, faultsAcross } from './checks';
import { faultsOf, mistakeAt, type Mistake } from './mistakes';
import { isRecord } from './probe';
import { guidelineSchema, type Guideline } from './schema';
import { ruleConditionsOf } from './triage-checks';
import { versionOf } from './version';

export type Parsed =
  | { readonly ok: true; readonly guideline: Guideline }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** `raw` as the file's reader gives it; `place` names the file. Finds every mistake at once. */
export function parseGuideline(raw: unknown, place: string): Parsed {
  return parse(raw, place, versionOf);
}

/**
 * A guideline as it was stored, `JSON.stringify(guideline)`. It keeps the version it was stored under, also when a
 * newer release would name the same content otherwise.
 */
export function restoreGuideline(stored: unknown, place: string): Parsed {
  if (!isRecord(stored) || typeof stored['version'] !== 'string') {
    return {
      ok: false,
      mistakes: [mistakeAt(place, { path: ['version'], sentence: 'The version is missing.' })],
    };
  }
  const { version, ...content } = stored;
  return parse(content, place, () => version);
}

function parse(raw: unknown, place: string, name: typeof versionOf): Parsed {
  const checked = guidelineSchema.safeParse(raw);
  const conditions = conditionsOf(raw);
  const ruleConditions = ruleConditionsOf(raw);
  const faults = [
    ...(checked.success ? [] : faultsOf(checked.error, raw)),
    ...faultsAcross(raw),
    ...conditions.faults,
    ...ruleConditions.faults,
  ];
  if (!checked.success || faults.length > 0) {
    return { ok: false, mistakes: faults.map((fault) => mistakeAt(place, fault)) };
  }
  const content = checked.data;
  const questions = content.application.questions.map(({ when: _source, ...question }, index) => {
    const when = conditions.prepared.get(index);
    return when === undefined ? question : { ...question, when };
  });
  const rules = content.triage.rules.map(({ when: _source, ...rule }, index) => {
    const when = ruleConditions.prepared.get(index);
    return when === undefined ? rule : { ...rule, when };
  });
  const application = { ...content.application, questions };
  const triage = { ...content.triage, rules };
  return { ok: true, guideline: frozen({ ...content, application, triage, version: name(content) }) };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
