import { openPlaces, STORES, type Places } from './both-stores';
import { table } from './figures';
import { walk } from './twice';

describe.each(STORES)('every activity twice and once more under a new id, %s store', (kind) => {
  let places: Places;
  beforeAll(async () => {
    places = await openPlaces(kind);
  });
  afterAll(() => places.close());

  it.each(['one after the other', 'at the same time'] as const)(
    '%s: the same state and the same messages as once',
    async (way) => {
      const once = await walk(places.next(), 'once');
      const again = await walk(places.next(), way);

      table(`every activity three times, ${way}, ${kind}`, [
        ['activities', once.deliveries],
        ['deliveries', again.deliveries],
        ['messages when each comes once', once.posts.length],
        ['messages now', again.posts.length],
      ]);
      expect(again).toEqual({ ...once, deliveries: once.deliveries * 3, broken: [] });
    },
  );
});
