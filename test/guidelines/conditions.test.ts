/** Conditions: what they say, what they refuse, and that they mean what adaptive-expressions means. */
import { Expression, ExpressionFunctions } from 'adaptive-expressions';
import fc from 'fast-check';
import {
  holds,
  prepareCondition,
  type Answers,
  type Condition,
  type Known,
} from '../../src/guidelines/conditions';

const KNOWN: Known = new Map([
  ['accountType', ['official', 'unit']],
  ['platform', ['x', 'facebook', 'other']],
  ['trained', ['yes', 'no', 'unsure']],
  ['why', undefined],
  ['unit', undefined],
]);

function prepared(source: string): Condition {
  const result = prepareCondition(source, KNOWN);
  if (!result.ok) throw new Error(`${source}: ${result.sentences.join(' ')}`);
  return result.condition;
}

function refused(source: string): readonly string[] {
  const result = prepareCondition(source, KNOWN);
  return result.ok ? [] : result.sentences;
}

describe('What a condition says', () => {
  it.each<[source: string, answers: Answers, expected: boolean]>([
    ["accountType == 'official'", { accountType: 'official' }, true],
    ["accountType == 'official'", { accountType: 'unit' }, false],
    ["accountType == 'official'", {}, false],
    ["accountType != 'official'", {}, true],
    ["!(accountType == 'unit') && exists(unit)", { accountType: 'official', unit: 'Biblioteket' }, true],
    ["accountType == 'unit' || platform == 'x' && trained == 'no'", { accountType: 'unit' }, true],
    ["(accountType == 'unit' || platform == 'x') && trained == 'no'", { accountType: 'unit' }, false],
    ["contains(['x', 'facebook'], platform)", { platform: 'facebook' }, true],
    ["contains(['x', 'facebook'], platform)", { platform: 'other' }, false],
    ['empty(why)', {}, true],
    ['empty(why)', { why: '' }, true],
    ['exists(why)', { why: '' }, true],
    ["if(accountType == 'unit', empty(unit), exists(unit))", { accountType: 'unit' }, true],
    [
      "and(trained == 'yes', not(empty(why)), or(platform == 'x'))",
      { trained: 'yes', why: 'a', platform: 'x' },
      true,
    ],
    ["why >= '2026-01-01'", { why: '2026-05-02' }, true],
    ["why < 'b'", {}, false],
    ['platform ==\n  "x"', { platform: 'x' }, true],
  ])('%s with %j is %s', (source, answers, expected) => {
    expect(holds(prepared(source), answers)).toBe(expected);
  });

  it('treats unsure as an answer of its own, never as no', () => {
    const answers = { trained: 'unsure' };

    expect(holds(prepared("trained == 'no'"), answers)).toBe(false);
    expect(holds(prepared("trained == 'yes'"), answers)).toBe(false);
    expect(holds(prepared("trained == 'unsure'"), answers)).toBe(true);
  });

  it('holds when there is no condition', () => {
    expect(holds(undefined, {})).toBe(true);
  });

  it('reads answers only, not what every object inherits', () => {
    const inherited = prepareCondition('exists(toString)', new Map([['toString', undefined]]));

    expect(inherited.ok && holds(inherited.condition, {})).toBe(false);
  });

  it('tells ids apart by their letters, also where only upper and lower case differ', () => {
    const result = prepareCondition(
      "Why == 'a'",
      new Map([
        ['why', undefined],
        ['Why', undefined],
      ]),
    );

    expect(result.ok && holds(result.condition, { why: 'a' })).toBe(false);
    expect(result.ok && holds(result.condition, { why: 'b', Why: 'a' })).toBe(true);
  });

  it('may stand in as many brackets as fit', () => {
    const deep = prepared(`${'('.repeat(245)}why == 'a'${')'.repeat(245)}`);

    expect(holds(deep, { why: 'a' })).toBe(true);
  });

  it('is stored as its source', () => {
    expect(JSON.stringify({ when: prepared("trained == 'no'") })).toBe(`{"when":"trained == 'no'"}`);
  });
});

