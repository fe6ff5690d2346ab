/** A department's season: opened once, swept daily, closed by two people of two offices, with reasons for what is missing. */
import { decide, deadlineOf, evolve } from '../../../src/features/archiving/season';
import { Season, type SeasonCommand, type SeasonFacts } from '../../../src/features/archiving/season-model';
import { waitsFor } from '../../../src/features/archiving/season-card';
import type { Actor } from '../../../src/kernel/actor';
import { isRefused } from '../../../src/kernel/decision';
import type { Moment } from '../../../src/kernel/matter';
import { PEOPLE, type Who } from '../../support/house';
import { moment, organisation, person } from '../world';
import {
  closed,
  closing,
  confirmation,
  done,
  figures,
  on,
  openSeason,
  sealed,
  seasonFacts,
  waiting,
} from './captures';
import { effectName, refusalOf, SYSTEM } from './outcome';

const ALL_IN: Partial<SeasonFacts> = { figures: figures([done()]) };
const OPEN = openSeason();

function after(
  state: Season | undefined,
  command: SeasonCommand,
  actor: Actor,
  more: Partial<SeasonFacts> = {},
): Season {
  const decision = decide(command, state, seasonFacts(more), actor);
  if (isRefused(decision)) throw new Error(refusalOf(decision.refused));
  const next = decision.events.reduce<Season | undefined>((before, event) => evolve(before, event), state);
  if (!next) throw new Error('nothing came of it');
  expect(Season.parse(JSON.parse(JSON.stringify(next)))).toEqual(next);
  return next;
}

function outcome(
  state: Season | undefined,
  command: SeasonCommand,
  actor: Actor,
  more: Partial<SeasonFacts> = {},
): string {
  const decision = decide(command, state, seasonFacts(more), actor);
  if (isRefused(decision)) return refusalOf(decision.refused);
  if (decision.events.length === 0) return 'nothing';
  const { status } = after(state, command, actor, more);
  const events = decision.events.map(({ type }) => type).join(', ');
  return [`${events} → ${status}`, ...decision.effects.map(effectName)].join('; ');
}

const confirm = (words = ''): SeasonCommand => ({ type: 'confirm', words });
const opening = (): SeasonCommand => {
  const { status: _status, links: _links, openedAt: _at, sweptOn: _swept, ...season } = OPEN;
  return { type: 'open', ...season };
};

describe('G-7.3a: a season', () => {
  it('is opened once, however often it is asked for', () => {
    const { sweptOn: _swept, ...fresh } = OPEN;

    expect(after(undefined, opening(), SYSTEM)).toEqual({ ...fresh, openedAt: '2026-11-02T10:00:00.000Z' });
    for (const state of [OPEN, closing(), closed()])
      expect(outcome(state, opening(), SYSTEM)).toBe('nothing');
    expect(() => evolve(undefined, { type: 'withdrawn' })).toThrow('begins with being opened');
  });

  it('opens a capture for every account that has none, and looks again until all have theirs', () => {
    const unopened = ['a', 'b'].map((id) => ({ id: `${id}:2026-autumn`, capture: waiting() }));
    const { sweptOn: _swept, ...unswept } = OPEN;

    const decision = decide({ type: 'tick' }, OPEN, seasonFacts({ unopened }), SYSTEM);

    expect(decision).toMatchObject({
      events: [{ type: 'swept', opened: 2 }],
      effects: [
        {
          kind: 'send',
          key: 'open/a:2026-autumn',
          target: { kind: 'capture', id: 'a:2026-autumn' },
          command: { type: 'open', capture: waiting() },
        },
        { target: { id: 'b:2026-autumn' } },
      ],
    });
    expect(after(OPEN, { type: 'tick' }, SYSTEM, { unopened })).toEqual(unswept);
    expect(after(unswept, { type: 'tick' }, SYSTEM)).toEqual({ ...OPEN, sweptOn: '2026-11-02' });
  });

  it.each<[string, Season, string | undefined]>([
    [
      'at once while accounts are left',
      (({ sweptOn: _swept, ...rest }) => rest)(OPEN),
      '2026-09-14T22:00:00.000Z',
    ],
    ['on the next day', OPEN, '2026-09-15T22:00:00.000Z'],
    ['on the last day', { ...OPEN, sweptOn: '2026-10-30' }, '2026-10-30T23:00:00.000Z'],
    [
      'once more for what came on the last day',
      { ...OPEN, sweptOn: '2026-10-31' },
      '2026-10-31T23:00:00.000Z',
    ],
    ['not after that', { ...OPEN, sweptOn: '2026-11-01' }, undefined],
    [
      'as late as it was seen on a day ahead, when the clock went back',
      { ...OPEN, sweptOn: '2026-10-20' },
      '2026-10-20T22:00:00.000Z',
    ],
    ['at once, to seal what it has', closing(), '2026-11-02T09:00:00.000Z'],
    ['never once it is closed', closed(), undefined],
  ])('looks %s', (_, state, at) => {
    expect(deadlineOf(state, moment())).toBe(at);
  });

  it('has nothing to do for the timer when it is closed, or not there', () => {
    expect(outcome(closed(), { type: 'tick' }, SYSTEM)).toBe('early');
    expect(outcome(undefined, { type: 'tick' }, SYSTEM)).toBe('early');
  });
});

