/** Compares what came with what had to come: each capture opened once, each line on its day, one message a day. */
import type { Store } from '../../src/ports/store';
import type { Model } from './seasons-model';
import { isTellingDay, type Rules } from './seasons-rules';
import type { Told } from './seasons-town';
import { localTime } from './year-calendar';

interface Kept {
  readonly events: readonly {
    readonly event: { readonly type: string; readonly capture?: { readonly from: string } };
  }[];
}

/** Every capture that is in the store, against those that had to open. */
export async function openings(store: Store, { shots }: Model): Promise<string[]> {
  const found = new Map<string, Kept>();
  let after: string | undefined;
  do {
    const query = { pk: 'sundsvall/capture', limit: 200 };
    const page = await store.list(after === undefined ? query : { ...query, after });
    for (const { document } of page.items) found.set(document.id, document.body as Kept);
    after = page.next;
  } while (after !== undefined);
  return [
    ...[...shots.keys()].filter((id) => !found.has(id)).map((id) => `${id} never opened`),
    ...[...found].flatMap(([id, { events }]) => {
      const shot = shots.get(id);
      const opened = events
        .filter(({ event }) => event.type === 'opened')
        .map(({ event }) => event.capture?.from);
      if (!shot) return [`${id} opened, and should not`];
      return opened.length === 1 && opened[0] === shot.began
        ? []
        : [`${id} opened on ${opened.join(' and ')}, not on ${shot.began}`];
    }),
  ];
}

/** Sentences about every line that is missing, too much or doubled, and every message at the wrong time. */
export function differences({ expected }: Model, told: readonly Told[], rules: Rules): string[] {
  const wanted = counted(expected.map(({ person, day, shot }) => `${day} ${person} ${shot}`));
  const found = counted(
    told.flatMap(({ person, at, shots }) => shots.map((shot) => `${localTime(at).day} ${person} ${shot}`)),
  );
  const lines = [...new Set([...wanted.keys(), ...found.keys()])].flatMap((line) => {
    const [want, have] = [wanted.get(line) ?? 0, found.get(line) ?? 0];
    return want === have ? [] : [`${have} instead of ${want}: ${line}`];
  });
  const perDay = counted(told.map(({ person, at }) => `${person} on ${localTime(at).day}`));
  const doubled = [...perDay].flatMap(([who, count]) => (count > 1 ? [`${count} messages for ${who}`] : []));
  const wrong = told.flatMap(({ person, at }) => {
    const { day, clock } = localTime(at);
    const fits = isTellingDay(day, rules) && clock >= '08:30' && clock < '16:00';
    return fits ? [] : [`a message for ${person} on ${day} at ${clock}`];
  });
  return [...lines.sort(), ...doubled, ...wrong];
}

function counted(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
