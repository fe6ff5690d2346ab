/** Entries one after another as a ZIP file, each read when it is its turn: nothing waits in memory. */
import { crc32 } from 'node:zlib';
import { BugError } from '../../kernel/errors';
import { isSafePath, pathKey } from './paths';
import { centralRecord, endRecords, localHeader, type Measured, type Placed } from './records';

export interface Part extends Measured {
  /** Exactly `size` bytes. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** Throws BugError `unsafe-path` for a path that is one on no machine, or that came before. */
export async function* archive(parts: AsyncIterable<Part>): AsyncGenerator<Uint8Array, void, undefined> {
  const placed: Placed[] = [];
  const seen = new Set<string>();
  let offset = 0;
  for await (const { path, crc32: sum, size, bytes } of parts) {
    if (!isSafePath(path) || seen.has(pathKey(path)))
      throw new BugError('unsafe-path', 'A path of a package cannot be used, or is used twice.');
    seen.add(pathKey(path));
    const header = localHeader({ path, crc32: sum, size });
    yield header;
    yield* bytes();
    placed.push({ path, crc32: sum, size, offset });
    offset += header.length + size;
  }
  let length = 0;
  for (const one of placed) {
    const record = centralRecord(one);
    yield record;
    length += record.length;
  }
  yield endRecords(placed.length, length, offset);
}

export function textPart(path: string, text: string): Part {
  const bytes = Buffer.from(text);
  return {
    path,
    crc32: crc32(bytes),
    size: bytes.length,
    async *bytes() {
      if (bytes.length > 0) yield await Promise.resolve(bytes);
    },
  };
}
