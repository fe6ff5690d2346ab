/** From approved to active: the receipt, the checklist, the link, and a look at the account (G-4.2c, G-4.3, G-5.4). Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Decision } from '../../kernel/decision';
import { REFRESH, type Effect } from '../../kernel/effect';
import type { Guideline } from '../../guidelines/schema';
import { hostOf, normaliseHandle } from '../register/model';
import { accountOf } from './account';
import type { ApplicationCommand } from './commands';
import { creatorsOf, inspectorsOf } from './deciders';
import { notify } from './effects';
import type { ApplicationEvent } from './events';
import { evolve } from './evolve';
import type { Code, Facts } from './facts';
import { belongs, MOST_LINK, platformIn, wordsProblem, type Problem } from './fields';
import type { Application, In, Submission } from './model';

type Decisions = Decision<ApplicationEvent, Code>;

export function acknowledge(state: Application | undefined, { moment }: Facts, actor: Person): Decisions {
  if (state?.status !== 'approved')
    return refuse(state?.status === 'submitted' || state?.status === 'changes' ? 'not-yet' : 'already');
  const receipt = { by: actor.id, name: actor.name, at: moment.now };
  return {
    events: [{ type: 'acknowledged', receipt }],
    effects: [...creatorsOf(state).map((person) => notify(person, 'create')), REFRESH],
  };
}

/** The account exists: the link leads to it, and everything on the checklist is done (G-4.3, G-5.4). */
export function report(
  { link, confirmed }: Extract<ApplicationCommand, { type: 'report' }>,
  state: Application | undefined,
  facts: Facts,
): Decisions {
  const { guideline, moment } = facts;
  if (state?.status !== 'acknowledged')
    return refuse(state?.status === 'active' || state?.status === 'created' ? 'already' : 'not-yet');
  const fields: Record<string, Problem> = {};
  const problem = linkProblem(link, state, guideline);
  if (problem) fields['link'] = problem;
  for (const item of guideline.application.checklist) {
    if (!confirmed.includes(item.id)) fields[`check-${item.id}`] = 'unchecked';
  }
  if (Object.keys(fields).length > 0) return refuse('invalid', { fields });
  if (guideline.application.inspection === undefined)
    return {
      events: [{ type: 'created', link, at: moment.now }],
      effects: [opened(state, link, facts), REFRESH],
    };
  const reported = { type: 'reported', link, at: moment.now } as const;
  const inspectors = inspectorsOf(evolve(state, reported) as In<'created'>, facts);
  return {
    events: [reported],
    effects: [...inspectors.map((person) => notify(person, 'inspect')), REFRESH],
  };
}

/** The communicator has looked at the account by its link: it becomes active. */
export function confirm(state: Application | undefined, facts: Facts): Decisions {
  if (state?.status !== 'created') return refuse(state?.status === 'active' ? 'already' : 'not-yet');
  return {
    events: [{ type: 'confirmed', at: facts.moment.now }],
    effects: [
      opened(state, state.link, facts),
      ...creatorsOf(state).map((person) => notify(person, 'active')),
      REFRESH,
    ],
  };
}

/** Something is missing on the account: back to those who create it, with words. */
export function giveBack(
  words: string,
  state: Application | undefined,
  { moment }: Facts,
  actor: Person,
): Decisions {
  if (state?.status !== 'created') return refuse(state?.status === 'active' ? 'already' : 'not-yet');
  const problem = wordsProblem(words);
  if (problem) return refuse('invalid', { fields: { words: problem } });
  return {
    events: [{ type: 'returned', name: actor.name, words, at: moment.now }],
    effects: [...creatorsOf(state).map((person) => notify(person, 'returned')), REFRESH],
  };
}

function opened(state: In<'acknowledged' | 'created'>, link: string, facts: Facts): Effect {
  const account = accountOf(facts.id, state, link, facts.guideline, facts.moment);
  return {
    kind: 'send',
    key: 'account',
    target: { kind: 'account', id: facts.id },
    command: { type: 'open', account },
    first: true,
  };
}

/** The link must be https, on the platform, and lead to the account that was approved. */
function linkProblem(link: string, state: Submission, guideline: Guideline): Problem | undefined {
  if (link === '') return 'missing';
  if (link.length > MOST_LINK) return 'too-long';
  const host = hostOf(link);
  if (host === undefined || !/^https:\/\//i.test(link)) return 'bad-link';
  const platform = platformIn(state.answers, guideline);
  if (!belongs(host, platform, guideline)) return 'wrong-platform';
  const known = guideline.platforms.find(({ id }) => id === platform)?.hosts !== undefined;
  return known && normaliseHandle(link) !== state.handle ? 'other-account' : undefined;
}
