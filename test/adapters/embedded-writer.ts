/** A process of its own that adds to one document of an embedded store: `node … folder rounds`. Prints how often. */
import { openEmbeddedStore } from '../../src/adapters/embedded/store';
import { documentOf, PK } from './store-contract-support';

async function addUp(folder: string, rounds: number): Promise<number> {
  const store = openEmbeddedStore({ folder });
  let accepted = 0;
  while (accepted < rounds) {
    const current = await store.get(PK, 'a');
    const written =
      current === undefined
        ? await store.create(documentOf({ body: 1 }))
        : await store.replace(
            { ...current.document, body: (current.document.body as number) + 1 },
            current.etag,
          );
    if (written.ok) accepted += 1;
  }
  await store.close();
  return accepted;
}

void addUp(process.argv[2]!, Number(process.argv[3])).then((accepted) =>
  process.stdout.write(String(accepted)),
);
