/** A message that comes twice is answered once: remembered after success, waited for while it runs. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../ports/clock';
import type { Activity } from './activity';
import { picturesOf } from './attachments';

const REMEMBERED_MS = 10 * 60_000;
const MOST = 10_000;

export interface Once {
  /** Performs `work` unless one of the keys was worked on with success; `work` says whether it was. */
  run(keys: readonly string[], work: () => Promise<boolean>): Promise<'performed' | 'repeated'>;
}

/** Bounded; forgets after ten minutes. What `work` throws is thrown on, and the keys stay free. */
export function createOnce(clock: Clock): Once {
  const done = new Map<string, number>();
  const running = new Map<string, Promise<boolean>>();

  async function run(
    keys: readonly string[],
    work: () => Promise<boolean>,
  ): Promise<'performed' | 'repeated'> {
    for (;;) {
      if (keys.some(isDone)) return 'repeated';
      const key = keys.find((one) => running.has(one));
      if (key === undefined) break;
      // The first delivery is still on its way; when it fails, this one takes over.
      await running.get(key)?.catch(() => false);
    }
    const flight = work();
    for (const key of keys) running.set(key, flight);
    try {
      if (await flight) for (const key of keys) remember(key);
    } finally {
      for (const key of keys) running.delete(key);
    }
    return 'performed';
  }

  function isDone(key: string): boolean {
    const at = done.get(key);
    return at !== undefined && clock.now() - at < REMEMBERED_MS;
  }

  function remember(key: string): void {
    done.delete(key);
    done.set(key, clock.now());
    for (const [oldest, at] of done) {
      if (done.size <= MOST && clock.now() - at < REMEMBERED_MS) break;
      done.delete(oldest);
    }
  }

  return { run };
}

/** The activity's id, and for a message what stays the same when Teams delivers it again under a new id. */
export function deliveryKeys(activity: Activity, person: string): readonly string[] {
  const conversation = activity.conversation.id;
  const pictures = picturesOf(activity.attachments ?? [])?.map(({ url }) => url) ?? [];
  const keys = [keyOf('id', conversation, activity.id ?? '')];
  const typedAt = activity.localTimestamp ?? activity.timestamp;
  if ((activity.text || pictures.length > 0) && typedAt && !activity.value) {
    keys.push(keyOf('typed', person, conversation, activity.text ?? '', typedAt, ...pictures));
  }
  return keys;
}

/** Hashed, so that no words are kept. */
function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
