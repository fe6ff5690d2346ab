/** Captures and seasons in every status, and the people around an account, for the written policy. */
import type { Person } from '../../src/kernel/actor';
import type { Organisation } from '../../src/kernel/organisation';
import { evolve } from '../../src/features/archiving/evolve';
import type { Capture, In, Kept, Stop } from '../../src/features/archiving/model';
import type { Confirmation, Season } from '../../src/features/archiving/season-model';
import { organisationOf, ROLES, TODAY } from './people';

/** Roles in the order in which the tables name them. */
export const KEEPERS = {
  responsible: ROLES.responsible,
  stand: 'ersättaren för kontot',
  communicator: ROLES.communicator,
  deputy: ROLES.deputy,
  elsewhere: ROLES.elsewhere,
  registrar: ROLES.registrar,
  lead: ROLES.lead,
  director: ROLES.director,
  other: ROLES.other,
} as const;
export type Keeper = keyof typeof KEEPERS;

export function keeper(id: Keeper): Person {
  return { type: 'person', id, organisation: 'kommunen', name: KEEPERS[id], locale: 'sv' };
}

export function keepersOrganisation(): Organisation {
  return organisationOf();
}

const AT = `${TODAY}T08:00:00.000Z`;
const STOP: Stop = { by: 'communicator', name: KEEPERS.communicator, at: AT, reason: 'Skälet.' };
const NAME = { sv: 'höst', en: 'autumn' };
const WINDOW = { from: '2026-09-15', to: '2026-12-15', guideline: 'riktlinjen', openedAt: AT, links: {} };
const PICTURE: Kept = {
  ...{ file: 'kommunen/capture/1/a.png', sha256: 'a'.repeat(64), bytes: 1000, type: 'image/png' },
  ...{ width: 100, height: 100, link: 'https://www.instagram.com/biblioteket/', via: 'chat' },
  ...{ by: 'responsible', name: KEEPERS.responsible, at: AT },
};

export const WAITING: In<'waiting'> = {
  ...{ status: 'waiting', department: 'here', season: '2026-autumn', seasonName: NAME, ...WINDOW },
  account: {
    ...{ id: 'account-1', handle: 'biblioteket', platform: 'instagram', platformName: 'Instagram' },
    ...{ link: PICTURE.link, unit: 'Biblioteket', accountType: 'unit', mailbox: '', purpose: '' },
    activeSince: AT,
  },
  responsible: { id: 'responsible', name: KEEPERS.responsible },
  deputies: [{ id: 'stand', name: KEEPERS.stand }],
  ...{ told: 1, pictures: [] },
};

export const CAPTURES: Readonly<Record<Capture['status'], Capture>> = {
  waiting: WAITING,
  disputed: evolve(WAITING, { type: 'disputed', claim: 'closed', dispute: { ...STOP, by: 'responsible' } }),
  done: evolve(WAITING, { type: 'kept', picture: PICTURE }),
  impossible: evolve(WAITING, { type: 'ruled-out', stop: STOP }),
  sealed: evolve(evolve(WAITING, { type: 'kept', picture: PICTURE }), { type: 'sealed', at: AT, reason: '' }),
};
export const IN_DOUBT = evolve(WAITING, { type: 'doubted', picture: PICTURE, why: 'same-as-before' });

function confirmed(by: Keeper, as: Confirmation['as']): Confirmation {
  return { by, name: KEEPERS[by], as, at: AT, reason: '' };
}

const season = { department: 'here', season: '2026-autumn', name: NAME, ...WINDOW };
const OPEN: Season = { ...season, status: 'open', sweptOn: TODAY };
const BOTH: [Confirmation, Confirmation] = [
  confirmed('communicator', 'communicator'),
  confirmed('registrar', 'registrar'),
];
const NONE = { all: 0, done: 0, impossible: 0, waiting: 0, snoozed: 0, disputed: 0, late: 0 };

/** By the words of its standing. */
export const SEASONS: Readonly<Record<'open' | 'half' | 'closing' | 'closed', Season>> = {
  open: OPEN,
  half: { ...OPEN, confirmed: BOTH[0] },
  closing: { ...season, status: 'closing', confirmations: BOTH },
  closed: {
    ...season,
    ...{ status: 'closed', confirmations: BOTH, closedAt: AT },
    ...{ figures: { ...NONE, unreachable: 0, doubled: 0 }, called: { organisation: '', department: '' } },
  },
};
