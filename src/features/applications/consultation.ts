/** The talk between applicant and communicator (G-2.0, G-4.2a–b, G-5.5c): asked for, agreed on, recorded. Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Decision } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import type { Code, Facts, Ground } from './facts';
import { advisersOf } from './deciders';
import { dateProblem, MOST_WORDS, type Problem } from './fields';
import { notify, refreshAround } from './effects';
import type { ApplicationCommand } from './commands';
import type { ApplicationEvent } from './events';
import { isSubmission, type Application, type Consultation } from './model';

type Decisions = Decision<ApplicationEvent, Code>;
type Of<T extends ApplicationCommand['type']> = Extract<ApplicationCommand, { type: T }>;

export const MOST_TIME = 60;

/** Somebody waits for the talk. */
export function isOpen(consultation: Consultation | undefined): boolean {
  return consultation !== undefined && consultation.status !== 'held';
}

/** A talk is recorded by the communicator, or by the applicant in the form. */
export function isConsulted({ consultation, answers }: Application): boolean {
  return (
    consultation?.status === 'held' ||
    ((answers['consultedWith'] ?? '') !== '' && (answers['consultedOn'] ?? '') !== '')
  );
}

/** Approval waits for the talk where the guideline wants one. */
export function wantsTalk(state: Application, { guideline }: Ground): boolean {
  return guideline.application.consultationRequired && !isConsulted(state);
}

/** "Jag vill prata först": the communicators get a card, and the draft stays the applicant's. */
export function askFor(
  events: ApplicationEvent[],
  state: Pick<Application, 'applicant' | 'answers' | 'escalated'>,
  facts: Facts,
): Decisions {
  return {
    events: [...events, { type: 'consultation-asked', at: facts.moment.now }],
    effects: [...advisersOf(state, facts).map((person) => notify(person, 'consult')), REFRESH],
  };
}

/** The communicator proposes a day and a time; another one only after reading the proposal that stands. */
export function plan(
  { day, time, seen }: Of<'plan'>,
  state: Application | undefined,
  { moment }: Facts,
  actor: Person,
): Decisions {
  if (!state || !mayStillTalk(state)) return refuse('already');
  if (seen !== proposalIn(state)) return refuse('stale');
  const fields: Record<string, Problem> = {};
  const problem = day === '' ? 'missing' : dateProblem(day);
  if (problem) fields['day'] = problem;
  else if (day < moment.today) fields['day'] = 'earlier-date';
  if (time === '') fields['time'] = 'missing';
  else if (time.length > MOST_TIME) fields['time'] = 'too-long';
  if (Object.keys(fields).length > 0) return refuse('invalid', { fields });
  return {
    events: [{ type: 'consultation-planned', at: moment.now, day, time, name: actor.name }],
    effects: [notify(state.applicant.id, 'planned'), refreshAround(state)],
  };
}

/** Either side says when they talked, and what they agreed on. */
export function record(
  { day, words }: Of<'record'>,
  state: Application | undefined,
  { moment }: Facts,
  actor: Person,
): Decisions {
  if (!state || !mayStillTalk(state)) return refuse('already');
  const on = day === '' ? moment.today : day;
  const fields: Record<string, Problem> = {};
  const problem = dateProblem(on, moment.today);
  if (problem) fields['day'] = problem;
  if (words.length > MOST_WORDS) fields['words'] = 'too-long';
  if (Object.keys(fields).length > 0) return refuse('invalid', { fields });
  return {
    events: [{ type: 'consultation-held', day: on, by: actor.id, name: actor.name, words }],
    effects: [...(isSubmission(state) ? [] : [notify(state.applicant.id, 'talked')]), refreshAround(state)],
  };
}

/** The day and the time that are proposed; empty while none are. */
export function proposalIn({ consultation }: Application): string {
  return consultation?.status === 'planned' ? `${consultation.day} ${consultation.time}` : '';
}

/** Before the decision, and only once. */
function mayStillTalk(state: Application): boolean {
  if (isOpen(state.consultation)) return state.status === 'draft' || state.status === 'submitted';
  return state.status === 'submitted' && !isConsulted(state);
}
