/** What a command on an application leads to; each part of its life has a file of its own. Pure. */
import type { Actor } from '../../kernel/actor';
import { refuse, type Decision } from '../../kernel/decision';
import { REFRESH, type Answer } from '../../kernel/effect';
import { acknowledge, confirm, giveBack, report } from './activation';
import type { ApplicationCommand } from './commands';
import { plan, record } from './consultation';
import { leave, proceed } from './draft';
import { claimKey, release, releaseOf } from './effects';
import type { ApplicationEvent } from './events';
import type { Code, Facts } from './facts';
import { answerJoin, join, resume } from './joining';
import { approve, ask, handOver, reject, toDeciders } from './judging';
import { isSubmission, type Application } from './model';
import { remind } from './remind';

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
    case 'consult':
      return leave(command, state, facts, actor);
    case 'proceed':
      return proceed(command.reason, state, facts, actor);
    case 'join':
      return join(command.account, state, facts);
    case 'resume':
      return resume(state);
    case 'welcome':
    case 'decline':
      return answerJoin(command, state, facts, actor);
    case 'withdraw':
      return withdraw(state, facts);
    case 'plan':
      return plan(command, state, facts, actor);
    case 'record':
      return record(command, state, facts, actor);
    case 'approve':
      return approve(state, facts, actor);
    case 'ask':
      return ask(command, state, facts, actor);
    case 'hand-over':
      return handOver(command, state, facts, actor);
    case 'reject':
      return reject(command.words, state, facts, actor);
    case 'acknowledge':
      return acknowledge(state, facts, actor);
    case 'report':
      return report(command, state, facts);
    case 'confirm':
      return confirm(state, facts);
    case 'return':
      return giveBack(command.words, state, facts, actor);
    default:
      return command satisfies never;
  }
}

/** The handle is ours, or somebody else has it: the application goes on, or back to the applicant with the name. */
function claimAnswered(answer: Answer, state: Application | undefined, facts: Facts): Decisions {
  if (state?.status !== 'claiming' || answer.key !== claimKey(state.claim, state.submittedAt))
    return refuse('already');
  if (answer.outcome === 'refused')
    return {
      events: [{ type: 'taken', name: String(answer.details?.['name'] ?? '') }],
      effects: [REFRESH],
    };
  const { held } = state;
  return {
    events: [{ type: 'claimed' }],
    effects: [
      ...toDeciders(state, facts, held ? 'again' : 'decide'),
      ...(held ? [releaseOf(facts.id, held.claim, state.submittedAt)] : []),
      REFRESH,
    ],
  };
}

/** Until the decision; nobody has to give a reason. */
function withdraw(state: Application | undefined, { id, moment }: Facts): Decisions {
  switch (state?.status) {
    case 'draft':
    case 'joining':
    case 'submitted':
    case 'changes':
      return {
        events: [{ type: 'withdrawn', at: moment.now }],
        effects: [...(isSubmission(state) ? release(id, state) : []), REFRESH],
      };
    default:
      return refuse('already');
  }
}
