/** The first card: two questions about danger, before anything that came along is taken (G-7.1b). Pure. */
import type { View } from '../../kernel/view';
import { ANSWERS } from './model';
import type { Showing } from './facts';
import { fieldOf } from './inputs';
import { refusalOf, texts } from './texts';

export function presentStart(showing: Showing): View {
  const { facts, locale, prefill = {}, notice, attempt } = showing;
  const words = texts[locale];
  const { life, children } = facts.guideline.triage.safety;
  const choices = ANSWERS.map((value) => ({ title: words.answers[value], value }));
  const carried =
    attempt?.type === 'safety' ? { link: attempt.link ?? '', held: attempt.held ?? '' } : prefill;
  return {
    card: 'triage/form',
    summary: words.title,
    data: {
      title: `${words.title} · ${words.step(1, 3)}`,
      intro: `${words.next.safety} ${words.suggestion.people}`,
      ...(notice === undefined ? {} : { notice: refusalOf(notice, words) }),
      fields: [
        fieldOf('safety', 'life', asked(life), 'choice', showing, words, { choices, required: true }),
        fieldOf('safety', 'children', asked(children), 'choice', showing, words, { choices, required: true }),
      ],
      pages: [],
      asides: [],
      buttons: [{ title: words.buttons.goOn, verb: 'case.safety', style: 'positive', data: carried }],
    },
  };

  function asked({ text, help }: typeof life) {
    return { label: text[locale], help: help[locale] };
  }
}
