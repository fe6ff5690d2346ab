/** Keeps every guideline version that was in force in the store, so that a decision can always be read with its rules. */
import { restoreGuideline } from './guidelines/load';
import type { Guideline } from './guidelines/schema';
import type { Organisation } from './kernel/organisation';
import { instant, type Clock } from './ports/clock';
import type { Store } from './ports/store';

const PAGE = 50;

function partitionOf(organisation: Organisation): string {
  return `${organisation.id}/guideline`;
}

/** Makes the stored versions of an organisation known (G-0.1). */
export async function learnVersions(
  store: Store,
  organisation: Organisation,
  learn: (guideline: Guideline) => void,
): Promise<void> {
  let after: string | undefined;
  do {
    const query = { pk: partitionOf(organisation), limit: PAGE };
    const page = await store.list(after === undefined ? query : { ...query, after });
    for (const { document } of page.items) {
      const restored = restoreGuideline(document.body, `${document.pk}/${document.id}`);
      if (restored.ok) learn(restored.guideline);
    }
    after = page.next;
  } while (after !== undefined);
}

/** Stores a version under its own name; one that is there already stays as it is. */
export async function keepVersion(
  store: Store,
  organisation: Organisation,
  guideline: Guideline,
  clock: Clock,
): Promise<void> {
  await store.create({
    pk: partitionOf(organisation),
    id: guideline.version.toLowerCase(),
    changedAt: instant(clock),
    listed: {},
    body: JSON.parse(JSON.stringify(guideline)) as unknown,
  });
}
