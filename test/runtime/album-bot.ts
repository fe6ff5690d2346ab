/** The toy bot with albums that take pictures, and a place from which the pictures are fetched. */
import type { View } from '../../src/kernel/view';
import type { AttachmentRef, Fetched } from '../../src/ports/attachments';
import type { Reply } from '../../src/ports/front';
import type { Envelope } from '../../src/runtime/envelope';
import { ALBUM, albums, type Album } from '../support/album-feature';
import { arrivalOf, stampOf } from '../support/fake-world';
import { bytesOf, createMemoryFiles, type MemoryFiles } from '../support/memory-files';
import { toyBot, type ToyBot } from './toy-bot';

export const ALBUMS = `sundsvall/${ALBUM}`;

export interface AlbumBot extends ToyBot {
  readonly files: MemoryFiles;
  /** Every address that was fetched, with the service of the message. */
  readonly fetched: string[];
  /** What lies at an address, when it is not a picture with the address in it. */
  answer: (url: string) => Promise<Fetched> | Fetched;
  /** Saves an album of the person; its id. */
  album(person: string, name?: string): Promise<string>;
  send(person: string, urls: string | readonly string[], text?: string): Promise<Reply>;
  clicked(person: string, verb: string, data: unknown, card?: string): Promise<Reply>;
  close(person: string, id: string): Promise<Reply>;
  state(id: string): Album;
  envelope(id: string): Envelope;
}

export function albumBot(): AlbumBot {
  const files = createMemoryFiles();
  const fetched: string[] = [];
  const toy = toyBot({
    features: [albums],
    pictures: {
      files,
      async fetch({ url }, serviceUrl) {
        fetched.push(`${serviceUrl} ${url}`);
        return bot.answer(url);
      },
    },
  });

  function clicked(person: string, verb: string, data: unknown, card?: string): Promise<Reply> {
    const click = { verb, data, ...(card === undefined ? {} : { card }) };
    return toy.replica().runtime.front.clicked(arrivalOf(person), click);
  }

  const bot: AlbumBot = {
    ...toy,
    files,
    fetched,
    clicked,
    answer: (url) => ({ ok: true, bytes: bytesOf(`png ${url}`) }),

    async album(person, name = 'biblioteket') {
      const form = await toy.replica().runtime.front.said(arrivalOf(person), 'nytt album');
      const matter = stampOf(viewOf(form));
      await clicked(person, 'album.start', { matter, name });
      return matter?.id ?? '';
    },

    async send(person, urls, text = '') {
      const refs = [urls].flat().map((url): AttachmentRef => ({ kind: 'inline', url, name: '' }));
      return toy.replicas.at(-1)!.runtime.front.said(arrivalOf(person), text, refs);
    },

    async close(person, id) {
      const shown = viewOf(await clicked(person, 'open', { kind: ALBUM, id }));
      return clicked(person, 'album.close', { matter: stampOf(shown) });
    },

    state: (id) => toy.body(ALBUMS, id).state as Album,
    envelope: (id) => toy.body(ALBUMS, id),
  };
  return bot;
}

export function viewOf(reply: Reply): View {
  if (reply.kind !== 'card') throw new Error(`no card but ${reply.kind}`);
  return reply.view;
}

/** What a card says: an album's words, or the codes of a notice. */
export function wordsOf(reply: Reply | View): string {
  const { data } = 'card' in reply ? reply : viewOf(reply);
  const { words, notice } = data as { readonly words?: string; readonly notice?: string };
  return words ?? notice ?? '';
}

export function alsoOf(reply: Reply): string | undefined {
  return reply.kind === 'card' && reply.also ? wordsOf(reply.also) : undefined;
}

/** The card that asks which album a picture belongs to. */
export function askedIn(reply: Reply): {
  readonly held: string;
  readonly lines: readonly { readonly name: string }[];
  readonly page: number;
  readonly count: number;
} {
  const { card, data } = viewOf(reply);
  if (card !== 'which') throw new Error(`not asked: ${wordsOf(reply)}`);
  return data as never;
}
