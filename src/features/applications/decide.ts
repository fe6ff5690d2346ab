/** The rules of an application after the form: what a command leads to, and what an event makes of the state. Pure. */
import type { Actor, Person } from '../../kernel/actor';
import { dayIn } from '../../kernel/calendar';
import { refuse, type Decision } from '../../kernel/decision';
import type { Answer, Effect } from '../../kernel/effect';
import type { Moment } from '../../kernel/matter';
import { nameOf } from '../../kernel/organisation';
import type { Guideline } from '../../guidelines/schema';
import { hostOf, normaliseHandle, type Decided } from '../register/model';
import { accountOf } from './account';
import { deadlineOf, dueRungs, toldBy, waitingOf } from './deadlines';
import { leave } from './draft';
import type { Code, Facts } from './facts';
import { belongs, type Problem } from './fields';
import type { Application, ApplicationCommand, ApplicationEvent, Submission } from './model';
import { creatorsOf, decidersOf, isDraft, receiverOf } from './policy';

type Decisions = Decision<ApplicationEvent, Code>;

export function decide(
  command: ApplicationCommand,
  state: Application | undefined,
  facts: Facts,
  actor: Actor,
): Decisions {
  if (command.type === 'answer') return claimAnswered(command, state, facts);
  if (command.type === 'tick') return remind(state, facts);
  if (actor.type === 'system') return refuse('early');
  switch (command.type) {
    case 'next':
    case 'back':
    case 'save':
    case 'submit':
      return leave(command, state, facts, actor);
    case 'withdraw':
      return withdraw(state, facts);
    case 'approve':
      return approve(state, facts, actor);
    case 'reject':
      return reject(command.words, state, facts, actor);
    case 'acknowledge':
      return acknowledge(state, facts, actor);
    case 'report':
      return report(command, state, facts);
    default:
      return command satisfies never;
  }
}

/** The handle is ours, or somebody else has it: the application goes on, or back to the applicant with the name. */
function claimAnswered(answer: Answer, state: Application | undefined, { moment }: Facts): Decisions {
  if (state?.status !== 'claiming') return refuse('already');
  if (answer.outcome === 'refused') {
    return { events: [{ type: 'taken', name: String(answer.details?.['name'] ?? '') }], effects: [REFRESH] };
  }
  const deciders = decidersOf(state, moment);
  return {
    events: [{ type: 'claimed' }],
    effects: [...deciders.map(({ person }) => notify(person, 'decide')), REFRESH],
  };
}

/** The timer: a draft is warned about and then deleted; whoever an application waits for is reminded (G-4.2a–b). */
function remind(state: Application | undefined, { guideline, moment }: Facts): Decisions {
  const due = state && deadlineOf(state, guideline, moment);
  if (!state || due === undefined || due > moment.now) return refuse('early');
  if (state.status === 'draft') {
    if (state.told > 0) return { events: [{ type: 'expired' }], effects: [REFRESH] };
    const warn = mention(state.applicant.id, `draft/${dayIn(moment.organisation.timeZone, state.touchedAt)}`);
    return { events: [{ type: 'reminded', count: 1, escalated: false }], effects: [warn] };
  }
  if (isDraft(state)) return refuse('early');
  const waiting = waitingOf(state, guideline);
  const rungs = dueRungs(state, guideline, moment);
  const people = new Set(rungs.flatMap((rung) => toldBy(rung, state, moment)));
  const escalated = waiting?.situation === 'decision' && rungs.some(({ to }) => to === 'lead');
  return {
    events: [{ type: 'reminded', count: rungs.length, escalated }],
    effects: [...people].map((person) =>
      mention(person, `${waiting?.situation ?? ''}/${state.told + rungs.length}/${waiting?.since ?? ''}`),
    ),
  };
}

function withdraw(state: Application | undefined, { id, moment }: Facts): Decisions {
  if (state?.status !== 'draft' && state?.status !== 'submitted') return refuse('already');
  const released = state.status === 'submitted' ? [release(id, state)] : [];
  return { events: [{ type: 'withdrawn', at: moment.now }], effects: [...released, REFRESH] };
}

