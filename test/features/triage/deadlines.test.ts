/** When each step is due, and who is told: hours and days of work, from the guideline’s table. */
import { deadlineOf, dueAt, isLate } from '../../../src/features/triage/deadlines';
import type { Case } from '../../../src/features/triage/model';
import { parseGuideline } from '../../../src/guidelines/load';
import { changed } from '../../guidelines/sundsvall';
import { at, effectsOf, facts, refusalOf, send, STEPS, SYSTEM, walk } from './walk';

/** Every tick that is due until a day, as `instant: whom it tells`. */
function lived(state: Case, until: string): string[] {
  const told: string[] = [];
  for (let now: Case | undefined = state; now;) {
    const due: string | undefined = deadlineOf(now, facts());
    if (due === undefined || due > until) return told;
    const done = send(now, SYSTEM, { type: 'tick' }, { moment: at(due) });
    if (done.refused) throw new Error(`${due}: ${refusalOf(done)}`);
    told.push(`${due.slice(5, 16)} ${effectsOf(done)}`);
    now = done.state;
  }
  return told;
}

describe('G-7.1c: a step that began on Monday at ten', () => {
  it.each([
    ['evidence', '2026-11-23T10:00:00.000Z'],
    ['registration', '2026-11-24T16:00:00.000Z'],
    ['removal', '2026-11-23T16:00:00.000Z'],
    ['suggested', '2026-11-24T16:00:00.000Z'],
    ['alarm', '2026-11-23T10:00:00.000Z'],
    ['done', undefined],
    ['withdrawn', undefined],
  ] as const)('is due: %s by %s', (step, due) => {
    const ground = facts({ moment: at('2026-11-30T09:00:00.000Z') });

    expect(dueAt(STEPS[step], facts())).toBe(due);
    expect(isLate(STEPS[step], ground)).toBe(due !== undefined);
    expect(isLate(STEPS[step], facts())).toBe(false);
  });

  it('is due on the next working day when it begins after hours on a Friday', () => {
    const since = '2026-11-27T18:00:00.000Z';

    expect(dueAt({ ...STEPS.evidence, since }, facts())).toBe('2026-11-30T08:00:00.000Z');
    expect(dueAt({ ...STEPS.removal, since }, facts())).toBe('2026-11-30T16:00:00.000Z');
    expect(dueAt({ ...STEPS.registration, since }, facts())).toBe('2026-12-01T16:00:00.000Z');
  });
});

describe('G-7.1c: whoever has a step is reminded, then more are told', () => {
  it.each<[keyof typeof STEPS, readonly string[]]>([
    [
      'evidence',
      [
        '11-23T10:00 late to anna',
        '11-23T12:00 late to anna; late to bo; late to karin; late to kim',
        '11-24T05:00 line to sara',
      ],
    ],
    [
      'registration',
      [
        '11-24T05:00 line to rolf',
        '11-25T05:00 line to rolf; line to karin; line to kim',
        '11-27T05:00 line to sara',
      ],
    ],
    [
      'removal',
      [
        '11-23T12:00 late to anna',
        '11-23T16:00 late to anna; late to bo; late to karin; late to kim',
        '11-24T05:00 line to sara',
      ],
    ],
    [
      'asked',
      [
        '11-23T13:00 late to rolf',
        '11-24T05:00 line to rolf; line to karin; line to kim',
        '11-26T05:00 line to sara',
      ],
    ],
    ['telling', ['11-24T05:00 line to anna', '11-26T05:00 line to karin; line to kim']],
    ['culling', ['11-26T05:00 line to karin; line to kim; line to sara', '11-30T05:00 line to sara']],
    ['alarm', ['11-23T10:00 late to anna; late to sara', '11-23T12:00 late to sara; late to dag']],
    ['asking', ['11-24T05:00 line to anna', '11-26T05:00 line to anna; line to karin; line to kim']],
    ['done', []],
  ])('%s', (step, told) => {
    expect(lived(STEPS[step], '2026-12-31')).toEqual(told);
  });

  it('after a stop of some days they are told together, each once', () => {
    const done = send(STEPS.evidence, SYSTEM, { type: 'tick' }, { moment: at('2026-11-26T09:00:00.000Z') });

    expect(effectsOf(done)).toBe('late to anna; late to bo; late to karin; late to kim; line to sara');
    expect(done.state?.told).toBe(3);
    expect(
      refusalOf(send(done.state, SYSTEM, { type: 'tick' }, { moment: at('2026-11-26T09:01:00.000Z') })),
    ).toBe('early');
  });

  it('what is registered later is asked for on its day, when all else is done', () => {
    const later = walk(
      [
        ['rolf', { type: 'register-later', day: '2026-11-28' }],
        ['anna', { type: 'remove', how: 'ours', day: '', time: '', words: '' }],
        ['anna', { type: 'tell', told: 'told', words: '' }],
      ],
      STEPS.registration,
    );

    // 28 November is a Saturday.
    expect(lived(later, '2026-12-31')).toEqual([
      '11-30T08:00 late to rolf',
      '12-02T05:00 line to rolf; line to karin; line to kim',
    ]);
    expect(lived(walk([['rolf', { type: 'register', number: 'K 1' }]], later), '2026-12-31')).toEqual([]);
  });

  it('another table gives other times, with no change of code', () => {
    const parsed = parseGuideline(changed('triage.deadlines.evidence.due', { hours: 4 }), 'mine');
    if (!parsed.ok) throw new Error('not read');

    expect(dueAt(STEPS.evidence, facts({ guideline: parsed.guideline }))).toBe('2026-11-23T13:00:00.000Z');
  });
});

describe('*Jag tar det*', () => {
  it('ends after a working day, so that nothing lies', () => {
    const held = walk([['rolf', { type: 'hold' }]], STEPS.registration);
    const told = lived(held, '2026-11-24T16:00:00.000Z');

    expect(told).toEqual(['11-24T05:00 line to rolf', '11-24T16:00 refresh']);
  });

  it('comes before a weekend and ends after it', () => {
    const held = walk(
      [['rolf', { type: 'hold' }, { moment: at('2026-11-27T09:00:00.000Z') }]],
      STEPS.registration,
    );
    const until = send(
      { ...held, told: 3 },
      SYSTEM,
      { type: 'tick' },
      { moment: at('2026-11-30T16:00:00.000Z') },
    );

    expect(
      refusalOf(
        send({ ...held, told: 3 }, SYSTEM, { type: 'tick' }, { moment: at('2026-11-30T15:59:00.000Z') }),
      ),
    ).toBe('early');
    expect(until.state).not.toHaveProperty('holder');
  });
});
