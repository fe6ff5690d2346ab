/** The registrar's part: a diary number, a day, or a reason; what is secret, and who may read it (G-7.1, G-7.1b6). Pure. */
import type { Person } from '../../kernel/actor';
import { plusDays } from '../../kernel/calendar';
import { refuse } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import { MOST_LINE } from './commands';
import { isDay } from './describe';
import { notify } from './effects';
import type { Facts, Problem } from './facts';
import type { Case, Registration } from './model';
import { actOf, invalid, wordsProblem, type Decisions } from './part';
import { doersOf } from './people';
import { secrecyParagraphs } from './rules';

/** Days within which what is registered later must be. */
const LATEST_DAYS = 30;

export function register(number: string, state: Case, facts: Facts, actor: Person): Decisions {
  const problem = numberProblem(number);
  if (problem) return invalid('number', problem);
  const registration: Registration = { ...actOf(actor, facts), kind: 'number', number };
  if (state.status === 'registration') return registered(registration, state, facts, actor);
  const before = 'registration' in state ? state.registration : undefined;
  if (before?.kind !== 'pending') return refuse('already');
  return { events: [{ type: 'number-added', registration }], effects: [REFRESH] };
}

export function registerLater(day: string, state: Case, facts: Facts, actor: Person): Decisions {
  if (day === '') return invalid('day', 'missing');
  const { today } = facts.moment;
  if (!isDay(day) || day <= today || day > plusDays(today, LATEST_DAYS)) return invalid('day', 'bad-date');
  return registered({ ...actOf(actor, facts), kind: 'pending', day }, state, facts, actor);
}

/** What is of little importance may go without; what is secret never does. */
export function registerNot(words: string, state: Case, facts: Facts, actor: Person): Decisions {
  if ('secrecy' in state && state.secrecy.status !== 'open') return refuse('secret-is-registered');
  const problem = wordsProblem(words, true);
  if (problem) return invalid('words', problem);
  return registered({ ...actOf(actor, facts), kind: 'not-needed', reason: words }, state, facts, actor);
}

function registered(registration: Registration, state: Case, facts: Facts, { id }: Person): Decisions {
  const doers = doersOf(state, facts).filter((person) => person !== id);
  return {
    events: [{ type: 'registered', registration }],
    effects: [...notify(doers, 'registered', facts.moment.now), REFRESH],
  };
}

function numberProblem(number: string): Problem | undefined {
  if (number === '') return 'missing';
  if (number.length > MOST_LINE) return 'too-long';
  return /\d/.test(number) ? undefined : 'bad-number';
}

/** The package lacks something: back to the evidence, with words that say what. */
export function sendBack(words: string, state: Case, facts: Facts, actor: Person): Decisions {
  const problem = wordsProblem(words, true);
  if (problem) return invalid('words', problem);
  const doers = doersOf(state, facts).filter((person) => person !== actor.id);
  return {
    events: [{ type: 'sent-back', returned: { ...actOf(actor, facts), words } }],
    effects: [...notify(doers, 'sent-back', facts.moment.now), REFRESH],
  };
}

export function setSecrecy(
  { secrecy, reference }: { readonly secrecy: 'open' | 'secret'; readonly reference: string },
  state: Case,
  facts: Facts,
  { name }: Person,
): Decisions {
  if (!('secrecy' in state)) return refuse('needs-answers');
  if (secrecy === 'open')
    return state.secrecy.status === 'open'
      ? refuse('already')
      : { events: [{ type: 'secrecy-set', secrecy: { status: 'open' }, name }], effects: [REFRESH] };
  const known = secrecyParagraphs(facts.moment.today, facts.guideline).map((one) => one.reference.id);
  if (reference === '') return invalid('reference', 'missing');
  if (!known.includes(reference)) return invalid('reference', 'unknown-reference');
  return {
    events: [{ type: 'secrecy-set', secrecy: { status: 'secret', reference }, name }],
    effects: [REFRESH],
  };
}

/** Somebody more may read what is masked; the trail says who let them. */
export function nameHandler(person: string, state: Case, { named, moment }: Facts): Decisions {
  if (!('handlers' in state)) return refuse('closed');
  if (person === '') return invalid('person', 'missing');
  if (!named) return invalid('person', 'unknown-person');
  if (state.handlers.some(({ id }) => id === named.id)) return refuse('already');
  const handler = { id: named.id, name: named.name };
  return {
    events: [{ type: 'handler-named', handler }],
    effects: [...notify([named.id], 'named', moment.now), REFRESH],
  };
}