function approve(state: Application | undefined, { moment }: Facts, actor: Person): Decisions {
  if (state?.status !== 'submitted') return refuse('already');
  const approval = decisionBy(actor, state, moment);
  return {
    events: [{ type: 'approved', approval }],
    effects: [
      notify(receiverOf(approval, moment), 'acknowledge'),
      notify(state.applicant.id, 'approved'),
      REFRESH,
    ],
  };
}

function reject(
  words: string,
  state: Application | undefined,
  { id, moment }: Facts,
  actor: Person,
): Decisions {
  if (state?.status !== 'submitted') return refuse('already');
  const problem: Problem | undefined =
    words === '' ? 'missing' : words.length > MOST_WORDS ? 'too-long' : undefined;
  if (problem) return refuse('invalid', { fields: { words: problem } });
  return {
    events: [{ type: 'rejected', rejection: decisionBy(actor, state, moment), words }],
    effects: [notify(state.applicant.id, 'rejected'), release(id, state), REFRESH],
  };
}

function acknowledge(state: Application | undefined, { moment }: Facts, actor: Person): Decisions {
  if (state?.status !== 'approved') return refuse(state?.status === 'submitted' ? 'not-yet' : 'already');
  const receipt = { by: actor.id, name: actor.name, at: moment.now };
  return {
    events: [{ type: 'acknowledged', receipt }],
    effects: [...creatorsOf(state).map((person) => notify(person, 'create')), REFRESH],
  };
}

/** The account exists: the link leads to it, and everything on the checklist is done (G-4.3, G-5.4). */
function report(
  { link, confirmed }: Extract<ApplicationCommand, { type: 'report' }>,
  state: Application | undefined,
  { id, moment, guideline }: Facts,
): Decisions {
  if (state?.status !== 'acknowledged') return refuse(state?.status === 'active' ? 'already' : 'not-yet');
  const fields: Record<string, Problem> = {};
  const problem = linkProblem(link, state, guideline);
  if (problem) fields['link'] = problem;
  for (const item of guideline.application.checklist) {
    if (!confirmed.includes(item.id)) fields[`check-${item.id}`] = 'unchecked';
  }
  if (Object.keys(fields).length > 0) return refuse('invalid', { fields });
  const account = accountOf(id, state, link, guideline, moment);
  return {
    events: [{ type: 'created', link, at: moment.now }],
    effects: [
      {
        kind: 'send',
        key: 'account',
        target: { kind: 'account', id },
        command: { type: 'open', account },
        first: true,
      },
      REFRESH,
    ],
  };
}

/** The link must be https, on the platform, and lead to the account that was approved. */
function linkProblem(link: string, state: Submission, guideline: Guideline): Problem | undefined {
  if (link === '') return 'missing';
  if (link.length > MOST_LINK) return 'too-long';
  const host = hostOf(link);
  if (host === undefined || !/^https:\/\//i.test(link)) return 'bad-link';
  const platform = state.answers['platform'] ?? '';
  if (!belongs(host, platform, guideline)) return 'wrong-platform';
  const known = guideline.platforms.find(({ id }) => id === platform)?.hosts !== undefined;
  return known && normaliseHandle(link) !== state.handle ? 'other-account' : undefined;
}

export const MOST_WORDS = 1000;
export const MOST_LINK = 300;

const REFRESH: Effect = { kind: 'refresh', key: 'refresh' };

function notify(to: string, reason: string): Effect {
  return { kind: 'notify', key: `${reason}/${to}`, to, reason };
}

/** A line in a person's message of the day; `what` names the situation, the rung and since when. */
function mention(to: string, what: string): Effect {
  return { kind: 'mention', key: `late/${what}/${to}`, to, reason: what.split('/')[0] ?? '' };
}

function release(id: string, { claim }: { readonly claim: string }): Effect {
  return {
    kind: 'send',
    key: `release/${claim}`,
    target: { kind: 'claim', id: claim },
    command: { type: 'release', holder: id },
  };
}

/** Logged as "för {namn}" when a deputy decides. */
function decisionBy(actor: Person, state: Submission, moment: Moment): Decided {
  const decider = decidersOf(state, moment).find(({ person }) => person === actor.id);
  const base = { by: actor.id, name: actor.name, as: decider?.as ?? 'lead', at: moment.now };
  return decider?.for === undefined ? base : { ...base, forName: nameOf(moment.organisation, decider.for) };
}