describe('G-7.3d: *Stäng säsongen*', () => {
  const byKarin = openSeason(confirmation('karin', 'communicator'));

  it('the first one asks the other office, the second one closes', () => {
    expect(outcome(OPEN, confirm(), person('karin'), ALL_IN)).toBe(
      'confirmed → open; confirm to rolf; refresh',
    );
    expect(outcome(OPEN, confirm(), person('rolf'), ALL_IN)).toBe(
      'confirmed → open; confirm to karin; confirm to kim; refresh',
    );
    expect(outcome(byKarin, confirm(), person('rolf'), ALL_IN)).toBe('confirmed → closing; refresh');
  });

  it.each<[string, Season | undefined, Who, string]>([
    ['the same person again', byKarin, 'karin', 'already'],
    ['another one of the same office', byKarin, 'kim', 'same-office'],
    ['one of no office', byKarin, 'sara', 'same-office'],
    ['one who comes too late', closing(), 'rolf', 'already'],
    ['one who comes much too late', closed(), 'rolf', 'already'],
    ['one whose season is not there', undefined, 'rolf', 'gone'],
  ])('not by %s', (_, state, who, code) => {
    expect(outcome(state, confirm('Skäl.'), person(who), ALL_IN)).toBe(code);
  });

  it('needs a reason from each while accounts have no picture, and none otherwise', () => {
    for (const state of [OPEN, byKarin]) {
      expect(outcome(state, confirm(), person('rolf'))).toBe('invalid: words missing');
      expect(outcome(state, confirm('x'.repeat(1001)), person('rolf'))).toBe('invalid: words too-long');
      expect(outcome(state, confirm('x'.repeat(1000)), person('rolf'))).toContain('confirmed');
      expect(outcome(state, confirm(), person('rolf'), ALL_IN)).toContain('confirmed');
    }
  });

  it('waits until every account has been looked for', () => {
    const { sweptOn: _swept, ...unswept } = OPEN;

    expect(outcome(unswept, confirm('Skäl.'), person('karin'))).toBe('early');
  });

  it('can be taken back by whoever was first, until the second one', () => {
    expect(outcome(byKarin, { type: 'withdraw' }, person('karin'))).toBe('withdrawn → open; refresh');
    expect(after(byKarin, { type: 'withdraw' }, person('karin'))).toEqual(OPEN);
    expect(outcome(byKarin, { type: 'withdraw' }, person('kim'))).toBe('already');
    expect(outcome(OPEN, { type: 'withdraw' }, person('karin'))).toBe('already');
    expect(outcome(closing(), { type: 'withdraw' }, person('rolf'))).toBe('not-open');
    expect(outcome(undefined, { type: 'withdraw' }, person('rolf'))).toBe('gone');
    expect(outcome(OPEN, { type: 'withdraw' }, SYSTEM)).toBe('already');
  });

  describe('by somebody who holds both offices', () => {
    const [culture] = organisation().departments;
    const id = (who: Who): string => PEOPLE[who].aad;
    const at = (communicators: Who[], registrars: Who[]): { moment: Moment } => {
      const office = {
        ...culture!,
        deputies: [],
        communicators: communicators.map(id),
        registrars: registrars.map(id),
      };
      return { moment: { ...on('2026-11-02'), organisation: organisation({ departments: [office] }) } };
    };
    const confirmedAs = (more: Partial<SeasonFacts>) => {
      const state = after(OPEN, confirm(), person('karin'), { ...ALL_IN, ...more });
      return state.status === 'open' ? state.confirmed?.as : undefined;
    };

    it('leaves the other one to whoever holds it, in whatever order they come', () => {
      const both = at(['karin', 'kim'], ['karin']);

      expect(confirmedAs(both)).toBe('registrar');
      const state = after(OPEN, confirm(), person('karin'), { ...ALL_IN, ...both });
      expect(outcome(state, confirm(), person('kim'), { ...ALL_IN, ...both })).toBe(
        'confirmed → closing; refresh',
      );
      const other = after(OPEN, confirm(), person('kim'), { ...ALL_IN, ...both });
      expect(outcome(other, confirm(), person('karin'), { ...ALL_IN, ...both })).toBe(
        'confirmed → closing; refresh',
      );
    });

    it('never closes it alone, and is not asked by their own confirmation', () => {
      const alone = at(['karin'], ['karin']);

      expect(outcome(OPEN, confirm(), person('karin'), { ...ALL_IN, ...alone })).toBe(
        'confirmed → open; refresh',
      );
      const state = after(OPEN, confirm(), person('karin'), { ...ALL_IN, ...alone });
      expect(outcome(state, confirm(), person('karin'), { ...ALL_IN, ...alone })).toBe('already');
    });

    it('asks the lead where there is no communicator', () => {
      expect(outcome(OPEN, confirm(), person('rolf'), { ...ALL_IN, ...at([], ['rolf']) })).toBe(
        'confirmed → open; confirm to sara; refresh',
      );
    });
  });

  it('stands in the list of those whose confirmation is missing, and nobody else’s', () => {
    const waits = (state: Season): Who[] =>
      (['anna', 'karin', 'kim', 'rolf', 'sara', 'dag'] as const).filter((who) =>
        waitsFor(PEOPLE[who].aad, state, { moment: moment() }),
      );

    expect(waits(byKarin)).toEqual(['rolf']);
    expect(waits(openSeason(confirmation('rolf', 'registrar')))).toEqual(['karin', 'kim']);
    expect([OPEN, closing(), closed()].flatMap(waits)).toEqual([]);
  });
});

