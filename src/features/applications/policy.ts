/** Who may do what with an application; reads like the rule book (G-1.7, G-4.1.1, G-4.2c, design section 4). */
import type { Actor, Person, PersonId } from '../../kernel/actor';
import type { Refusal } from '../../kernel/decision';
import { nameOf } from '../../kernel/organisation';
import type { ApplicationCommand, CommandType } from './commands';
import {
  advisersOf,
  chainOf,
  creatorsOf,
  decidersOf,
  inspectorsOf,
  namesOf,
  officeOf,
  receiverOf,
} from './deciders';
import type { Ground } from './facts';
import { isSubmission, type Application } from './model';

export type Refusals =
  | 'own-application'
  | 'not-decider'
  | 'not-lead'
  | 'not-applicant'
  | 'not-adviser'
  | 'not-asked'
  | 'not-inspector'
  | 'not-yours'
  | 'system-only';

type Refused = Refusal<Refusals> | undefined;

export function permits(
  actor: Actor,
  { type }: Pick<ApplicationCommand, 'type'> | { readonly type: 'see' },
  state: Application | undefined,
  ground: Ground,
): Refused {
  if (actor.type === 'system') return undefined;
  switch (type) {
    case 'next':
    case 'back':
    case 'save':
    case 'submit':
    case 'consult':
    case 'proceed':
    case 'join':
    case 'resume':
    case 'withdraw':
      return !state || state.applicant.id === actor.id ? undefined : { code: 'not-applicant' };
    case 'welcome':
    case 'decline':
      return mayAnswerJoin(actor, state);
    case 'plan':
      return mayAdvise(actor, state, ground);
    case 'record':
      // Either side may say that they have talked (G-2.0); the applicant once it is sent in, in the form before.
      return state?.status === 'submitted' && state.applicant.id === actor.id
        ? undefined
        : mayAdvise(actor, state, ground);
    case 'approve':
    case 'ask':
    case 'hand-over':
    case 'reject':
      return mayDecide(actor, state, ground);
    case 'acknowledge':
      return mayAcknowledge(actor, state, ground);
    case 'report':
      return state && isSubmission(state) && creatorsOf(state).includes(actor.id)
        ? undefined
        : { code: 'not-applicant' };
    case 'confirm':
    case 'return':
      return mayInspect(actor, state, ground);
    case 'see':
      return !state || maySee(actor, state, ground) ? undefined : { code: 'not-yours' };
    case 'answer':
    case 'tick':
      return { code: 'system-only' };
    default:
      return type satisfies never;
  }
}

/** Every verb a person may send, for tables of who may do what. */
export const HUMAN: readonly CommandType[] = [
  'next',
  'back',
  'save',
  'submit',
  'consult',
  'proceed',
  'join',
  'resume',
  'welcome',
  'decline',
  'withdraw',
  'plan',
  'record',
  'approve',
  'ask',
  'hand-over',
  'reject',
  'acknowledge',
  'report',
  'confirm',
  'return',
];

/** Those whose turn it is or was; whoever comes late is told what has happened since, by the decision itself. */
function mayDecide(actor: Person, state: Application | undefined, ground: Ground): Refused {
  if (!state || isPrivate(state) || !('submittedAt' in state)) return { code: 'not-decider' };
  const judged = { approvals: [], ...state };
  const names = namesOf(
    decidersOf(judged, ground).map(({ person }) => person),
    state,
    ground,
  );
  if (state.applicant.id === actor.id) return { code: 'own-application', details: { names } };
  return haveOrHadTheirTurn(judged, ground).includes(actor.id)
    ? undefined
    : { code: 'not-decider', details: { names } };
}

