/** The end of a case: removed, reported, the author told, and a receipt to all (G-7.1c). Pure. */
import type { Person } from '../../kernel/actor';
import { atTime } from '../../kernel/calendar';
import { refuse } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import { MOST_LINE, type CaseCommand } from './commands';
import { isDay, isTime } from './describe';
import { notify } from './effects';
import type { Facts } from './facts';
import type { Case, Removal } from './model';
import { actOf, invalid, wordsProblem, type Decisions } from './part';
import { concernedBy } from './people';
import { offersOf, touchedBy } from './rules';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** *Borttaget*, with its time: only after the registration, which the order of steps sees to. */
export function remove(command: Command<'remove'>, state: Case, facts: Facts, actor: Person): Decisions {
  if (state.status !== 'removal') return refuse('needs-registration');
  const { how, words, day, time } = command;
  const { now, today, organisation } = facts.moment;
  if (day !== '' && (!isDay(day) || day < state.post.day)) return invalid('day', 'bad-date');
  if (time !== '' && !isTime(time)) return invalid('time', 'bad-time');
  const problem = wordsProblem(words, how === 'remains');
  if (problem) return invalid('words', problem);
  const said = day === '' ? today : day;
  const gone =
    time === '' && said === today ? now : atTime(organisation.timeZone, said, time === '' ? '00:00' : time);
  if (gone > now) return invalid(said > today ? 'day' : 'time', 'in-future');
  const removal: Removal = { ...actOf(actor, facts), how, gone, words };
  return { events: [{ type: 'removed', removal }], effects: [REFRESH] };
}

/** The author was told, or whoever asked has an answer; not to reach them needs a word. */
export function tell({ told, words }: Command<'tell'>, state: Case, facts: Facts, actor: Person): Decisions {
  const problem = wordsProblem(words, told === 'not-told');
  if (problem) return invalid('words', problem);
  const all = concernedBy(state, facts).filter((person) => person !== actor.id);
  return {
    events: [{ type: 'told', telling: { ...actOf(actor, facts), told, words } }],
    effects: [...notify(all, 'done', facts.moment.now), REFRESH],
  };
}

/** Said by whoever decides on it; only where the guideline offers it for what the post may touch. */
export function report(
  { to, words }: Command<'report'>,
  state: Case,
  facts: Facts,
  actor: Person,
): Decisions {
  if (!('suggestion' in state)) return refuse('needs-answers');
  if (!offersOf(touchedBy(state.suggestion, facts.guideline)).has(to)) return refuse('not-offered');
  if (state.reports.some((one) => one.to === to)) return refuse('already');
  const problem = wordsProblem(words, false);
  if (problem) return invalid('words', problem);
  return {
    events: [{ type: 'reported', report: { ...actOf(actor, facts), to, words } }],
    effects: [REFRESH],
  };
}

/** The police have it now. A reference of theirs, and not a word about what was seen. */
export function close(reference: string, facts: Facts, actor: Person): Decisions {
  if (reference.length > MOST_LINE) return invalid('reference', 'too-long');
  const { lead } = facts.moment.organisation;
  const told = lead === actor.id ? [] : notify([lead], 'done', facts.moment.now);
  return {
    events: [{ type: 'handed-over', police: { ...actOf(actor, facts), reference } }],
    effects: [...told, REFRESH],
  };
}
