/** What an attack has to come to, read off the rules. */
import { organisationOf, type Attacker } from './people';
import { BEGINNING, DECIDE, NOTHING, QUIET, RULES, type Rule, type Situation } from './rules';

export type Outcome =
  /** Taken: the application stands there afterwards. */
  | { readonly kind: 'done'; readonly status: string }
  /** Taken before: the card as it is now, and no word about being late. */
  | { readonly kind: 'again' }
  /** Theirs, but not now, or gone: a sentence, and nothing on record. */
  | { readonly kind: 'late' }
  /** Not theirs: a sentence, and one document in the audit trail. */
  | { readonly kind: 'forbidden' }
  /** Not from one of our cards: the same. */
  | { readonly kind: 'forged' }
  /** Nobody we know: a sentence. */
  | { readonly kind: 'stranger' };

export function honest(verb: string, who: Attacker, situation: Situation): Outcome {
  if (organisationOf(who) === undefined) return { kind: 'stranger' };
  if (situation === 'nothing') return begun(BEGINNING, verb) ?? missing(verb, who);
  if (organisationOf(who) === 'bolaget') return missing(verb, who);
  const rule: Rule = RULES[situation];
  return begun(rule.may[who] ?? '', verb) ?? after(verb, who, situation);
}

/** The same click when its moment has passed. */
export function after(verb: string, who: Attacker, situation: Situation): Outcome {
  if (organisationOf(who) === undefined) return { kind: 'stranger' };
  if (situation === 'nothing' || organisationOf(who) === 'bolaget') return missing(verb, who);
  const rule: Rule = RULES[situation];
  const theirs = has(rule.late[who], verb) || begun(rule.may[who] ?? '', verb) !== undefined;
  return { kind: theirs ? 'late' : 'forbidden' };
}

/** On a matter that does not exist where this person belongs. */
export function missing(verb: string, who: Attacker): Outcome {
  if (organisationOf(who) === undefined) return { kind: 'stranger' };
  return { kind: has(NOTHING.everybody, verb) || leads(verb, who) ? 'late' : 'forbidden' };
}

/** On somebody else's draft. */
export function private_(verb: string, who: Attacker): Outcome {
  if (organisationOf(who) === undefined) return { kind: 'stranger' };
  return { kind: leads(verb, who) ? 'late' : 'forbidden' };
}

export function forged(who: Attacker): Outcome {
  return { kind: organisationOf(who) === undefined ? 'stranger' : 'forged' };
}

/** What is told to somebody who would decide on what they applied for themselves (G-1.7). */
export function isOwn(verb: string, who: Attacker, situation: Situation): boolean {
  if (situation === 'nothing' || /^(draft|join|withdrawn as)/.test(situation)) return false;
  const rule: Rule = RULES[situation];
  return has(DECIDE, verb) && has(rule.late[who], 'withdraw') && organisationOf(who) === 'sundsvall';
}

/** Whether cards of before are old after it. */
export function makesOld(verb: string): boolean {
  return !has(QUIET, verb);
}

export function sees(who: Attacker, situation: Situation): boolean {
  if (situation === 'nothing' || organisationOf(who) !== 'sundsvall')
    return organisationOf(who) !== undefined;
  return has(RULES[situation].sees, who);
}

function leads(verb: string, who: Attacker): boolean {
  return verb === NOTHING.lead && (who === 'sara' || who === 'olga');
}

function has(list: string | undefined, word: string): boolean {
  return list?.split(' ').includes(word) === true;
}

function begun(list: string, verb: string): Outcome | undefined {
  const found = list.split(' ').find((entry) => entry.startsWith(`${verb}:`));
  return found === undefined ? undefined : { kind: 'done', status: found.slice(verb.length + 1) };
}
