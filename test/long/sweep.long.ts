import { openPlaces, type Places } from './both-stores';
import { CHANGES_WALK } from './changes-walk';
import { sweep } from './sweep-figures';
import { SHORT_WALK } from './walk';

describe('a bot that dies at one of its calls to the store or to Teams', () => {
  let places: Places;
  afterEach(() => places.close());

  it.each([
    ['from form to register', SHORT_WALK],
    ['questions, talk and handover', CHANGES_WALK],
  ] as const)(
    'at every call of the story (%s), embedded store: the next start completes what was begun',
    async (name, walk) => {
      places = await openPlaces('embedded');

      const broken = await sweep(places, {
        ...{ name, walk, kind: 'embedded', timer: 'late' },
        every: 1,
        sides: ['after'],
      });

      expect(broken).toEqual([]);
    },
  );

  it.each([
    ['from form to register', SHORT_WALK, 8],
    ['questions, talk and handover', CHANGES_WALK, 20],
  ] as const)('at some calls of the story (%s), Cosmos DB: likewise', async (name, walk, every) => {
    places = await openPlaces('cosmos');

    const broken = await sweep(places, {
      ...{ name, walk, kind: 'cosmos', timer: 'late', every },
      sides: ['before', 'after'],
    });

    expect(broken).toEqual([]);
  });

  it.each([
    ['from form to register', SHORT_WALK, 8],
    ['questions, talk and handover', CHANGES_WALK, 20],
  ] as const)(
    'at some calls (%s) and again soon after the start, with the timer between the clicks: likewise',
    async (name, walk, every) => {
      places = await openPlaces('embedded');

      const broken = await sweep(places, {
        ...{ name, walk, kind: 'embedded', timer: 'often', every },
        sides: ['before', 'after'],
        twice: true,
      });

      expect(broken).toEqual([]);
    },
  );
});
