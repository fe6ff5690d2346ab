/** Who is reminded on which day: a capture lived through day by day, by the timer and by what people do meanwhile. */
import { decide } from '../../../src/features/archiving/decide';
import { evolve } from '../../../src/features/archiving/evolve';
import { deadlineOf } from '../../../src/features/archiving/ladder';
import type { In } from '../../../src/features/archiving/model';
import type { Guideline } from '../../../src/guidelines/schema';
import { atTime, plusDays } from '../../../src/kernel/calendar';
import { isRefused } from '../../../src/kernel/decision';
import type { Moment } from '../../../src/kernel/matter';
import { PEOPLE } from '../../support/house';
import { moment, organisation } from '../world';
import { EACH, facts, GUIDELINE, waiting } from './captures';

const ZONE = 'Europe/Stockholm';
const SYSTEM = { type: 'system', organisation: 'sundsvall' } as const;
const NAMES = new Map<string, string>(Object.entries(PEOPLE).map(([who, { aad }]) => [aad, who]));

interface Life {
  readonly state?: Partial<In<'waiting'>>;
  /** The first and the last day on which the timer looks. */
  readonly from?: string;
  readonly to: string;
  /** Wall clock at which it looks. */
  readonly at?: string;
  /** What people make of the capture on a day, after its messages. */
  readonly on?: Readonly<Record<string, Partial<In<'waiting'>>>>;
  /** Days on which nothing runs. */
  readonly down?: readonly string[];
  readonly seasons?: Partial<Guideline['seasons']>;
  readonly moment?: Partial<Moment>;
}

/** The days on which lines are gathered, with whom they go to. */
function live({ to, at = '06:00', on = {}, down = [], ...life }: Life): Record<string, string[]> {
  let state = waiting(life.state);
  const guideline = { ...GUIDELINE, seasons: { ...GUIDELINE.seasons, ...life.seasons } };
  const told: Record<string, string[]> = {};
  for (let day = life.from ?? state.from; day <= to; day = plusDays(day, 1)) {
    const ground = facts({
      guideline,
      moment: moment({ ...life.moment, now: atTime(ZONE, day, at), today: day }),
    });
    const decision = down.includes(day) ? undefined : decide({ type: 'tick' }, state, ground, SYSTEM);
    if (decision && !isRefused(decision)) {
      state = decision.events.reduce((before, event) => evolve(before, event) as In<'waiting'>, state);
      told[day] = decision.effects.flatMap((effect) =>
        effect.kind === 'mention' ? [NAMES.get(effect.to) ?? effect.to] : [],
      );
      // Looking again at once says nothing more.
      expect(decide({ type: 'tick' }, state, ground, SYSTEM)).toEqual({ refused: { code: 'early' } });
    }
    state = { ...state, ...on[day] };
  }
  return told;
}

const nobody = { name: 'Nils Ny', email: 'nils@example.se' };

