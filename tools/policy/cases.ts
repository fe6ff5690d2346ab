/** Applications in every status, made by the events that lead there. */
import type { ApplicationEvent, Sent } from '../../src/features/applications/events';
import { evolve } from '../../src/features/applications/evolve';
import type { Application, Status } from '../../src/features/applications/model';
import type { Decided } from '../../src/features/register/model';
import { refOf, ROLES, TODAY, type Role } from './people';

const AT = `${TODAY}T08:00:00.000Z`;
const TWIN = {
  id: 'account-1',
  handle: 'museet',
  platformName: 'Instagram',
  unit: 'Museet',
  department: 'there',
  responsible: refOf('holder'),
};

export interface Making {
  readonly applicant?: Role;
  readonly official?: true;
  readonly talked?: boolean;
  /** Where the chain asks the manager (G-1.7). */
  readonly managed?: true;
}

export function decidedBy(role: Role, as: Decided['as']): Decided {
  return { by: role, name: ROLES[role], as, at: AT };
}

/** One that was sent in and waits for a decision. */
export function submitted(making: Making = {}): Application {
  const sent = { type: 'submitted', ...sentBy(making) } as const;
  return after(begun(making), sent, { type: 'claimed' });
}

export function after(state: Application, ...events: readonly ApplicationEvent[]): Application {
  return events.reduce<Application>(evolve, state);
}

export function stateIn(status: Status): Application {
  const approval = decidedBy('communicator', 'communicator');
  const receipt = { by: 'lead', name: ROLES.lead, at: AT };
  const link = 'https://www.instagram.com/biblioteket/';
  const approved = after(submitted(), { type: 'approved', approval });
  const acknowledged = after(approved, { type: 'acknowledged', receipt });
  const changes = after(submitted(), ASKED);
  const all: Readonly<Record<Status, Application>> = {
    draft: begun(),
    joining: joining(),
    claiming: after(begun(), { type: 'submitted', ...sentBy() }),
    submitted: submitted(),
    changes,
    approved,
    acknowledged,
    created: after(acknowledged, { type: 'reported', link, at: AT }),
    active: after(acknowledged, { type: 'created', link, at: AT }),
    rejected: after(submitted(), { type: 'rejected', rejection: approval, words: 'Nej.' }),
    lapsed: after(changes, { type: 'lapsed', at: AT }),
    joined: after(joining(), { type: 'welcomed', name: ROLES.holder, words: '', at: AT }),
    withdrawn: after(submitted(), { type: 'withdrawn', at: AT }),
    expired: after(begun(), { type: 'expired' }),
  };
  return all[status];
}

export const TALK_ASKED = after(begun({ talked: false }), { type: 'consultation-asked', at: AT });
export const COMPARED = after(begun(), { type: 'compared', twins: [TWIN] });
export const HANDED = after(submitted(), {
  ...{ type: 'handed-over', to: 'deputy', toName: ROLES.deputy, by: 'communicator', at: AT },
  ...{ name: ROLES.communicator, words: '' },
} as const);
export const ESCALATED = after(submitted(), {
  ...{ type: 'reminded', situation: 'waiting', count: 3, escalated: true },
} as const);

const ASKED: ApplicationEvent = {
  type: 'asked',
  question: { about: 'purpose', words: 'Varför?', by: 'communicator', name: ROLES.communicator, at: AT },
  step: 1,
};

function begun({ applicant = 'applicant', official, talked = true }: Making = {}): Application {
  const start = { id: applicant, name: ROLES[applicant] };
  const answers = {
    department: 'here',
    accountType: official ? 'official' : 'unit',
    ...(talked ? { consultedWith: ROLES.communicator, consultedOn: TODAY } : {}),
  };
  return after(evolve(undefined, { type: 'begun', applicant: start, guideline: 'riktlinjen', at: AT }), {
    ...{ type: 'answered', at: AT, answers, step: 0 },
  } as const);
}

function joining(): Application {
  return after(COMPARED, { type: 'join-asked', twin: TWIN, at: AT });
}

function sentBy({ managed }: Making = {}): Sent {
  return {
    ...{ at: AT, guideline: 'riktlinjen', handle: 'biblioteket', claim: 'instagram:biblioteket' },
    ...{ responsible: refOf('responsible'), deputies: [] },
    ...(managed ? { manager: refOf('manager') } : {}),
  };
}
