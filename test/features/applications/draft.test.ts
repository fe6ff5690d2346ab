/** The form's way to a submitted application: steps kept, people found, the name claimed before the answer. */
import { decide } from '../../../src/features/applications/decide';
import { parseGuideline } from '../../../src/guidelines/load';
import { isRefused } from '../../../src/kernel/decision';
import { changed } from '../../guidelines/sundsvall';
import { moment, person } from '../world';
import { ANSWERS, application, facts, ref } from './applications';

describe('sending in', () => {
  it('G-2.0, G-4.0b: keeps the answers, the people and the rules, and claims the name before the answer', () => {
    const { events, effects } = accepted(
      decide({ type: 'submit', step: 5, inputs: ANSWERS }, application('draft'), facts(), person('anna')),
    );

    expect(events.at(-1)).toEqual({
      type: 'submitted',
      at: moment().now,
      guideline: facts().guideline.version,
      handle: 'biblioteket',
      claim: 'instagram:biblioteket',
      responsible: ref('anna'),
      deputies: [ref('bo')],
    });
    expect(effects).toEqual([
      {
        kind: 'send',
        key: 'claim/instagram:biblioteket/2026-11-23T09:00:00.000Z',
        target: { kind: 'claim', id: 'instagram:biblioteket' },
        command: { type: 'take', holder: facts().id, name: 'Anna Anställd' },
        answer: true,
        first: true,
      },
    ]);
  });

  it.each([
    'why',
    'goals',
    'value',
    'organisation',
    'responsible',
    'deputies',
    'consultedWith',
    'consultedOn',
  ])('G-1.9: without %s is refused', (id) => {
    const inputs = { ...ANSWERS, [id]: '' };

    const decision = decide({ type: 'submit', step: 5, inputs }, undefined, facts(), person('anna'));

    expect(decision).toEqual({ refused: { code: 'invalid', fields: { [id]: 'missing' } } });
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('takes nobody for %s', (name) => {
    const inputs = { ...ANSWERS, responsible: name, deputies: `Bo Boendestöd, ${name}` };

    const decision = decide({ type: 'submit', step: 5, inputs }, undefined, facts(), person('anna'));

    expect(decision).toEqual({
      refused: { code: 'invalid', fields: { responsible: 'unknown-person', deputies: 'unknown-person' } },
    });
  });

  it('takes people who are not known yet by their address, several deputies, and no one twice', () => {
    const people = { ...facts().people, 'ny@example.se': { name: 'ny@example.se', email: 'ny@example.se' } };
    const submit = (responsible: string, deputies: string) =>
      decide(
        { type: 'submit', step: 5, inputs: { ...ANSWERS, responsible, deputies } },
        undefined,
        facts({ people }),
        person('anna'),
      );

    const { events } = accepted(submit('ny@example.se', 'Bo Boendestöd; Kim Kollega\nSara Samordnare'));

    expect(events.at(-1)).toMatchObject({ responsible: people['ny@example.se'] });
    expect(events.at(-1)).toMatchObject({ deputies: [ref('bo'), ref('kim'), ref('sara')] });
    expect(submit('ny@example.se', 'ny@example.se')).toMatchObject({
      refused: { fields: { deputies: 'same-person' } },
    });
  });

  it('asks for as many deputies as the guideline, and for the training when it says so', () => {
    const raw = changed('application.deputiesAtLeast', 2);
    Object.assign(raw['application'] as object, { trainingRequired: true });
    const parsed = parseGuideline(raw, 'test');
    const guideline = parsed.ok ? parsed.guideline : facts().guideline;
    const inputs = { ...ANSWERS, training: 'no' };

    const decision = decide(
      { type: 'submit', step: 5, inputs },
      undefined,
      facts({ guideline }),
      person('anna'),
    );

    expect(decision).toEqual({
      refused: { code: 'invalid', fields: { deputies: 'too-few-deputies', training: 'training-wanted' } },
    });
  });

  it('keeps only what the form asks for', () => {
    const inputs = { ...ANSWERS, channelTraining: 'yes', status: 'active', why2: 'x' };

    const { events } = accepted(
      decide({ type: 'save', step: 5, inputs }, undefined, facts(), person('anna')),
    );

    expect(events.at(-1)).toEqual({
      type: 'answered',
      at: moment().now,
      answers: ANSWERS,
      step: 5,
      saved: true,
    });
  });
});

describe('a step of the form', () => {
  it.each([
    ['next', 0, 1],
    ['next', 5, 5],
    ['back', 3, 2],
    ['back', 0, 0],
    ['save', 3, 3],
    ['next', 20, 5],
  ] as const)('%s at %i goes to %i', (type, step, to) => {
    const { events } = accepted(decide({ type, step, inputs: ANSWERS }, undefined, facts(), person('anna')));

    expect(events.at(-1)).toMatchObject({ type: 'answered', step: to });
  });

  it('is kept half filled by back and save, but not with what could not be stored', () => {
    const half = decide(
      { type: 'save', step: 0, inputs: { handle: '' } },
      undefined,
      facts(),
      person('anna'),
    );
    const long = decide(
      { type: 'back', step: 1, inputs: { unit: 'x'.repeat(121) } },
      undefined,
      facts(),
      person('anna'),
    );
    const odd = decide(
      { type: 'save', step: 0, inputs: { platform: 'myspace' } },
      undefined,
      facts(),
      person('anna'),
    );

    expect(isRefused(half)).toBe(false);
    expect(long).toEqual({ refused: { code: 'invalid', fields: { unit: 'too-long' } } });
    expect(odd).toEqual({ refused: { code: 'invalid', fields: { platform: 'not-a-choice' } } });
  });

  it('empties what it asks for and did not get', () => {
    const { events } = accepted(
      decide(
        { type: 'back', step: 1, inputs: { unit: 'Museet' } },
        application('draft'),
        facts(),
        person('anna'),
      ),
    );

    expect(events.at(-1)).toMatchObject({
      answers: { unit: 'Museet', manager: '', purpose: '', why: ANSWERS['why'] },
    });
  });
});

function accepted(decision: ReturnType<typeof decide>) {
  if (isRefused(decision)) throw new Error(`refused: ${JSON.stringify(decision.refused)}`);
  return decision;
}
