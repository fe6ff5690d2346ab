/** Seeded samples of what test/long does at length, on both stores. */
import { openPlaces, STORES, type Places } from '../long/both-stores';
import { CHANGES_WALK } from '../long/changes-walk';
import { DUELS, raceDuel } from '../long/duels';
import { raceDecisions, raceHandles } from '../long/races';
import { sweep } from '../long/sweep-figures';
import { walk } from '../long/twice';
import { SHORT_WALK, WALK } from '../long/walk';

const TWICE = [WALK, CHANGES_WALK];
const CRASHES = [
  ['from form to register', SHORT_WALK, 60],
  ['questions, talk and handover', CHANGES_WALK, 110],
] as const;

describe.each(STORES)('on the %s store', (kind) => {
  let places: Places;
  beforeAll(async () => {
    places = await openPlaces(kind);
  });
  afterAll(() => places.close());

  it('approved and rejected at the same instant on two replicas: one wins, the other is told who decided', async () => {
    expect((await raceDecisions(places, 6)).broken).toEqual([]);
  });

  it('one handle for two people at the same instant: one gets it, the other is told who has it', async () => {
    expect((await raceHandles(places, 3)).broken).toEqual([]);
  });

  it.each(DUELS)('$name, at the same instant: one wins, the other is told what happened', async (duel) => {
    expect((await raceDuel(places, duel, 1)).broken).toEqual([]);
  });

  it.each(TWICE)(
    'every activity twice at the same time, and again under a new id: likewise %#',
    async (story) => {
      const once = await walk(story, places.next(), 'once');
      const again = await walk(story, places.next(), 'at the same time');

      expect(once.broken).toEqual([]);
      expect(again).toEqual({ ...once, deliveries: once.deliveries * 3 });
    },
  );

  it.each(CRASHES)(
    'a bot that dies at one of its calls (%s), and again soon after: the next start completes what was begun',
    async (name, story, every) => {
      const broken = await sweep(places, {
        ...{ name, walk: story, kind, timer: 'late', every },
        sides: ['after'],
        twice: true,
      });

      expect(broken).toEqual([]);
    },
  );
});
