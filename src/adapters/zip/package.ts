/** A package of texts and pictures with the list of their checksums, as bytes that the entries alone decide. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Files } from '../../ports/files';
import type { Entry } from '../../ports/page';
import { archive, textPart, type Part } from './archive';
import { checksumOf, wholePicture } from './whole';

/** Last in every package: `<sha256>  <path>` for each entry before it, in order, as `sha256sum -c` reads it. */
export const SUMS = 'SHA256SUMS.txt';

/**
 * Stored, not compressed, dated 1 January 1980. One picture is read at a time, as fast as it is taken away. The stream
 * fails with BugError `picture-missing` or `picture-changed` rather than leave a hole, `unsafe-path` for a path that
 * cannot be one or is used twice.
 */
export function writePackage(entries: AsyncIterable<Entry>, files: Files): Readable {
  return Readable.from(archive(partsOf(entries, files)), { objectMode: false });
}

async function* partsOf(entries: AsyncIterable<Entry>, files: Files): AsyncGenerator<Part> {
  const lines: string[] = [];
  for await (const entry of entries) {
    const { path } = entry;
    if ('text' in entry) {
      const sha256 = createHash('sha256').update(entry.text).digest('hex');
      lines.push(`${sha256}  ${path}\n`);
      yield textPart(path, entry.text);
    } else {
      const { picture } = entry;
      const crc32 = await checksumOf(picture, files);
      lines.push(`${picture.sha256}  ${path}\n`);
      yield { path, crc32, size: picture.bytes, bytes: () => wholePicture(picture, files) };
    }
  }
  yield textPart(SUMS, lines.join(''));
}
