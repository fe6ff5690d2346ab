/** The latest card of a matter in everybody's chat says in the end how the matter stands. */
import { sv } from '../../src/features/applications/texts-sv';
import type { Persona } from '../support/activities';
import type { FakeConnector } from '../support/fake-connector';
import { wordsOf } from '../support/house';
import type { Book } from './book';
import type { Click } from './check';

/**
 * What the connector has in the card's place, or the answer to a click on it, must say so: an answer that was on its
 * way while a newer card came is nothing that the bot could have helped.
 */
export function checkStanding(
  book: Book,
  clicks: readonly Click[],
  connector: FakeConnector,
  people: readonly Persona[],
): string[] {
  return book.applications.flatMap(({ id, envelope, state }) =>
    Object.entries(envelope.cards).flatMap(([person, card]) => {
      const who = people.find(({ aad }) => aad === person);
      const posted = connector.chat(who?.conversation ?? '').find((one) => one.id === card);
      const answers = clicks.filter(({ activity }) => activity['replyToId'] === card);
      const shown = [wordsOf(posted?.body['attachments']), ...answers.map(({ answer }) => answer.words)];
      const word =
        state.status === 'draft' ? sv.notices.taken({ name: state.taken ?? '' }) : sv.standing[state.status];
      return shown.some((words) => words.includes(word))
        ? []
        : [`${id}: the card ${card} of ${who?.name ?? person} does not say "${word}"`];
    }),
  );
}
