/** The trail of what was refused or taken out: one small document per forged or forbidden click, export, download. */
import type { Person } from '../kernel/actor';
import type { Organisation } from '../kernel/organisation';
import { dayIn } from '../kernel/calendar';
import { instant, type Clock, type Ids } from '../ports/clock';
import type { Store } from '../ports/store';
import { partition } from './envelope';

export interface AuditEntry {
  /** `upload-link` and `download`: what came or went by a link, without signing in. */
  readonly what: 'forbidden' | 'forged' | 'upload-link' | 'download';
  readonly verb: string;
  /** `<kind>/<id>` of the matter, when one was named. */
  readonly matter?: string;
  /** Which of the matter's downloads. */
  readonly part?: string;
  readonly code: string;
}

export type Audit = (organisation: Organisation, person: Person, entry: AuditEntry) => Promise<void>;

export function createAudit(store: Store, clock: Clock, ids: Ids): Audit {
  return async (organisation, person, entry) => {
    const now = instant(clock);
    await store.create({
      pk: partition(organisation.id, 'audit'),
      id: `${now.toLowerCase()}-${ids.fresh().slice(0, 8)}`,
      changedAt: now,
      listed: { day: dayIn(organisation.timeZone, now) },
      body: { at: now, person: person.id, ...entry },
    });
  };
}
