/** A list message that may have come twice is on record in every matter it told about, not in its own day alone. */
import type { MatterRef } from '../kernel/effect';
import type { Organisation } from '../kernel/organisation';
import type { Documents } from './documents';
import { LEDGER_KEPT, type Delivery } from './envelope';
import type { Registry } from './registry';

export type NoteDoubled = (
  organisation: Organisation,
  matters: readonly MatterRef[],
  delivery: Delivery,
) => Promise<void>;

/** Others may write to a matter at the same time. */
const MOST_TRIES = 5;

/** Safe to repeat: a delivery is known by its key. */
export function createNoteDoubled(documents: Documents, registry: () => Registry): NoteDoubled {
  async function note(
    organisation: Organisation,
    { kind, id }: MatterRef,
    delivery: Delivery,
  ): Promise<void> {
    const aggregate = registry().aggregate(kind);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const loaded = await documents.load(aggregate, organisation, id);
      if (!loaded || loaded.envelope.ledger.some(({ key }) => key === delivery.key)) return;
      const ledger = [...loaded.envelope.ledger, delivery].slice(-LEDGER_KEPT);
      const moment = documents.moment(organisation);
      const commit = await documents.commit(aggregate, moment, id, { ...loaded.envelope, ledger }, loaded);
      if (commit.kind !== 'conflict') return;
    }
  }

  return async (organisation, matters, delivery) => {
    for (const matter of matters) await note(organisation, matter, delivery);
  };
}
