/** The form's way to a submitted application: every step is kept, the last one claims the handle. Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Decision, type Refused } from '../../kernel/decision';
import { REFRESH, type Effect } from '../../kernel/effect';
import { claimId, normaliseHandle } from '../register/model';
import type { ApplicationCommand, Leaving } from './commands';
import { askFor, isOpen } from './consultation';
import { advisersOf } from './deciders';
import { notify, refreshAround, take } from './effects';
import type { ApplicationEvent, Sent } from './events';
import { evolve } from './evolve';
import type { Code, Facts } from './facts';
import { askedIn, platformIn, problemsIn, stepsOf, wordsProblem } from './fields';
import { toDeciders } from './judging';
import { namesIn, peopleProblems, personNamed } from './people';
import type { Answers, Application, In, Open } from './model';

type Decisions = Decision<ApplicationEvent, Code>;

/** Leaves a step of the form. Forward only when the step is complete; back, saving and asking keep what is there. */
export function leave(
  { type, step, inputs }: Extract<ApplicationCommand, { type: Leaving }>,
  state: Application | undefined,
  facts: Facts,
  actor: Person,
): Decisions {
  if (state && state.status !== 'draft' && state.status !== 'changes') return refuse('already');
  if (type === 'consult' && state && (state.status !== 'draft' || state.consultation !== undefined))
    return refuse('already');
  const { guideline, moment } = facts;
  const before = cleared(state, step, facts);
  const answers = { ...before, ...allowed(inputs, facts, { ...before, ...inputs }) };
  const steps = stepsOf(guideline, moment.organisation, answers);
  const fields = steps[step]?.fields ?? [];
  const lenient = type !== 'next' && type !== 'submit';
  const check = { guideline, today: moment.today, lenient };
  const problems = {
    ...(lenient ? {} : peopleProblems(fields, answers, facts)),
    ...problemsIn(fields, answers, check),
    ...(type === 'consult' && (answers['department'] ?? '') === '' ? { department: 'missing' as const } : {}),
  };
  if (Object.keys(problems).length > 0) return refuse('invalid', { fields: problems });

  const next = type === 'next' ? step + 1 : type === 'back' ? step - 1 : step;
  const at = Math.max(0, Math.min(next, steps.length - 1));
  const applicant = state?.applicant ?? { id: actor.id, name: actor.name };
  const begun: ApplicationEvent[] = state
    ? []
    : [{ type: 'begun', applicant, guideline: guideline.version, at: moment.now }];
  const saved = type === 'save' ? ({ saved: true } as const) : {};
  const events: ApplicationEvent[] = [
    ...begun,
    { type: 'answered', at: moment.now, answers, step: at, ...saved },
  ];
  if (type === 'consult') return askFor(events, { applicant, answers }, facts);
  return type === 'submit'
    ? submit(events, answers, state, facts, actor)
    : { events, effects: followed(state, answers, facts) };
}

/** Those who know of it keep a card that fits; a talk that is wanted in another department is that one's to hold. */
function followed(state: Open | undefined, answers: Answers, facts: Facts): Effect[] {
  if (!state || (state.status === 'draft' && state.consultation === undefined)) return [];
  const moved =
    isOpen(state.consultation) && (state.answers['department'] ?? '') !== (answers['department'] ?? '');
  const advisers = moved ? advisersOf({ applicant: state.applicant, answers }, facts) : [];
  return [...advisers.map((person) => notify(person, 'consult')), refreshAround(state)];
}

/** An input that is left empty is not sent: what this step asks for and did not get is empty now. */
export function cleared(state: Open | undefined, step: number, { guideline, moment }: Facts): Answers {
  const answers = state?.answers ?? {};
  const asked = askedIn(stepsOf(guideline, moment.organisation, answers)[step], state);
  return { ...answers, ...Object.fromEntries(asked.map(({ id }) => [id, ''])) };
}

/** Only what the form asks for is kept. */
function allowed(inputs: Answers, { guideline, moment }: Facts, all: Answers): Answers {
  const known = new Set(
    stepsOf(guideline, moment.organisation, all).flatMap(({ fields }) => fields.map(({ id }) => id)),
  );
  return Object.fromEntries(Object.entries(inputs).filter(([id]) => known.has(id)));
}

/** Sends it in: first compared with the accounts there are, then the handle is claimed. */
function submit(
  events: ApplicationEvent[],
  answers: Answers,
  state: Open | undefined,
  facts: Facts,
  actor: Person,
): Decisions {
  const sent = sentOf(answers, facts);
  if ('refused' in sent) return sent;
  if (state?.status === 'changes') return sendAgain(events, sent, state, facts, actor);
  if (facts.twins.length > 0)
    return {
      events: [...events, { type: 'compared', twins: [...facts.twins] }],
      effects: followed(state, answers, facts),
    };
  return claiming(events, sent, facts, actor);
}

/** "Fortsätt ändå": the accounts that look alike and the reason go to the decider. */
export function proceed(
  reason: string,
  state: Application | undefined,
  facts: Facts,
  actor: Person,
): Decisions {
  if (state?.status !== 'draft' || !state.twins) return refuse('already');
  const problem = wordsProblem(reason);
  if (problem) return refuse('invalid', { fields: { reason: problem } });
  const sent = sentOf(state.answers, facts);
  return 'refused' in sent
    ? sent
    : claiming([], { ...sent, overlap: { twins: state.twins, reason } }, facts, actor);
}

function claiming(events: ApplicationEvent[], sent: Sent, { id }: Facts, actor: Person): Decisions {
  return { events: [...events, { type: 'submitted', ...sent }], effects: [take(id, actor.name, sent)] };
}

/** With the same handle straight to the decider; a changed one is claimed before the old one is let go. */
function sendAgain(
  events: ApplicationEvent[],
  sent: Sent,
  state: In<'changes'>,
  facts: Facts,
  actor: Person,
): Decisions {
  const kept = state.overlap === undefined ? sent : { ...sent, overlap: state.overlap };
  if (sent.claim !== state.claim) return claiming(events, kept, facts, actor);
  const all: ApplicationEvent[] = [...events, { type: 'resubmitted', ...kept }];
  const after = all.reduce<Application | undefined>(evolve, state);
  return { events: all, effects: [...(after ? toDeciders(after, facts, 'again') : []), REFRESH] };
}

/** Everything a submission carries, or what is missing for it. */
function sentOf(answers: Answers, facts: Facts): Sent | Refused<Code> {
  const { guideline, moment } = facts;
  const fields = stepsOf(guideline, moment.organisation, answers).flatMap((step) => step.fields);
  const check = { guideline, today: moment.today, lenient: false };
  const problems = { ...peopleProblems(fields, answers, facts), ...problemsIn(fields, answers, check) };
  const handle = normaliseHandle(answers['handle'] ?? '');
  const responsible = personNamed(answers['responsible'], facts);
  if (Object.keys(problems).length > 0 || handle === undefined || !responsible)
    return refuse('invalid', { fields: problems });
  const manager = personNamed(answers['manager'], facts);
  return {
    at: moment.now,
    guideline: guideline.version,
    handle,
    claim: claimId(platformIn(answers, guideline), answers['platformName'] ?? '', handle),
    responsible,
    deputies: namesIn(answers['deputies']).flatMap((typed) => personNamed(typed, facts) ?? []),
    ...(manager === undefined ? {} : { manager }),
  };
}
