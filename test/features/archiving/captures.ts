/** Captures in every status, and seasons, with the facts that rules and cards need. */
import type { Facts } from '../../../src/features/archiving/facts';
import { figuresOf, type Figures } from '../../../src/features/archiving/figures';
import type { Capture, CaptureRow, In, Kept, Stop } from '../../../src/features/archiving/model';
import { rowOf } from '../../../src/features/archiving/rows';
import type { Confirmation, Season, SeasonFacts } from '../../../src/features/archiving/season-model';
import { account } from '../../support/accounts';
import { PEOPLE, type Who } from '../../support/house';
import { sundsvall } from '../../guidelines/sundsvall';
import { moment } from '../world';

export const GUIDELINE = sundsvall();
export const ACCOUNT_ID = '2026-01-12-aaaaaaaaaaaaaaaaaaaaaaaaa';
export const ID = `${ACCOUNT_ID}:2026-autumn`;
export const OPENED = '2026-09-14T22:10:00.000Z';
const AUTUMN = { sv: 'höst', en: 'autumn' };

/** Noon of a day in the autumn season. */
export function on(day: string) {
  return moment({ now: `${day}T10:00:00.000Z`, today: day });
}

export function facts(changed: Partial<Facts> = {}): Facts {
  return {
    id: ID,
    moment: on('2026-09-15'),
    guideline: GUIDELINE,
    another: false,
    siblings: [],
    choices: [],
    pictureUrls: [],
    ...changed,
  };
}

export function kept(digit: string, changed: Partial<Kept> = {}): Kept {
  return {
    file: `sundsvall/capture/${ID}/${digit.repeat(64)}.png`,
    sha256: digit.repeat(64),
    bytes: 1_234_567,
    type: 'image/png',
    width: 1170,
    height: 2532,
    by: PEOPLE.anna.aad,
    name: PEOPLE.anna.name,
    via: 'chat',
    at: '2026-09-16T08:00:00.000Z',
    link: 'https://www.instagram.com/biblioteket/',
    ...changed,
  };
}

export function stop(who: Who, reason: string): Stop {
  return { by: PEOPLE[who].aad, name: PEOPLE[who].name, at: '2026-09-17T08:00:00.000Z', reason };
}

/** Anna's capture of the library's account in the autumn of 2026; Bo is her deputy. */
export function waiting(changed: Partial<In<'waiting'>> = {}): In<'waiting'> {
  const {
    handle,
    platform,
    platformName,
    link,
    unit,
    accountType,
    mailbox,
    purpose,
    activeSince,
    responsible,
    deputies,
  } = account();
  return {
    status: 'waiting',
    account: {
      id: ACCOUNT_ID,
      handle,
      platform,
      platformName,
      link,
      unit,
      accountType,
      mailbox,
      purpose,
      activeSince,
    },
    department: 'kultur-fritid',
    responsible,
    deputies,
    season: '2026-autumn',
    seasonName: AUTUMN,
    from: '2026-09-15',
    to: '2026-10-31',
    guideline: GUIDELINE.version,
    openedAt: OPENED,
    told: 0,
    pictures: [],
    links: {},
    ...changed,
  };
}

function base() {
  const { status: _status, ...rest } = waiting();
  return rest;
}

export function done(changed: Partial<In<'done'>> = {}): In<'done'> {
  return { ...base(), status: 'done', doneAt: '2026-09-16T08:00:00.000Z', pictures: [kept('a')], ...changed };
}

export function disputed(claim: In<'disputed'>['claim'] = 'not-mine'): In<'disputed'> {
  return { ...base(), status: 'disputed', claim, dispute: stop('anna', 'Emma tog över i våras.') };
}

export function impossible(): In<'impossible'> {
  return { ...base(), status: 'impossible', stop: stop('karin', 'Plattformen har låst kontot.') };
}

export function sealed(changed: Partial<In<'sealed'>> = {}): In<'sealed'> {
  const doneAt = '2026-09-16T08:00:00.000Z';
  const common = { ...base(), pictures: [kept('a')], sealedAt: '2026-11-02T09:00:00.000Z', supplements: [] };
  return { ...common, status: 'sealed', outcome: 'done', doneAt, ...changed };
}

export const EACH: Readonly<Record<Capture['status'], Capture>> = {
  waiting: waiting(),
  disputed: disputed(),
  done: done(),
  impossible: impossible(),
  sealed: sealed(),
};

export function row(state: Capture, id = ID): CaptureRow {
  return rowOf({ kind: 'capture', id, revision: 1, state, events: [] });
}

export function figures(states: readonly Capture[], day = '2026-09-20'): Figures {
  const rows = states.map((state, at) => row(state, `account-${at}:2026-autumn`));
  return figuresOf(rows, day, 'Europe/Stockholm', []);
}

export function confirmation(who: Who, as: Confirmation['as'], reason = ''): Confirmation {
  return { by: PEOPLE[who].aad, name: PEOPLE[who].name, as, at: '2026-11-02T09:00:00.000Z', reason };
}

const season = {
  department: 'kultur-fritid',
  season: '2026-autumn',
  name: AUTUMN,
  from: '2026-09-15',
  to: '2026-10-31',
  guideline: GUIDELINE.version,
  openedAt: OPENED,
  links: {},
};

export function openSeason(confirmed?: Confirmation): Extract<Season, { status: 'open' }> {
  return { ...season, status: 'open', sweptOn: '2026-09-15', ...(confirmed ? { confirmed } : {}) };
}

const BOTH: [Confirmation, Confirmation] = [
  confirmation('karin', 'communicator', 'Museet bytte telefon.'),
  confirmation('rolf', 'registrar', 'Museet bytte telefon.'),
];

export function closing(): Extract<Season, { status: 'closing' }> {
  return { ...season, status: 'closing', confirmations: BOTH };
}

export function closed(): Extract<Season, { status: 'closed' }> {
  return {
    ...season,
    status: 'closed',
    confirmations: BOTH,
    closedAt: '2026-11-02T09:01:00.000Z',
    called: { organisation: 'Sundsvalls kommun', department: 'Kultur och fritid' },
    figures: figures([sealed(), sealed({ outcome: 'missing' })]),
  };
}

export function seasonFacts(changed: Partial<SeasonFacts> = {}): SeasonFacts {
  return {
    id: 'kultur-fritid:2026-autumn',
    moment: on('2026-11-02'),
    unopened: [],
    unsealed: [],
    figures: figures([done(), waiting()]),
    ...changed,
  };
}
