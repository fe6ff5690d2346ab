/** What may happen to a capture, and what it leads to (G-7.3). Pure. */
import type { Actor, Person } from '../../kernel/actor';
import { plusDays } from '../../kernel/calendar';
import { refuse, type Decision } from '../../kernel/decision';
import { notify, REFRESH } from '../../kernel/effect';
import type { Account } from '../register/model';
import type { BetweenDocuments, CaptureCommand } from './commands';
import { mention } from './effects';
import type { CaptureEvent } from './events';
import { doubtOf } from './evolve';
import type { Code, Facts } from './facts';
import { deadlineOf, dueRungs, isOver, peopleOf, toldBy, wokenBy, toldAtOnce } from './ladder';
import { EXTRA, isSettled, type Capture, type In, type Occasion, type Subject } from './model';
import { close, dispute, insist, reassign, remindAgain, ruleOut, settleGone, snooze } from './settle';
import { refusal, settle, supersede, take } from './take';

type Decisions = Decision<CaptureEvent, Code>;

/** Days within which an extra picture should be in. */
const EXTRA_DAYS = 14;

export function decide(
  command: CaptureCommand,
  state: Capture | undefined,
  facts: Facts,
  actor: Actor,
): Decisions {
  switch (command.type) {
    case 'open':
      return state
        ? { events: [], effects: [] }
        : { events: [{ type: 'opened', capture: command.capture }], effects: [] };
    case 'remind':
      return state?.status === 'waiting'
        ? { events: [{ type: 'sent' }], effects: [notify(command.to, 'missing', facts.moment.today)] }
        : { events: [], effects: [] };
    case 'account-gone':
      return settleGone(command.stop, state);
    case 'seal':
      return seal(command, state, facts);
    case 'tick':
      return tick(state, facts);
    default:
      return actor.type === 'person' ? decideFor(actor, command, state, facts) : refuse('gone');
  }
}

type Personal = Exclude<CaptureCommand, { type: BetweenDocuments }>;

/** What would lose sight of a picture that is in doubt. */
const AFTER_DOUBT: readonly CaptureCommand['type'][] = [
  'supersede',
  'not-mine',
  'closed',
  'assign',
  'rule-out',
  'close-account',
];

function decideFor(actor: Person, command: Personal, state: Capture | undefined, facts: Facts): Decisions {
  if (state && doubtOf(state) && AFTER_DOUBT.includes(command.type)) return refuse('in-doubt');
  switch (command.type) {
    case 'start':
      return start(command.occasion, state, facts, actor);
    case 'link': {
      const no = refusal(state, actor, facts);
      return no
        ? refuse(no.code, no.details ? { details: no.details } : {})
        : { events: [{ type: 'link-given', person: actor.id, at: facts.moment.now }], effects: [] };
    }
    case 'finish':
      return state?.links[actor.id] === undefined
        ? { events: [], effects: [] }
        : { events: [{ type: 'link-revoked', person: actor.id }], effects: [REFRESH] };
    case 'take':
      return take(command.picture, command.via, state, facts, actor);
    case 'trust':
      return settle(true, state, facts, actor);
    case 'drop':
      return settle(false, state, facts, actor);
    case 'supersede':
      return supersede(state, facts, actor);
    case 'snooze':
      return snooze(command.until, state, facts);
    case 'not-mine':
    case 'closed':
      return dispute(command.type, command.words, state, facts, actor);
    case 'insist':
      return insist(command.words, state, facts, actor);
    case 'assign':
      return reassign(command.person, state, facts, actor);
    case 'rule-out':
      return ruleOut(command.words, state, facts, actor);
    case 'close-account':
      return close(command.words, state, facts, actor);
    case 'remind-again':
      return remindAgain(state, facts);
    default:
      return command satisfies never;
  }
}

/** The season is closed: with its captures go the extra ones of its department that are settled (decision 012). */
function seal(
  { season, reason }: Extract<CaptureCommand, { type: 'seal' }>,
  state: Capture | undefined,
  { moment }: Facts,
): Decisions {
  if (!state || state.status === 'sealed') return { events: [], effects: [] };
  const extra = state.season === EXTRA;
  if (extra && !isSettled(state)) return { events: [], effects: [] };
  const packed = extra ? { packed: season } : {};
  return { events: [{ type: 'sealed', at: moment.now, reason, ...packed }], effects: [REFRESH] };
}

/** Pictures outside the season: before an account is closed, or when it looks otherwise. */
function start(occasion: Occasion, state: Capture | undefined, facts: Facts, actor: Person): Decisions {
  const { account, moment, guideline, another } = facts;
  if (state) return refuse('already');
  if (facts.accountId === '') return refuse('invalid', { fields: { account: 'missing' } });
  if (account?.status !== 'active') return refuse('no-account');
  if (another) return refuse('another');
  const capture: In<'waiting'> = {
    ...openedFor(account, facts.accountId ?? '', guideline.version, moment.now),
    status: 'waiting',
    season: EXTRA,
    occasion,
    from: moment.today,
    to: plusDays(moment.today, EXTRA_DAYS),
    // They get a card at once.
    told: toldAtOnce(account.responsible, facts),
  };
  const others = peopleOf('responsible', capture, facts).filter((person) => person !== actor.id);
  return {
    events: [{ type: 'opened', capture }],
    effects: others.map((person) => notify(person, 'missing', moment.now)),
  };
}

/** The rungs that are due, what was put off and comes back, or an account that was closed meanwhile. */
function tick(state: Capture | undefined, facts: Facts): Decisions {
  const { moment, account } = facts;
  const due = state && deadlineOf(state, facts);
  if (state?.status !== 'waiting' || due === undefined || due > moment.now) return refuse('early');
  if (account?.status === 'reserved' && account.closed)
    return { events: [{ type: 'account-closed', stop: account.closed }], effects: [REFRESH] };
  const rungs = dueRungs(state, facts);
  const over = isOver(state, facts);
  const told = state.told + rungs.length;
  const again = over ? wokenBy(told, state, facts) : [];
  const people = new Set([...again, ...toldBy(rungs, state, facts)]);
  return {
    events: [
      ...(rungs.length > 0 ? [{ type: 'reminded', count: rungs.length } as const] : []),
      ...(over ? [{ type: 'woken' } as const] : []),
    ],
    effects: [...people].map((person) =>
      mention(person, over ? `${state.from}/${moment.today}` : state.from, told),
    ),
  };
}

/** What a new capture begins with. */
export function openedFor(
  account: Account,
  id: string,
  guideline: string,
  openedAt: string,
): Omit<In<'waiting'>, 'status' | 'season' | 'from' | 'to'> {
  return {
    account: subjectOf(account, id),
    department: account.department,
    responsible: account.responsible,
    deputies: account.deputies,
    guideline,
    openedAt,
    told: 0,
    pictures: [],
    links: {},
  };
}

function subjectOf(account: Account, id: string): Subject {
  const { handle, platform, platformName, link, unit, accountType, mailbox, purpose, activeSince } = account;
  return { id, handle, platform, platformName, link, unit, accountType, mailbox, purpose, activeSince };
}
