/** The rules follow the table of answered cases, and change with the data alone; docs/triage-cases.md is that table. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { safety } from '../../../src/features/triage/assess';
import { suggestionOf } from '../../../src/features/triage/rules';
import type { Answer } from '../../../src/features/triage/model';
import { parseGuideline } from '../../../src/guidelines/load';
import type { Guideline } from '../../../src/guidelines/schema';
import { isRefused } from '../../../src/kernel/decision';
import { casesPage } from '../../../tools/triage/page';
import { changed, rawSundsvall, sundsvall } from '../../guidelines/sundsvall';
import { lix } from '../../support/lix';
import { moment, person } from '../world';
import { CASES, type AnsweredCase } from './cases';

const FILE = join(__dirname, '../../../docs/triage-cases.md');
const GUIDELINE = sundsvall();

function answersOf({ yes, unsure }: Pick<AnsweredCase, 'yes' | 'unsure'>): Record<string, Answer> {
  const all = GUIDELINE.triage.questions.map(({ id }) => [id, 'no'] as const);
  return Object.fromEntries([
    ...all,
    ...yes.map((id) => [id, 'yes'] as const),
    ...unsure.map((id) => [id, 'unsure'] as const),
  ]);
}

function outcomeOf(one: AnsweredCase, guideline: Guideline = GUIDELINE) {
  const facts = { id: 'x', moment: moment(), guideline, choices: [], pictureUrls: [] };
  const [life, children] = safetyOf(one);
  const begun = safety({ type: 'safety', life, children }, undefined, facts, person('anna'));
  const [opened] = isRefused(begun) ? [] : begun.events;
  if (opened?.type === 'opened' && opened.case.status === 'alarm') {
    const { id, version } = guideline.triage.safety.children.rule;
    return { outcome: 'alarm', rule: `${id} ${version}`, clauses: one.clauses };
  }
  const { outcome, rule, version, clauses } = suggestionOf(
    answersOf(one),
    guideline,
    one.noDecision ? undefined : 'KFN-2025-00042',
  );
  return { outcome, rule: `${rule} ${version}`, clauses: clauses.join(' ') };
}

function safetyOf({ safety: said }: AnsweredCase): [Answer, Answer] {
  const answer: Answer = said?.endsWith('unsure') ? 'unsure' : 'yes';
  if (said?.startsWith('danger')) return [answer, 'no'];
  return said?.startsWith('children') ? ['no', answer] : ['no', 'no'];
}

function other(path: string, value: unknown): Guideline {
  const parsed = parseGuideline(changed(path, value), 'mine');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes));
  return parsed.guideline;
}

describe('Answered cases', () => {
  it('are at least sixty, none twice, of every category, sure and unsure', () => {
    const ids = GUIDELINE.triage.questions.map(({ id }) => id);

    expect(CASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CASES.map(({ post }) => post)).size).toBe(CASES.length);
    expect(ids.filter((id) => !CASES.some(({ yes }) => yes.includes(id)))).toEqual([]);
    expect(ids.filter((id) => !CASES.some(({ unsure }) => unsure.includes(id)))).toEqual([]);
    expect(CASES.flatMap(({ yes, unsure }) => [...yes, ...unsure]).filter((id) => !ids.includes(id))).toEqual(
      [],
    );
  });

  it.each(CASES.map((one) => [one.clauses, one.post, one] as const))('%s: %s', (_clauses, _post, one) => {
    const { outcome, rule, clauses } = one;

    expect(outcomeOf(one)).toEqual({ outcome, rule, clauses });
  });

  it('G-7.1: a changed rule changes what follows, with no change of code, and says its own version', () => {
    const tyres = CASES.find(({ yes }) => yes.join() === 'advertising')!;
    const raw = rawSundsvall();
    const { rules } = raw['triage'] as { rules: { when: string; version: number }[] };
    const [first] = rules;
    first!.when = first!.when.replace(/\|\|\s+advertising == 'yes'/, '');
    first!.version = 2;
    const parsed = parseGuideline(raw, 'mine');
    const attack = CASES.find(({ yes }) => yes.join() === 'attack')!;

    expect(parsed.ok && outcomeOf(tyres, parsed.guideline)).toMatchObject({
      outcome: 'keep',
      rule: 'keep 1',
    });
    expect(parsed.ok && outcomeOf(attack, parsed.guideline)).toMatchObject({
      outcome: 'register-delete',
      rule: 'register-and-delete 2',
    });
  });

  it('G-7.1a: a rule with another outcome gives that outcome', () => {
    const views = CASES.find(({ yes, unsure }) => yes.join() === 'views' && unsure.length === 0)!;

    expect(outcomeOf(views, other('triage.rules.2.outcome', 'keep')).outcome).toBe('keep');
  });

  it('another municipality’s rules give other outcomes by the same code', () => {
    const file = join(__dirname, '../../guidelines/data/exempelstad-2026.yaml');
    const parsed = parseGuideline(parse(readFileSync(file, 'utf8')), 'exempelstad');
    if (!parsed.ok) throw new Error('not read');
    const said = (answers: Record<string, Answer>) => suggestionOf(answers, parsed.guideline, 'x');

    expect(said({ rude: 'yes', wish: 'yes' })).toMatchObject({
      outcome: 'register',
      rule: 'wishes-first',
      version: 4,
    });
    expect(said({ rude: 'unsure', wish: 'no' })).toMatchObject({
      outcome: 'register-delete',
      rule: 'rude-goes',
    });
    expect(said({ rude: 'no', wish: 'unsure' })).toMatchObject({ outcome: 'keep' });
  });

  it('G-7.4: without a local decision culling is not suggested', () => {
    const minor = answersOf({ yes: ['minor'], unsure: [] });

    expect(suggestionOf(minor, GUIDELINE, undefined)).toMatchObject({ outcome: 'keep', rule: 'keep' });
    expect(suggestionOf(minor, GUIDELINE, 'KFN 17')).toMatchObject({ outcome: 'cull' });
  });
});

describe('docs/triage-cases.md', () => {
  const page = casesPage(CASES, GUIDELINE);

  it('says what the table says', () => {
    const written = readFileSync(FILE, 'utf8');

    if (written !== page) throw new Error('The cases have changed: run "npm run triage-cases" and read it.');
    expect(written).toBe(page);
  });

  it('G-5.2c: reads easily, LIX at most 40', () => {
    const prose = page.split('\n').filter((text) => text !== '' && !/^[#|]/.test(text));

    expect(lix(prose)).toBeLessThanOrEqual(40);
  });
});
