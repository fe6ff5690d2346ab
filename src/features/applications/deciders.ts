/** Who acts next on an application: the chain of the guideline, deputies, a handover, and the lead when nobody is there. */
import type { PersonId } from '../../kernel/actor';
import { communicatorsOf, nameOf, type Holder } from '../../kernel/organisation';
import type { Decided } from '../register/model';
import type { Ground } from './facts';
import type { Application, In, Submission } from './model';

/** A person who may decide, in which office, and for whom a deputy does. */
export interface Decider extends Holder {
  readonly as: Decided['as'];
}

type Deciding = Pick<Submission, 'applicant' | 'answers' | 'approvals'> &
  Pick<Partial<Submission>, 'escalated' | 'manager' | 'handed'>;
type Step = Ground['guideline']['application']['chain'][number];

/**
 * The steps an application goes through: the guideline's chain for a unit account; an official account is decided by
 * the lead, and what the lead applies for by the director (design, section 4).
 */
export function chainOf(
  state: Pick<Deciding, 'applicant' | 'answers'>,
  { moment, guideline }: Ground,
): readonly (Step | 'director')[] {
  if (state.applicant.id === moment.organisation.lead) return ['director'];
  return state.answers['accountType'] === 'official' ? ['central'] : guideline.application.chain;
}

/**
 * Who decides the present step. Never the applicant, and nobody twice on one matter. With nobody there it goes to the
 * lead, then to the director, and last to the department's office. A handover narrows it to the colleague, and to whoever stands in for them.
 */
export function decidersOf(state: Deciding, ground: Ground): Decider[] {
  const barred = new Set([state.applicant.id, ...state.approvals.map(({ by }) => by)]);
  const pool = poolOf(state, ground).filter(({ person }) => !barred.has(person));
  const handed = state.handed && pool.concat(leadOf(ground)).filter((one) => takes(one, state.handed?.to));
  const office = handed && handed.length > 0 ? handed : pool;
  const all = state.escalated ? [...office, ...leadOf(ground)] : office;
  const there = once(all.filter(({ person }) => !barred.has(person)));
  if (there.length > 0) return there;
  const others = [leadOf(ground), directorOf(ground), officersOf(state, ground)].map((office) =>
    once(office.filter(({ person }) => !barred.has(person))),
  );
  return others.find((able) => able.length > 0) ?? [];
}

/** Whether the present step is this person's to decide; whoever had it may press the old card again. */
export function hasTurn(person: PersonId, state: Deciding, ground: Ground): boolean {
  return decidersOf(state, ground).some((decider) => decider.person === person);
}

/** Whom a decider may hand the present step to: everybody who could decide it, and the lead. */
export function colleaguesFor(state: Deciding, person: PersonId, ground: Ground): PersonId[] {
  const barred = new Set([person, state.applicant.id, ...state.approvals.map(({ by }) => by)]);
  const all = [...poolOf(state, ground), ...leadOf(ground)].map((one) => one.person);
  return [...new Set(all)].filter((one) => !barred.has(one));
}

function poolOf(state: Deciding, ground: Ground): Decider[] {
  const step = chainOf(state, ground)[state.approvals.length];
  switch (step) {
    case 'manager':
      return state.manager?.id === undefined ? [] : [{ person: state.manager.id, as: 'manager' }];
    case 'communicator':
      return officersOf(state, ground);
    case 'central':
      return leadOf(ground);
    case 'director':
      return directorOf(ground);
    case undefined:
      return [];
    default:
      return step satisfies never;
  }
}

function officersOf(state: Pick<Deciding, 'answers'>, ground: Ground): Decider[] {
  return officeOf(state, ground).map((holder) => ({
    ...holder,
    as: holder.for === undefined ? 'communicator' : 'deputy',
  }));
}

function takes({ person, for: absent }: Decider, to: PersonId | undefined): boolean {
  return person === to || absent === to;
}

function leadOf({ moment }: Ground): Decider[] {
  return [{ person: moment.organisation.lead, as: 'lead' }];
}

function directorOf({ moment }: Ground): Decider[] {
  return [{ person: moment.organisation.director, as: 'director' }];
}

/** The department's communicators and dated deputies (G-2.0). */
export function officeOf({ answers }: Pick<Application, 'answers'>, { moment }: Ground): Holder[] {
  return communicatorsOf(moment.organisation, answers['department'] ?? '', moment.today);
}

/** Whom the applicant talks to before the decision (G-2.0, G-4.2a–b): the office; the lead when nobody is there or answers. */
export function advisersOf(
  state: Pick<Application, 'applicant' | 'answers' | 'escalated'>,
  ground: Ground,
): PersonId[] {
  const { lead, director } = ground.moment.organisation;
  const office = officeOf(state, ground).map(({ person }) => person);
  const all = [...office, ...(state.escalated ? [lead] : [])].filter((one) => one !== state.applicant.id);
  if (all.length > 0) return [...new Set(all)];
  return [state.applicant.id === lead ? director : lead];
}

/** Who looks at the new account before it becomes active: the office, never who created it (G-5.4); the lead in the end. */
export function inspectorsOf(state: Submission, ground: Ground): PersonId[] {
  const { lead, director } = ground.moment.organisation;
  const creators = creatorsOf(state);
  const office = officeOf(state, ground).map(({ person }) => person);
  // An earlier step that nobody answered makes no inspector.
  const inTheEnd = state.status === 'created' && state.escalated ? [lead] : [];
  const all = [...office, ...inTheEnd];
  const others = [...new Set(all)].filter((one) => !creators.includes(one));
  return others.length > 0 ? others : [creators.includes(lead) ? director : lead];
}

/** Who confirms that a new account is known: the lead, or the director where the lead decided, in any step (G-4.2c). */
export function receiverOf(
  { approvals, approval }: Pick<In<'approved'>, 'approvals' | 'approval'>,
  { moment: { organisation } }: Ground,
): PersonId {
  const { lead, director } = organisation;
  if (approval.by === director) return lead;
  const byLead = [...approvals, approval].some(({ as, by }) => as === 'lead' || by === lead);
  return byLead ? director : lead;
}

/** Who creates the account and reports it: the applicant and the person responsible for it. */
export function creatorsOf(state: Submission): PersonId[] {
  const { applicant, responsible } = state;
  return responsible.id === undefined || responsible.id === applicant.id
    ? [applicant.id]
    : [applicant.id, responsible.id];
}

/** Names of people, those outside the organisation file by what the matter remembers. */
export function namesOf(
  people: readonly PersonId[],
  state: Application,
  { moment: { organisation } }: Ground,
): string {
  const manager = 'manager' in state ? state.manager : undefined;
  return people
    .map((id) => nameOf(organisation, id, manager?.id === id ? manager.name : ''))
    .filter((name) => name !== '')
    .join(', ');
}

function once(deciders: readonly Decider[]): Decider[] {
  return deciders.filter(({ person }, at) => deciders.findIndex((other) => other.person === person) === at);
}
