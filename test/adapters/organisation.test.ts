/** Organisation and guideline files: who belongs where, and what is refused at start, with its place. */
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import {
  colleagueOf,
  communicatesFor,
  communicatorsOf,
  rolesOf,
  type Organisation,
} from '../../src/kernel/organisation';
import { DEMO, makeFolder, RULES, SMALL, TENANT, type Folder } from './organisation-folder';

/** Eight lists, each of nine times the one before. */
const ALIASES = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  .map(
    (key, at, all) =>
      `${key}: &${key} [${Array(9)
        .fill(`*${all[at - 1] ?? 'a'}`)
        .join(', ')}]`,
  )
  .reduce((text, line) => `${text}${line}\n`, 'a: &a [x, x]\n');

let folder: Folder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

describe('The demo organisation', () => {
  let sundsvall: Organisation;
  const id = (number: number) => `00000000-0000-0000-0000-0000000000${number}`;

  beforeEach(async () => {
    sundsvall = (await folder.open()).directory.organisation('sundsvall')!;
  });

  it('has the offices a visitor wants to try, under the guideline that is built in', () => {
    const today = '2026-09-15';

    expect(sundsvall).toMatchObject({
      guideline: 'sundsvall-2017',
      timeZone: 'Europe/Stockholm',
      locale: 'sv',
    });
    expect(sundsvall.departments.length).toBeGreaterThanOrEqual(5);
    expect([...rolesOf(sundsvall, id(34), today)]).toContain('lead');
    expect([...rolesOf(sundsvall, id(35), today)]).toContain('director');
    expect([...rolesOf(sundsvall, id(32), today)]).toContain('registrar');
    expect([...rolesOf(sundsvall, id(20), today)]).toEqual(['employee']);
    expect(colleagueOf(sundsvall, id(20))?.name).toBe('Anna Anställd');
  });

  it('G-4.2a: a department without a communicator is served by the one above it', () => {
    expect(communicatorsOf(sundsvall, 'bibliotek', '2026-09-15')).toEqual([
      { person: id(29) },
      { person: id(30), for: id(29) },
    ]);
    expect(communicatesFor(sundsvall, id(29), '2026-09-15')).toEqual(['kultur-fritid', 'bibliotek']);
  });

  it('has somebody to decide in every department', () => {
    expect(folder.logged.filter(({ event }) => event === 'department-without-communicator')).toEqual([]);
  });

  it('G-0.2: says that the guideline has expired', () => {
    expect(folder.logged).toContainEqual({
      level: 'warn',
      event: 'guideline-expired',
      fields: { organisation: 'sundsvall', guideline: expect.any(String), validTo: '2019-12-31' },
    });
  });
});

describe('Deputies', () => {
  it.each([
    ['2026-06-30', false],
    ['2026-07-01', true],
    ['2026-08-15', true],
    ['2026-08-16', false],
  ])('on %s the deputy from 1 July to 15 August stands in: %s', async (today, expected) => {
    const { directory } = await folder.open({ organisationFile: folder.write('norrby.yaml', SMALL) });
    const norrby = directory.organisation('norrby')!;

    expect(rolesOf(norrby, 'a0000000-0000-0000-0000-000000000004', today).has('deputy')).toBe(expected);
  });
});

describe('G-1.4: who belongs to which organisation', () => {
  const DAG = 'a0000000-0000-0000-0000-000000000001';
  const STRANGER = 'ffffffff-0000-0000-0000-000000000001';

  it('is who is listed there, whatever the case of the id; else whose tenant it is; else nobody', async () => {
    folder.write('a.yaml', SMALL);
    folder.write('b.yml', DEMO);
    const { directory } = await folder.open({ organisationFile: folder.path, anonymous: true });

    expect(directory.all().map(({ id }) => id)).toEqual(['norrby', 'sundsvall']);
    expect(directory.organisationFor(DAG.toUpperCase(), undefined)?.id).toBe('norrby');
    expect(directory.organisationFor('00000000-0000-0000-0000-000000000020', TENANT)?.id).toBe('sundsvall');
    expect(directory.organisationFor(STRANGER, TENANT.toUpperCase())?.id).toBe('norrby');
    expect(directory.organisationFor(STRANGER, undefined)).toBeUndefined();
    expect(directory.organisationFor(STRANGER, STRANGER)).toBeUndefined();
  });

  it('is on a laptop without identity everybody, in the only organisation there is', async () => {
    const named = await folder.open();
    const anonymous = await folder.open({ anonymous: true });

    expect(named.directory.organisationFor(STRANGER, 'any')).toBeUndefined();
    expect(anonymous.directory.organisationFor(STRANGER, 'any')?.id).toBe('sundsvall');
  });

  it('is never two: the same person, id or tenant in two files is a mistake', async () => {
    folder.write('a.yaml', SMALL);
    folder.write('b.yaml', SMALL.replace('A0000000', 'a0000000'));

    expect(await folder.mistakesOf({ organisationFile: folder.path })).toEqual([
      '- b.yaml:1 organisation.id: Another file has an organisation of this id. Give this one an id of its own.',
      '- b.yaml:1 organisation.tenant: Another organisation has this tenant. Only one can take in people who are not listed.',
      ...['dag', 'sara', 'karin', 'kim'].map(
        (key, index) =>
          `- b.yaml:${index + 9} people.${key}.id: This person is listed in another organisation, too. A person belongs to one.`,
      ),
    ]);
  });
});