describe('G-7.3b, G-7.3d: the ladder', () => {
  it('goes from the responsible person to the deputy, the communicator and the registrar, and ends', () => {
    expect(live({ to: '2027-06-30' })).toEqual({
      '2026-09-15': ['anna'],
      '2026-09-22': ['anna'],
      '2026-09-29': ['anna', 'bo'],
      '2026-10-06': ['anna', 'bo', 'karin', 'kim'],
      '2026-10-13': ['anna', 'bo', 'karin', 'kim', 'rolf'],
    });
  });

  it('counts calendar days, and moves each to the next working day for itself', () => {
    // Good Friday is 26 March 2027, Easter Monday 29 March.
    expect(Object.keys(live({ state: { from: '2027-03-19' }, to: '2027-06-30' }))).toEqual([
      '2027-03-19',
      '2027-03-30',
      '2027-04-02',
      '2027-04-09',
      '2027-04-16',
    ]);
  });

  it('passes a leap day and the day the clock is put forward', () => {
    expect(Object.keys(live({ state: { from: '2028-02-22' }, to: '2028-06-30' }))).toEqual([
      '2028-02-22',
      '2028-02-29',
      '2028-03-07',
      '2028-03-14',
      '2028-03-21',
    ]);
    expect(
      deadlineOf(waiting({ from: '2028-03-27' }), facts({ moment: moment({ today: '2028-03-01' }) })),
    ).toBe('2028-03-27T04:00:00.000Z');
  });

  it('is silent in July and around the new year, and goes on after it', () => {
    expect(Object.keys(live({ state: { from: '2026-06-26' }, to: '2026-08-31' }))).toEqual([
      '2026-06-26',
      '2026-08-03',
    ]);
    expect(Object.keys(live({ state: { from: '2026-12-11' }, to: '2027-01-31' }))).toEqual([
      '2026-12-11',
      '2026-12-18',
      '2027-01-08',
    ]);
  });

  it('tells everybody once, together, when several days were missed', () => {
    const down = Array.from({ length: 23 }, (_, day) => plusDays('2026-09-15', day));

    expect(live({ to: '2026-12-31', down })).toEqual({
      '2026-10-08': ['anna', 'bo', 'karin', 'kim'],
      '2026-10-13': ['anna', 'bo', 'karin', 'kim', 'rolf'],
    });
  });

  it('what was missed until a quiet day waits until it is over', () => {
    const down = ['2026-12-18', '2026-12-19', '2026-12-20', '2026-12-21'];

    expect(Object.keys(live({ state: { from: '2026-12-18' }, to: '2027-01-10', down }))).toEqual([
      '2027-01-08',
    ]);
  });

  it('what is seen too late for the message of a day is gathered for the next one', () => {
    expect(Object.keys(live({ to: '2026-09-21', at: '15:59' }))).toEqual(['2026-09-15']);
    expect(live({ to: '2026-09-21', at: '16:00' })).toEqual({});
    // The last working day before the quiet days, from four o’clock on.
    const evening = facts({ moment: moment({ now: '2026-12-18T15:00:00.000Z', today: '2026-12-18' }) });
    expect(deadlineOf(waiting({ from: '2026-12-18' }), evening)).toBe('2027-01-08T05:00:00.000Z');
  });

  it('leaves out whom the organisation does not have, and tells nobody twice', () => {
    const ladder = [
      { after: 0, to: ['responsible', 'deputy', 'communicator', 'registrar', 'lead'] as const },
    ];
    const state = { responsible: { id: PEOPLE.sara.aad, name: 'Sara' }, deputies: [nobody] };

    expect(live({ state, to: '2026-09-15', seasons: { ladder } })).toEqual({
      '2026-09-15': ['sara', 'karin', 'kim', 'rolf'],
    });
  });

  it('a responsible person whom the bot does not know is stood in for by the deputies, else by the office', () => {
    expect(live({ state: { responsible: nobody }, to: '2026-09-15' })).toEqual({ '2026-09-15': ['bo'] });
    expect(live({ state: { responsible: nobody, deputies: [nobody] }, to: '2026-09-15' })).toEqual({
      '2026-09-15': ['karin', 'kim'],
    });
    expect(
      live({
        state: { responsible: nobody, deputies: [], department: 'nowhere' },
        to: '2026-09-15',
      }),
    ).toEqual({ '2026-09-15': ['sara'] });
  });

  it('tells the deputy of a communicator on the days of the deputyship only', () => {
    const [office, ...others] = organisation().departments;
    const deputies = [
      { for: PEOPLE.karin.aad, person: PEOPLE.kim.aad, from: '2026-10-07', to: '2026-10-20' },
    ];
    const changed = organisation({ departments: [{ ...office!, deputies }, ...others] });

    const told = live({ to: '2026-10-13', moment: { organisation: changed } });

    expect(told['2026-10-06']).toEqual(['anna', 'bo', 'karin']);
    expect(told['2026-10-13']).toEqual(['anna', 'bo', 'karin', 'kim', 'rolf']);
  });
});

