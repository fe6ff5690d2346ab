/** The store that the runtime's tests use is held to the same contract as the real ones. */
import { storeContract } from '../adapters/store-contract';
import { createMemoryStore } from '../support/memory-store';

storeContract('memory', () =>
  Promise.resolve({ store: createMemoryStore().view(), cleanUp: () => Promise.resolve() }),
);