function haveOrHadTheirTurn(
  { handed, ...state }: Parameters<typeof decidersOf>[0],
  ground: Ground,
): PersonId[] {
  const steps = Math.min(state.approvals.length + 1, chainOf(state, ground).length);
  const before = (step: number) => ({ ...state, approvals: state.approvals.slice(0, step) });
  const offices = Array.from({ length: steps }, (_, step) => decidersOf(before(step), ground));
  // Whom it was handed to has a turn as long as they may decide: not without their office.
  const colleague = handed ? decidersOf({ ...before(steps - 1), handed }, ground) : [];
  const turns = [...offices.flat(), ...colleague].map(({ person }) => person);
  return [...turns, ...state.approvals.map(({ by }) => by), ...(handed ? [handed.by] : [])];
}

/** Those who give advice on a draft when asked, and who decide once it is sent in. */
function mayAdvise(actor: Person, state: Application | undefined, ground: Ground): Refused {
  if (!state || isPrivate(state) || state.applicant.id === actor.id) return { code: 'not-adviser' };
  const names = namesOf(advisersOf(state, ground), state, ground);
  const may = advisersOf(state, ground).includes(actor.id) || mayDecide(actor, state, ground) === undefined;
  return may ? undefined : { code: 'not-adviser', details: { names } };
}

/** Only the person who was asked; whoever answers late is told what has happened, by the decision itself. */
function mayAnswerJoin(actor: Person, state: Application | undefined): Refused {
  const asked =
    state?.status === 'joining' || state?.status === 'joined'
      ? state.twin.responsible.id
      : state?.wishes?.find(({ person }) => person === actor.id)?.person;
  return asked === actor.id && state?.applicant.id !== actor.id ? undefined : { code: 'not-asked' };
}

function mayAcknowledge(actor: Person, state: Application | undefined, ground: Ground): Refused {
  const receiver = state && 'approval' in state ? receiverOf(state, ground) : ground.moment.organisation.lead;
  if (actor.id === receiver) return undefined;
  return { code: 'not-lead', details: { name: nameOf(ground.moment.organisation, receiver) } };
}

function mayInspect(actor: Person, state: Application | undefined, ground: Ground): Refused {
  if (!state || !isSubmission(state)) return { code: 'not-inspector' };
  const inspectors = inspectorsOf(state, ground);
  return inspectors.includes(actor.id)
    ? undefined
    : { code: 'not-inspector', details: { names: namesOf(inspectors, state, ground) } };
}

/** The applicant's own: nobody else has been shown it yet. */
function isPrivate(state: Application): boolean {
  switch (state.status) {
    case 'draft':
    case 'joining':
    case 'joined':
    case 'expired':
      return state.consultation === undefined;
    case 'withdrawn':
      return state.submittedAt === undefined && state.consultation === undefined;
    default:
      return false;
  }
}

function maySee(actor: Person, state: Application, ground: Ground): boolean {
  return seesAll(actor, state, ground) || (state.wishes ?? []).some(({ person }) => person === actor.id);
}

/**
 * Drafts are the applicant's own; after that those who decide, confirm, answer for the account, or lead. Whoever was
 * asked to let the applicant join sees the question and the own answer alone.
 */
export function seesAll(actor: Person, state: Application, ground: Ground): boolean {
  const { organisation } = ground.moment;
  if (state.applicant.id === actor.id) return true;
  if (isPrivate(state)) return false;
  return (
    [organisation.lead, organisation.director].includes(actor.id) ||
    officeOf(state, ground).some(({ person }) => person === actor.id) ||
    takesPart(state).includes(actor.id)
  );
}

/** People the matter itself names: who answers for the account, who decided, who handed it over and to whom. */
function takesPart(state: Application): (PersonId | undefined)[] {
  return [
    ...('responsible' in state ? [state.responsible, ...state.deputies].map(({ id }) => id) : []),
    ...('manager' in state ? [state.manager.id] : []),
    ...('approvals' in state ? state.approvals.map(({ by }) => by) : []),
    ...('handed' in state ? [state.handed.to, state.handed.by] : []),
    ...('approval' in state ? [state.approval.by] : []),
    ...('rejection' in state ? [state.rejection.by] : []),
  ];
}
