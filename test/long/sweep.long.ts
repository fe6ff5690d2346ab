import { openPlaces, type Places } from './both-stores';
import { sweep } from './sweep-figures';

describe('a bot that dies at one of its calls to the store or to Teams', () => {
  let places: Places;
  afterEach(() => places.close());

  it('at every call of the story, embedded store: the next start completes what was begun', async () => {
    places = await openPlaces('embedded');

    const broken = await sweep(places, { kind: 'embedded', timer: 'late', every: 1, sides: ['after'] });

    expect(broken).toEqual([]);
  });

  it('at every eighth call, Cosmos DB: likewise', async () => {
    places = await openPlaces('cosmos');

    const broken = await sweep(places, {
      kind: 'cosmos',
      timer: 'late',
      every: 8,
      sides: ['before', 'after'],
    });

    expect(broken).toEqual([]);
  });

  it('at every eighth call and again soon after the start, with the timer between the clicks: likewise', async () => {
    places = await openPlaces('embedded');
    const sides = ['before', 'after'] as const;

    const broken = await sweep(places, { kind: 'embedded', timer: 'often', every: 8, sides, twice: true });

    expect(broken).toEqual([]);
  });
});
