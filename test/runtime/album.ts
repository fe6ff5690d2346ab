/** A kind of document that takes pictures: the runtime with it, and links into it, in memory. */
import { z } from 'zod';
import type { Refusal } from '../../src/kernel/decision';
import { Picture } from '../../src/kernel/picture';
import type { Aggregate, Feature } from '../../src/ports/flow';
import type { Capability, Links } from '../../src/ports/links';
import type { StoredDocument } from '../../src/ports/store';
import { createRuntime } from '../../src/runtime/runtime';
import type { TakeByLink } from '../../src/runtime/uploads';
import {
  addressOf,
  ANNA,
  createChats,
  createDirectory,
  createFakeClock,
  createIds,
  createLogs,
  ORGANISATION,
  SARA,
} from '../support/fake-world';
import { counter, createMemoryStore } from '../support/memory-store';
import { NO_PICTURES } from '../support/memory-files';

export const ALBUM = 'album';
export const ID = '2026-10-01-album';
export const NOW = '2026-10-01T08:00:00.000Z';
const MOST = 3;

const Album = z.object({
  status: z.enum(['open', 'closed']),
  owner: z.string(),
  pictures: z.array(Picture),
  asked: z.boolean(),
  same: z.boolean().exactOptional(),
  /** Links given until then hold no more. */
  revoked: z.string().exactOptional(),
});
export type Album = z.infer<typeof Album>;
type Command =
  | { readonly type: 'take'; readonly picture: Picture }
  | { readonly type: 'answer'; readonly yes: boolean }
  | { readonly type: 'finish' };
type Event =
  | { readonly type: 'taken'; readonly picture: Picture }
  | { readonly type: 'answered'; readonly yes: boolean }
  | { readonly type: 'finished'; readonly at: string };

const album: Aggregate<Album, Command, Event, { readonly now: string; readonly lead: string }> = {
  kind: ALBUM,
  schemaVersion: 1,
  restore: (raw) => Album.parse(raw),
  verbs: {},
  facts: ({ moment }) => ({ now: moment.now, lead: moment.organisation.lead }),
  permits: (actor, { type }, state, { lead }) =>
    actor.type === 'system' ||
    state === undefined ||
    state.owner === actor.id ||
    (type === 'see' && actor.id === lead)
      ? undefined
      : { code: 'not-yours' },
  decide(command, state, { now }) {
    if (command.type === 'answer' && state?.asked !== true) return { refused: { code: 'not-asked' } };
    const event: Event =
      command.type === 'take'
        ? { type: 'taken', picture: command.picture }
        : command.type === 'answer'
          ? { type: 'answered', yes: command.yes }
          : { type: 'finished', at: now };
    const effect = { kind: 'notify', key: event.type, to: ANNA, reason: event.type } as const;
    return { events: [event], effects: [effect] };
  },
  evolve(state, event) {
    if (!state) throw new Error('no album');
    switch (event.type) {
      case 'taken':
        return { ...state, pictures: [...state.pictures, event.picture] };
      case 'answered':
        return { ...state, asked: false, same: event.yes };
      case 'finished':
        return { ...state, revoked: event.at };
      default:
        return event satisfies never;
    }
  },
  quiet: [],
  deadline: () => undefined,
  listed: ({ status }) => ({ status }),
  present: ({ reason }) => ({ card: 'album', data: { reason }, summary: '' }),
  pictures: {
    refuses(state, _actor, _facts, linkAt): Refusal | undefined {
      if (linkAt !== undefined && linkAt <= (state.revoked ?? '')) return { code: 'revoked' };
      if (state.status === 'closed') return { code: 'closed' };
      return state.pictures.length < MOST ? undefined : { code: 'full' };
    },
    take: (picture) => ({ type: 'take', picture }),
    answer: (yes) => ({ type: 'answer', yes }),
    finish: () => ({ type: 'finish' }),
    page: ({ matter, viewer }) => ({
      title: viewer.name,
      name: matter?.id ?? '',
      about: '',
      status: matter?.state.status ?? '',
      what: [],
      files: (matter?.state.pictures ?? []).map(({ sha256 }) => ({ sha256, about: '' })),
      room: MOST - (matter?.state.pictures.length ?? 0),
      ...(matter?.state.asked === true ? { question: { text: 'Same?', yes: 'Yes', no: 'No' } } : {}),
    }),
  },
  download: ({ matter, part, actor, facts }) => {
    const [picture] = matter.state.pictures;
    if (actor.id !== facts.lead) return { code: 'not-lead' };
    if (part !== undefined || !picture) return { code: 'no-such-part' };
    return { kind: 'picture', name: 'x.png', picture };
  },
};
const feature: Feature = { name: 'album', aggregates: [album], queries: {}, phrases: [] };

