/** Reads a kept picture and makes sure that it is the one that was kept: whole, and not a byte different. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { BugError } from '../../kernel/errors';
import type { Picture } from '../../kernel/picture';
import type { Files } from '../../ports/files';

/**
 * The picture's bytes. The last of them are held back until all are known to be right: throws BugError
 * `picture-missing` or `picture-changed`, and whoever reads never has a whole file.
 */
export async function* wholePicture(
  picture: Picture,
  files: Files,
): AsyncGenerator<Uint8Array, void, undefined> {
  const stream = await files.open(picture.file);
  if (!stream) throw new BugError('picture-missing', `${picture.file} is not among the files.`);
  const hash = createHash('sha256');
  let size = 0;
  let held: Uint8Array | undefined;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    size += chunk.length;
    if (size > picture.bytes) break;
    if (held) yield held;
    held = chunk;
  }
  if (size !== picture.bytes || hash.digest('hex') !== picture.sha256)
    throw new BugError('picture-changed', `${picture.file} is not what was kept under its name.`);
  if (held) yield held;
}

export function readPicture(picture: Picture, files: Files): Readable {
  return Readable.from(wholePicture(picture, files), { objectMode: false });
}

/** Reads it once to know its checksum, before anything of it is given. Throws likewise. */
export async function checksumOf(picture: Picture, files: Files): Promise<number> {
  let sum = 0;
  for await (const chunk of wholePicture(picture, files)) sum = crc32(chunk, sum);
  return sum;
}
