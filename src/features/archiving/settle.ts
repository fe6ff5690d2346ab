/** What people say about a capture besides sending pictures: later, not mine, closed, not possible (G-7.3b, G-7.3d). Pure. */
import type { Person } from '../../kernel/actor';
import { plusDays } from '../../kernel/calendar';
import { refuse, type Decision } from '../../kernel/decision';
import { notify, REFRESH } from '../../kernel/effect';
import { officeOf } from '../../kernel/offices';
import { MOST_WORDS } from './commands';
import { accountGone, assign, closeAccount } from './effects';
import type { CaptureEvent } from './events';
import type { Code, Facts, Problem } from './facts';
import type { Capture, In, Stop } from './model';
import { toldAtOnce } from './ladder';

type Decisions = Decision<CaptureEvent, Code>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** *Påminn mig senare*: a day at most so many days ahead, and within the season. */
export function snooze(until: string, state: Capture | undefined, facts: Facts): Decisions {
  if (state?.status !== 'waiting') return refuse(state ? 'not-open' : 'gone');
  const problem = dayProblem(until, state, facts);
  if (problem) return invalid('until', problem);
  return { events: [{ type: 'snoozed', until }], effects: [REFRESH] };
}

/** The last day to which a reminder can be put off; undefined when it is too late to put anything off. */
export function latestSnooze(
  { to }: In<'waiting'>,
  { guideline, moment }: Pick<Facts, 'guideline' | 'moment'>,
): string | undefined {
  const ahead = plusDays(moment.today, guideline.seasons.snoozeDays);
  const latest = ahead < to ? ahead : to;
  return latest > moment.today ? latest : undefined;
}

function dayProblem(until: string, state: In<'waiting'>, facts: Facts): Problem | undefined {
  const latest = latestSnooze(state, facts);
  if (until === '') return 'missing';
  if (!DAY.test(until) || plusDays(until, 0) !== until || until <= facts.moment.today) return 'bad-date';
  return latest === undefined || until > latest ? 'too-late' : undefined;
}

/** *Inte mitt konto*, or *Kontot är stängt*: a matter for the communicator. */
export function dispute(
  claim: In<'disputed'>['claim'],
  words: string,
  state: Capture | undefined,
  facts: Facts,
  { id, name }: Person,
): Decisions {
  if (state?.status !== 'waiting') return refuse(state ? 'not-open' : 'gone');
  if (words.length > MOST_WORDS) return invalid(claim === 'closed' ? 'when' : 'who', 'too-long');
  const { now } = facts.moment;
  const office = officeOf(state.department, facts).filter((person) => person !== id);
  return {
    events: [{ type: 'disputed', claim, dispute: { by: id, name, at: now, reason: words } }],
    effects: [...office.map((person) => notify(person, claim, now)), REFRESH],
  };
}

/** It is theirs all the same, with words that say why. */
export function insist(words: string, state: Capture | undefined, facts: Facts, actor: Person): Decisions {
  if (state?.status !== 'disputed') return refuse(state ? 'not-open' : 'gone');
  const problem = wordsProblem(words);
  if (problem) return invalid('why', problem);
  const { now } = facts.moment;
  return {
    events: [{ type: 'insisted', name: actor.name, words }],
    effects: [...asked(state, now, 'insisted'), REFRESH],
  };
}

/** The communicator names the new responsible person; the register follows (G-7.2b). */
export function reassign(person: string, state: Capture | undefined, facts: Facts, actor: Person): Decisions {
  if (state?.status !== 'waiting' && state?.status !== 'disputed') return refuse(state ? 'not-open' : 'gone');
  const { named, moment } = facts;
  if (person === '') return invalid('person', 'missing');
  if (!named) return invalid('person', 'unknown-person');
  if (named.id !== undefined && named.id === state.responsible.id) return invalid('person', 'same-person');
  const { id: by, name } = actor;
  const told = named.id === undefined ? [] : [notify(named.id, 'assigned', moment.now)];
  return {
    events: [{ type: 'assigned', responsible: named, from: moment.today, told: toldAtOnce(named, facts) }],
    effects: [assign(state.account.id, named, moment.now, { by, name }), ...told, REFRESH],
  };
}

/** There is no picture to be had, with a reason that stays in the season's record. */
export function ruleOut(words: string, state: Capture | undefined, facts: Facts, actor: Person): Decisions {
  if (!state || state.status === 'sealed' || state.status === 'done')
    return refuse(state ? 'not-open' : 'gone');
  const problem = wordsProblem(words);
  if (problem) return invalid('reason', problem);
  return { events: [{ type: 'ruled-out', stop: stopBy(actor, words, facts) }], effects: [REFRESH] };
}

/** The account is closed for good: its handle stays reserved; a last picture is in, or a reason says why not. */
export function close(words: string, state: Capture | undefined, facts: Facts, actor: Person): Decisions {
  if (!state || state.status === 'sealed') return refuse(state ? 'not-open' : 'gone');
  const problem = wordsProblem(words);
  if (problem) return invalid('closing', problem);
  const stop = stopBy(actor, words, facts);
  return {
    events: [{ type: 'account-closed', stop }],
    effects: [
      closeAccount(state.account.id, stop),
      ...facts.siblings.map((id) => accountGone(id, stop)),
      REFRESH,
    ],
  };
}

/** The account was closed from another capture: the reason given there is the reason here. */
export function settleGone(stop: Stop, state: Capture | undefined): Decisions {
  return state?.status === 'waiting' || state?.status === 'disputed'
    ? { events: [{ type: 'account-closed', stop }], effects: [REFRESH] }
    : { events: [], effects: [] };
}

/** *Påminn igen*: the card goes to whoever is responsible at once. */
export function remindAgain(state: Capture | undefined, facts: Facts): Decisions {
  if (state?.status !== 'waiting') return refuse(state ? 'not-open' : 'gone');
  return { events: [{ type: 'sent-again' }], effects: asked(state, facts.moment.now, 'missing') };
}

/** Cards for those who answer for the account. */
function asked({ responsible, deputies }: Capture, about: string, reason: string) {
  const people = responsible.id === undefined ? deputies.map(({ id }) => id) : [responsible.id];
  return people.flatMap((id) => (id === undefined ? [] : [notify(id, reason, about)]));
}

function stopBy({ id, name }: Person, reason: string, { moment }: Facts): Stop {
  return { by: id, name, at: moment.now, reason };
}

function wordsProblem(words: string): Problem | undefined {
  if (words === '') return 'missing';
  return words.length > MOST_WORDS ? 'too-long' : undefined;
}

function invalid(field: string, problem: Problem): Decisions {
  return refuse('invalid', { fields: { [field]: problem } });
}
