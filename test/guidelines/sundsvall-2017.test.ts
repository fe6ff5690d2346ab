/** The built-in guideline holds what the decided document says. */
import { holds } from '../../src/guidelines/conditions';
import type { Localised } from '../../src/kernel/locale';
import { rawSundsvall, sundsvall } from './sundsvall';

const guideline = sundsvall();

describe('Sundsvall 2017', () => {
  it('G-0.1: carries who decided it, when, until when, its diary number and for whom', () => {
    expect(guideline).toMatchObject({
      title: 'Sociala medier – riktlinje',
      decidedBy: 'Kommunikationsdirektör',
      decided: '2017-05-02',
      validTo: '2019-12-31',
      diaryNumber: 'KS-2017-00440',
      targetGroup: 'Sundsvalls kommun',
    });
    expect(guideline.version).toMatch(/^sundsvall-2017-[0-9a-f]{8}$/);
  });

  it('G-0.2: is reviewed once a year', () => {
    expect(guideline.reviewMonth).toBe(5);
  });

  it.each([
    ['G-2.1', 'why'],
    ['G-2.2', 'goals'],
    ['G-2.3', 'value'],
    ['G-2.4', 'organisation'],
  ])('%s: asks about %s, which is mandatory for every account', (clause, id) => {
    const question = guideline.application.questions.find((each) => each.clause === clause);

    expect(question).toMatchObject({ id, kind: 'text', required: true });
    expect(question?.when).toBeUndefined();
  });

  it('G-1.9, G-2.1–2.4: the four questions come first, in the order of the document', () => {
    const first = guideline.application.questions.slice(0, 4);

    expect(first.map(({ id }) => id)).toEqual(['why', 'goals', 'value', 'organisation']);
    expect(first.map(({ text }) => text.sv)[0]).toBe(
      'Varför vill ni använda sociala medier i stället för andra sätt att kommunicera?',
    );
  });

  it('G-5.5b: asks about training in the channel for official accounts only', () => {
    const question = guideline.application.questions.find(({ id }) => id === 'channelTraining');

    expect(question).toMatchObject({ clause: 'G-5.5b', kind: 'yesno', required: true });
    expect(holds(question?.when, { accountType: 'official' })).toBe(true);
    expect(holds(question?.when, { accountType: 'unit' })).toBe(false);
    expect(holds(question?.when, {})).toBe(false);
  });

  it('G-2.0: the talk with the communicator is recorded before the application is sent', () => {
    expect(guideline.application.consultationRequired).toBe(true);
  });

  it('G-1.7: the communicator approves a unit account; G-4.2c: the lead confirms it', () => {
    expect(guideline.application.chain).toEqual(['communicator']);
    expect(guideline.application.acknowledge).toBe('lead');
  });

  it('G-5.4: seven colours that can be told apart, and a profile picture that is checked', () => {
    const { colours, application } = guideline;

    expect(colours).toHaveLength(7);
    expect(new Set(colours.map(({ hex }) => hex)).size).toBe(7);
    expect(closest(colours.map(({ hex }) => hex))).toBeGreaterThan(60);
    expect(application.checklist.map(({ clause }) => clause)).toContain('G-5.4');
  });

  it('G-1.5: a clear sender is checked before the account becomes active', () => {
    expect(guideline.application.checklist.map(({ clause }) => clause)).toContain('G-1.5');
  });

  it('G-7.3a: every account is documented in spring and in autumn', () => {
    expect(guideline.seasons.times.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['spring', '03-15', '04-30'],
      ['autumn', '09-15', '10-31'],
    ]);
  });

  it('G-7.3b, G-7.3d: whoever is responsible is reminded first, then the deputy, the communicator and the registrar', () => {
    expect(guideline.seasons.ladder).toEqual([
      { after: 0, to: ['responsible'] },
      { after: 7, to: ['responsible'] },
      { after: 14, to: ['responsible', 'deputy'] },
      { after: 21, to: ['responsible', 'deputy', 'communicator'] },
      { after: 28, to: ['responsible', 'deputy', 'communicator', 'registrar'] },
    ]);
    expect(guideline.seasons.snoozeDays).toBe(10);
  });

  it('G-8: names the seven laws of the document, and what has replaced one of them', () => {
    const named = guideline.laws.filter((law) => law.named).map(({ sfs }) => sfs);
    const pul = guideline.laws.find(({ sfs }) => sfs === '1998:204');

    expect(named.sort()).toEqual(
      ['1949:105', '1960:729', '1998:112', '2009:400', '1991:1469', '1998:204', '2009:600'].sort(),
    );
    expect(pul).toMatchObject({ until: '2018-05-24', replacedBy: ['gdpr', 'data-protection'] });
    expect(guideline.laws.find(({ id }) => id === 'data-protection')?.sfs).toBe('2018:218');
    expect(guideline.laws.find(({ id }) => id === 'bbs')?.note.sv).toContain('2024:956');
    expect(guideline.laws.find(({ id }) => id === 'bbs')?.until).toBeUndefined();
  });

  it('counts x.com and twitter.com as one platform', () => {
    expect(guideline.platforms.find(({ id }) => id === 'x')?.hosts).toEqual(['x.com', 'twitter.com']);
  });

  it('cannot be changed by whoever uses it', () => {
    expect(Object.isFrozen(guideline.application.questions[0]?.text)).toBe(true);
  });

  it('speaks plain Swedish: LIX at most 40 together, and at most 60 in every sentence of its own', () => {
    const texts = localisedIn(rawSundsvall()).map(({ sv }) => (/[.?!]$/.test(sv) ? sv : `${sv}.`));
    const sentences = texts.filter((text) => text.split(' ').length >= 5);

    expect(lix(texts.join(' '))).toBeLessThanOrEqual(40);
    expect(sentences.filter((text) => lix(text) > 60)).toEqual(LAW_NAMES);
  });
});

/** The names of laws are as they are. */
const LAW_NAMES = ['Lagen om tillgänglighet till digital offentlig service.'];

function localisedIn(value: unknown): Localised[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sv' in value && 'en' in value) return [value as Localised];
  return Object.values(value).flatMap(localisedIn);
}

/** Läsbarhetsindex: words per sentence + percentage of words longer than six letters. */
function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const sentences = text.match(/[.?!:](\s|$)/g) ?? [''];
  return (
    words.length / sentences.length + (100 * words.filter((word) => word.length > 6).length) / words.length
  );
}

/** The smallest distance of two colours in red, green and blue. */
function closest(hexes: readonly string[]): number {
  const points = hexes.map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  const pairs = points.flatMap((a, index) => points.slice(index + 1).map((b) => [a, b] as const));
  return Math.min(...pairs.map(([a, b]) => Math.hypot(...a.map((value, axis) => value - b[axis]!))));
}
