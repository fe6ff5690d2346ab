/** Who may do what with an application; reads like the rule book (G-1.7, G-4.1.1, G-4.2c, design section 4). */
import type { Actor, Person, PersonId } from '../../kernel/actor';
import type { Refusal } from '../../kernel/decision';
import { communicatorsOf, nameOf, type Holder } from '../../kernel/organisation';
import type { Moment } from '../../kernel/matter';
import type { Decided } from '../register/model';
import type { Application, ApplicationCommand, Submission } from './model';

export type Refusals =
  'own-application' | 'not-decider' | 'not-lead' | 'not-applicant' | 'not-yours' | 'system-only';

/** A person who may decide, in which office, and for whom a deputy does. */
export interface Decider extends Holder {
  readonly as: Decided['as'];
}

/**
 * Who decides: the department's communicators and dated deputies for a unit account, the lead for an official one,
 * the director for what the lead applies for. Never the applicant; with nobody there it goes to the lead.
 */
export function decidersOf(
  state: Pick<Submission, 'applicant' | 'answers' | 'escalated'>,
  { organisation, today }: Moment,
): Decider[] {
  const { lead, director } = organisation;
  const applicant = state.applicant.id;
  if (applicant === lead) return [{ person: director, as: 'director' }];
  if (state.answers['accountType'] === 'official') return [{ person: lead, as: 'lead' }];
  const holders = communicatorsOf(organisation, state.answers['department'] ?? '', today)
    .filter(({ person }) => person !== applicant)
    .map((holder): Decider => ({ ...holder, as: holder.for === undefined ? 'communicator' : 'deputy' }));
  const once = holders.filter(
    ({ person }, at) => holders.findIndex((other) => other.person === person) === at,
  );
  return state.escalated || once.length === 0 ? [...once, { person: lead, as: 'lead' }] : once;
}

/** Who confirms that a new account is known: the lead, or the director where the lead decided (G-4.2c). */
export function receiverOf(approval: Decided, { organisation }: Moment): PersonId {
  return approval.as === 'lead' ? organisation.director : organisation.lead;
}

/** Who creates the account and reports it: the applicant and the person responsible for it. */
export function creatorsOf(state: Submission): PersonId[] {
  const { applicant, responsible } = state;
  return responsible.id === undefined || responsible.id === applicant.id
    ? [applicant.id]
    : [applicant.id, responsible.id];
}

export function isDraft(state: Application): state is Exclude<Application, Submission> {
  return state.status === 'draft' || state.status === 'withdrawn' || state.status === 'expired';
}

/** The applicant's own: nobody else has seen it yet. */
function isPrivate(state: Application): boolean {
  return state.status === 'draft' || (state.status === 'withdrawn' && state.submittedAt === undefined);
}

export function permits(
  actor: Actor,
  command: ApplicationCommand | { readonly type: 'see' },
  state: Application | undefined,
  moment: Moment,
): Refusal<Refusals> | undefined {
  if (actor.type === 'system') return undefined;
  switch (command.type) {
    case 'next':
    case 'back':
    case 'save':
    case 'submit':
    case 'withdraw':
      return !state || state.applicant.id === actor.id ? undefined : { code: 'not-applicant' };
    case 'approve':
    case 'reject':
      return mayDecide(actor, state, moment);
    case 'acknowledge':
      return mayAcknowledge(actor, state, moment);
    case 'report':
      return state && !isDraft(state) && creatorsOf(state).includes(actor.id)
        ? undefined
        : { code: 'not-applicant' };
    case 'see':
      return !state || maySee(actor, state, moment) ? undefined : { code: 'not-yours' };
    case 'answer':
    case 'tick':
      return { code: 'system-only' };
    default:
      return command satisfies never;
  }
}

function mayDecide(
  actor: Person,
  state: Application | undefined,
  moment: Moment,
): Refusal<Refusals> | undefined {
  if (!state || isPrivate(state)) return { code: 'not-decider' };
  const deciders = decidersOf(state, moment);
  const names = deciders.map(({ person }) => nameOf(moment.organisation, person)).join(', ');
  if (state.applicant.id === actor.id) return { code: 'own-application', details: { names } };
  return deciders.some(({ person }) => person === actor.id)
    ? undefined
    : { code: 'not-decider', details: { names } };
}

function mayAcknowledge(
  actor: Person,
  state: Application | undefined,
  moment: Moment,
): Refusal<Refusals> | undefined {
  const { organisation } = moment;
  const receiver = state && 'approval' in state ? receiverOf(state.approval, moment) : organisation.lead;
  return actor.id === receiver
    ? undefined
    : { code: 'not-lead', details: { name: nameOf(organisation, receiver) } };
}

/** Drafts are the applicant's own; after that those who decide, confirm, answer for the account, or lead. */
function maySee(actor: Person, state: Application, moment: Moment): boolean {
  const { organisation, today } = moment;
  if (state.applicant.id === actor.id) return true;
  if (isPrivate(state)) return false;
  const department = state.answers['department'] ?? '';
  return (
    [organisation.lead, organisation.director].includes(actor.id) ||
    (!isDraft(state) && [state.responsible, ...state.deputies].some(({ id }) => id === actor.id)) ||
    communicatorsOf(organisation, department, today).some(({ person }) => person === actor.id) ||
    ('approval' in state && state.approval.by === actor.id) ||
    ('rejection' in state && state.rejection.by === actor.id)
  );
}
