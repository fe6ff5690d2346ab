/** The card of a case: a form while it is described, then how it stands and what this reader can do. Never decides. */
import type { View } from '../../kernel/view';
import { presentCase } from './case-card';
import { presentDescribe } from './describe-card';
import type { Showing } from './facts';
import { mayRead } from './masking';
import { presentQuestions } from './questions-card';
import { presentStart } from './start-card';

export function present(showing: Showing): View {
  const { matter, viewer, facts, attempt } = showing;
  if (!matter) return presentStart(showing);
  const { state } = matter;
  if (!mayRead(viewer.id, state, facts)) return presentCase(showing, matter);
  switch (state.status) {
    case 'describing':
      return presentDescribe(showing, state);
    case 'asking':
      // Words that were refused are shown where they were typed.
      return attempt?.type === 'describe'
        ? presentDescribe(showing, state)
        : presentQuestions(showing, state);
    case 'suggested':
      return attempt?.type === 'answer' ? presentQuestions(showing, state) : presentCase(showing, matter);
    default:
      return presentCase(showing, matter);
  }
}
