/** The trail of an application in words: who did what, and when. Pure. */
import { dayIn, showDay } from '../../kernel/calendar';
import type { Happened } from '../../kernel/card';
import type { Locale } from '../../kernel/locale';
import type { Moment, Recorded } from '../../kernel/matter';
import type { ApplicationEvent } from './events';
import type { Texts } from './texts-shape';

/** The latest first; what nobody needs to read is left out. */
export function stepsOfTrail(
  events: readonly Recorded<ApplicationEvent>[],
  words: Texts,
  locale: Locale,
  { organisation, today }: Moment,
): Happened[] {
  const day = (on: string): string => showDay(on, locale, today);
  return events
    .flatMap(({ at, name, event }): Happened[] => {
      const what = happenedOf(event, name, words, day);
      return what === undefined ? [] : [{ what, when: day(dayIn(organisation.timeZone, at)) }];
    })
    .reverse();
}

function happenedOf(
  event: ApplicationEvent,
  name: string,
  { happened }: Texts,
  day: (on: string) => string,
): string | undefined {
  switch (event.type) {
    case 'begun':
    case 'answered':
    case 'compared':
    case 'claimed':
    case 'reminded':
    case 'expired':
      return undefined;
    case 'consultation-asked':
      return happened.consultationAsked(name);
    case 'consultation-planned':
      return happened.consultationPlanned(name, day(event.day), event.time);
    case 'consultation-held':
      return happened.consultationHeld(name);
    case 'join-asked':
      return happened.joinAsked(name, event.twin.handle);
    case 'welcomed':
      return happened.welcomed(name);
    case 'declined':
      return happened.declined(name);
    case 'resumed':
      return happened.resumed(name);
    case 'submitted':
      return happened.submitted(name);
    case 'resubmitted':
      return happened.resubmitted(name);
    case 'taken':
      return happened.taken(event.name);
    case 'withdrawn':
      return happened.withdrawn(name);
    case 'asked':
      return happened.asked(name);
    case 'handed-over':
      return happened.handedOver(name, event.toName);
    case 'endorsed':
      return happened.endorsed(name, event.approval.forName ?? '');
    case 'approved':
      return happened.approved(name, event.approval.forName ?? '');
    case 'rejected':
      return happened.rejected(name, event.rejection.forName ?? '');
    case 'acknowledged':
      return happened.acknowledged(name);
    case 'reported':
    case 'created':
      return happened.created(name);
    case 'returned':
      return happened.returned(name);
    case 'confirmed':
      return happened.confirmed(name);
    case 'lapsed':
      return happened.lapsed;
    default:
      return event satisfies never;
  }
}
