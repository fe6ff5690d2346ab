/** Reads organisations and guidelines together, since one names the other: all of them, or every mistake. */
import { createHash } from 'node:crypto';
import type { Organisation } from '../../kernel/organisation';
import { parseGuideline } from '../../guidelines/load';
import { faultsOf, oneOf, type Mistake } from '../../guidelines/mistakes';
import { valueAt } from '../../guidelines/probe';
import type { Guideline } from '../../guidelines/schema';
import { faultsWithin, mistakesBetween } from './checks';
import { organisationSchema, type OrganisationFile } from './schema';
import { readSource, type Sources } from './sources';
import { readYaml, type YamlFile } from './yaml-file';

export interface Configuration {
  readonly organisations: readonly Organisation[];
  /** By the guideline's id. */
  readonly guidelines: ReadonlyMap<string, Guideline>;
}

export interface ReadConfiguration {
  /** Of everything that was read, well-formed or not. */
  readonly hash: string;
  /** Every file could be read; whether its content is right is another matter. */
  readonly complete: boolean;
  readonly configuration?: Configuration;
  /** Empty exactly when there is a configuration. */
  readonly mistakes: readonly Mistake[];
}

export async function readConfiguration(sources: Sources): Promise<ReadConfiguration> {
  const [texts, ruleTexts] = await Promise.all([
    readSource(sources.organisations),
    readSource(sources.guidelines),
  ]);
  const all = [...texts, ...ruleTexts];
  const files = texts.map(readYaml);
  const rules = readGuidelines(ruleTexts.map(readYaml));
  const read = files.map((file) => readOrganisation(file, rules.ids));
  const mistakes = [...read.flatMap((each) => each.mistakes), ...mistakesBetween(files), ...rules.mistakes];
  const organisations = read.flatMap((each) => each.organisation ?? []);
  return {
    hash: createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16),
    complete: all.every((file) => 'text' in file),
    mistakes,
    ...(mistakes.length === 0 && { configuration: { organisations, guidelines: rules.guidelines } }),
  };
}

interface Rules {
  readonly guidelines: ReadonlyMap<string, Guideline>;
  /** Also of the faulty ones, so that a mistake in one is not reported as missing elsewhere. */
  readonly ids: readonly string[];
  readonly mistakes: readonly Mistake[];
}

function readGuidelines(files: readonly YamlFile[]): Rules {
  const guidelines = new Map<string, Guideline>();
  const ids: string[] = [];
  const mistakes: Mistake[] = [];
  for (const file of files) {
    const id = valueAt(file.raw, ['id']);
    if (typeof id === 'string' && ids.includes(id)) {
      mistakes.push(file.mistake({ path: ['id'], sentence: 'Another file has a guideline of this id.' }));
    }
    if (typeof id === 'string') ids.push(id);
    mistakes.push(...file.mistakes);
    if (file.mistakes.length > 0) continue;
    const parsed = parseGuideline(file.raw, '');
    if (parsed.ok) guidelines.set(parsed.guideline.id, parsed.guideline);
    else mistakes.push(...parsed.mistakes.map((mistake) => file.mistake(mistake)));
  }
  return { guidelines, ids, mistakes };
}

interface ReadOrganisation {
  readonly organisation?: Organisation;
  readonly mistakes: readonly Mistake[];
}

function readOrganisation(file: YamlFile, guidelines: readonly string[]): ReadOrganisation {
  if (file.mistakes.length > 0) return { mistakes: file.mistakes };
  const checked = organisationSchema.safeParse(file.raw);
  const path = ['organisation', 'guideline'];
  const named = valueAt(file.raw, path);
  const guideline = named ?? (guidelines.length === 1 ? guidelines[0] : undefined);
  const faults = [...(checked.success ? [] : faultsOf(checked.error, file.raw)), ...faultsWithin(file.raw)];
  if (guidelines.length > 0 && !guidelines.some((id) => id === guideline)) {
    faults.push({ path, sentence: `Name the guideline that applies. There is ${oneOf(guidelines)}.` });
  }
  const mistakes = faults.map((fault) => file.mistake(fault));
  if (!checked.success || faults.length > 0 || typeof guideline !== 'string') return { mistakes };
  return { mistakes, organisation: resolved(checked.data, guideline) };
}

/** The kernel's organisation: every key of a person becomes their Entra id. The checks made sure that it exists. */
function resolved(file: OrganisationFile, guideline: string): Organisation {
  const person = (key: string) => file.people[key]?.id ?? '';
  return {
    ...file.organisation,
    guideline,
    director: person(file.roles.communicationsDirector),
    lead: person(file.roles.socialMediaLead),
    departments: file.departments.map((department) => ({
      ...department,
      communicators: department.communicators.map(person),
      registrars: department.registrars.map(person),
      deputies: department.deputies.map((deputy) => ({
        ...deputy,
        for: person(deputy.for),
        person: person(deputy.person),
      })),
    })),
    people: Object.values(file.people),
  };
}
