/** Checks across organisation files that no single field can show: who is meant, who stands where, what is double. */
import type { Fault, Mistake } from '../../guidelines/mistakes';
import {
  find,
  isRecord,
  pathInWords,
  repeated,
  valueAt,
  type Found,
  type Path,
} from '../../guidelines/probe';
import type { YamlFile } from './yaml-file';

const PEOPLE = [
  'roles.*',
  'departments.*.communicators.*',
  'departments.*.registrars.*',
  'departments.*.deputies.*.for',
  'departments.*.deputies.*.person',
];

/** Checks within one file; data of any shape, what the schema finds is not repeated here. */
export function faultsWithin(raw: unknown): Fault[] {
  return [...references(raw), ...doubles(raw), ...tree(raw), ...deputies(raw), ...offices(raw)];
}

/** The hard boundary between organisations (G-1.4): ids, tenants and people belong to one of them. */
export function mistakesBetween(files: readonly YamlFile[]): Mistake[] {
  const rules: readonly (readonly [pattern: string, sentence: string])[] = [
    ['organisation.id', 'Another file has an organisation of this id. Give this one an id of its own.'],
    [
      'organisation.tenant',
      'Another organisation has this tenant. Only one can take in people who are not listed.',
    ],
    ['people.*.id', 'This person is listed in another organisation, too. A person belongs to one.'],
  ];
  return rules.flatMap(([pattern, sentence]) => {
    const elsewhere = new Set<string>();
    return files.flatMap((file) => {
      const here = find(file.raw, pattern).map(lowerCase);
      const mistakes = here
        .filter(({ value }) => elsewhere.has(String(value)))
        .map(({ path }) => file.mistake({ path, sentence }));
      here.forEach(({ value }) => elsewhere.add(String(value)));
      return mistakes;
    });
  });
}

function references(raw: unknown): Fault[] {
  const people = valueAt(raw, ['people']);
  const known = isRecord(people) ? Object.keys(people) : [];
  return PEOPLE.flatMap((pattern) => find(raw, pattern))
    .filter(({ value }) => typeof value === 'string' && !known.includes(value))
    .map(({ path, value }) => ({
      path,
      sentence: `There is nobody with the key ${String(value)} under people.`,
    }));
}

function doubles(raw: unknown): Fault[] {
  const lists = [
    find(raw, 'departments.*.id'),
    find(raw, 'people.*.id').map(lowerCase),
    find(raw, 'people.*.email').map(lowerCase),
    ...find(raw, 'departments.*').flatMap(({ value, path }) =>
      ['communicators.*', 'registrars.*'].map((list) => find(value, list).map((found) => below(path, found))),
    ),
  ];
  return lists.flatMap(repeated).map(({ path, first }) => ({
    path,
    sentence: `The same stands already at ${pathInWords(first)}. Each may be there once.`,
  }));
}

function tree(raw: unknown): Fault[] {
  const parents = new Map(
    find(raw, 'departments.*').map(({ value }) => [valueAt(value, ['id']), valueAt(value, ['parent'])]),
  );
  return find(raw, 'departments.*.parent').flatMap(({ path, value }) => {
    if (typeof value !== 'string') return [];
    if (!parents.has(value)) return [{ path, sentence: `There is no department with the id ${value}.` }];
    const passed = new Set<unknown>();
    let at: unknown = value;
    while (at !== undefined && !passed.has(at)) {
      passed.add(at);
      at = parents.get(at);
    }
    return at === undefined ? [] : [{ path, sentence: 'The departments lie above each other in a circle.' }];
  });
}

function deputies(raw: unknown): Fault[] {
  return find(raw, 'departments.*.deputies.*').flatMap(({ path, value }) => {
    const [department, given] = [path.slice(0, 2), (key: string) => valueAt(value, [key])];
    const communicators = valueAt(raw, [...department, 'communicators']);
    const [who, deputy, from, to] = [given('for'), given('person'), given('from'), given('to')];
    const faults: Fault[] = [];
    if (typeof who === 'string' && (!Array.isArray(communicators) || !communicators.includes(who))) {
      faults.push({ path: [...path, 'for'], sentence: `${who} is not a communicator of this department.` });
    }
    if (typeof who === 'string' && who === deputy) {
      faults.push({ path: [...path, 'person'], sentence: 'Nobody can be their own deputy.' });
    }
    if (typeof from === 'string' && typeof to === 'string' && to < from) {
      faults.push({ path: [...path, 'to'], sentence: `This lies before from (${from}).` });
    }
    return faults;
  });
}

function offices(raw: unknown): Fault[] {
  const director = valueAt(raw, ['roles', 'communicationsDirector']);
  if (typeof director !== 'string' || director !== valueAt(raw, ['roles', 'socialMediaLead'])) return [];
  const sentence = 'Name somebody else: what the lead applies for is decided by the director.';
  return [{ path: ['roles', 'socialMediaLead'], sentence }];
}

function lowerCase({ path, value }: Found): Found {
  return { path, value: typeof value === 'string' ? value.toLowerCase() : value };
}

function below(path: Path, found: Found): Found {
  return { path: [...path, ...found.path], value: found.value };
}
