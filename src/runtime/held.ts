/** Pictures whose matter is not known yet: their references alone, in memory, for a quarter of an hour. */
import type { PersonId } from '../kernel/actor';
import type { MatterRef } from '../kernel/effect';
import type { AttachmentRef } from '../ports/attachments';
import type { Clock, Ids } from '../ports/clock';

/** The pictures of one message. */
export interface SentPictures {
  /** At most ten. */
  readonly pictures: readonly AttachmentRef[];
  /** Of the signed activity that brought them. */
  readonly serviceUrl: string;
  /** There were more, which are left out. */
  readonly more: boolean;
}

export interface HeldPictures extends SentPictures {
  readonly id: string;
  /** Where they went: a second click on the same button finds them taken. */
  readonly taken?: MatterRef;
}

export interface Held {
  /** Returns the id under which these are found again; `person` names the organisation too. */
  hold(person: PersonId, sent: SentPictures): HeldPictures;
  /** Undefined when they are another person's, too old, or forgotten. */
  find(person: PersonId, id: string): HeldPictures | undefined;
  took(person: PersonId, id: string, matter: MatterRef): void;
}

const HELD_MS = 15 * 60_000;
/** Messages of one person, and of everybody together: an address has up to 8 KB. */
const PER_PERSON = 5;
const ALTOGETHER = 500;

export function createHeld(clock: Clock, ids: Ids): Held {
  /** Oldest first. */
  const all = new Map<
    string,
    { readonly person: PersonId; readonly at: number; readonly held: HeldPictures }
  >();

  function forget(): void {
    const oldest = clock.now() - HELD_MS;
    for (const [id, { at }] of all) {
      if (at > oldest && all.size <= ALTOGETHER) return;
      all.delete(id);
    }
  }

  function find(person: PersonId, id: string): HeldPictures | undefined {
    forget();
    const found = all.get(id);
    return found?.person === person ? found.held : undefined;
  }

  return {
    find,

    hold(person, sent) {
      const id = ids.fresh();
      const held = { id, ...sent };
      all.set(id, { person, at: clock.now(), held });
      const own = [...all].filter(([, one]) => one.person === person);
      for (const [older] of own.slice(0, -PER_PERSON)) all.delete(older);
      forget();
      return held;
    },

    took(person, id, matter) {
      const held = find(person, id);
      const known = all.get(id);
      if (held && known) all.set(id, { ...known, held: { ...held, taken: matter } });
    },
  };
}