describe('A faulty organisation file', () => {
  it.each<[from: string, to: string, mistake: string]>([
    ['id: norrby,', '', '- norrby.yaml:1 organisation.id: This is missing. Write a text here.'],
    ['id: norrby', 'id: Norrby!', '- norrby.yaml:1 organisation.id: Use a–z, 0–9 and single hyphens only.'],
    [
      'name: Norrby kommun',
      'name: Norrby kommun, färg: blå',
      '- norrby.yaml:1 organisation.färg: Nothing of this name is known here. Correct the spelling or take it away.',
    ],
    [
      ', tenant:',
      ', timeZone: Europe/Norrby, tenant:',
      '- norrby.yaml:1 organisation.timeZone: Write a time zone such as Europe/Stockholm.',
    ],
    [', tenant:', ', locale: fi, tenant:', '- norrby.yaml:1 organisation.locale: Write sv or en here.'],
    [
      ', tenant:',
      ', guideline: norrby-1, tenant:',
      '- norrby.yaml:1 organisation.guideline: Name the guideline that applies. There is sundsvall-2017.',
    ],
    [
      TENANT.toUpperCase(),
      'norrby.se',
      '- norrby.yaml:1 organisation.tenant: Write an Entra object id: 00000000-0000-0000-0000-000000000000.',
    ],
    [
      'socialMediaLead: sara',
      'socialMediaLead: dag',
      '- norrby.yaml:2 roles.socialMediaLead: Name somebody else: what the lead applies for is decided by the director.',
    ],
    [
      'socialMediaLead: sara',
      'socialMediaLead: siri',
      '- norrby.yaml:2 roles.socialMediaLead: There is nobody with the key siri under people.',
    ],
    [
      ', socialMediaLead: sara',
      '',
      '- norrby.yaml:2 roles.socialMediaLead: This is missing. Write a text here.',
    ],
    [
      'communicators: [karin]',
      'communicators: [karin, karin]',
      '- norrby.yaml:6 departments[0].communicators[1]: The same stands already at departments[0].communicators[0]. Each may be there once.',
    ],
    [
      'name: Skola',
      'name: Skola\n    parent: bildning',
      '- norrby.yaml:6 departments[0].parent: There is no department with the id bildning.',
    ],
    [
      'name: Skola',
      'name: Skola\n    parent: skola',
      '- norrby.yaml:6 departments[0].parent: The departments lie above each other in a circle.',
    ],
    [
      'for: karin',
      'for: sara',
      '- norrby.yaml:7 departments[0].deputies[0].for: sara is not a communicator of this department.',
    ],
    [
      'person: kim',
      'person: karin',
      '- norrby.yaml:7 departments[0].deputies[0].person: Nobody can be their own deputy.',
    ],
    [
      'to: 2026-08-15',
      'to: 2026-06-15',
      '- norrby.yaml:7 departments[0].deputies[0].to: This lies before from (2026-07-01).',
    ],
    [
      'to: 2026-08-15',
      'to: 2026-06-31',
      '- norrby.yaml:7 departments[0].deputies[0].to: Write a date that exists, as YYYY-MM-DD.',
    ],
    [
      'a0000000-0000-0000-0000-000000000004',
      'a0000000-0000-0000-0000-000000000003',
      '- norrby.yaml:12 people.kim.id: The same stands already at people.karin.id. Each may be there once.',
    ],
    ['kim@norrby.se', 'kim(at)norrby.se', '- norrby.yaml:12 people.kim.email: Write an e-mail address.'],
    [
      'kim@norrby.se',
      'Karin@norrby.se',
      '- norrby.yaml:12 people.kim.email: The same stands already at people.karin.email. Each may be there once.',
    ],
    ['  kim: {', '  Kim K: {', '- norrby.yaml:12 people.Kim K: Use a–z, 0–9 and single hyphens only.'],
    ['  kim: {', '  karin: {', '- norrby.yaml:12: This is not well-formed YAML. Map keys must be unique'],
    ['name: Kim', 'name: [Kim', '- norrby.yaml:'],
  ])('%s -> %s', async (from, to, mistake) => {
    const mistakes = await folder.mistakesOf({
      organisationFile: folder.write('norrby.yaml', SMALL.replace(from, to)),
    });

    expect(mistakes.some((each) => each.startsWith(mistake))).toBe(true);
  });

  it('is refused with all its mistakes and those of the guideline at once', async () => {
    const text = SMALL.replace('id: norrby', 'id: N')
      .replace('2026-08-15', '2026-15-08')
      .replace('person: kim', 'person: kym');
    const rules = RULES.replace('validTo: 2019-12-31', 'validTo: soon').replace(
      "accountType == 'official'",
      'rand(1, 2)',
    );

    const when = rules.split('\n').findIndex((line) => line.includes('rand(1, 2)')) + 1;

    const mistakes = await folder.mistakesOf({
      organisationFile: folder.write('norrby.yaml', text),
      guidelineFile: folder.write('rules.yaml', rules),
    });

    expect(mistakes).toEqual([
      '- norrby.yaml:1 organisation.id: Use a–z, 0–9 and single hyphens only.',
      '- norrby.yaml:7 departments[0].deputies[0].to: Write a date that exists, as YYYY-MM-DD.',
      '- norrby.yaml:7 departments[0].deputies[0].person: There is nobody with the key kym under people.',
      '- rules.yaml:8 validTo: Write a date that exists, as YYYY-MM-DD.',
      `- rules.yaml:${when} application.questions[4].when: The function rand is not allowed. Use and, or, not, if, contains, exists, empty.`,
      `- rules.yaml:${when} application.questions[4].when: Answers are texts: write a number in quotation marks.`,
    ]);
  });

  it.each<[what: string, text: string, mistake: RegExp]>([
    ['empty', '', /^- norrby\.yaml:1: This is missing\. Write a group of named values here\.$/],
    ['two documents', `${SMALL}---\n${SMALL}`, /not well-formed YAML/],
    ['a tag nobody knows', SMALL.replace('name: Kim', 'name: !!js/function Kim'), /not well-formed YAML/],
    ['aliases without end', ALIASES, /aliases in this file grow too far/],
    ['larger than 1 MB', `# ${'x'.repeat(1024 * 1024)}\n${SMALL}`, /larger than 1 MB/],
    [
      'a key of every object',
      SMALL.replace('socialMediaLead: sara', 'socialMediaLead: constructor'),
      /nobody with the key constructor/,
    ],
  ])('that is %s is refused', async (_what, text, mistake) => {
    const mistakes = await folder.mistakesOf({ organisationFile: folder.write('norrby.yaml', text) });

    expect(mistakes.filter((each) => mistake.test(each))).not.toEqual([]);
  });

  it('that a build turned into JSON is read as well, and its mistakes are found in it', async () => {
    const json = (text: string) => JSON.stringify(parse(text), undefined, 1);
    const { directory } = await folder.open({ organisationFile: folder.write('norrby.json', json(SMALL)) });

    const mistakes = await folder.mistakesOf({
      organisationFile: folder.write('norrby.json', json(SMALL.replace('2026-08-15', '2026-06-31'))),
    });
    const broken = await folder.mistakesOf({ organisationFile: folder.write('norrby.json', '{') });

    expect(directory.organisation('norrby')?.name).toBe('Norrby kommun');
    expect(mistakes).toEqual([
      expect.stringMatching(
        /^- norrby\.json:\d\d departments\[0\]\.deputies\[0\]\.to: Write a date that exists/,
      ),
      expect.stringContaining('lies before'),
    ]);
    expect(broken[0]).toMatch(/^- norrby\.json:\d+: This is not well-formed YAML/);
  });

  it('that is not there is named with its setting', async () => {
    expect(
      await folder.mistakesOf({
        organisationFile: join(folder.path, 'none.yaml'),
        guidelineFile: folder.path,
      }),
    ).toEqual([
      '- none.yaml: This cannot be read (ENOENT). Check ORGANISATION_FILE.',
      `- ${folder.path}: This folder holds no file that ends in .yaml or .yml. Check GUIDELINE_FILE.`,
    ]);
  });
});