export function pictureOf(digit: string): Picture {
  return { file: `album/${digit}.png`, sha256: digit.repeat(64), bytes: 10, type: 'image/png' };
}

/** Tokens are what they allow, in the open: what a forged one is, the adapter's own tests say. */
const openLinks: Links = {
  url: (capability) => JSON.stringify(capability),
  read(token) {
    try {
      return JSON.parse(token) as Capability;
    } catch {
      return undefined;
    }
  },
};

export function link(given: Partial<Capability> = {}): string {
  const matter = { kind: ALBUM, id: ID };
  return openLinks.url({
    what: 'upload',
    organisation: 'sundsvall',
    person: ANNA,
    matter,
    at: NOW,
    ...given,
  });
}

export function albumHouse(given: Partial<Album> = {}) {
  const clock = createFakeClock(NOW);
  const store = createMemoryStore();
  const chats = createChats(clock, counter());
  const logs = createLogs();
  const directory = createDirectory({ ...ORGANISATION, lead: SARA });
  const taken: Parameters<TakeByLink>[0][] = [];
  let refusal: Refusal | undefined;
  let auditDown = false;
  const runtime = createRuntime({
    store: store.view({
      async before({ op, pk }) {
        if (auditDown && op === 'create' && pk === 'sundsvall/audit') throw new Error('the store is down');
      },
    }),
    clock,
    ids: createIds('album'),
    wait: clock.wait,
    log: logs.log,
    directory,
    messenger: chats.messenger('bot'),
    ...NO_PICTURES,
    features: [feature],
    presentDay: (lines) => ({ card: 'day', data: { lines }, summary: '' }),
    notice: (refused) => ({ card: 'notice', data: { notice: refused.code }, summary: '' }),
    sentence: ({ code }, locale) => `${code} ${locale}`,
    helpVerb: '',
    trustClientLocale: false,
  });

  function document(): StoredDocument {
    const found = store.find(`sundsvall/${ALBUM}`, ID);
    if (!found) throw new Error('no album');
    return found;
  }
  const body = () => document().body as { readonly state: Album; readonly revision: number };

  /** As somebody else might, at any time. */
  function become(state: Partial<Album>): void {
    store.put({ ...document(), body: { ...body(), state: { ...body().state, ...state } } });
  }

  const envelope = { schemaVersion: 1, revision: 1, events: [], accepted: [], seq: 1, outbox: [] };
  const state = { status: 'open', owner: ANNA, pictures: [], asked: false, ...given };
  store.put({
    pk: `sundsvall/${ALBUM}`,
    id: ID,
    changedAt: NOW,
    listed: {},
    body: { ...envelope, state, cards: {}, ledger: [] },
  });

  const known = { name: 'Anna Andersson', address: addressOf(ANNA) };
  store.put({ pk: 'sundsvall/person', id: ANNA, changedAt: NOW, listed: {}, body: known });

  const take: TakeByLink = async (asked) => {
    taken.push(asked);
    if (refusal) return { ok: false, refusal };
    become({ pictures: [...body().state.pictures, pictureOf(String(body().state.pictures.length + 1))] });
    return { ok: true };
  };

  return {
    ...runtime.doors(openLinks, take),
    clock,
    store,
    chats,
    logs: logs.entries,
    taken,
    become,
    body,
    directory,
    idle: () => runtime.idle(),
    /** From now on nothing can be written to the audit trail. */
    cutAudit: () => void (auditDown = true),
    /** From now on no picture is taken. */
    refuse: (code: string) => void (refusal = { code }),
    audits: () => store.all().flatMap(({ pk, body: entry }) => (pk === 'sundsvall/audit' ? [entry] : [])),
  };
}
