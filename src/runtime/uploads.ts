/** The upload page's way in: what it shows, what it takes, and the answers that have no card. */
import type { Person } from '../kernel/actor';
import type { Refusal } from '../kernel/decision';
import type { MatterRef } from '../kernel/effect';
import type { CommandBase } from '../kernel/matter';
import type { Organisation } from '../kernel/organisation';
import type { PageAnswer, UploadDoor, UploadPage } from '../ports/page';
import { BugError } from '../kernel/errors';
import type { Aggregate } from '../ports/flow';
import { replayKey, type Done, type Order } from './commands';
import { linkGone, type Door, type Gone, type Inside } from './door';
import { matterOf } from './envelope';
import type { Outbox } from './work';

/** Checks bytes, keeps them and tells the matter. */
export type TakeByLink = (given: {
  readonly organisation: Organisation;
  readonly actor: Person;
  readonly matter: MatterRef;
  readonly bytes: Uint8Array;
  readonly via: 'link';
  readonly linkAt: string;
}) => Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }>;

export interface UploadsOptions {
  readonly door: Door;
  readonly take: TakeByLink;
  readonly run: (order: Order) => Promise<Done>;
  readonly outbox: Outbox;
  readonly sentence: (refusal: Refusal, locale: Person['locale']) => string;
}

/** How it is written in the audit trail. */
const VIA_LINK = 'via-link';

export function createUploads({ door, take, run, outbox, sentence }: UploadsOptions): UploadDoor {
  /** Like `enter`, for a link that the matter has not revoked. */
  async function enter(token: string): Promise<Inside | Gone> {
    const inside = await door.enter(token, 'upload');
    return inside.kind === 'inside' && isRevoked(inside)
      ? door.gone(linkGone('upload'), inside.actor.locale)
      : inside;
  }

  async function again(token: string, notice: Refusal | undefined): Promise<PageAnswer> {
    const inside = await door.enter(token, 'upload');
    return inside.kind === 'inside' ? shown(inside, notice) : inside;
  }

  function shown(inside: Inside, notice: Refusal | undefined): PageAnswer {
    const { locale } = inside.actor;
    const { question, ...page } = pageOf(inside, notice);
    const asked = question && !isRevoked(inside) ? { question } : {};
    const room = refusalOf(inside) ? 0 : page.room;
    return {
      kind: 'page',
      page: { ...page, ...asked, room },
      locale,
      ...(notice ? { notice: sentence(notice, locale) } : {}),
    };
  }

  async function told(
    inside: Inside,
    verb: 'answer' | 'finish',
    command: CommandBase,
    nonce: readonly [token: string, data: unknown],
  ): Promise<Refusal | undefined> {
    const { aggregate, organisation, actor, loaded } = inside;
    const { revision } = loaded.envelope;
    const done = await run({
      aggregate,
      organisation,
      id: loaded.id,
      actor,
      command,
      key: replayKey(nonce[0], verb, actor.id, [revision, nonce[1]]),
      revision: 'any',
    });
    if (done.kind === 'forbidden')
      await door.note(inside, { what: 'forbidden', verb, code: done.refusal.code });
    if (done.kind === 'changed' && done.loaded) {
      const work = { aggregate, organisation, lane: 'answers' } as const;
      const first = await outbox.first({ ...work, loaded: done.loaded }, undefined);
      void outbox.run({ ...work, loaded: first.loaded });
    }
    return 'refusal' in done ? done.refusal : undefined;
  }

  return {
    async look(token) {
      const inside = await enter(token);
      if (inside.kind === 'gone') return inside;
      await door.note(inside, { what: 'upload-link', verb: 'upload', code: VIA_LINK });
      return shown(inside, undefined);
    },

    async closed(token) {
      const inside = await enter(token);
      if (inside.kind === 'gone') return inside;
      const refusal = refusalOf(inside);
      return refusal && shown(inside, refusal);
    },

    async take(token, bytes) {
      const inside = await enter(token);
      if (inside.kind === 'gone') return inside;
      const { organisation, actor, capability } = inside;
      const { matter, at: linkAt } = capability;
      const taken = await take({ organisation, actor, matter, bytes, via: 'link', linkAt });
      return again(token, taken.ok ? undefined : taken.refusal);
    },

    async answer(token, yes) {
      const inside = await enter(token);
      if (inside.kind === 'gone') return inside;
      return again(token, await told(inside, 'answer', picturesOf(inside).answer(yes), [token, yes]));
    },

    async finish(token) {
      const inside = await enter(token);
      if (inside.kind === 'gone') return inside;
      return again(token, await told(inside, 'finish', picturesOf(inside).finish(), [token, null]));
    },
  };
}

/** The door opens for uploads only where pictures are taken. */
function picturesOf({ aggregate }: Inside): NonNullable<Aggregate['pictures']> {
  if (!aggregate.pictures) throw new BugError('no-pictures', `A ${aggregate.kind} takes no pictures.`);
  return aggregate.pictures;
}

function refusalOf(inside: Inside): Refusal | undefined {
  const { loaded, actor, facts, capability } = inside;
  return picturesOf(inside).refuses(loaded.envelope.state, actor, facts, capability.at);
}

/** What is refused for the link's sake alone ends the link; what is refused to anybody is said on its page. */
function isRevoked(inside: Inside): boolean {
  const { loaded, actor, facts } = inside;
  const byLink = refusalOf(inside);
  const anyhow = picturesOf(inside).refuses(loaded.envelope.state, actor, facts);
  return byLink !== undefined && byLink.code !== anyhow?.code;
}

function pageOf(inside: Inside, notice: Refusal | undefined): UploadPage {
  const { aggregate, loaded, actor, facts } = inside;
  return picturesOf(inside).page({
    id: loaded.id,
    matter: matterOf(aggregate.kind, loaded.id, loaded.envelope),
    viewer: actor,
    locale: actor.locale,
    facts,
    ...(notice ? { notice } : {}),
  });
}
