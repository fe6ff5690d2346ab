/** The story with a bot that dies at one certain call, and what stands in the end: for every call there is. */
import { installationUpdate } from '../support/activities';
import { startFakeConnector } from '../support/fake-connector';
import { isQuiet, readBook } from './book';
import type { Place } from './both-stores';
import { checkClicks, checkEvents, checkRegister, type Click } from './check';
import { openClient, type Deliver } from './client';
import { createMortalBot, type Death } from './mortal-bot';
import { checkDelivered, type Delivered } from './notifications';
import { handClock } from './replicas';
import { checkStanding } from './standing';
import { activityOf, SHORT_WALK, WALKERS } from './walk';
import { watch } from './watch';

export interface Survived {
  /** Calls of the last life. */
  readonly calls: number;
  readonly lives: number;
  readonly delivered: Delivered;
  readonly broken: readonly string[];
}

/** The timer comes before every step, or only where somebody waits for a card, and in the end. */
export type Timer = 'often' | 'late';

const APPLICATIONS = SHORT_WALK.filter(({ says }) => says !== undefined).length;

export async function survive(place: Place, deaths: readonly Death[], timer: Timer): Promise<Survived> {
  const clock = handClock();
  const connector = await startFakeConnector();
  const bot = createMortalBot(place, clock, deaths);
  const posts = watch(connector, (request) => bot.life().fate(request));
  const clicks: Click[] = [];
  try {
    const deliver: Deliver = async (activity) => {
      const answer = await bot.deliver(activity);
      if (activity['type'] === 'invoke') clicks.push({ activity, answer });
      return answer;
    };
    for (const who of WALKERS) await deliver(installationUpdate(who, { serviceUrl: connector.serviceUrl }));
    const clients = new Map(WALKERS.map((who) => [who, openClient(who, connector, deliver)]));
    for (const step of SHORT_WALK) {
      const client = clients.get(step.who)!;
      // What the card is to arrive with may wait for the timer.
      if (timer === 'often' || (step.presses && !client.find(step.presses, step.about))) await bot.tick();
      await client.send(activityOf(step, client, connector.serviceUrl));
      await bot.settle();
    }
    await bot.tick();
    await bot.tick();
    const calls = bot.life().calls();
    await bot.close();
    const store = await place.open();
    const book = await readBook(store);
    const delivered = checkDelivered(book, posts, WALKERS, bot.lives());
    return {
      calls,
      lives: bot.lives(),
      delivered,
      broken: [
        ...bot.alerts,
        ...delivered.broken,
        ...checkEvents(book, 1),
        ...checkRegister(book),
        ...checkClicks(book, clicks),
        ...checkStanding(book, clicks, connector, WALKERS),
        ...(isQuiet(book) ? [] : ['something is left to send']),
        ...(book.applications.length === APPLICATIONS ? [] : [`${book.applications.length} applications`]),
      ],
    };
  } finally {
    await bot.close();
    await connector.close();
  }
}
