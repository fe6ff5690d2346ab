/** The decision on an application: approve a step of the chain, ask for changes, hand over, reject (G-1.7, G-4.3). Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Decision } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import { nameOf } from '../../kernel/organisation';
import type { Decided } from '../register/model';
import type { ApplicationCommand } from './commands';
import { wantsTalk } from './consultation';
import { chainOf, colleaguesFor, decidersOf, hasTurn, receiverOf } from './deciders';
import { notify, refreshAround, release } from './effects';
import type { ApplicationEvent } from './events';
import { evolve } from './evolve';
import type { Code, Facts } from './facts';
import { askedIn, MOST_WORDS, stepsOf, wordsProblem, type Problem } from './fields';
import { isSubmission, type Application, type In, type Question, type Submission } from './model';

type Decisions = Decision<ApplicationEvent, Code>;
type Of<T extends ApplicationCommand['type']> = Extract<ApplicationCommand, { type: T }>;

/** Characters of all questions that stand at the same time; the form stays readable, and fits in a message. */
const MOST_ASKED = 3000;

export function approve(state: Application | undefined, facts: Facts, actor: Person): Decisions {
  if (state?.status !== 'submitted') return refuse(tooSoonOrLate(state));
  if (!hasTurn(actor.id, state, facts)) return refuse('already');
  if (wantsTalk(state, facts)) return refuse('no-consultation');
  const approval = decisionBy(actor, state, facts);
  const left = chainOf(state, facts).length - state.approvals.length - 1;
  if (left > 0) {
    const event: ApplicationEvent = { type: 'endorsed', approval };
    const next = toDeciders(evolve(state, event), facts);
    return { events: [event], effects: [...informed(state, actor), ...next, REFRESH] };
  }
  return {
    events: [{ type: 'approved', approval }],
    effects: [
      notify(receiverOf({ approvals: state.approvals, approval }, facts), 'acknowledge'),
      notify(state.applicant.id, 'approved'),
      ...informed(state, actor),
      REFRESH,
    ],
  };
}

/** "Begär komplettering": a question about one answer, or about the whole; more may follow while the applicant writes. */
export function ask(
  { about, words }: Of<'ask'>,
  state: Application | undefined,
  facts: Facts,
  actor: Person,
): Decisions {
  const { guideline, moment } = facts;
  if (state?.status !== 'submitted' && state?.status !== 'changes') return refuse(tooSoonOrLate(state));
  if (!hasTurn(actor.id, state, facts)) return refuse('already');
  const steps = stepsOf(guideline, moment.organisation, state.answers);
  const step = steps.findIndex((one) => askedIn(one, state).some(({ id }) => id === about));
  const fields: Record<string, Problem> = {};
  const problem = wordsProblem(words);
  if (problem) fields['words'] = problem;
  if (about !== '' && step < 0) fields['about'] = 'not-a-choice';
  if (state.status === 'changes' && lengthOf(state.questions) + words.length > MOST_ASKED)
    fields['words'] = 'too-many';
  if (Object.keys(fields).length > 0) return refuse('invalid', { fields });
  const question = { about, words, by: actor.id, name: actor.name, at: moment.now };
  return {
    events: [{ type: 'asked', question, step: Math.max(step, 0) }],
    effects: [notify(state.applicant.id, 'changes'), refreshAround(state)],
  };
}

/** "Lämna över": the decision is a colleague's from now on; whoever had it stays informed. */
export function handOver(
  { to, words }: Of<'hand-over'>,
  state: Application | undefined,
  facts: Facts,
  actor: Person,
): Decisions {
  if (state?.status !== 'submitted') return refuse(tooSoonOrLate(state));
  if (!hasTurn(actor.id, state, facts)) return refuse('already');
  const fields: Record<string, Problem> = {};
  if (!colleaguesFor(state, actor.id, facts).includes(to)) fields['to'] = 'not-a-choice';
  if (words.length > MOST_WORDS) fields['words'] = 'too-long';
  if (Object.keys(fields).length > 0) return refuse('invalid', { fields });
  const toName = nameOf(facts.moment.organisation, to, state.manager?.id === to ? state.manager.name : '');
  const at = facts.moment.now;
  return {
    events: [{ type: 'handed-over', to, toName, by: actor.id, name: actor.name, words, at }],
    effects: [notify(to, 'handed'), REFRESH],
  };
}

export function reject(
  words: string,
  state: Application | undefined,
  facts: Facts,
  actor: Person,
): Decisions {
  if (state?.status !== 'submitted') return refuse(tooSoonOrLate(state));
  if (!hasTurn(actor.id, state, facts)) return refuse('already');
  const problem = wordsProblem(words);
  if (problem) return refuse('invalid', { fields: { words: problem } });
  return {
    events: [{ type: 'rejected', rejection: decisionBy(actor, state, facts), words }],
    effects: [
      notify(state.applicant.id, 'rejected'),
      ...informed(state, actor),
      ...release(facts.id, state),
      REFRESH,
    ],
  };
}

/** Notices for those whose turn it is. */
export function toDeciders(state: Application, facts: Facts, reason = 'decide') {
  return isSubmission(state) ? decidersOf(state, facts).map(({ person }) => notify(person, reason)) : [];
}

/** Whoever handed the decision over is told what came of it. */
function informed({ handed }: In<'submitted'>, actor: Person) {
  return handed && handed.by !== actor.id ? [notify(handed.by, 'informed')] : [];
}

function lengthOf(questions: readonly Question[]): number {
  return questions.reduce((sum, question) => sum + question.words.length, 0);
}

function tooSoonOrLate(state: Application | undefined): Code {
  return state?.status === 'changes' || state?.status === 'claiming' ? 'not-yet' : 'already';
}

/** Logged as "för {namn}" when a deputy decides. */
function decisionBy(actor: Person, state: Submission, facts: Facts): Decided {
  const decider = decidersOf(state, facts).find(({ person }) => person === actor.id);
  const base = { by: actor.id, name: actor.name, as: decider?.as ?? 'lead', at: facts.moment.now };
  return decider?.for === undefined
    ? base
    : { ...base, forName: nameOf(facts.moment.organisation, decider.for) };
}
