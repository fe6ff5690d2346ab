/** The accounts that look like the one applied for: join one of them, or go on with a reason. */
import type { Button } from '../../kernel/card';
import type { View } from '../../kernel/view';
import { twinWords } from './answers';
import type { Showing } from './facts';
import { MOST_WORDS, stepsOf, type Problem } from './fields';
import type { Draft, Twin } from './model';
import { texts } from './texts';
import type { Texts } from './texts-shape';

export function presentTwins(input: Showing, state: Draft, notice: string | undefined): View {
  const { locale, facts, attempt } = input;
  const words = texts[locale];
  const twins = state.twins ?? [];
  const same = twins.some((twin) => twin.same);
  /** Asking comes first; once somebody has said no, going on does. */
  const declined = state.declined !== undefined;
  const leading = twins.length === 1 && !declined ? 'positive' : 'default';
  const problem = input.notice?.fields?.['reason'] as Problem | undefined;
  const step = stepsOf(facts.guideline, facts.moment.organisation, state.answers).length;
  const lenient = (title: string, verb: string): Button => ({
    title,
    verb,
    style: 'default',
    data: { step },
    lenient: true,
  });
  return {
    card: 'applications/twins',
    summary: words.summaries.form,
    data: {
      title: words.title,
      heading: same ? words.twins.same : words.twins.heading(twins.length),
      intro: introOf(state, words),
      ...(notice === undefined ? {} : { notice }),
      twins: twins.map((twin) =>
        rowOf(twin, input, leading, !same && state.declined?.handle === twin.handle),
      ),
      fields: same
        ? []
        : [
            {
              id: 'reason',
              kind: 'text',
              ...words.inputs.reason,
              error: words.clientError,
              required: true,
              value: attempt?.type === 'proceed' ? attempt.reason : '',
              maxLength: MOST_WORDS,
              ...(problem === undefined ? {} : { problem: words.problems[problem]({ max: MOST_WORDS }) }),
            },
          ],
      buttons: [
        ...(same
          ? []
          : [
              {
                title: words.buttons.proceed,
                verb: 'application.proceed',
                style: declined ? 'positive' : 'default',
              } as const,
            ]),
        lenient(words.buttons.back, 'application.back'),
        lenient(words.buttons.save, 'application.save'),
        {
          title: words.buttons.withdraw,
          verb: 'application.withdraw',
          style: 'destructive',
          lenient: true,
        } as const,
      ],
    },
  };
}

function introOf({ twins = [], declined }: Draft, { twins: words }: Texts): string {
  if (twins.some((twin) => twin.same)) return words.sameIntro;
  return declined && twins.length === 1 ? words.declinedIntro : words.intro(twins.length);
}

/** One's own account, and one whose answer was no, needs no asking, and whoever is known by address alone cannot be asked here. */
function rowOf(twin: Twin, { locale, facts, viewer }: Showing, style: Button['style'], saidNo: boolean) {
  const words = texts[locale];
  const { id, name, email } = twin.responsible;
  const asks = id !== undefined && id !== viewer.id && !saidNo;
  const contact = email === undefined || email === name ? name : `${name}, ${email}`;
  return {
    name: twin.handle,
    about: twinWords({ ...twin, handle: '' }, facts.moment),
    responsible: id === viewer.id ? words.twins.yours : words.twins.responsible(contact),
    ...(asks
      ? {
          button: {
            title: words.buttons.join,
            verb: 'application.join',
            style,
            data: { account: twin.id },
            lenient: true,
          },
        }
      : {}),
  };
}
