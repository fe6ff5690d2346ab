/** What happened to a capture, in words: the latest first. Pure. */
import type { Happened } from '../../kernel/card';
import { dayIn, showDay } from '../../kernel/calendar';
import type { Locale } from '../../kernel/locale';
import type { Moment, Recorded } from '../../kernel/matter';
import type { CaptureEvent } from './events';
import type { Texts } from './texts-shape';

export function historyOf(
  events: readonly Recorded<CaptureEvent>[],
  moment: Moment,
  words: Texts,
  locale: Locale,
): Happened[] {
  const day = (one: string): string => showDay(one, locale, moment.today);
  return events.toReversed().flatMap(({ at, name, event }) => {
    const what = whatOf(event, name, words, day);
    return what === undefined ? [] : [{ what, when: day(dayIn(moment.organisation.timeZone, at)) }];
  });
}

/** Undefined for what is nobody's news. */
export function whatOf(
  event: CaptureEvent,
  name: string,
  { happened }: Texts,
  day: (day: string) => string,
): string | undefined {
  switch (event.type) {
    case 'opened':
      return happened.opened;
    case 'reminded':
      return happened.reminded;
    case 'sent-again':
      return happened.remindedAgain(name);
    case 'snoozed':
      return happened.snoozed(name, day(event.until));
    case 'kept':
      return happened.kept(name, event.picture.forName ?? '');
    case 'doubted':
      return happened.doubted(name);
    case 'trusted':
      return happened.trusted(name);
    case 'dropped':
      return happened.dropped(name);
    case 'superseded':
      return happened.superseded(name);
    case 'disputed':
      return happened.disputed[event.claim](name);
    case 'insisted':
      return happened.insisted(name);
    case 'assigned':
      return happened.assigned(name, event.responsible.name);
    case 'ruled-out':
      return happened.ruledOut(name);
    case 'account-closed':
      return happened.accountClosed(event.stop.name);
    case 'sealed':
      return happened.sealed;
    case 'supplemented':
      return happened.supplemented(name);
    case 'sent':
    case 'woken':
    case 'link-given':
    case 'link-revoked':
      return undefined;
    default:
      return event satisfies never;
  }
}
