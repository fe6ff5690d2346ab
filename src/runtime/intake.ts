/** Takes a picture into the matter it belongs to: asked for first, then fetched, checked, kept, and only then told. */
import { createHash } from 'node:crypto';
import type { Person } from '../kernel/actor';
import type { Refusal } from '../kernel/decision';
import type { MatterRef } from '../kernel/effect';
import { OutsideError } from '../kernel/errors';
import type { CommandBase, StateBase } from '../kernel/matter';
import type { Organisation } from '../kernel/organisation';
import { extensionOf, type Picture } from '../kernel/picture';
import type { View } from '../kernel/view';
import type { Fetched } from '../ports/attachments';
import type { FileName, Files, Inspect } from '../ports/files';
import type { Aggregate, Reading, Via } from '../ports/flow';
import type { Log } from '../ports/log';
import type { Documents } from './documents';
import { createGate } from './gate';
import type { Registry } from './registry';
import type { Turn } from './turn';

export interface Asking {
  readonly organisation: Organisation;
  readonly actor: Person;
  readonly matter: MatterRef;
  /** What was sent, or how to get it: asked for only when the matter takes pictures from this person now. */
  readonly bytes: Uint8Array | (() => Promise<Fetched>);
  readonly via: Via;
  /** The instant at which the link was given, for a picture that came by one. */
  readonly linkAt?: string;
}

export type Intake =
  /** It is in, now or since before: the person's card as the matter is now. */
  | { readonly ok: true; readonly view: View }
  /** Nothing was changed. `view`: the same card, with the refusal on it, when the matter itself refused. */
  | { readonly ok: false; readonly refusal: Refusal; readonly view?: View };

type Why = Extract<Fetched, { readonly ok: false }>['why'];
/** What is wrong with a picture, as a refusal's code. */
type PictureCode = `picture-${Why}`;

export interface IntakeOptions {
  readonly registry: Registry;
  readonly documents: Documents;
  readonly reading: (organisation: Organisation) => Reading;
  readonly turn: Turn;
  readonly files: Files;
  readonly inspect: Inspect;
  readonly log: Log;
}

export type Take = (asking: Asking) => Promise<Intake>;

/** Pictures held in memory at once, of up to 25 MB each. */
const AT_ONCE = 4;
const VERB = 'picture';
const GONE = 'gone';

/** `take` throws BugError `unknown-kind`, and OutsideError when the store cannot be reached. */
export function createIntake(options: IntakeOptions): Take {
  const { registry, documents, reading, turn, files, inspect, log } = options;
  const gate = createGate(AT_ONCE);

  async function take(asking: Asking): Promise<Intake> {
    const aggregate = registry.aggregate(asking.matter.kind);
    const { pictures } = aggregate;
    if (!pictures) return { ok: false, refusal: { code: 'malformed' } };
    const loaded = await documents.load(aggregate, asking.organisation, asking.matter.id);
    if (!loaded) return { ok: false, refusal: { code: GONE } };
    const { state } = loaded.envelope;
    const refusal = await refusedNow(aggregate, pictures, asking, state);
    if (refusal) return refusedOnCard(aggregate, asking, refusal);

    const fetched = await bytesOf(asking);
    if (!fetched.ok) return refusedFor(fetched.why);
    const inspected = await inspect(fetched.bytes);
    if (!inspected.ok) return refusedFor(inspected.problem);

    const picture = { ...inspected.picture, file: fileName(asking, inspected.picture) };
    // A document never names a file that is not there; one that no document names does no harm.
    if (!(await kept(picture, fetched.bytes))) return refusedFor('unavailable');
    const setAside = pictures.setAside?.(state, picture.sha256) ?? 0;
    const key = pictureKey(asking, picture, setAside);
    return commanded(aggregate, asking, key, pictures.take(picture, asking.via));
  }

  /** Why this person may not send a picture to the matter now. */
  async function refusedNow(
    aggregate: Aggregate,
    pictures: NonNullable<Aggregate['pictures']>,
    { organisation, actor, matter: { id }, linkAt }: Asking,
    state: StateBase,
  ): Promise<Refusal | undefined> {
    const moment = documents.moment(organisation);
    const facts = await aggregate.facts({ id, moment, actor, state, reading: reading(organisation) });
    const unseen = aggregate.permits(actor, { type: 'see' }, state, facts);
    return unseen ?? pictures.refuses(state, actor, facts, linkAt);
  }

  async function refusedOnCard(aggregate: Aggregate, asking: Asking, refusal: Refusal): Promise<Intake> {
    if (refusal.code === GONE) return { ok: false, refusal };
    const { organisation, actor, matter } = asking;
    const shown = await turn.open({
      aggregate,
      organisation,
      id: matter.id,
      actor,
      card: undefined,
      notice: refusal,
    });
    return 'card' in shown ? { ok: false, refusal, view: shown } : { ok: false, refusal: shown };
  }

  async function kept(picture: Picture, bytes: Uint8Array): Promise<boolean> {
    try {
      await files.put(picture.file, bytes, picture.type);
      return true;
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      log.alert('picture-not-kept', { file: picture.file, code: error.code }, error);
      return false;
    }
  }

  async function commanded(
    aggregate: Aggregate,
    { organisation, actor, matter }: Asking,
    key: string,
    command: CommandBase,
  ): Promise<Intake> {
    const { shown, refusal } = await turn.command({
      aggregate,
      organisation,
      id: matter.id,
      actor,
      command,
      verb: VERB,
      key,
      // A picture comes with no card whose revision could be an older one.
      revision: 'any',
    });
    // There is no card of a matter that was deleted while the picture was on its way.
    if (refusal?.code === GONE) return { ok: false, refusal };
    if (!('card' in shown)) return { ok: false, refusal: shown };
    return refusal ? { ok: false, refusal, view: shown } : { ok: true, view: shown };
  }

  return (asking) => gate(() => take(asking));
}

function bytesOf({ bytes }: Asking): Promise<Fetched> | Fetched {
  return typeof bytes === 'function' ? bytes() : { ok: true, bytes };
}

function fileName({ organisation, matter: { kind, id } }: Asking, picture: Omit<Picture, 'file'>): FileName {
  return `${organisation.id}/${kind}/${id}/${picture.sha256}.${extensionOf(picture.type)}`;
}

/**
 * The same picture to the same matter again is no new one, whoever's card or link it came by – until it was set aside.
 * One that never was keeps the key it always had.
 */
function pictureKey({ actor, matter: { kind, id } }: Asking, { sha256 }: Picture, setAside: number): string {
  const again = setAside === 0 ? [] : [setAside];
  return createHash('sha256')
    .update(JSON.stringify([VERB, actor.id, kind, id, sha256, ...again]))
    .digest('base64url')
    .slice(0, 24);
}

function refusedFor(why: Why): Intake {
  const code: PictureCode = `picture-${why}`;
  return { ok: false, refusal: { code } };
}
