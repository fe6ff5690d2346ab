/** What an event makes of an application. Total: events were decided, so they fit the state. Pure. */
import { BugError } from '../../kernel/errors';
import type { Application, ApplicationEvent, Status } from './model';

export function evolve(state: Application | undefined, event: ApplicationEvent): Application {
  switch (event.type) {
    case 'begun': {
      const { applicant, guideline, at } = event;
      return {
        status: 'draft',
        applicant,
        guideline,
        begunAt: at,
        touchedAt: at,
        told: 0,
        answers: {},
        step: 0,
      };
    }
    case 'answered': {
      const { taken: _old, ...draft } = inStatus(state, 'draft');
      return { ...draft, answers: event.answers, step: event.step, touchedAt: event.at, told: 0 };
    }
    case 'submitted': {
      const { step: _step, taken: _taken, ...draft } = inStatus(state, 'draft');
      const { guideline, handle, claim, responsible, deputies } = event;
      return {
        ...draft,
        status: 'claiming',
        told: 0,
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
      const { applicant, guideline, begunAt, touchedAt, answers } = inStatus(state, 'claiming');
      const kept = { applicant, guideline, begunAt, touchedAt, answers };
      return { status: 'draft', ...kept, told: 0, step: 0, taken: event.name };
    }
    case 'withdrawn': {
      const { applicant, guideline, begunAt, touchedAt, answers, ...rest } = inStatus(
        state,
        'draft',
        'submitted',
      );
      const kept = { applicant, guideline, begunAt, touchedAt, answers };
      const sent = 'submittedAt' in rest ? { submittedAt: rest.submittedAt } : {};
      return { status: 'withdrawn', ...kept, told: 0, ...sent, withdrawnAt: event.at };
    }
    case 'approved':
      return { ...inStatus(state, 'submitted'), status: 'approved', told: 0, approval: event.approval };
    case 'rejected': {
      const { rejection, words } = event;
      return { ...inStatus(state, 'submitted'), status: 'rejected', rejection, words };
    }
    case 'acknowledged':
      return { ...inStatus(state, 'approved'), status: 'acknowledged', told: 0, receipt: event.receipt };
    case 'created':
      return { ...inStatus(state, 'acknowledged'), status: 'active', link: event.link, activeAt: event.at };
    case 'reminded': {
      const waiting = inStatus(state, 'draft', 'submitted', 'approved', 'acknowledged');
      const { count, escalated } = event;
      return { ...waiting, told: waiting.told + count, ...(escalated ? { escalated } : {}) };
    }
    case 'expired': {
      const { step: _step, taken: _taken, ...draft } = inStatus(state, 'draft');
      return { ...draft, status: 'expired' };
    }
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
