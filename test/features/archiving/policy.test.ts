/** Who may do what with a capture and a season, as tables: one row per person. */
import type { CommandType } from '../../../src/features/archiving/commands';
import type { Capture } from '../../../src/features/archiving/model';
import { permits } from '../../../src/features/archiving/policy';
import { officesOf, permits as seasonPermits } from '../../../src/features/archiving/season';
import type { SeasonCommand } from '../../../src/features/archiving/season-model';
import type { Moment } from '../../../src/kernel/matter';
import { registrarsOf } from '../../../src/kernel/offices';
import type { Organisation } from '../../../src/kernel/organisation';
import { account } from '../../support/accounts';
import { PEOPLE, type Who } from '../../support/house';
import { moment, organisation, person } from '../world';
import { closed, EACH, facts, openSeason, seasonFacts, waiting } from './captures';
import { SYSTEM, whoIs } from './outcome';

type Type = CommandType | 'see';
const PEOPLES: readonly Type[] = [
  'see',
  'start',
  'link',
  'take',
  'finish',
  'trust',
  'drop',
  'supersede',
  'snooze',
  'not-mine',
  'closed',
  'remind-again',
  'rule-out',
  'assign',
  'insist',
  'close-account',
];
const SYSTEMS: readonly Type[] = ['open', 'remind', 'seal', 'account-gone', 'tick'];
const EVERYBODY = Object.keys(PEOPLE) as Who[];

function may(
  who: Who,
  state: Capture | undefined,
  at: Moment = moment(),
  types = [...PEOPLES, ...SYSTEMS],
): string {
  const ground = facts({ moment: at });
  return types.filter((type) => permits(person(who), { type }, state, ground) === undefined).join(' ');
}

function table(state: Capture | undefined, at?: Moment): Partial<Record<Who, string>> {
  return Object.fromEntries(
    EVERYBODY.map((who) => [who, may(who, state, at)]).filter(([, can]) => can !== ''),
  );
}

const PICTURES = 'start link take finish trust drop supersede';
const OWN = `see ${PICTURES} snooze not-mine closed`;
const OFFICE = `see ${PICTURES} remind-again rule-out`;
const SETTLES = `${OFFICE} assign insist close-account`;

describe('G-7.3b, G-7.3d: a capture', () => {
  it('is for those who answer for the account, and for its department’s offices', () => {
    expect(table(waiting())).toEqual({
      anna: OWN,
      bo: OWN,
      karin: SETTLES,
      kim: SETTLES,
      rolf: OFFICE,
      sara: SETTLES,
      dag: 'see',
    });
  });

  it.each(Object.keys(EACH) as Capture['status'][])('%s is for the same people', (status) => {
    expect(table(EACH[status])).toEqual(table(waiting()));
  });

  it('is for a communicator who is responsible both ways', () => {
    const state = waiting({
      responsible: { id: PEOPLE.karin.aad, name: 'Karin Kommunikatör' },
      deputies: [],
    });

    expect(may('karin', state)).toBe(`${OWN} remind-again rule-out assign insist close-account`);
    expect(may('anna', state)).toBe('');
    expect(may('bo', state)).toBe('');
  });

  it('is a dated deputy’s for those days only', () => {
    expect(may('kim', waiting(), moment({ today: '2027-01-01' }))).toBe('');
  });

  it('is nobody’s who has no id, and no other department’s', () => {
    const state = waiting({
      responsible: { name: 'Nils Ny' },
      deputies: [{ name: 'Bo' }],
      department: 'vard-omsorg',
    });

    expect(table(state)).toEqual({ vera: SETTLES, sara: SETTLES, dag: 'see' });
  });

  it('that is not there is seen and begun by anybody, and the account decides', () => {
    expect(Object.values(table(undefined))).toEqual(EVERYBODY.map(() => 'see start'));
    const begin = (who: Who) =>
      permits(person(who), { type: 'start' }, undefined, { ...facts(), account: account() })?.code;
    expect(EVERYBODY.filter((who) => begin(who) === undefined)).toEqual([
      'anna',
      'bo',
      'karin',
      'kim',
      'rolf',
      'sara',
    ]);
  });

  it('hears some commands from the system alone, and the system is never asked who it is', () => {
    for (const type of SYSTEMS) {
      expect(permits(person('sara'), { type }, waiting(), facts())).toEqual({
        code: 'forbidden',
      });
      expect(permits(person('sara'), { type }, undefined, facts())).toEqual({
        code: 'forbidden',
      });
      expect(permits(SYSTEM, { type }, undefined, facts())).toBeUndefined();
    }
  });

  it.each([
    ['emma', 'take', 'not-yours'],
    ['emma', 'see', 'passed-on'],
    ['karin', 'snooze', 'not-responsible'],
    ['anna', 'rule-out', 'not-office'],
    ['rolf', 'assign', 'not-communicator'],
  ] as const)('tells %s why not %s: %s', (who, type, code) => {
    expect(permits(person(who), { type }, waiting(), facts())).toEqual({ code });
  });
});

