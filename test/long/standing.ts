/** The latest card of a matter in everybody's chat says in the end how the matter stands. */
import type { Application } from '../../src/features/applications/model';
import { sv } from '../../src/features/applications/texts-sv';
import type { Persona } from '../support/activities';
import type { FakeConnector } from '../support/fake-connector';
import { PEOPLE, wordsOf } from '../support/house';
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
      const word = wordFor(person, state);
      return shown.some((words) => words.includes(word))
        ? []
        : [`${id}: the card ${card} of ${who?.name ?? person} does not say "${word}"`];
    }),
  );
}

function wordFor(person: string, state: Application): string {
  const own = person === state.applicant.id;
  if (own && (state.status === 'draft' || state.status === 'changes')) return formWords(state);
  if (!own && (state.wishes ?? []).some((one) => one.person === person) && state.status !== 'joining')
    return state.status === 'joined' ? sv.answered : sv.over;
  return turnOf(state).includes(person) ? sv.waitsForYou : sv.standing[state.status];
}

/** An open form says why it is open. */
function formWords(state: Extract<Application, { status: 'draft' | 'changes' }>): string {
  if (state.taken !== undefined) return sv.notices.taken({ name: state.taken });
  return state.status === 'changes' ? state.questions.at(-1)!.words : sv.title;
}

/** Whom it waits for, in the demo organisation. */
function turnOf(state: Application): (string | undefined)[] {
  const { karin, kim, sara, dag } = PEOPLE;
  switch (state.status) {
    case 'joining':
      return [state.twin.responsible.id];
    case 'submitted':
      return state.handed ? [state.handed.to] : [karin.aad, kim.aad];
    case 'approved':
      return [state.approval.by === sara.aad ? dag.aad : sara.aad];
    case 'acknowledged':
      return [state.applicant.id, state.responsible.id];
    default:
      return [];
  }
}
