/** The triage part of a guideline: what the document says stands in it, and its mistakes are found with their places. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseGuideline } from '../../src/guidelines/load';
import { changed, sundsvall } from './sundsvall';

const { triage, laws } = sundsvall();
const TODAY = '2026-11-23';

function mistakesOf(path: string, value: unknown): string[] {
  const parsed = parseGuideline(changed(path, value), 'mine');
  return parsed.ok ? [] : parsed.mistakes.map(({ place, sentence }) => `${place.slice(5)}: ${sentence}`);
}

describe('Triage in Sundsvall 2017', () => {
  it.each([
    ['G-7.1a1', 'principle', 'register'],
    ['G-7.1a2', 'views', 'register'],
    ['G-7.1a3', 'proposal', 'register'],
    ['G-7.1b1', 'attack', 'register-delete'],
    ['G-7.1b2', 'hatred', 'register-delete'],
    ['G-7.1b3', 'violence', 'register-delete'],
    ['G-7.1b4', 'incitement', 'register-delete'],
    ['G-7.1b5', 'copyright', 'register-delete'],
    ['G-7.1b6', 'secret', 'register-delete'],
    ['G-7.1b7', 'advertising', 'register-delete'],
    ['G-7.4', 'minor', 'cull'],
  ])('%s: is asked about as %s, and leads to %s', (clause, id, action) => {
    const question = triage.questions.find((one) => one.clause === clause);

    expect(question).toMatchObject({ id, action });
    expect(question?.is.sv).not.toBe(question?.isNot.sv);
  });

  it('G-7.1b1, G-7.1a2: says that criticism of the municipality is not in itself a personal attack', () => {
    const noted = triage.questions.filter(
      ({ note }) => note?.sv === 'Kritik mot kommunen är inte i sig ett personangrepp.',
    );

    expect(noted.map(({ id }) => id)).toEqual(['attack', 'views']);
  });

  it('G-7.1b6: only secret information masks a case', () => {
    expect(triage.questions.filter(({ masks }) => masks).map(({ clause }) => clause)).toEqual(['G-7.1b6']);
  });

  it('G-8: rests on a law only where that law names the post; else on the guideline alone', () => {
    const bases = triage.questions.flatMap(({ id, basis, references }) =>
      basis === undefined ? [] : [[id, basis, references.includes('bbs-5')]],
    );

    expect(bases).toEqual([
      ['attack', 'guideline', false],
      ['hatred', 'both', true],
      ['violence', 'both', true],
      ['incitement', 'law', true],
      ['copyright', 'law', true],
      ['secret', 'guideline', false],
      ['advertising', 'guideline', false],
    ]);
  });

  it('G-8: every paragraph that is named is in force, and so is its law', () => {
    const named = [
      ...triage.questions.flatMap(({ references }) => references),
      ...triage.safety.life.references,
      ...triage.safety.children.references,
      ...triage.culling.references,
    ];
    const inForce = ({ from, until }: { from?: string; until?: string }) =>
      from !== undefined && from <= TODAY && (until === undefined || TODAY <= until);

    for (const id of named) {
      const reference = triage.references.find((one) => one.id === id);
      const law = laws.find((one) => one.id === reference?.law);
      expect({ id, inForce: reference && inForce(reference), law: law && inForce(law) }).toEqual({
        id,
        inForce: true,
        law: true,
      });
    }
    expect(triage.references.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([]);
    expect(triage.references.map(({ law }) => law)).not.toContain('pul');
  });

  it('G-7.4a–c, G-7.4d–g: one reason of three, and all of four confirmations', () => {
    expect(triage.culling.reasons.map(({ clause }) => clause)).toEqual(['G-7.4a', 'G-7.4b', 'G-7.4c']);
    expect(triage.culling.confirmations.map(({ clause }) => clause)).toEqual([
      'G-7.4d',
      'G-7.4e',
      'G-7.4f',
      'G-7.4g',
    ]);
  });

  it('G-7.1c: evidence within an hour, the registrar within a working day, removal the same day', () => {
    const { evidence, registration, removal } = triage.deadlines;

    expect([evidence.due, registration.due, removal.due]).toEqual([{ hours: 1 }, { days: 1 }, { days: 0 }]);
  });
});

describe('A mistake in the triage part', () => {
  it.each<[path: string, value: unknown, mistake: string]>([
    [
      'triage.questions.1.id',
      'attack',
      'triage.questions[1].id: attack stands already at triage.questions[0].id. Each may be there once.',
    ],
    [
      'triage.questions.10.id',
      'words',
      'triage.questions[10].id: words has a meaning of its own where answers are sent. Give it another id.',
    ],
    [
      'triage.questions.0.references',
      ['pul-1'],
      'triage.questions[0].references[0]: There is no paragraph with the id pul-1 in this guideline.',
    ],
    [
      'triage.references.0.law',
      'bba',
      'triage.references[0].law: There is no law with the id bba in the list of laws.',
    ],
    [
      'triage.references.0.law',
      'pul',
      'triage.references[0].until: The law itself ended 2018-05-24. Write until here.',
    ],
    [
      'triage.references.1.from',
      '2009-06-29',
      'triage.references[1].from: The law itself is in force from 2009-06-30.',
    ],
    [
      'triage.references.17.until',
      '2025-12-31',
      'triage.questions[6].references: All of these have ended. Name the paragraph that has replaced them.',
    ],
    [
      'triage.references.17.until',
      '2001-12-31',
      'triage.references[17].until: This lies before from (2008-07-01).',
    ],
    [
      'triage.rules.0.when',
      "attack == 'maybe'",
      "triage.rules[0].when: attack is never 'maybe'. It is yes, no or unsure.",
    ],
    [
      'triage.rules.0.when',
      "why == 'yes'",
      'triage.rules[0].when: There is no question or field called why that may be used here.',
    ],
    [
      'triage.rules.2.when',
      "match(views, '.*')",
      'triage.rules[2].when: The function match is not allowed. Use and, or, not, if, contains, exists, empty.',
    ],
    [
      'triage.rules.1.when',
      undefined,
      'triage.rules[1]: This rule always holds, so none below it is reached. Give it a condition.',
    ],
    [
      'triage.rules.5.when',
      "views == 'no'",
      'triage.rules[5].when: The last rule always holds. Take its condition away.',
    ],
    [
      'triage.rules.1.outcome',
      'cull',
      'triage.rules[1]: Registering outranks culling. Put this below the rules that register.',
    ],
    [
      'triage.rules.5.outcome',
      'cull',
      'triage.rules[5]: Culling is not always offered. Put a rule that keeps the post last.',
    ],
    ['triage.rules.0.version', 0, 'triage.rules[0].version: Use at least 1.'],
    [
      'triage.culling.confirmations.3.id',
      'justice',
      'triage.culling.confirmations[3].id: justice stands already at triage.culling.confirmations[1].id. Each may be there once.',
    ],
    [
      'triage.deadlines.evidence.due',
      { hours: 1, days: 1 },
      'triage.deadlines.evidence.due: Write either hours or days here.',
    ],
    [
      'triage.deadlines.evidence.ladder.1.after',
      { hours: 1 },
      'triage.deadlines.evidence.ladder[1].after: The time must rise from one step to the next.',
    ],
    ['triage.office.to', '07:00', 'triage.office.to: This lies before from (08:00).'],
    ['triage.office.to', '25:00', 'triage.office.to: Write a time as HH:MM.'],
  ])('%s = %j', (path, value, mistake) => {
    expect(mistakesOf(path, value)).toContain(mistake);
  });

  it('G-7.4d–g: culling needs all four confirmations', () => {
    const two = sundsvall().triage.culling.confirmations.slice(0, 2);

    expect(mistakesOf('triage.culling.confirmations', two)).not.toEqual([]);
  });
});

it('another municipality asks about other things, in another order', () => {
  const file = join(__dirname, 'data/exempelstad-2026.yaml');
  const parsed = parseGuideline(parse(readFileSync(file, 'utf8')), 'exempelstad');

  expect(parsed.ok && parsed.guideline.triage.rules.map(({ id, version }) => `${id} ${version}`)).toEqual([
    'wishes-first 4',
    'rude-goes 2',
    'the-rest 1',
  ]);
});
