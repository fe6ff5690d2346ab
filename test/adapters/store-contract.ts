/** What every store must do, whatever it is made of: the suite both adapters pass. */
import type { Store } from '../../src/ports/store';
import { documentContract } from './store-contract-documents';
import { dueContract } from './store-contract-due';
import { listContract } from './store-contract-lists';
import { documentOf, PK } from './store-contract-support';

export interface FreshStore {
  /** An empty store. */
  readonly store: Store;
  /** Closes the store and removes what it kept. */
  readonly cleanUp: () => Promise<void>;
}

export function storeContract(name: string, makeStore: () => Promise<FreshStore>): void {
  describe(`${name} keeps the store contract`, () => {
    let fresh: FreshStore;
    const store = () => fresh.store;

    beforeEach(async () => {
      fresh = await makeStore();
    });
    afterEach(() => fresh.cleanUp());

    documentContract(store);
    listContract(store);
    dueContract(store);

    describe('the store itself', () => {
      it('is the same with other patience', async () => {
        await store()
          .withPatience('background')
          .create(documentOf({ body: 1 }));

        expect((await store().withPatience('turn').get(PK, 'a'))?.document.body).toBe(1);
      });

      it('says that it is ready', async () => {
        await expect(store().ready()).resolves.toBeUndefined();
      });

      it('may be closed twice', async () => {
        await store().close();

        await expect(store().close()).resolves.toBeUndefined();
      });
    });
  });
}
