/** What an event makes of an application. Total: events were decided, so they fit the state. Pure. */
import { BugError } from '../../kernel/errors';
import type { Application, ApplicationEvent, Status } from './model';

export function evolve(state: Application | undefined, event: ApplicationEvent): Application {
  switch (event.type) {
    case 'begun': {
      const { applicant, guideline, at } = event;
      return { status: 'draft', applicant, guideline, begunAt: at, answers: {}, step: 0 };
    }
    case 'answered': {
      const { taken: _old, ...draft } = inStatus(state, 'draft');
      return { ...draft, answers: event.answers, step: event.step };
    }
    case 'submitted': {
      const { step: _step, taken: _taken, ...draft } = inStatus(state, 'draft');
      const { guideline, handle, claim, responsible, deputies } = event;
      return {
        ...draft,
        status: 'claiming',
        submittedAt: event.at,
        guideline,
        handle,
        claim,
        responsible,
        deputies,
      };
    }
    case 'claimed':
      return { ...inStatus(state, 'claiming'), status: 'submitted' };
    case 'taken': {
      const { applicant, guideline, begunAt, answers } = inStatus(state, 'claiming');
      return { status: 'draft', applicant, guideline, begunAt, answers, step: 0, taken: event.name };
    }
    case 'withdrawn': {
      const { applicant, guideline, begunAt, answers, ...rest } = inStatus(state, 'draft', 'submitted');
      const sent = 'submittedAt' in rest ? { submittedAt: rest.submittedAt } : {};
      return { status: 'withdrawn', applicant, guideline, begunAt, answers, ...sent, withdrawnAt: event.at };
    }
    case 'approved':
      return { ...inStatus(state, 'submitted'), status: 'approved', approval: event.approval };
    case 'rejected': {
      const { rejection, words } = event;
      return { ...inStatus(state, 'submitted'), status: 'rejected', rejection, words };
    }
    case 'acknowledged':
      return { ...inStatus(state, 'approved'), status: 'acknowledged', receipt: event.receipt };
    case 'created':
      return { ...inStatus(state, 'acknowledged'), status: 'active', link: event.link, activeAt: event.at };
    default:
      return event satisfies never;
  }
}

function inStatus<S extends Status>(
  state: Application | undefined,
  ...wanted: readonly S[]
): Extract<Application, { status: S }> {
  if (state && (wanted as readonly Status[]).includes(state.status))
    return state as Extract<Application, { status: S }>;
  throw new BugError(
    'event-misfit',
    `An event for ${wanted.join(' or ')} came to ${state?.status ?? 'nothing'}.`,
  );
}
