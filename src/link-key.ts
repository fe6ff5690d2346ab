/** The key that signs links: made once, kept in the store, the same for every replica. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { BugError } from './kernel/errors';
import { instant, type Clock } from './ports/clock';
import type { Store } from './ports/store';

const PARTITION = 'system/key';
const ID = 'links';
const KEY_BYTES = 32;
const Body = z.object({ key: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/**
 * 256 bits. Of replicas that start at the same time the first to write decides, and all use what is stored.
 * Throws BugError `link-key` for a document that holds no key: links signed with another would hold on one replica
 * and not on the next. Whoever deletes the document, and starts the replicas again, revokes every link.
 */
export async function linkKey(store: Store, clock: Clock): Promise<Uint8Array> {
  const found = await stored(store);
  if (found) return found;
  const key = randomBytes(KEY_BYTES).toString('base64url');
  await store.create({ pk: PARTITION, id: ID, changedAt: instant(clock), listed: {}, body: { key } });
  const kept = await stored(store);
  if (!kept) throw new BugError('link-key', 'The key of links was written and is not there.');
  return kept;
}

async function stored(store: Store): Promise<Uint8Array | undefined> {
  const read = await store.get(PARTITION, ID);
  if (!read) return undefined;
  const body = Body.safeParse(read.document.body);
  if (!body.success) throw new BugError('link-key', `${PARTITION} ${ID} holds no key.`);
  return Buffer.from(body.data.key, 'base64url');
}
