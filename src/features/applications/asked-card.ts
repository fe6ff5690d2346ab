/** The card of somebody who was asked to share their account, once it is over: their own answer, and nothing of the application. */
import { dayIn, showDay } from '../../kernel/calendar';
import type { View } from '../../kernel/view';
import type { Showing } from './facts';
import type { Application } from './model';
import { texts } from './texts';

export function presentAsked(
  { matter, viewer, locale, facts }: Showing,
  state: Application,
  notice: string | undefined,
): View {
  const words = texts[locale];
  const { organisation, today } = facts.moment;
  const own = matter?.events.findLast(
    ({ by, event }) => by === viewer.id && (event.type === 'welcomed' || event.type === 'declined'),
  );
  const applicant = state.applicant.name;
  const handle = state.wishes?.findLast(({ person }) => person === viewer.id)?.handle ?? '';
  const joined = state.status === 'joined';
  return {
    card: 'applications/matter',
    summary: words.summaries.other,
    data: {
      title: words.title,
      name: handle,
      about: '',
      standing: {
        sign: own ? '✓' : '–',
        tone: own ? 'good' : 'default',
        word: own ? words.answered : words.over,
      },
      ...(own ? { since: showDay(dayIn(organisation.timeZone, own.at), locale, today) } : {}),
      next: joined ? words.next.joinedBy(applicant, handle) : words.next.answered(applicant, handle),
      ...(notice === undefined ? {} : { notice }),
      facts: [],
      more: [],
      moreTitle: words.more,
      historyTitle: words.history,
      recent: [],
      earlier: [],
      earlierTitle: words.earlier,
      fields: [],
      buttons: [],
    },
  };
}
