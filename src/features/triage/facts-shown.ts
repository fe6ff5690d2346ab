/** What a reader of a case sees of it: the post, what it may touch, what was decided, and the package for the diary. Pure. */
import { dayIn, showDay } from '../../kernel/calendar';
import type { Fact } from '../../kernel/card';
import { cut } from '../../kernel/words';
import { diaryPackage } from './diary';
import type { Showing } from './facts';
import type { Assessed, Case, Registration } from './model';
import { registrarsFor } from './people';
import { paragraphsOn, touchedBy } from './rules';
import type { Texts } from './texts';

const WORDS_SHOWN = 400;

export function factsFor(id: string, state: Case, showing: Showing, words: Texts): Fact[] {
  if (!('post' in state)) {
    return state.status === 'handed' && state.police.reference !== ''
      ? [{ label: words.inputs.police.label, words: state.police.reference }]
      : [];
  }
  const { facts, viewer, locale } = showing;
  const { moment } = facts;
  const day = (one: string): string => showDay(one, locale, moment.today);
  const { post } = state;
  const packet =
    'suggestion' in state &&
    state.status === 'registration' &&
    registrarsFor(state, facts).includes(viewer.id)
      ? diaryPackage(id, state, viewer.id, facts, locale, words)
      : undefined;
  if (packet)
    return [
      { label: words.card.paste, words: packet.map(({ label, value }) => `${label}: ${value}`).join('\n') },
    ];
  return [
    { label: words.facts.day, words: [day(post.day), post.time].filter((part) => part !== '').join(' ') },
    ...(post.text === ''
      ? []
      : [{ label: words.facts.text, words: `”${cut(post.text, WORDS_SHOWN).text}”` }]),
    ...('suggestion' in state ? assessedFacts(state, showing, words) : []),
  ];
}

function assessedFacts(state: Assessed, showing: Showing, words: Texts): Fact[] {
  const { facts, locale } = showing;
  const { guideline, moment } = facts;
  const { suggestion, secrecy } = state;
  const day = (at: string): string => showDay(dayIn(moment.organisation.timeZone, at), locale, moment.today);
  const touched = touchedBy(suggestion, guideline);
  const laws = paragraphsOn(
    moment.today,
    touched.flatMap(({ references }) => references),
    guideline,
  );
  const fact = (label: string, said: string | undefined): Fact[] =>
    said === undefined || said === '' ? [] : [{ label, words: said }];
  const open = state.status === 'suggested';
  return [
    ...(open
      ? [
          ...fact(
            words.card.rule,
            `${words.suggestion.clauses(suggestion.clauses.map((clause) => clause.replace('G-', '')).join(', '))}. ${words.suggestion.rule(suggestion.rule, suggestion.version)}`,
          ),
          ...fact(
            words.card.laws,
            laws
              .map(({ law, reference }) =>
                words.suggestion.paragraph(
                  law.name[locale],
                  reference.place[locale],
                  reference.about[locale],
                ),
              )
              .join('\n'),
          ),
        ]
      : []),
    ...(secrecy.status === 'open' ? [] : fact(words.facts.secrecy, words.secrecy[secrecy.status])),
    ...('ruling' in state ? fact(words.facts.ground, groundOf(state, words)) : []),
    ...('culling' in state ? fact(words.facts.decision, state.culling.decision) : []),
    ...('returned' in state
      ? fact(words.facts.missing, words.card.saidBy(state.returned.name, state.returned.words))
      : []),
    ...('pictures' in state && state.pictures.length > 0 && !open
      ? fact(
          words.facts.pictures,
          state.pictures
            .filter(({ superseded }) => superseded === undefined)
            .map(
              ({ name, at, sha256 }) => `${words.card.saved(name, day(at))}, SHA-256 ${sha256.slice(0, 16)}…`,
            )
            .join('\n'),
        )
      : []),
    ...('registration' in state
      ? fact(
          words.facts.registration,
          registrationWords(state.registration, words, (one) => showDay(one, locale, moment.today)),
        )
      : []),
    ...('removal' in state
      ? fact(
          words.facts.removed,
          words.card.saidBy(
            `${words.removals[state.removal.how]}, ${state.removal.name}, ${day(state.removal.gone)}`,
            state.removal.words,
          ),
        )
      : []),
    ...(state.status === 'telling' ? replyFact(state, showing, words) : []),
    ...('telling' in state
      ? fact(words.card.told, words.card.saidBy(state.telling.name, state.telling.words))
      : []),
    ...('handlers' in state && secrecy.status !== 'open'
      ? fact(words.facts.handlers, state.handlers.map(({ name }) => name).join(', '))
      : []),
  ];
}

function groundOf({ ruling }: Extract<Assessed, { ruling: unknown }>, words: Texts): string {
  const outcome = words.suggestion.says[ruling.outcome];
  return words.card.saidBy(`${ruling.name}. ${outcome}`, ruling.ground);
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

/** The text for the category, to be copied; the first of those that the post may touch. */
function replyFact(state: Assessed, { facts, locale }: Showing, words: Texts): Fact[] {
  const [touched] = touchedBy({ ...state.suggestion, unsure: [] }, facts.guideline);
  return touched ? [{ label: words.reply.title, words: touched.reply[locale] }] : [];
}
