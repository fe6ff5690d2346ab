import { year } from './year-run';
import { openPlaces, type Places } from './both-stores';

const YEAR = { from: '2027-01-11', to: '2028-03-10' };

describe('two hundred applications over a year with holidays and daylight saving', () => {
  let places: Places;
  afterEach(() => places.close());

  it('embedded store: every line to the right person on the right day, each once, in one message a day', async () => {
    places = await openPlaces('embedded');
    const place = places.next();

    const broken = await year({ name: 'embedded', open: () => place.open(), applications: 200, ...YEAR });

    expect(broken).toEqual([]);
  }, 900_000);

  it('Cosmos DB, fewer applications: likewise', async () => {
    places = await openPlaces('cosmos');
    const place = places.next();

    const broken = await year({ name: 'Cosmos DB', open: () => place.open(), applications: 40, ...YEAR });

    expect(broken).toEqual([]);
  }, 900_000);

  it('across 29 February 2028, with the bot down over it: likewise', async () => {
    places = await openPlaces('embedded');
    const place = places.next();
    const leap = { from: '2027-08-30', to: '2028-11-30' };

    const broken = await year({ name: 'leap year', open: () => place.open(), applications: 100, ...leap });

    expect(broken).toEqual([]);
  }, 900_000);
});
