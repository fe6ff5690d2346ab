/** What a file is by its content: never by its name, never by what the sender calls it, and without decoding it. */
import { createHash } from 'node:crypto';
import { MOST_PICTURE_BYTES, MOST_PIXELS, type PictureProblem, type PictureType } from '../../kernel/picture';
import type { Inspect, Inspected } from '../../ports/files';
import { isJpeg, seeJpeg } from './jpeg';
import { isPdf, seePdf } from './pdf';
import { isPng, seePng } from './png';
import type { Seen } from './seen';
import { isWebp, seeWebp } from './webp';
import { opensAsZip } from './zip';

interface Kind {
  readonly type: PictureType;
  readonly is: (bytes: Buffer) => boolean;
  readonly see: (bytes: Buffer) => Seen;
}

/** Each has its first bytes to itself. */
const KINDS: readonly Kind[] = [
  { type: 'image/png', is: isPng, see: seePng },
  { type: 'image/jpeg', is: isJpeg, see: seeJpeg },
  { type: 'image/webp', is: isWebp, see: seeWebp },
  { type: 'application/pdf', is: isPdf, see: seePdf },
];

/** Cheapest first: size, first bytes, header, and only then a walk through it all. */
export const inspect: Inspect = (bytes) => Promise.resolve(judged(bytes));

function judged(given: Uint8Array): Inspected {
  if (given.byteLength === 0) return refused('empty');
  if (given.byteLength > MOST_PICTURE_BYTES) return refused('too-large');

  // A view: copies would make some of the walks below quadratic.
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const kind = KINDS.find(({ is }) => is(bytes));
  if (kind === undefined) return refused('not-a-picture');

  const seen = kind.see(bytes);
  if (seen === 'damaged') return refused('damaged');
  const { width, height } = seen;
  if (width === 0 || height === 0) return refused('damaged');
  if (width !== undefined && height !== undefined && width * height > MOST_PIXELS) {
    return refused('too-many-pixels');
  }
  if (!seen.whole() || opensAsZip(bytes)) return refused('damaged');

  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const size = width === undefined || height === undefined ? {} : { width, height };
  return { ok: true, picture: { sha256, bytes: bytes.length, type: kind.type, ...size } };
}

function refused(problem: PictureProblem): Inspected {
  return { ok: false, problem };
}
