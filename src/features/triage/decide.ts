/** What may happen to a case, and what it leads to (G-7.1, G-7.4). Pure. */
import type { Actor, Person } from '../../kernel/actor';
import { refuse, type Decision } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import { answer, describe, safety, withdraw } from './assess';
import { agree, consult, cull, disagree, rule } from './judge';
import { close, remove, report, tell } from './close';
import type { CaseCommand } from './commands';
import { deadlineOf, dueAt, dueRungs, heldUntil, isUrgent, toldBy } from './deadlines';
import { mention, notify } from './effects';
import type { CaseEvent } from './events';
import type { Code, Facts } from './facts';
import { hold, release } from './holding';
import type { Case } from './model';
import { misstep } from './order';
import { nameHandler, register, registerLater, registerNot, sendBack, setSecrecy } from './registering';
import { finish, giveLink, secure, supersede, take } from './secure';

type Decisions = Decision<CaseEvent, Code>;
type Personal = Exclude<CaseCommand, { type: 'remind' | 'tick' }>;

/** Done while somebody else holds the case: nobody's work is in anybody's way. */
const BESIDE_THE_HOLDER: readonly Personal['type'][] = [
  'hold',
  'release',
  'agree',
  'disagree',
  'finish',
  'send-back',
  'register',
  'register-later',
  'register-not',
  'set-secrecy',
  'name-handler',
  'safety',
];

export function decide(command: CaseCommand, state: Case | undefined, facts: Facts, actor: Actor): Decisions {
  switch (command.type) {
    case 'tick':
      return tick(state, facts);
    case 'remind':
      // Also after the last rung: what is waited for is told to whoever is on it.
      return state && dueAt(state, facts) !== undefined
        ? { events: [{ type: 'sent' }], effects: notify([command.to], 'late', facts.moment.today) }
        : { events: [], effects: [] };
    default:
      return actor.type === 'person' ? decideFor(actor, command, state, facts) : refuse('gone');
  }
}

function decideFor(actor: Person, command: Personal, state: Case | undefined, facts: Facts): Decisions {
  const wrong = misstep(command.type, state);
  if (wrong) return refuse(wrong.code);
  if (command.type === 'safety') return safety(command, state, facts, actor);
  // `misstep` lets only that one through where nothing is begun.
  if (!state) return refuse('needs-safety');
  const holder = 'holder' in state ? state.holder : undefined;
  if (holder && holder.by !== actor.id && !BESIDE_THE_HOLDER.includes(command.type))
    return refuse('held', { details: { name: holder.name } });
  switch (command.type) {
    case 'describe':
      return describe(command.post, facts);
    case 'answer':
      return answer(command.answers, state, facts, actor);
    case 'withdraw':
      return withdraw(facts);
    case 'hold':
      return hold(state, facts, actor);
    case 'release':
      return release(state, facts, actor);
    case 'rule':
      return rule(command.outcome, command.words, state, facts, actor);
    case 'consult':
      return consult(state, facts, actor);
    case 'cull':
      return cull(command.form, state, facts, actor);
    case 'agree':
      return agree(state, facts, actor);
    case 'disagree':
      return disagree(command.words, state, facts);
    case 'take':
      return take(command.picture, command.via, state, facts, actor);
    case 'link':
      return giveLink(state, facts, actor);
    case 'finish':
      return finish(state, actor);
    case 'supersede':
      return supersede(state, facts, actor);
    case 'secure':
      return secure(command.link, state, facts, actor);
    case 'send-back':
      return sendBack(command.words, state, facts, actor);
    case 'register':
      return register(command.number, state, facts, actor);
    case 'register-later':
      return registerLater(command.day, state, facts, actor);
    case 'register-not':
      return registerNot(command.words, state, facts, actor);
    case 'set-secrecy':
      return setSecrecy(command, state, facts, actor);
    case 'name-handler':
      return nameHandler(command.person, state, facts);
    case 'remove':
      return remove(command, state, facts, actor);
    case 'tell':
      return tell(command, state, facts, actor);
    case 'report':
      return report(command, state, facts, actor);
    case 'hand-over':
      return close(command.reference, facts, actor);
    default:
      return command satisfies never;
  }
}

/** The rungs that are due, and a hold that is over. */
function tick(state: Case | undefined, facts: Facts): Decisions {
  const { now } = facts.moment;
  const due = state && deadlineOf(state, facts);
  if (!state || due === undefined || due > now) return refuse('early');
  const rungs = dueRungs(state, facts);
  const until = heldUntil(state, facts);
  const over = until !== undefined && until <= now;
  const told = state.told + rungs.length;
  const atOnce = toldBy(rungs.filter(isUrgent), state, facts);
  const later = toldBy(rungs, state, facts).filter((person) => !atOnce.includes(person));
  return {
    events: [
      ...(rungs.length > 0 ? [{ type: 'reminded', count: rungs.length } as const] : []),
      ...(over ? [{ type: 'lapsed' } as const] : []),
    ],
    effects: [
      ...notify(atOnce, 'late', `${state.since}/${told}`),
      ...later.map((person) => mention(person, state.since, told)),
      ...(over ? [REFRESH] : []),
    ],
  };
}
