import { openPlaces, STORES } from '../long/both-stores';
import { walk } from '../long/twice';

it.each(STORES)(
  'every activity twice at the same time and once more under a new id: the same state and messages, %s store',
  async (kind) => {
    const places = await openPlaces(kind);

    const once = await walk(places.next(), 'once');
    const again = await walk(places.next(), 'at the same time');

    expect(again).toEqual({ ...once, deliveries: once.deliveries * 3, broken: [] });
    await places.close();
  },
);
