/** What an event makes of an application. Total: events were decided, so they fit the state. Pure. */
import { BugError } from '../../kernel/errors';
import type { ApplicationEvent, Sent } from './events';
import type { Answers, Application, In, Status, Submission } from './model';

export function evolve(state: Application | undefined, event: ApplicationEvent): Application {
  switch (event.type) {
    case 'begun': {
      const { applicant, guideline, at } = event;
      const times = { begunAt: at, touchedAt: at };
      return { status: 'draft', applicant, guideline, ...times, told: 0, answers: {}, step: 0 };
    }
    case 'answered': {
      const { answers, step, at } = event;
      const open = inStatus(state, 'draft', 'changes');
      const { taken: _old, ...rest } = open;
      if (rest.status === 'changes') return { ...rest, answers, step, touchedAt: at };
      const { twins: _compared, declined: _read, ...draft } = rest;
      return { ...draft, answers, step, touchedAt: at, told: 0, ...talkAfter(draft, answers, at) };
    }
    case 'compared':
      return { ...inStatus(state, 'draft'), twins: event.twins };
    case 'join-asked': {
      const { twins = [], taken: _taken, declined: _declined, ...draft } = inStatus(state, 'draft');
      const { twin, at } = event;
      const asked = { person: twin.responsible.id ?? '', handle: twin.handle };
      const wishes = [...(draft.wishes ?? []).filter(({ person }) => person !== asked.person), asked];
      return { ...draft, status: 'joining', twin, twins, askedAt: at, touchedAt: at, told: 0, wishes };
    }
    case 'welcomed': {
      const { twin, ...joining } = inStatus(state, 'joining');
      const { name, words, at } = event;
      return { status: 'joined', ...baseOf(joining), told: 0, twin, name, words, joinedAt: at };
    }
    case 'declined':
    case 'resumed': {
      const { twin, twins, step, ...joining } = inStatus(state, 'joining');
      const raised = joining.escalated ? { escalated: joining.escalated } : {};
      const back: In<'draft'> = { status: 'draft', ...baseOf(joining), ...raised, told: 0, step, twins };
      if (event.type === 'resumed') return back;
      return { ...back, declined: { handle: twin.handle, name: event.name, words: event.words } };
    }
    case 'consultation-asked':
      return {
        ...inStatus(state, 'draft'),
        consultation: { status: 'asked', at: event.at, told: 0 },
      };
    case 'consultation-planned': {
      const { at, day, time, name } = event;
      const consultation = { status: 'planned', at, day, time, name, told: 0 } as const;
      return { ...inStatus(state, 'draft', 'submitted'), consultation };
    }
    case 'consultation-held': {
      const { day, by, name, words } = event;
      const consultation = { status: 'held', day, by, name, words } as const;
      return { ...inStatus(state, 'draft', 'submitted'), consultation };
    }
    case 'submitted': {
      const open = inStatus(state, 'draft', 'changes');
      if (open.status === 'draft')
        return { status: 'claiming', ...baseOf(open), ...sent(event), told: 0, approvals: [] };
      const { handle, claim, told, step, questions, askedAt } = open;
      const held = { handle, claim, told, step, questions, askedAt };
      return { status: 'claiming', ...again(open), ...sent(event), held };
    }
    case 'resubmitted': {
      const changes = inStatus(state, 'changes');
      return { status: 'submitted', ...again(changes), ...sent(event) };
    }
    case 'claimed': {
      const { held: _released, ...claiming } = inStatus(state, 'claiming');
      return { ...claiming, status: 'submitted' };
    }
    case 'taken': {
      const { held, ...claiming } = inStatus(state, 'claiming');
      if (held) return { ...claiming, status: 'changes', ...held, taken: event.name };
      return { status: 'draft', ...baseOf(claiming), told: 0, step: 0, taken: event.name };
    }
    case 'withdrawn': {
      const open = inStatus(state, 'draft', 'joining', 'submitted', 'changes');
      const sentIn = 'submittedAt' in open ? knownTo(open) : {};
      return { status: 'withdrawn', ...baseOf(open), told: 0, ...sentIn, withdrawnAt: event.at };
    }
    case 'endorsed': {
      const { handed: _done, escalated: _over, ...submitted } = inStatus(state, 'submitted');
      return { ...submitted, told: 0, approvals: [...submitted.approvals, event.approval] };
    }
    case 'approved': {
      const { escalated: _over, ...submitted } = inStatus(state, 'submitted');
      const { approval } = event;
      const approvals = [...submitted.approvals, approval];
      return { ...submitted, status: 'approved', told: 0, approvals, approval };
    }
    case 'asked': {
      const open = inStatus(state, 'submitted', 'changes');
      const { question, step } = event;
      if (open.status === 'changes') {
        // A question further ahead in the form is not passed by.
        const at = question.about === '' ? open.step : Math.min(open.step, step);
        const asked = { questions: [...open.questions, question], askedAt: question.at };
        return { ...open, ...asked, step: at, told: 0 };
      }
      const asked = { questions: [question], step, askedAt: question.at, before: open.answers };
      return { ...open, status: 'changes', told: 0, ...asked };
    }
    case 'handed-over': {
      const { to, by, name, words, at } = event;
      return { ...inStatus(state, 'submitted'), handed: { to, by, name, words, at } };
    }
    case 'rejected': {
      const { rejection, words } = event;
      return { ...inStatus(state, 'submitted'), status: 'rejected', rejection, words };
    }
    case 'acknowledged':
      return { ...inStatus(state, 'approved'), status: 'acknowledged', told: 0, receipt: event.receipt };
    case 'reported': {
      const { returned: _mended, ...acknowledged } = inStatus(state, 'acknowledged');
      return { ...acknowledged, status: 'created', told: 0, link: event.link, reportedAt: event.at };
    }
    case 'returned': {
      const { link: _link, reportedAt: _at, escalated: _over, ...created } = inStatus(state, 'created');
      const { name, words } = event;
      return { ...created, status: 'acknowledged', told: 0, returned: { name, words, at: event.at } };
    }
    case 'confirmed': {
      const { reportedAt: _at, escalated: _over, ...created } = inStatus(state, 'created');
      return { ...created, status: 'active', activeAt: event.at };
    }
    case 'created': {
      const { returned: _mended, ...acknowledged } = inStatus(state, 'acknowledged');
      return { ...acknowledged, status: 'active', link: event.link, activeAt: event.at };
    }
    case 'reminded':
      return reminded(state, event);
    case 'lapsed':
      return { status: 'lapsed', ...submissionOf(inStatus(state, 'changes')), lapsedAt: event.at };
    case 'expired':
      return { status: 'expired', ...baseOf(inStatus(state, 'draft')) };
    default:
      return event satisfies never;
  }
}