describe('G-7.3d: a season', () => {
  const types: readonly (SeasonCommand['type'] | 'see')[] = [
    'see',
    'package',
    'confirm',
    'withdraw',
    'open',
    'tick',
  ];
  const doing = (who: Who) =>
    types
      .filter(
        (type) =>
          seasonPermits(person(who), { type }, openSeason(), seasonFacts({ moment: moment() })) === undefined,
      )
      .join(' ');

  it('is closed by its offices, and seen by the lead and the director', () => {
    expect(
      Object.fromEntries(EVERYBODY.map((who) => [who, doing(who)]).filter(([, can]) => can !== '')),
    ).toEqual({
      karin: 'see package confirm withdraw',
      kim: 'see package confirm withdraw',
      rolf: 'see package confirm withdraw',
      sara: 'see package',
      dag: 'see package',
    });
  });

  it('is gone for people when it is not there, and the system opens it', () => {
    expect(seasonPermits(person('karin'), { type: 'see' }, undefined, seasonFacts())).toEqual({
      code: 'gone',
    });
    expect(seasonPermits(person('karin'), { type: 'open' }, undefined, seasonFacts())).toEqual({
      code: 'forbidden',
    });
    expect(seasonPermits(SYSTEM, { type: 'open' }, undefined, seasonFacts())).toBeUndefined();
    expect(seasonPermits(SYSTEM, { type: 'tick' }, closed(), seasonFacts())).toBeUndefined();
  });
});

describe('G-7.3d: the two offices that close a season', () => {
  const holders = (department: string, changed?: Organisation) => {
    const at = moment(changed ? { organisation: changed } : {});
    return Object.fromEntries(
      EVERYBODY.map((who) => [who, officesOf(PEOPLE[who].aad, department, at).join(' ')]).filter(
        ([, offices]) => offices !== '',
      ),
    );
  };
  const [culture, library, care] = organisation().departments;

  it('are those of the department', () => {
    expect(holders('kultur-fritid')).toEqual({
      karin: 'communicator',
      kim: 'communicator',
      rolf: 'registrar',
    });
  });

  it('are those of the one above it, where it has none of its own', () => {
    expect(holders('bibliotek')).toEqual(holders('kultur-fritid'));
  });

  it('are filled by the lead, and by the director for the second one, so that two people can always close it', () => {
    expect(holders('vard-omsorg')).toEqual({ vera: 'communicator', sara: 'registrar' });
    expect(holders('vard-omsorg', organisation({ departments: [{ ...care!, communicators: [] }] }))).toEqual({
      sara: 'communicator',
      dag: 'registrar',
    });
    expect(
      holders(
        'vard-omsorg',
        organisation({ departments: [{ ...care!, communicators: [], registrars: [PEOPLE.rolf.aad] }] }),
      ),
    ).toEqual({ sara: 'communicator', rolf: 'registrar' });
  });

  it('end with departments that stand above each other', () => {
    const departments = [
      { ...culture!, communicators: [], registrars: [], parent: 'bibliotek' },
      { ...library!, parent: 'kultur-fritid' },
    ];

    expect(
      registrarsOf('bibliotek', { moment: moment({ organisation: organisation({ departments }) }) }).map(
        whoIs,
      ),
    ).toEqual(['dag']);
  });
});
