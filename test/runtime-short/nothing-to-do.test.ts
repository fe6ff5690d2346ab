import { claims, type ClaimCommand } from '../../src/features/register/claim';
import { createCommands } from '../../src/runtime/commands';
import { createDocuments } from '../../src/runtime/documents';
import { createFakeClock, ORGANISATION } from '../support/fake-world';
import { createMemoryStore } from '../support/memory-store';

it('a handle that is released again after a crash stays released, and can be taken', async () => {
  const store = createMemoryStore().view();
  const documents = createDocuments(store, createFakeClock('2026-11-23T09:00:00.000Z'));
  const run = createCommands({ documents, reading: () => ({}) as never, instance: 'one' });
  const order = {
    aggregate: claims,
    organisation: ORGANISATION,
    id: 'instagram:biblioteket',
    actor: { type: 'system', organisation: 'sundsvall' },
  } as const;
  const take = (holder: string): ClaimCommand => ({ type: 'take', holder, name: 'Somebody' });
  const release = { ...order, command: { type: 'release', holder: 'a' } as ClaimCommand, key: 'release' };
  await run({ ...order, command: take('a'), key: 'take' });
  await run(release);

  await run(release);

  expect(await store.get('sundsvall/claim', order.id)).toBeUndefined();
  const taken = await run({ ...order, command: take('b'), key: 'take again' });
  expect(taken.kind).toBe('changed');
});
