/** What is allowed but worth a look: a guideline that has expired, a department where nobody decides. */
import { communicatorsOf } from '../../kernel/organisation';
import type { Clock } from '../../ports/clock';
import type { Log } from '../../ports/log';
import type { Snapshot } from './snapshot';

export function logWarnings(snapshot: Snapshot, clock: Clock, log: Log): void {
  for (const organisation of snapshot.all) {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: organisation.timeZone }).format(clock.now());
    const { version, validTo } = snapshot.guidelineOf(organisation.id);
    if (validTo < today)
      log.warn('guideline-expired', { organisation: organisation.id, guideline: version, validTo });
    for (const department of organisation.departments) {
      if (communicatorsOf(organisation, department.id, today).length > 0) continue;
      log.warn('department-without-communicator', {
        organisation: organisation.id,
        department: department.id,
      });
    }
  }
}
