/** What a step of a case is about: what is missing, what was decided, what the registrar answered, what to say. Pure. */
import type { Fact } from '../../kernel/card';
import { dayOf } from './clock';
import type { Facts, Showing } from './facts';
import { factOf } from './fact';
import { current, type Assessed, type Registration } from './model';
import { touchedBy } from './rules';
import type { Texts } from './texts';

/** Where the evidence is what the step is about, and on the receipt. */
const SHOWS_PICTURES: readonly Assessed['status'][] = ['evidence', 'registration', 'done'];

/** The first is what the reader needs first. */
export function stepFacts(state: Assessed, showing: Showing, words: Texts): Fact[] {
  const { facts, card } = words;
  const { moment } = showing.facts;
  const day = (at: string): string => dayOf(at, moment, showing.locale);
  return [
    ...('returned' in state
      ? factOf(facts.missing, card.saidBy(state.returned.name, state.returned.words))
      : []),
    ...(state.status === 'telling' ? replyFact(state, showing, words) : []),
    ...(state.status === 'suggested' ? unsureFact(state, showing, words) : []),
    ...('culling' in state ? cullingFacts(state.culling, showing, words) : []),
    ...('ruling' in state ? factOf(facts.ground, rulingWords(state, words, day)) : []),
    ...('pictures' in state && SHOWS_PICTURES.includes(state.status) ? picturesFact(state, words, day) : []),
    ...('registration' in state
      ? factOf(facts.registration, registrationWords(state.registration, words, day))
      : []),
    ...('removal' in state
      ? factOf(
          facts.removed,
          card.saidBy(
            `${words.removals[state.removal.how]}, ${state.removal.name}, ${day(state.removal.gone)}`,
            state.removal.words,
          ),
        )
      : []),
    ...('telling' in state ? factOf(card.told, tellingWords(state.telling, words)) : []),
  ];
}

function rulingWords(
  state: Extract<Assessed, { ruling: unknown }>,
  words: Texts,
  day: (at: string) => string,
): string {
  const { ruling } = state;
  const outcome = words.suggestion.says[ruling.outcome];
  const who = `${ruling.name}, ${day(ruling.at)}`;
  if ('second' in state)
    return `${words.happened.proposed(ruling.name)}\n${words.happened.culled(state.second.name)}`;
  return ruling.ground === '' ? `${outcome}\n${who}` : `${outcome}\n${words.card.saidBy(who, ruling.ground)}`;
}

function picturesFact(state: Assessed, words: Texts, day: (at: string) => string): Fact[] {
  const pictures = current(state);
  const [last] = pictures.slice(-1);
  return last
    ? factOf(
        words.facts.pictures,
        `${words.card.count(pictures.length)}, ${words.card.saved(last.name, day(last.at))}`,
      )
    : [];
}

function registrationWords(registration: Registration, words: Texts, day: (day: string) => string): string {
  const { name } = registration;
  switch (registration.kind) {
    case 'number':
      return `${words.registration.number(registration.number)}, ${name}`;
    case 'pending':
      return `${words.registration.pending(day(registration.day))}, ${name}`;
    case 'not-needed':
      return words.card.saidBy(`${words.registration.notNeeded}, ${name}`, registration.reason);
    default:
      return registration satisfies never;
  }
}

function tellingWords(
  { told, name, words: reason }: { told: string; name: string; words: string },
  { happened, card }: Texts,
): string {
  return told === 'told' ? happened.told(name) : card.saidBy(happened.notTold(name), reason);
}

/** The text for the category, to be copied; the first of those that the post may touch. */
function replyFact(state: Assessed, { facts, locale }: Showing, words: Texts): Fact[] {
  const [touched] = touchedBy({ ...state.suggestion, unsure: [] }, facts.guideline);
  return touched ? [{ label: words.reply.title, words: touched.reply[locale] }] : [];
}

/** What somebody could not answer, for whoever decides it. */
function unsureFact(state: Assessed, { facts, locale }: Showing, words: Texts): Fact[] {
  const asked = facts.guideline.triage.questions.filter(({ id }) => state.suggestion.unsure.includes(id));
  return factOf(words.facts.unsure, asked.map(({ text }) => text[locale]).join('\n'));
}

/** What a second person agrees with (G-7.4). */
function cullingFacts(
  { reason, confirmed, decision }: { reason: string; confirmed: readonly string[]; decision: string },
  { facts, locale }: { facts: Facts; locale: Showing['locale'] },
  words: Texts,
): Fact[] {
  const { reasons, confirmations } = facts.guideline.triage.culling;
  const said = confirmations.filter(({ id }) => confirmed.includes(id)).map(({ text }) => text[locale]);
  return [
    ...factOf(words.facts.reason, reasons.find(({ id }) => id === reason)?.text[locale]),
    ...factOf(words.facts.confirmed, said.join('\n')),
    ...factOf(words.facts.decision, decision),
  ];
}
