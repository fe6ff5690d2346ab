/** The form: its steps, what is wrong with an answer, and how much all of it may weigh. */
import fc from 'fast-check';
import {
  belongs,
  isEmail,
  problemsIn,
  stepsOf,
  type Problem,
} from '../../../src/features/applications/fields';
import { namesIn } from '../../../src/features/applications/people';
import { MOST_LINK, MOST_WORDS } from '../../../src/features/applications/fields';
import type { Answers } from '../../../src/features/applications/model';
import { sundsvall } from '../../guidelines/sundsvall';
import { organisation } from '../world';
import { ANSWERS } from './applications';

const guideline = sundsvall();
const steps = (answers: Answers) => stepsOf(guideline, organisation(), answers);
const OFFICIAL = { ...ANSWERS, accountType: 'official' };

function problemsOf(
  changed: Answers,
  { lenient = false, today = '2026-11-23' } = {},
): Record<string, Problem> {
  const answers = { ...ANSWERS, ...changed };
  const fields = steps(answers).flatMap((step) => step.fields);
  return problemsIn(fields, answers, { guideline, today, lenient });
}

describe('the form', () => {
  it.each([ANSWERS, OFFICIAL, {}])('has at most five inputs on a step', (answers) => {
    for (const { fields } of steps(answers)) expect(fields.length).toBeLessThanOrEqual(5);
  });

  it('has every field once', () => {
    const ids = steps(OFFICIAL).flatMap(({ fields }) => fields.map(({ id }) => id));

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(24);
  });

  it('G-2.1, G-2.2, G-2.3, G-2.4: asks the four questions of the guideline, all of them mandatory', () => {
    const asked = steps(ANSWERS).find(({ name }) => name === 'questions')?.fields;

    expect(asked?.map(({ question, required }) => [question?.clause, required])).toEqual([
      ['G-2.1', true],
      ['G-2.2', true],
      ['G-2.3', true],
      ['G-2.4', true],
    ]);
  });

  it('G-5.5b: asks about training in the channel for an official account only', () => {
    const ids = (answers: Answers) => steps(answers).flatMap(({ fields }) => fields.map(({ id }) => id));

    expect(ids(ANSWERS)).not.toContain('channelTraining');
    expect(ids({})).not.toContain('channelTraining');
    expect(ids(OFFICIAL)).toContain('channelTraining');
  });

  it('G-5.4: asks for one of the seven colours of the municipality', () => {
    const colour = steps(ANSWERS)
      .flatMap(({ fields }) => fields)
      .find(({ id }) => id === 'colour');

    expect(colour).toMatchObject({ kind: 'colour', required: true });
    expect(colour?.choices).toHaveLength(7);
    expect(problemsOf({ colour: 'pink' })).toEqual({ colour: 'not-a-choice' });
  });

  it('divides many questions into steps of five', () => {
    const questions = Array.from({ length: 11 }, (_, at) => ({
      ...guideline.application.questions[0]!,
      id: `q${at}`,
    }));
    const many = { ...guideline, application: { ...guideline.application, questions } };

    const sizes = stepsOf(many, organisation(), {}).filter(({ name }) => name === 'questions');

    expect(sizes.map(({ fields }) => fields.length)).toEqual([5, 5, 1]);
  });

  it('holds less than 16 KB when every text in it is as long as may be', () => {
    const most = steps(OFFICIAL)
      .flatMap(({ fields }) => fields)
      .map(({ maxLength = 40 }) => maxLength);
    const characters = [...most, MOST_WORDS, MOST_LINK].reduce((sum, length) => sum + length, 0);

    expect(Buffer.byteLength('å'.repeat(characters))).toBeLessThan(16 * 1024);
  });
});

