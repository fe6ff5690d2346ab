/** A matter's card for one person, rendered from the state as it is now. */
import type { Person } from '../kernel/actor';
import type { Refusal } from '../kernel/decision';
import type { View } from '../kernel/view';
import type { Ids } from '../ports/clock';
import type { CommandBase, Moment } from '../kernel/matter';
import type { Aggregate, Reading } from '../ports/flow';
import { matterOf, type Envelope } from './envelope';

export interface Showing {
  readonly aggregate: Aggregate;
  readonly id: string;
  readonly envelope: Envelope | undefined;
  readonly moment: Moment;
  readonly viewer: Person;
  readonly reading: Reading;
  readonly notice?: Refusal;
  readonly attempt?: CommandBase;
  readonly reason?: string;
  readonly prefill?: Readonly<Record<string, string>>;
}

/**
 * Stamps the card with what a click sends back: the matter's id, its revision and a fresh nonce. Nothing of it
 * authorises anything. Undefined when the viewer may not see the matter (any more): the caller says so in words.
 */
export function createShow(ids: Ids): (showing: Showing) => Promise<View | Refusal> {
  return async ({ aggregate, id, envelope, moment, viewer, reading, notice, attempt, reason, prefill }) => {
    const state = envelope?.state;
    const facts = await aggregate.facts({ id, moment, actor: viewer, state, reading });
    const forbidden = aggregate.permits(viewer, { type: 'see' }, state, facts);
    if (forbidden) return forbidden;
    const view = aggregate.present({
      id,
      matter: envelope && matterOf(aggregate.kind, id, envelope),
      viewer,
      locale: viewer.locale,
      facts,
      ...(notice === undefined ? {} : { notice }),
      ...(attempt === undefined ? {} : { attempt }),
      ...(reason === undefined ? {} : { reason }),
      ...(prefill === undefined ? {} : { prefill }),
    });
    const matter = { id, revision: envelope?.revision ?? 0, nonce: ids.fresh() };
    return { ...view, data: { ...view.data, matter } };
  };
}

export function isView(shown: View | Refusal): shown is View {
  return 'card' in shown;
}
