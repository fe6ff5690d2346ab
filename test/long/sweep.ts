/** The story with a bot that dies at one certain call, and what stands in the end: for every call there is. */
import { installationUpdate } from '../support/activities';
import { startFakeConnector } from '../support/fake-connector';
import { isQuiet, readBook } from './book';
import type { Place } from './both-stores';
import { checkClicks, checkEnds, checkEvents, checkRegister, type Click } from './check';
import { checkMoves, claimsOn } from './claims';
import { openClient, type Deliver } from './client';
import { createMortalBot, type Death } from './mortal-bot';
import { checkDelivered, type Delivered } from './notifications';
import { handClock } from './replicas';
import { checkStanding } from './standing';
import { activityOf, type Walk } from './walk';
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

export async function survive(
  { steps, ends, claims, people }: Walk,
  empty: Place,
  deaths: readonly Death[],
  timer: Timer,
): Promise<Survived> {
  const { place, moved } = claimsOn(empty);
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
    for (const who of people) await deliver(installationUpdate(who, { serviceUrl: connector.serviceUrl }));
    const clients = new Map(people.map((who) => [who, openClient(who, connector, deliver)]));
    for (const step of steps) {
      const client = clients.get(step.who)!;
      // What the card is to arrive with may wait for the timer.
      if (timer === 'often' || step.done || (step.presses && !client.find(step.presses, step.about)))
        await bot.tick();
      await client.send(activityOf(step, client, connector.serviceUrl));
      await bot.settle();
    }
    await bot.tick();
    await bot.tick();
    const calls = bot.life().calls();
    await bot.close();
    const store = await place.open();
    const book = await readBook(store);
    const delivered = checkDelivered(book, posts, people, bot.lives());
    return {
      calls,
      lives: bot.lives(),
      delivered,
      broken: [
        ...bot.alerts,
        ...delivered.broken,
        ...checkEvents(book),
        ...checkRegister(book),
        ...checkClicks(book, clicks),
        ...checkStanding(book, clicks, connector, people),
        ...(isQuiet(book) ? [] : ['something is left to send']),
        ...checkEnds(book, ends),
        ...checkMoves(moved, claims),
      ],
    };
  } finally {
    await bot.close();
    await connector.close();
  }
}
