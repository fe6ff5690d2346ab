/** Work beyond the limit waits its turn, and nobody who comes later slips past those who wait. */
import { createGate } from '../../src/runtime/gate';
import { settle } from '../support/fake-world';

it('lets through so many at a time, in the order in which they came', async () => {
  const gate = createGate(2);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (name: string): Promise<void> =>
    gate(() => {
      begun.push(name);
      return new Promise((end) => ends.set(name, end));
    });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await settle();
  };

  const all = ['a', 'b', 'c'].map(start);
  await end('a');
  all.push(start('d'), start('e'));
  await settle();
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('c');
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  for (const name of ['b', 'd', 'e']) await end(name);
  await Promise.all(all);
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);

  all.push(start('f'), start('g'), start('h'));
  await settle();
  expect(begun.slice(5)).toEqual(['f', 'g']);
  for (const name of ['f', 'g', 'h']) await end(name);
  await Promise.all(all);
});
