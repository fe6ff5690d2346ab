/** The whole story with every activity delivered three times: twice as it is, then under a new id. */
import type { ActivityJson } from '../support/activities';
import { countOf, readBook, type Book } from './book';
import type { Place } from './both-stores';
import type { Answered, Client } from './client';
import { openReplicas } from './replicas';
import { checkEnds, checkEvents, checkRegister } from './check';
import { activityOf, type Walk } from './walk';

export const WAYS = ['once', 'one after the other', 'at the same time'] as const;
export type Way = (typeof WAYS)[number];

export interface Walked {
  readonly deliveries: number;
  /** Events, accounts and claims, without ids and times. */
  readonly state: readonly string[];
  /** Messages that came, by chat and notification. */
  readonly posts: readonly string[];
  readonly broken: readonly string[];
}

export async function walk({ steps, people, ends }: Walk, place: Place, way: Way): Promise<Walked> {
  const house = await openReplicas(place, 1, people);
  const broken: string[] = [];
  let deliveries = 0;
  try {
    const clients = new Map(people.map((who) => [who, house.clientOf(who, house.doors[0]!)]));
    for (const step of steps) {
      const client = clients.get(step.who)!;
      const activity = activityOf(step, client, house.connector.serviceUrl);
      const answers = await delivered(client, activity, way);
      await house.settle();
      deliveries += answers.length;
      const words = new Set(answers.map((answer) => answer.words));
      if (way !== 'at the same time' && words.size > 1) {
        broken.push(`"${step.presses ?? ''}" was answered differently: ${[...words].join(' | ')}`);
      }
      if (answers.some(({ status }) => status !== 200)) broken.push(`"${step.presses ?? ''}" failed`);
    }
    const book = await readBook(house.store);
    broken.push(...checkEvents(book), ...checkRegister(book), ...checkEnds(book, ends));
    return {
      deliveries,
      state: linesOf(book),
      posts: house.posts.map(({ conversation, summary }) => `${conversation} ${summary}`).sort(),
      broken: [...broken, ...house.alerts],
    };
  } finally {
    await house.close();
  }
}

async function delivered(client: Client, activity: ActivityJson, way: Way): Promise<Answered[]> {
  const send = (): Promise<Answered> => client.send(activity);
  if (way === 'once') return [await send()];
  const twice =
    way === 'at the same time' ? await Promise.all([send(), send()]) : [await send(), await send()];
  return [...twice, await client.send({ ...activity, id: `${String(activity['id'])}-again` })];
}

function linesOf({ applications, accounts, claims }: Book): string[] {
  const holders = new Map(applications.map(({ id, state }) => [id, state.applicant.name]));
  return [
    ...applications.map((entry) => {
      const { state, envelope } = entry;
      const { revision, accepted, events, outbox, ledger, cards } = envelope;
      const happened = events.map(({ name, event }) => `${event.type} by ${name || 'the system'}`);
      return [
        `${state.applicant.name}: ${state.answers['handle'] ?? ''} is ${state.status}, revision ${revision}`,
        `${accepted.length} clicks, ${countOf(entry, 'answered')} answers: ${happened.join(', ')}`,
        `${outbox.length} to send, ${ledger.length} in the ledger, cards of ${Object.keys(cards).sort().join(' ')}`,
      ].join('; ');
    }),
    ...accounts.map(({ id, state, envelope }) =>
      [state.handle, state.link, holders.get(id), envelope.events.length].join(' '),
    ),
    ...claims.map(({ id, state }) => `${id} ${state.status} by ${holders.get(state.holder) ?? state.holder}`),
  ].sort();
}
