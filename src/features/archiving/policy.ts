/** Who may do what with a capture: whoever answers for the account, and its department's offices (G-7.3b, G-7.3d). */
import type { Actor, PersonId } from '../../kernel/actor';
import type { Refusal } from '../../kernel/decision';
import { officeOf, registrarsOf } from '../../kernel/offices';
import { BETWEEN_DOCUMENTS, type BetweenDocuments, type CommandType } from './commands';
import type { Ground } from './facts';
import type { Capture } from './model';

type Concerned = Pick<Capture, 'department' | 'responsible' | 'deputies'>;

export function permits(
  actor: Actor,
  { type }: { readonly type: CommandType | 'see' },
  state: Capture | undefined,
  ground: Ground & { readonly account?: Concerned },
): Refusal | undefined {
  if (isBetween(type)) return actor.type === 'system' ? undefined : { code: 'forbidden' };
  if (actor.type === 'system') return undefined;
  const concerned = state ?? ground.account;
  if (!concerned) return type === 'see' || type === 'start' ? undefined : { code: 'gone' };
  const mine = answersFor(actor.id, concerned);
  const office = mayServe(actor.id, concerned, ground);
  switch (type) {
    case 'see':
      return mine || office || actor.id === ground.moment.organisation.director
        ? undefined
        : // Most who come here have handed the account over, and their card tells them so.
          { code: 'passed-on' };
    case 'start':
    case 'link':
    case 'take':
    case 'finish':
    case 'trust':
    case 'drop':
    case 'supersede':
      return mine || office ? undefined : { code: 'not-yours' };
    case 'snooze':
    case 'not-mine':
    case 'closed':
      return mine ? undefined : { code: 'not-responsible' };
    case 'remind-again':
    case 'rule-out':
      return office ? undefined : { code: 'not-office' };
    case 'assign':
    case 'insist':
    case 'close-account':
      return maySettle(actor.id, concerned, ground) ? undefined : { code: 'not-communicator' };
    default:
      return type satisfies never;
  }
}

function isBetween(type: CommandType | 'see'): type is BetweenDocuments {
  return BETWEEN_DOCUMENTS.some((one) => one === type);
}

/** The responsible person and the deputies of the account. */
export function answersFor(id: PersonId, { responsible, deputies }: Concerned): boolean {
  return responsible.id === id || deputies.some((deputy) => deputy.id === id);
}

/** Communicators with their dated deputies, registrars, and the lead. */
export function mayServe(id: PersonId, concerned: Concerned, ground: Ground): boolean {
  return maySettle(id, concerned, ground) || registrarsOf(concerned.department, ground).includes(id);
}

/** Who is responsible and whether an account is closed is the communicator's to say, or the lead's. */
export function maySettle(id: PersonId, { department }: Concerned, { moment }: Ground): boolean {
  return moment.organisation.lead === id || officeOf(department, { moment }).includes(id);
}