describe('an answer', () => {
  it('is right for all of Anna’s', () => {
    expect(problemsOf({})).toEqual({});
    expect(problemsOf({ ...OFFICIAL, channelTraining: 'unsure' })).toEqual({});
  });

  it.each([
    ['platform', '', 'missing'],
    ['platform', 'myspace', 'not-a-choice'],
    ['platform', 'constructor', 'not-a-choice'],
    ['handle', '', 'missing'],
    ['handle', '@', 'bad-handle'],
    ['handle', 'https://www.instagram.com', 'bad-handle'],
    ['handle', 'https://x.com/biblioteket', 'wrong-platform'],
    ['handle', 'https://instagram.com.example/biblioteket', 'wrong-platform'],
    ['handle', 'x'.repeat(121), 'too-long'],
    ['accountType', 'secret', 'not-a-choice'],
    ['department', 'rymden', 'not-a-choice'],
    ['mailbox', 'biblioteket', 'bad-email'],
    ['mailbox', 'a@b', 'bad-email'],
    ['training', 'unsure', 'not-a-choice'],
    ['frequency', 'never', 'not-a-choice'],
    ['consultedOn', '2026-11-24', 'later-date'],
    ['consultedOn', '2026-02-30', 'bad-date'],
    ['consultedOn', '20 november', 'bad-date'],
    ['consultedOn', '', 'missing'],
    ['consultedWith', '', 'missing'],
    ['why', 'x'.repeat(1001), 'too-long'],
  ] as const)('%s of %j is %s', (id, typed, problem) => {
    expect(problemsOf({ [id]: typed })).toEqual({ [id]: problem });
  });

  it('a link may be pasted where a listed platform was typed by its name or an alias', () => {
    const twitter = { platform: 'other', handle: 'https://twitter.com/biblioteket' };

    expect(problemsOf({ ...twitter, platformName: 'Twitter' })).toEqual({});
    expect(problemsOf({ ...twitter, platformName: 'Twitch' })).toEqual({ handle: 'wrong-platform' });
  });

  it('G-2.0: about the talk may be left for later, both the name and the day', () => {
    expect(problemsOf({ consultedWith: '', consultedOn: '' })).toEqual({});
  });

  it('about another platform is asked for only where one was chosen', () => {
    expect(problemsOf({ platform: 'other', handle: 'biblioteket' })).toEqual({ platformName: 'missing' });
    expect(problemsOf({ platform: 'instagram', platformName: '' })).toEqual({});
  });

  it('half done is no problem on the way back, unless it could not be stored', () => {
    expect(problemsOf({ handle: '', mailbox: 'halv', consultedOn: '' }, { lenient: true })).toEqual({});
    expect(problemsOf({ handle: 'x'.repeat(121), platform: 'myspace' }, { lenient: true })).toEqual({
      handle: 'too-long',
      platform: 'not-a-choice',
    });
  });

  it('of today is no later day', () => {
    expect(problemsOf({ consultedOn: '2026-11-23' })).toEqual({});
    expect(problemsOf({ consultedOn: '2026-11-23' }, { today: '2026-11-22' })).toEqual({
      consultedOn: 'later-date',
    });
  });
});

describe('small readings', () => {
  it.each([
    ['biblioteket@example.se', true],
    ['namn.namn+x@sub.example.se', true],
    ['å@ö.se', true],
    ['biblioteket@example', false],
    ['@example.se', false],
    ['a b@example.se', false],
    ['<a@example.se>', false],
    ['a@example.se, b@example.se', false],
    ['a@@example.se', false],
    ['a@example..se', false],
    ['', false],
  ])('%j is an address: %s', (text, is) => {
    expect(isEmail(text)).toBe(is);
  });

  it('an address never holds what could become a header, a tag or two addresses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\n', '<', '>', '"'), (text, odd) => {
        expect(isEmail(`a${text}${odd}b@example.se`)).toBe(false);
        expect(isEmail(`a@example${odd}.se`)).toBe(false);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('finds an answer to any address quickly', () => {
    const before = performance.now();
    isEmail(`a@${'a.'.repeat(20_000)}`);

    expect(performance.now() - before).toBeLessThan(500);
  });

  it.each([
    ['Anna', ['Anna']],
    ['Anna, Bo', ['Anna', 'Bo']],
    [' Anna ;; Bo\nKim ', ['Anna', 'Bo', 'Kim']],
    [' , ', []],
  ])('%j names %j', (typed, names) => {
    expect(namesIn(typed)).toEqual(names);
  });

  it.each([
    ['instagram.com', 'instagram', true],
    ['sub.instagram.com', 'instagram', true],
    ['notinstagram.com', 'instagram', false],
    ['twitter.com', 'x', true],
    ['mastodon.social', 'mastodon', true],
    ['instagram.com', 'mastodon', false],
    ['example.se', 'other', true],
    ['youtu.be', 'other', false],
  ])('%s is a host of %s: %s', (host, platform, does) => {
    expect(belongs(host, platform, guideline)).toBe(does);
  });
});
