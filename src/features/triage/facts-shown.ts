/** What a reader of a case sees of it: what this step is decided on in sight, and everything else folded. Pure. */
import type { Fact } from '../../kernel/card';
import type { Locale } from '../../kernel/locale';
import { cut } from '../../kernel/words';
import { dayOf } from './clock';
import { diaryPackage } from './diary';
import { factOf } from './fact';
import type { Facts, Showing } from './facts';
import { current, type Assessed, type Case, type Described } from './model';
import { registrarsFor } from './people';
import { paragraphsOn, touchedBy } from './rules';
import { stepFacts } from './step-facts';
import type { Texts } from './texts';

const WORDS_SHOWN = 400;

export interface Shown {
  readonly facts: readonly Fact[];
  readonly more: readonly Fact[];
}

export function factsFor(id: string, state: Case, showing: Showing, words: Texts): Shown {
  const { facts, viewer, locale } = showing;
  if (!('post' in state)) {
    const reference = state.status === 'handed' ? state.police.reference : '';
    return { facts: factOf(words.inputs.police.label, reference), more: [] };
  }
  const post = postFacts(state, showing, words);
  if (!('suggestion' in state)) return { facts: post, more: [] };
  const packet =
    state.status === 'registration' && registrarsFor(state, facts).includes(viewer.id)
      ? diaryPackage(id, state, viewer.id, facts, locale, words)
      : undefined;
  if (packet) {
    const lines = packet.map(({ label, value }) => `${label}: ${value}`).join('\n');
    return {
      facts: factOf(words.card.paste, lines),
      more: [...stepFacts(state, showing, words), ...post, ...readersOf(state, words)],
    };
  }
  const reasons = reasonsOf(state, facts, words, locale);
  const sums = sumsOf(state, words);
  const step = stepFacts(state, showing, words);
  switch (state.status) {
    case 'suggested':
      return { facts: [...step, ...post, ...readersOf(state, words)], more: reasons };
    case 'culling':
    case 'evidence':
    case 'registration':
      return { facts: [...step, ...post, ...readersOf(state, words)], more: [...reasons, ...sums] };
    case 'removal':
    case 'telling':
    case 'done':
      return { facts: [...step, ...readersOf(state, words)], more: [...post, ...reasons, ...sums] };
    default:
      return state satisfies never;
  }
}

function postFacts({ post }: Described, { facts, locale }: Showing, words: Texts): Fact[] {
  const day = dayOf(post.day, facts.moment, locale);
  return [
    ...factOf(words.facts.text, post.text === '' ? '' : `”${cut(post.text, WORDS_SHOWN).text}”`),
    ...factOf(words.facts.day, post.time === '' ? day : words.card.at(day, post.time)),
  ];
}

/** Which rule said it, on which clauses, and which paragraphs it may touch: what somebody asks a year later. */
function reasonsOf(state: Assessed, { guideline, moment }: Facts, words: Texts, locale: Locale): Fact[] {
  const { suggestion } = words;
  const { rule, version, clauses, outcome } = state.suggestion;
  const touched = touchedBy(state.suggestion, guideline);
  const ids = touched.flatMap(({ references }) => references);
  const laws = paragraphsOn(moment.today, ids, guideline).map(({ law, reference }) =>
    suggestion.paragraph(law.name[locale], reference.place[locale], reference.about[locale]),
  );
  const ground = [
    ...(state.status === 'suggested' ? [] : [suggestion.says[outcome]]),
    `${suggestion.clauses(clauses.map((clause) => clause.replace('G-', '')).join(', '))}.`,
    `${suggestion.rule(rule, version)}.`,
  ];
  const label = state.status === 'suggested' ? words.card.rule : suggestion.title;
  return [...factOf(label, ground.join('\n')), ...factOf(words.card.laws, laws.join('\n'))];
}

function sumsOf(state: Assessed, words: Texts): Fact[] {
  const pictures = 'pictures' in state ? current(state) : [];
  return factOf(words.card.sums, pictures.map(({ sha256 }) => `SHA-256 ${sha256.slice(0, 16)}…`).join('\n'));
}

/** Who may read it, where not everybody may. */
function readersOf(state: Assessed, words: Texts): Fact[] {
  const { status } = state.secrecy;
  if (status === 'open') return [];
  const named = state.handlers.map(({ name }) => name).join(', ');
  return [...factOf(words.facts.secrecy, words.secrecy[status]), ...factOf(words.facts.handlers, named)];
}
