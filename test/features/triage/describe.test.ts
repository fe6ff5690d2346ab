/** What people write about a post: every mistake at once with its field, nothing lost; and what a card may send. */
import { verbs, type Description } from '../../../src/features/triage/commands';
import { numberOf, Case } from '../../../src/features/triage/model';
import { refusalOf as sentenceOf, texts } from '../../../src/features/triage/texts';
import { account } from '../../support/accounts';
import { answers, ID, POST, refusalOf, send, STEPS, walk } from './walk';

function said(changed: Partial<Description>, more = {}): string {
  return refusalOf(send(STEPS.describing, 'anna', { type: 'describe', post: { ...POST, ...changed } }, more));
}

const PAGE = {
  account: 'other',
  page: 'Byalaget',
  platform: 'facebook',
  department: 'vard-omsorg',
  link: '',
};

describe('A description', () => {
  it.each<[Partial<Description>, string]>([
    [{}, 'done'],
    [{ account: '' }, 'invalid: account missing'],
    [{ link: 'instagram.com/p/abc' }, 'invalid: link bad-link'],
    [{ link: 'javascript:alert(1)' }, 'invalid: link bad-link'],
    [{ link: 'https://user:pass@instagram.com/' }, 'invalid: link bad-link'],
    [{ link: 'https://localhost/' }, 'invalid: link bad-link'],
    [{ link: `https://www.instagram.com/${'a'.repeat(1000)}` }, 'invalid: link too-long'],
    [{ link: 'https://instagram.com.evil.example/p' }, 'invalid: link other-platform'],
    [{ link: 'https://www.facebook.com/p' }, 'invalid: link other-platform'],
    [{ link: '' }, 'done'],
    [{ day: '' }, 'invalid: day missing'],
    [{ day: '2026-02-30' }, 'invalid: day bad-date'],
    [{ day: '2026-11-24' }, 'invalid: day in-future'],
    [{ time: '9.30' }, 'invalid: time bad-time'],
    [{ time: '' }, 'done'],
    [{ text: 'a'.repeat(100_000) }, 'invalid: text too-long'],
    [{ text: '' }, 'done'],
    [PAGE, 'done'],
    [
      { ...PAGE, page: '', platform: '', department: '' },
      'invalid: page missing: platform missing: department missing',
    ],
    [{ ...PAGE, platform: 'friendster' }, 'invalid: platform unknown-platform'],
    [{ ...PAGE, platform: 'other', link: 'https://byalaget.example/' }, 'done'],
    [{ ...PAGE, department: 'nowhere' }, 'invalid: department unknown-department'],
    [{ day: '', link: 'x', text: 'a'.repeat(4001) }, 'invalid: link bad-link: day missing: text too-long'],
  ])('%j', (changed, expected) => {
    expect(said(changed)).toBe(expected);
  });

  it('is of an account that is in the register and in use', () => {
    const closed = { ...account(), status: 'reserved' as const };

    expect(
      refusalOf(send(STEPS.describing, 'anna', { type: 'describe', post: POST }, { account: closed })),
    ).toBe('invalid: account unknown-account');
  });

  it('G-7.1: takes the department and the responsible person from the register, and from the form for other pages', () => {
    const theirs = walk([['anna', { type: 'describe', post: { ...POST, ...PAGE } }]], STEPS.describing);

    expect(STEPS.asking).toMatchObject({ department: 'kultur-fritid', responsible: account().responsible });
    expect(theirs).toMatchObject({
      department: 'vard-omsorg',
      deputies: [],
      post: { page: 'Byalaget', platform: 'facebook' },
    });
    expect(theirs).not.toHaveProperty('responsible');
  });
});

describe('What a card sends', () => {
  it('becomes a command, with answers by the id of their question', () => {
    expect(
      verbs['case.answer']!.parse({ 'answer-attack': 'yes', 'answer-views': 'unsure', matter: { id: 'x' } }),
    ).toEqual({
      type: 'answer',
      answers: { attack: 'yes', views: 'unsure' },
    });
    expect(
      verbs['case.cull']!.parse({
        reason: 'outdated',
        'confirm-insight': 'yes',
        'confirm-justice': 'no',
        words: ' a ',
      }),
    ).toEqual({ type: 'cull', form: { reason: 'outdated', confirmed: ['insight'], words: 'a' } });
    expect(verbs['case.safety']!.parse({})).toMatchObject({ type: 'safety', life: '', children: '' });
    expect(verbs['case.safety']!.safeParse({ life: 'maybe' }).success).toBe(false);
    expect(verbs['case.rule']!.safeParse({ outcome: 'cull' }).success).toBe(false);
    expect(verbs['case.describe']!.safeParse({ text: 'a'.repeat(100_000) }).success).toBe(true);
  });

  it('has no verb for what only pictures, timers and documents may send', () => {
    const sent = Object.keys(verbs).map((verb) => verb.replace('case.', ''));

    for (const type of ['take', 'finish', 'tick', 'remind']) expect(sent).not.toContain(type);
  });

  it('names no question of a prototype', () => {
    const command = verbs['case.answer']!.parse(
      JSON.parse('{"answer-__proto__":"yes","answer-constructor":"yes"}'),
    );

    expect(refusalOf(send(STEPS.asking, 'anna', command))).toMatch(/^invalid: answer-attack missing/);
  });
});

describe('A stored case', () => {
  it.each(Object.entries(STEPS))('reads back as it was: %s', (_step, state) => {
    expect(Case.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('is called by its number where it is masked', () => {
    expect(numberOf(ID)).toBe('2026-11-23-K3F9QZ');
  });

  it('keeps which rule and version spoke', () => {
    const { suggestion } = walk([['anna', answers('minor')]], STEPS.asking) as { suggestion?: object };

    expect(suggestion).toMatchObject({ rule: 'may-be-culled', version: 1, clauses: ['G-7.4'] });
  });
});

it('a refusal has a sentence, also one with a name, and one that nobody knows', () => {
  expect(sentenceOf({ code: 'held', details: { name: 'Bo' } }, texts.sv)).toMatch(/^Bo arbetar/);
  expect(sentenceOf({ code: 'needs-registration' }, texts.sv)).toMatch(/^Diarienumret saknas/);
  expect(sentenceOf({ code: 'constructor' }, texts.en)).toBe(texts.en.refusals.forbidden);
});