describe('Which guideline applies', () => {
  it('is the one of GUIDELINE_FILE instead of the built-in one', async () => {
    const guidelineFile = folder.write('rules.yaml', RULES.replace('id: sundsvall-2017', 'id: norrby-2026'));
    const { guidelines } = await folder.open({ guidelineFile });

    expect(guidelines.current('sundsvall').id).toBe('norrby-2026');
  });

  it('is named by each organisation when there are several', async () => {
    folder.write('one.yaml', RULES.replace('id: sundsvall-2017', 'id: one'));
    folder.write('two.yaml', RULES.replace('id: sundsvall-2017', 'id: two'));
    const organisation = (guideline: string) => {
      const raw: { organisation: object } = parse(SMALL);
      Object.assign(raw.organisation, { guideline });
      return stringify(raw);
    };
    const rules = { guidelineFile: folder.path };
    const elsewhere = makeFolder();
    const organisationFile = elsewhere.write('norrby.yaml', organisation('two'));

    const { guidelines } = await folder.open({ ...rules, organisationFile });
    const mistakes = await folder.mistakesOf(rules);
    elsewhere.remove();

    expect(guidelines.current('norrby').id).toBe('two');
    expect(mistakes).toEqual([
      expect.stringMatching(
        /organisation\.guideline: Name the guideline that applies\. There is one or two\.$/,
      ),
    ]);
  });

  it('is a bug to ask for an organisation that is not served', async () => {
    const { guidelines } = await folder.open();

    expect(() => guidelines.current('norrby')).toThrow(
      expect.objectContaining({ code: 'unknown-organisation' }),
    );
  });
});