describe('G-7.3d: the close', () => {
  it('seals what is not sealed, with the reason, and only then closes with its figures', () => {
    const unsealed = ['a:2026-autumn', 'b:2026-autumn'];
    const sealing = decide({ type: 'tick' }, closing(), seasonFacts({ unsealed }), SYSTEM);
    const last = { figures: figures([sealed(), sealed({ outcome: 'missing' })]) };

    expect(sealing).toMatchObject({
      events: [{ type: 'sealing', count: 2 }],
      effects: [
        {
          key: 'seal/a:2026-autumn',
          target: { kind: 'capture', id: 'a:2026-autumn' },
          command: { type: 'seal', season: '2026-autumn', reason: 'Museet bytte telefon.' },
        },
        { key: 'seal/b:2026-autumn' },
      ],
    });
    expect(outcome(closing(), { type: 'tick' }, SYSTEM, last)).toBe(
      'closed → closed; closed to karin; closed to rolf; refresh',
    );
    expect(after(closing(), { type: 'tick' }, SYSTEM, last)).toMatchObject({
      status: 'closed',
      closedAt: '2026-11-02T10:00:00.000Z',
      figures: last.figures,
      called: { organisation: 'Sundsvalls kommun', department: 'Kultur och fritid' },
    });
  });

  it('takes the first one’s reason when the second one needed none', () => {
    const [first, second] = closing().confirmations;
    const state = {
      ...closing(),
      confirmations: [first, { ...second, reason: '' }] as [typeof first, typeof second],
    };

    const reasonOf = (closing: Season) => {
      const decision = decide({ type: 'tick' }, closing, seasonFacts({ unsealed: ['a'] }), SYSTEM);
      return isRefused(decision) ? '' : JSON.stringify(decision.effects);
    };

    expect(reasonOf(state)).toContain('Museet bytte telefon.');
    const later = { ...second, reason: 'Och badet med.' };
    expect(reasonOf({ ...closing(), confirmations: [first, later] })).toContain('Och badet med.');
  });

  it('nothing changes it any more', () => {
    for (const event of [
      { type: 'swept', opened: 0, on: '2026-12-01' },
      { type: 'confirmed', confirmation: confirmation('kim', 'communicator') },
      { type: 'withdrawn' },
      { type: 'sealing', count: 1 },
      {
        type: 'closed',
        at: '2027-01-01T00:00:00.000Z',
        figures: figures([]),
        called: { organisation: 'x', department: 'y' },
      },
    ] as const)
      expect(evolve(closed(), event)).toEqual(closed());
  });

  it('gives the package once it is closed, to a person, by a link of theirs', () => {
    const given = after(closed(), { type: 'package' }, person('rolf'));

    expect(given.links).toEqual({ [PEOPLE.rolf.aad]: '2026-11-02T10:00:00.000Z' });
    expect(outcome(OPEN, { type: 'package' }, person('rolf'))).toBe('not-closed');
    expect(outcome(closing(), { type: 'package' }, person('rolf'))).toBe('not-closed');
    expect(outcome(undefined, { type: 'package' }, person('rolf'))).toBe('gone');
    expect(outcome(closed(), { type: 'package' }, SYSTEM)).toBe('gone');
  });
});
