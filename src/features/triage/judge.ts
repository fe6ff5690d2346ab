/** What people decide: as suggested, otherwise with a reason, or by asking the registrar; and culling by two (G-7.1, G-7.4). Pure. */
import type { Person } from '../../kernel/actor';
import { refuse } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import { cullingDecisionOf } from '../../kernel/offices';
import type { CullingForm } from './commands';
import { notify } from './effects';
import type { Facts } from './facts';
import type { Case, Ruling } from './model';
import { actOf, invalid, wordsProblem, type Decisions } from './part';
import { concernedBy, doersOf, registrarsFor, secondsOf } from './people';
import { offersOf, touchedBy } from './rules';

/** Anything may be decided; what was not suggested needs a reason, and is counted. */
export function rule(
  outcome: 'register-delete' | 'register' | 'keep' | '',
  words: string,
  state: Case,
  facts: Facts,
  actor: Person,
): Decisions {
  if (outcome === '') return invalid('outcome', 'missing');
  if (!('suggestion' in state)) return refuse('needs-answers');
  if (state.status === 'evidence' && state.ruling.outcome === outcome) return refuse('already');
  const problem = wordsProblem(words, needsReason(outcome, state));
  if (problem) return invalid('words', problem);
  const ruling = rulingOf(outcome, words, state, facts, actor);
  const { now } = facts.moment;
  if (outcome === 'keep') {
    const all = concernedBy(state, facts).filter((person) => person !== actor.id);
    return { events: [{ type: 'ruled', ruling }], effects: [...notify(all, 'done', now), REFRESH] };
  }
  const doers = doersOf(state, facts).filter((person) => person !== actor.id);
  return {
    events: [{ type: 'ruled', ruling }],
    effects: [...notify(doers, 'evidence', now), ...asksLead(outcome, state, facts, actor), REFRESH],
  };
}

/** A changed mind is a reason to give one too. */
function needsReason(outcome: Ruling['outcome'], state: Case): boolean {
  return 'suggestion' in state && (state.status === 'evidence' || state.suggestion.outcome !== outcome);
}

function rulingOf(
  outcome: Ruling['outcome'],
  ground: string,
  state: Extract<Case, { suggestion: unknown }>,
  facts: Facts,
  actor: Person,
): Ruling {
  const { suggestion } = state;
  // To answer what one was asked is not to overrule.
  const against =
    suggestion.outcome === outcome || suggestion.outcome === 'ask' ? {} : { against: suggestion.outcome };
  return { ...actOf(actor, facts), outcome, ground, ...against };
}

/** Where a report to the police is offered, whoever decides on it hears of it at once. */
function asksLead(
  outcome: Ruling['outcome'],
  state: Extract<Case, { suggestion: unknown }>,
  facts: Facts,
  { id }: Person,
) {
  const { lead } = facts.moment.organisation;
  const offers = offersOf(touchedBy(state.suggestion, facts.guideline));
  const asks =
    outcome === 'register-delete' &&
    offers.has('police') &&
    facts.guideline.triage.reports.police.decidedBy === 'lead' &&
    lead !== id;
  return asks ? notify([lead], 'report', facts.moment.now) : [];
}

/** *Fråga registratorn*: not to know is no mistake, and overrules nothing. */
export function consult(state: Case, facts: Facts, { id }: Person): Decisions {
  if (state.status !== 'suggested' || state.asked === 'registrar') return refuse('already');
  const { now } = facts.moment;
  const registrars = registrarsFor(state, facts).filter((person) => person !== id);
  return {
    events: [{ type: 'consulted', at: now }],
    effects: [...notify(registrars, 'ask', now), REFRESH],
  };
}

/** One reason, all four confirmations, the local decision's reference; and then a second person. */
export function cull(form: CullingForm, state: Case, facts: Facts, actor: Person): Decisions {
  if (!('suggestion' in state)) return refuse('needs-answers');
  const decision = cullingDecisionOf(state.department, facts);
  if (decision === undefined) return refuse('no-culling');
  const { reasons, confirmations } = facts.guideline.triage.culling;
  const missing = confirmations.filter(({ id }) => !form.confirmed.includes(id));
  const problem = wordsProblem(form.words, needsReason('cull', state));
  const fields = {
    ...(reasons.some(({ id }) => id === form.reason) ? {} : { reason: 'missing' }),
    ...Object.fromEntries(missing.map(({ id }) => [`confirm-${id}`, 'missing'])),
    ...(problem ? { words: problem } : {}),
  };
  if (Object.keys(fields).length > 0) return refuse('invalid', { fields });
  const culling = {
    ...actOf(actor, facts),
    reason: form.reason,
    confirmed: confirmations.map(({ id }) => id),
    decision,
  };
  const ruling = rulingOf('cull', form.words, state, facts, actor);
  const seconds = secondsOf(state, facts).filter((person) => person !== actor.id);
  return {
    events: [{ type: 'culling-proposed', ruling, culling }],
    effects: [...notify(seconds, 'second', facts.moment.now), REFRESH],
  };
}

export function agree(state: Case, facts: Facts, actor: Person): Decisions {
  if (state.status !== 'culling') return refuse('past');
  const { now } = facts.moment;
  const all = concernedBy(state, facts).filter((person) => person !== actor.id);
  return {
    events: [{ type: 'culled', second: actOf(actor, facts) }],
    effects: [...notify(all, 'done', now), REFRESH],
  };
}

/** Back to the suggestion, with words that say why. */
export function disagree(words: string, state: Case, facts: Facts): Decisions {
  if (state.status !== 'culling') return refuse('past');
  const problem = wordsProblem(words, true);
  if (problem) return invalid('words', problem);
  const { now } = facts.moment;
  return {
    events: [{ type: 'culling-stopped', words, at: now }],
    effects: [...notify([state.culling.by], 'stopped', now), REFRESH],
  };
}