function reminded(
  state: Application | undefined,
  { situation, count, escalated }: Extract<ApplicationEvent, { type: 'reminded' }>,
): Application {
  const waiting = inStatus(
    state,
    ...(['draft', 'joining', 'submitted', 'changes', 'approved', 'acknowledged', 'created'] as const),
  );
  const raised = escalated ? { escalated } : {};
  if (situation !== 'consultation') return { ...waiting, told: waiting.told + count, ...raised };
  const { consultation } = waiting;
  if (consultation === undefined || consultation.status === 'held') throw misfit('reminded', state);
  return { ...waiting, ...raised, consultation: { ...consultation, told: consultation.told + count } };
}

/** What every application has, whatever its status. */
function baseOf({
  applicant,
  guideline,
  begunAt,
  touchedAt,
  told,
  answers,
  consultation,
  wishes,
}: Omit<Application, 'status'>) {
  const talk = consultation === undefined ? {} : { consultation };
  return {
    ...{ applicant, guideline, begunAt, touchedAt, told, answers },
    ...talk,
    ...(wishes === undefined ? {} : { wishes }),
  };
}

/** What everything that was sent in has; `escalated` belongs to the step that nobody answered. */
function submissionOf(state: Omit<Submission, 'status'>) {
  const { submittedAt, handle, claim, responsible, deputies, approvals } = state;
  const { manager, overlap, handed, before } = state;
  return {
    ...baseOf(state),
    ...{ submittedAt, handle, claim, responsible, deputies, approvals },
    ...(manager === undefined ? {} : { manager }),
    ...(overlap === undefined ? {} : { overlap }),
    ...(handed === undefined ? {} : { handed }),
    ...(before === undefined ? {} : { before }),
  };
}

function sent({ at, guideline, handle, claim, responsible, deputies, manager, overlap }: Sent) {
  return {
    ...{ submittedAt: at, guideline, handle, claim, responsible, deputies },
    ...(manager === undefined ? {} : { manager }),
    ...(overlap === undefined ? {} : { overlap }),
  };
}

/** Who had their turn still reads how it ended. */
function knownTo({ submittedAt, approvals, manager, handed }: In<'submitted' | 'changes'>) {
  return {
    ...{ submittedAt, approvals },
    ...(manager === undefined ? {} : { manager }),
    ...(handed === undefined ? {} : { handed }),
  };
}

/** A talk that is wanted in another department than before has to be asked for there. */
function talkAfter({ answers: before, consultation }: In<'draft'>, answers: Answers, at: string) {
  const stays = (before['department'] ?? '') === (answers['department'] ?? '');
  if (stays || consultation === undefined || consultation.status === 'held') return {};
  return { consultation: { status: 'asked', at, told: 0 } as const };
}

/** A change takes the approvals there were, and a handover of a later step with them; one that changes nothing keeps all. */
function again(changes: In<'changes'>) {
  const { answers, before = {}, approvals } = changes;
  // The manager is named anew with the answers, or not at all.
  const { handed, manager: _named, ...first } = submissionOf(changes);
  const handover = handed === undefined ? {} : { handed };
  if (changedFields(answers, before).length === 0) return { ...first, ...handover, told: 0 };
  return { ...first, ...(approvals.length === 0 ? handover : {}), told: 0, approvals: [] };
}

/** Fields whose answers differ. */
export function changedFields(answers: Answers, before: Answers): string[] {
  return [...new Set([...Object.keys(answers), ...Object.keys(before)])].filter(
    (id) => (answers[id] ?? '') !== (before[id] ?? ''),
  );
}

function inStatus<S extends Status>(
  state: Application | undefined,
  ...wanted: readonly S[]
): Extract<Application, { status: S }> {
  if (state && (wanted as readonly Status[]).includes(state.status))
    return state as Extract<Application, { status: S }>;
  throw misfit(wanted.join(' or '), state);
}

function misfit(wanted: string, state: Application | undefined): BugError {
  return new BugError('event-misfit', `An event for ${wanted} came to ${state?.status ?? 'nothing'}.`);
}