const HOSTILE: [source: string, sentence: RegExp][] = [
  ["isMatch(why, '^(a+)+$')", /The function isMatch is not allowed/],
  ['rand(1, 100)', /./],
  ["equals(utcNow(), '2026')", /The function utcNow is not allowed/],
  ['range(1, 999999999)', /./],
  ["concat(concat(why, why), concat(why, why)) == 'a'", /The function concat is not allowed/],
  ["replace(why, 'a', why) == 'b'", /The function replace is not allowed/],
  ["select([why], x => x) == 'a'", /The function select is not allowed/],
  ["foreach(['a'], x, x == 'a')", /The function foreach is not allowed/],
  ["length(why) == 'a'", /The function length is not allowed/],
  ["exists(json('{}'))", /The function json is not allowed/],
  ["eval(why) == 'a'", /The function eval is not allowed/],
  ["constructor('a') == 'b'", /The function constructor is not allowed/],
  ["__proto__('a') == 'b'", /The function __proto__ is not allowed/],
  ["secret == 'a'", /no question or field called secret/],
  ["why.constructor.name == 'a'", /no question or field called why\.constructor\.name/],
  ["Accessor('why.constructor') == 'a'", /no question or field called why\.constructor/],
  ["Accessor(why) == 'a'", /no question or field called/],
  ["Accessor() == 'a'", /no question or field called/],
  ["Constant('a') == why", /The function Constant is not allowed/],
  ["Element(why, 'a') == why", /The function Element is not allowed/],
  ["setProperty(json('{}'), 'a', why) == why", /The function setProperty is not allowed/],
  ["Why == 'a'", /no question or field called Why/],
  ["why['constructor'] == 'a'", /The sign \[ after a name has no place/],
  ["$root == 'a'", /no question or field called \$root/],
  ["`${why}` == 'a'", /The sign ` has no place/],
  ["`${utcNow()}` == 'a'", /The function utcNow is not allowed/],
  ["{a: 'b'} == why", /The sign \{ has no place/],
  ["why + why == 'a'", /The sign \+ has no place/],
  ["why ^ why ^ why == 'a'", /The sign \^ has no place/],
  ["(why ?? 'b') == 'a'", /The sign \?\? has no place/],
  ["why & why == 'a'", /The sign & has no place/],
  ['why == 5', /write a number in quotation marks/],
  ["why == 'a\\'", /no backslash in it/],
  ["why == 'a", /Something is wrong before 'a$/],
  ["=why == 'a'", /no = before it/],
  ["why <> 'a'", /The sign <> has no place/],
  ['why == true', /no question or field called true/],
  ['why == null', /no question or field called null/],
  ["why == 'a' == unit", /Only an answer and a text can stand on the sides of ==/],
  ["! why == 'a'", /Compare answers inside not/],
  ['why', /Compare the answer with a text/],
  ["'a'", /Compare the answer with a text/],
  ["why && unit == 'a'", /Compare answers inside and/],
  ["contains(why, 'a')", /Write contains with a list and an answer/],
  ["contains([why == 'a'], why)", /A list holds texts only/],
  ["empty('a')", /Give empty the id of one question/],
  ['exists(why, unit)', /Give exists the id of one question/],
  ['and()', /Give and at least 1 comparison/],
  ['if(empty(why), empty(unit))', /Give if 3 comparisons/],
  ['not(empty(why), empty(unit))', /Give not 1 comparison/],
  ["(why == 'a'", /Something is missing before the end/],
  ["and(why == 'a'", /Something is missing before the end/],
  ["why == 'a')", /Something is wrong before \)/],
  ["why == 'a' why == 'b'", /Something is wrong before why/],
  ["why == 'a' &&\n\n  || why == 'b'", /Something is wrong before \|\| why == 'b'$/],
  ['', /Compare the answer with a text/],
  [' ', /Something is missing before the end/],
  ["accountType == 'offical'", /accountType is never 'offical'\. It is official or unit\./],
  ["contains(['twitter'], platform)", /platform is never 'twitter'/],
  [`why == '${'a'.repeat(500)}'`, /at most 500 characters/],
  ['('.repeat(500), /Something is missing before the end/],
  ['!'.repeat(500), /Something is missing before the end/],
  [`${'if('.repeat(160)}why`, /Something is missing before the end/],
  [`${'['.repeat(248)}why${']'.repeat(248)}`, /A list holds texts only/],
  [`${'!'.repeat(497)}why`, /Compare answers inside not/],
  [`${'if('.repeat(100)}why${')'.repeat(100)}`, /Compare answers|Give if/],
  ["isMatch(why, '(a|a)*')", /The function isMatch is not allowed/],
  ["formatDateTime('a') == 'b' && secret == 'a' && rand() == 'c'", /formatDateTime/],
];

describe('What a condition refuses', () => {
  beforeAll(() => {
    prepared("why == 'the library is loaded, and the times below are those of conditions'");
  });

  it.each(HOSTILE)('%s', (source, sentence) => {
    const started = performance.now();

    const sentences = refused(source);

    expect(sentences.join(' ')).toMatch(sentence);
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('names every unknown word of one condition at once', () => {
    const sentences = refused("formatDateTime('a') == 'b' && secret == 'a' && rand() == 'c'");

    expect(sentences).toHaveLength(3);
  });

  it('allows no function of the library but those on the list, and no pattern, range, date or random one', () => {
    const names = [...ExpressionFunctions.standardFunctions.keys()].filter((name) => /^\w+$/.test(name));
    const allowed = names.filter(
      (name) => !refused(`${name}(why)`).some((each) => each.includes('is not allowed')),
    );

    expect(names.length).toBeGreaterThan(100);
    // `Accessor('why')` is the long form of `why`, `createArray('a')` that of `['a']`; they can do no more.
    const expected = ['Accessor', 'and', 'contains', 'createArray', 'empty', 'exists', 'if', 'not', 'or'];
    expect(allowed.sort()).toEqual(expected);
    expect(
      allowed.filter((name) => /match|rand|range|date|time|utc|sub|replace|split|json/i.test(name)),
    ).toEqual([]);
  });

  it('allows no sign of the library but comparisons and logic', () => {
    const signs = [...ExpressionFunctions.standardFunctions.keys()].filter((name) => !/^\w+$/.test(name));
    const allowed = signs.filter((sign) => !/has no place|is wrong/.test(refused(`why ${sign} unit`).join()));

    expect(signs).toEqual(expect.arrayContaining(['+', '^', '??', '&']));
    expect(allowed.sort()).toEqual(['!=', '&&', '<', '<=', '==', '>', '>=', '||']);
  });

  it('answers in no time whatever is written', () => {
    const words = [
      'why',
      '(',
      ')',
      '!',
      '&&',
      '||',
      '==',
      '<',
      ',',
      "'a'",
      '[',
      ']',
      'if(',
      'and(',
      'isMatch(',
      ' ',
      '\\',
      '$',
      '`',
      '${',
      '{',
      '}',
      ':',
      '?',
      '??',
      '=>',
      '^',
      '-',
      '.',
      '5',
    ];
    const source = fc.array(fc.constantFrom(...words), { maxLength: 200 }).map((parts) => parts.join(''));

    fc.assert(
      fc.property(source, (each) => {
        const started = performance.now();
        prepareCondition(each, KNOWN);
        return performance.now() - started < 100;
      }),
      { seed: 20170502, numRuns: 2000 },
    );
  });
});

