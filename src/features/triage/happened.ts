/** What happened to a case, in words: the latest first. Pure. */
import type { Happened } from '../../kernel/card';
import { dayIn, showDay } from '../../kernel/calendar';
import type { Locale } from '../../kernel/locale';
import type { Moment, Recorded } from '../../kernel/matter';
import type { CaseEvent } from './events';
import type { Texts } from './texts';

export function historyOf(
  events: readonly Recorded<CaseEvent>[],
  moment: Moment,
  words: Texts,
  locale: Locale,
): Happened[] {
  return events.toReversed().flatMap(({ at, name, event }) => {
    const what = whatOf(event, name, words);
    const when = showDay(dayIn(moment.organisation.timeZone, at), locale, moment.today);
    return what === undefined ? [] : [{ what, when }];
  });
}

/** Undefined for what is nobody's news. */
function whatOf(event: CaseEvent, name: string, { happened, suggestion }: Texts): string | undefined {
  switch (event.type) {
    case 'opened':
      return event.case.status === 'alarm' ? happened.alarm(name) : happened.opened(name);
    case 'described':
      return happened.described(name);
    case 'answered':
      return happened.answered(name);
    case 'withdrawn':
      return happened.withdrawn(name);
    case 'held':
      return happened.held(name);
    case 'released':
      return happened.released(name);
    case 'lapsed':
      return happened.lapsed;
    case 'consulted':
      return happened.consulted(name);
    case 'ruled': {
      const outcome = suggestion.says[event.ruling.outcome];
      return event.ruling.against === undefined
        ? happened.ruled(name, outcome)
        : happened.overruled(name, outcome);
    }
    case 'culling-proposed':
      return happened.proposed(name);
    case 'culled':
      return happened.culled(name);
    case 'culling-stopped':
      return happened.stopped(name);
    case 'kept':
      return happened.kept(name);
    case 'superseded':
      return happened.superseded(name);
    case 'secured':
      return happened.secured(name);
    case 'sent-back':
      return happened.sentBack(name);
    case 'registered':
      return happened.registered(name);
    case 'number-added':
      return happened.numbered(name);
    case 'secrecy-set':
      return event.secrecy.status === 'open' ? happened.madeOpen(name) : happened.madeSecret(name);
    case 'handler-named':
      return happened.named(name, event.handler.name);
    case 'removed':
      return happened.removed(name);
    case 'told':
      return event.telling.told === 'told' ? happened.told(name) : happened.notTold(name);
    case 'reported':
      return happened.reported[event.report.to](name);
    case 'handed-over':
      return happened.handed(name);
    case 'reminded':
      return happened.reminded;
    case 'sent':
    case 'link-given':
    case 'link-revoked':
      return undefined;
    default:
      return event satisfies never;
  }
}