describe('G-7.3b: what is put off', () => {
  it('comes back on its day, and the ladder goes on where it was', () => {
    expect(live({ to: '2026-10-31', on: { '2026-09-16': { snoozed: '2026-09-24' } } })).toEqual({
      '2026-09-15': ['anna'],
      '2026-09-24': ['anna'],
      '2026-09-29': ['anna', 'bo'],
      '2026-10-06': ['anna', 'bo', 'karin', 'kim'],
      '2026-10-13': ['anna', 'bo', 'karin', 'kim', 'rolf'],
    });
  });

  it('comes back on the next working day when its day is none, or a quiet one', () => {
    expect(Object.keys(live({ to: '2026-09-28', on: { '2026-09-16': { snoozed: '2026-09-19' } } }))).toEqual([
      '2026-09-15',
      '2026-09-21',
      '2026-09-22',
    ]);
    const quiet = [{ from: '09-18', to: '09-23' }];
    expect(
      Object.keys(
        live({ to: '2026-09-28', on: { '2026-09-16': { snoozed: '2026-09-19' } }, seasons: { quiet } }),
      ),
    ).toEqual(['2026-09-15', '2026-09-24']);
  });

  it('holds the rungs of the account’s own people, and no rung of an office', () => {
    expect(live({ to: '2026-10-31', on: { '2026-10-01': { snoozed: '2026-10-09' } } })).toEqual({
      '2026-09-15': ['anna'],
      '2026-09-22': ['anna'],
      '2026-09-29': ['anna', 'bo'],
      '2026-10-06': ['karin', 'kim'],
      '2026-10-09': ['anna', 'bo'],
      '2026-10-13': ['anna', 'bo', 'karin', 'kim', 'rolf'],
    });
  });

  it('holds no office behind a rung that waits itself', () => {
    const ladder = [
      { after: 0, to: ['responsible'] as const },
      { after: 5, to: ['deputy'] as const },
      { after: 6, to: ['communicator'] as const },
    ];

    expect(
      live({ to: '2026-10-31', on: { '2026-09-16': { snoozed: '2026-09-25' } }, seasons: { ladder } }),
    ).toEqual({ '2026-09-15': ['anna'], '2026-09-21': ['karin', 'kim'], '2026-09-25': ['bo'] });
  });

  it('leaves those alone who hold an office as well', () => {
    const state = { responsible: { id: PEOPLE.karin.aad, name: 'Karin Kommunikatör' }, deputies: [] };

    expect(
      live({ state, to: '2026-10-09', on: { '2026-10-01': { snoozed: '2026-10-09' } } })['2026-10-06'],
    ).toEqual(['kim']);
  });

  it('comes back although the ladder has ended', () => {
    expect(live({ to: '2026-10-31', on: { '2026-10-14': { snoozed: '2026-10-20' } } })['2026-10-20']).toEqual(
      ['anna', 'bo'],
    );
  });
});

it('G-7.3b: nothing is due where no picture is waited for', () => {
  const ground = facts();

  for (const [status, state] of Object.entries(EACH))
    expect([status, deadlineOf(state, ground) !== undefined]).toEqual([status, status === 'waiting']);
  expect(deadlineOf(waiting({ told: 5 }), ground)).toBeUndefined();
  expect(deadlineOf(waiting({ told: 5, snoozed: '2026-09-24' }), ground)).toBe('2026-09-24T04:00:00.000Z');
});

it('each line has a key of its own, the same however often the timer comes', () => {
  const at = (day: string) => facts({ moment: moment({ now: atTime(ZONE, day, '06:00'), today: day }) });
  const keys = (state: In<'waiting'>, day: string) => {
    const decision = decide({ type: 'tick' }, state, at(day), SYSTEM);
    return isRefused(decision) ? [] : decision.effects.map(({ key }) => key);
  };

  const [first, second] = [keys(waiting(), '2026-09-15'), keys(waiting({ told: 1 }), '2026-09-22')];
  const late = keys(waiting(), '2026-09-17');
  const woken = keys(waiting({ told: 1, snoozed: '2026-09-18' }), '2026-09-18');

  expect(late).toEqual(first);
  expect(new Set([...first, ...second, ...woken]).size).toBe(3);
});