/** Here the library parses and asks without the allow-list and with its own memory. */
describe('The library as the judge', () => {
  const id = fc.constantFrom('why', 'unit');
  const literal = fc.constantFrom('', 'a', 'b', 'yes', 'no', 'unsure', 'å').map((text) => `'${text}'`);
  const value = fc.oneof(id, literal);
  const comparison = fc
    .tuple(value, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), value)
    .map(([left, sign, right]) => `${left} ${sign} ${right}`);
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      comparison,
      fc.tuple(fc.constantFrom('exists', 'empty'), id).map(([name, answer]) => `${name}(${answer})`),
      fc
        .tuple(fc.array(value, { minLength: 1, maxLength: 3 }), id)
        .map(([list, answer]) => `contains([${list.join(', ')}], ${answer})`),
      fc
        .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
        .map((parts) => parts.join(' ')),
      tie('condition').map((inner) => `!(${inner})`),
      tie('condition').map((inner) => `(${inner})`),
      fc
        .tuple(fc.constantFrom('and', 'or'), tie('condition'), tie('condition'))
        .map(([name, a, b]) => `${name}(${a}, ${b})`),
      tie('condition').map((inner) => `not(${inner})`),
      fc
        .tuple(tie('condition'), tie('condition'), tie('condition'))
        .map((parts) => `if(${parts.join(', ')})`),
    ),
  }));
  const answers = fc.record(
    { why: fc.constantFrom('', 'a', 'b', 'yes', 'unsure'), unit: fc.constantFrom('', 'a', 'no', 'å') },
    { requiredKeys: [] },
  );

  it('every condition that is accepted means the same to adaptive-expressions', () => {
    fc.assert(
      fc.property(condition, answers, (source, given) => {
        fc.pre(source.length <= 500);
        const { value: expected } = Expression.parse(source).tryEvaluate(given);

        expect([source, holds(prepared(source), given)]).toEqual([source, expected]);
      }),
      { seed: 20170502, numRuns: 1500 },
    );
  });
});
