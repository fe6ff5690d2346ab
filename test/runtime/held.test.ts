/** Pictures whose matter is not known yet are held as references, bounded, each person's own. */
import { createHeld } from '../../src/runtime/held';
import { ANNA, createFakeClock, createIds } from '../support/fake-world';

const SERVICE = 'https://service.example';

describe('pictures that are held', () => {
  const sent = (url: string) => ({
    pictures: [{ kind: 'inline' as const, url, name: '' }],
    serviceUrl: SERVICE,
    more: false,
  });

  it('are five of a person’s messages and five hundred altogether, the newest', () => {
    const held = createHeld(createFakeClock('2026-03-24T07:00:00.000Z'), createIds('held'));
    const own = Array.from({ length: 6 }, (_, at) => held.hold(ANNA, sent(`${at}`)).id);
    expect(own.map((id) => held.find(ANNA, id)?.pictures[0]?.url)).toEqual([
      undefined,
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);

    for (let at = 0; at < 498; at += 1) held.hold(`person-${at}`, sent('x'));

    expect(own.filter((id) => held.find(ANNA, id))).toEqual(own.slice(-2));
  });

  it('are found by the person who sent them, in their organisation', () => {
    const held = createHeld(createFakeClock('2026-03-24T07:00:00.000Z'), createIds('held'));
    const { id } = held.hold('sundsvall/anna', sent('a'));

    expect([held.find('bolaget/anna', id), held.find('sundsvall/karin', id)]).toEqual([undefined, undefined]);
    expect(held.find('sundsvall/anna', id)).toMatchObject({ id, serviceUrl: SERVICE });
  });
});
