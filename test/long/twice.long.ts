import { openPlaces, STORES, type Places } from './both-stores';
import { CHANGES_WALK } from './changes-walk';
import { table } from './figures';
import { walk } from './twice';
import { WALK } from './walk';

const STORIES = [
  ['from form to register', WALK, 'one after the other'],
  ['from form to register', WALK, 'at the same time'],
  ['questions, talk and handover', CHANGES_WALK, 'one after the other'],
  ['questions, talk and handover', CHANGES_WALK, 'at the same time'],
] as const;

describe.each(STORES)('every activity twice and once more under a new id, %s store', (kind) => {
  let places: Places;
  beforeAll(async () => {
    places = await openPlaces(kind);
  });
  afterAll(() => places.close());

  it.each(STORIES)('%s: the same state and the same messages as once', async (name, story, way) => {
    const once = await walk(story, places.next(), 'once');
    const again = await walk(story, places.next(), way);

    table(`${name}: every activity three times, ${way}, ${kind}`, [
      ['activities', once.deliveries],
      ['deliveries', again.deliveries],
      ['messages when each comes once', once.posts.length],
      ['messages now', again.posts.length],
    ]);
    expect(once.broken).toEqual([]);
    expect(again).toEqual({ ...once, deliveries: once.deliveries * 3 });
  });
});
