/** A small feature that takes pictures: an album waits for up to twelve of its owner's, until it is closed. */
import { z } from 'zod';
import { refuse } from '../../src/kernel/decision';
import { Picture } from '../../src/kernel/picture';
import type { Aggregate, Feature, Via } from '../../src/ports/flow';

export const ALBUM = 'album';
export const MOST = 12;

const Album = z.object({
  status: z.enum(['open', 'closed']),
  owner: z.string(),
  name: z.string(),
  pictures: z.array(Picture),
  via: z.array(z.enum(['chat', 'link'])),
  /** Links given before this instant are revoked. */
  revokedAt: z.string(),
});
export type Album = z.infer<typeof Album>;

type AlbumCommand =
  | { readonly type: 'start'; readonly name: string }
  | { readonly type: 'take'; readonly picture: Picture; readonly via: Via }
  | { readonly type: 'answer'; readonly yes: boolean }
  | { readonly type: 'close' | 'finish' | 'rename' };
type AlbumEvent =
  | { readonly type: 'started'; readonly owner: string; readonly name: string; readonly at: string }
  | { readonly type: 'taken'; readonly picture: Picture; readonly via: Via }
  | { readonly type: 'closed' | 'renamed' }
  | { readonly type: 'revoked'; readonly at: string };

const plain = (type: 'close' | 'rename'): z.ZodType<AlbumCommand> => z.object({}).transform(() => ({ type }));

export const album: Aggregate<Album, AlbumCommand, AlbumEvent, { readonly now: string }> = {
  kind: ALBUM,
  schemaVersion: 1,
  restore: (raw) => Album.parse(raw),
  verbs: {
    'album.start': z
      .object({ name: z.string().max(40) })
      .transform(({ name }) => ({ type: 'start' as const, name })),
    'album.close': plain('close'),
    'album.rename': plain('rename'),
  },
  facts: ({ moment: { now } }) => ({ now }),
  permits: (actor, _command, state) =>
    actor.type === 'system' || state === undefined || state.owner === actor.id
      ? undefined
      : { code: 'not-yours' },
  decide(command, state, { now }, actor) {
    const refresh = { kind: 'refresh', key: 'refresh' } as const;
    if (command.type === 'start') {
      const owner = actor.type === 'person' ? actor.id : '';
      return { events: [{ type: 'started', owner, name: command.name, at: now }], effects: [] };
    }
    if (!state) return refuse('no-such-album');
    switch (command.type) {
      case 'take':
        if (state.status === 'closed') return refuse('album-closed');
        if (state.pictures.length >= MOST) return refuse('album-full');
        return {
          events: [{ type: 'taken', picture: command.picture, via: command.via }],
          effects: [refresh],
        };
      case 'close':
        return { events: [{ type: 'closed' }], effects: [refresh] };
      case 'rename':
        return { events: [{ type: 'renamed' }], effects: [] };
      case 'finish':
        return { events: [{ type: 'revoked', at: now }], effects: [] };
      case 'answer':
        return refuse('not-now');
      default:
        return command satisfies never;
    }
  },
  evolve(state, event) {
    if (event.type === 'started') {
      const { owner, name, at } = event;
      return { status: 'open', owner, name, pictures: [], via: [], revokedAt: at };
    }
    if (!state) throw new Error('nothing happens before it was started');
    switch (event.type) {
      case 'taken':
        return { ...state, pictures: [...state.pictures, event.picture], via: [...state.via, event.via] };
      case 'closed':
        return { ...state, status: 'closed' };
      case 'revoked':
        return { ...state, revokedAt: event.at };
      case 'renamed':
        return state;
      default:
        return event satisfies never;
    }
  },
  quiet: [],
  deadline: () => undefined,
  listed: ({ status, owner }) => ({ status, applicant: owner }),
  present: ({ matter, notice }) => ({
    card: 'home/notice',
    data: {
      words: [
        ...(notice ? [`(${notice.code})`] : []),
        matter ? `${matter.state.name}: ${matter.state.pictures.length} bilder` : 'Ett nytt album',
      ].join(' '),
      buttons: matter
        ? [{ title: 'Stäng', verb: 'album.close', style: 'default' }]
        : [{ title: 'Börja', verb: 'album.start', style: 'positive' }],
    },
    summary: 'Ett album',
  }),
  pictures: {
    refuses(state, _actor, _facts, linkAt) {
      if (linkAt !== undefined && linkAt < state.revokedAt) return { code: 'link-revoked' };
      return state.status === 'closed' ? { code: 'album-closed' } : undefined;
    },
    take: (picture, via) => ({ type: 'take', picture, via }),
    answer: (yes) => ({ type: 'answer', yes }),
    finish: () => ({ type: 'finish' }),
    page: ({ matter }) => ({
      title: '',
      name: matter?.state.name ?? '',
      about: '',
      status: '',
      what: [],
      files: [],
      room: 0,
    }),
  },
};

export const albums: Feature = {
  name: 'albums',
  aggregates: [album],
  queries: {
    'album.new': { data: z.object({}), answer: ({ fresh }) => ({ matter: { kind: ALBUM, id: fresh } }) },
  },
  phrases: [
    {
      verb: 'album.new',
      say: { sv: ['nytt album'], en: ['new album'] },
      description: { sv: 'Börja ett album.', en: 'Start an album.' },
      offered: true,
    },
  ],
  async awaiting(person, _moment, reading) {
    const { items } = await reading.list(album, { applicant: person.id, status: 'open' });
    return items.map(({ kind, id, state }) => ({
      matter: { kind, id },
      name: state.name,
      about: 'Album',
      status: 'Väntar på en bild',
      next: 'Nu',
      since: state.revokedAt,
    }));
  },
};
