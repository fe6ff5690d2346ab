/** Packages in memory: kept pictures, and the bytes that come of entries. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { writePackage } from '../../src/adapters/zip/package';
import type { Picture } from '../../src/kernel/picture';
import type { Files } from '../../src/ports/files';
import type { Entry } from '../../src/ports/page';

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export interface MemoryFiles extends Files {
  keep(bytes: Buffer, name?: string): Picture;
  /** Puts something else where a picture was; undefined: nothing. */
  replace(picture: Picture, bytes: Buffer | undefined): void;
  /** Files that were opened and not read to their end or closed. */
  readonly stillOpen: () => number;
}

export function memoryFiles(chunk = 1000): MemoryFiles {
  const kept = new Map<string, Buffer>();
  let open = 0;
  return {
    stillOpen: () => open,
    keep(bytes, name = `${sha256(bytes)}.png`) {
      kept.set(name, bytes);
      return { file: name, sha256: sha256(bytes), bytes: bytes.length, type: 'image/png' };
    },
    replace(picture, bytes) {
      if (bytes) kept.set(picture.file, bytes);
      else kept.delete(picture.file);
    },
    put: () => Promise.resolve(),
    open(name) {
      const bytes = kept.get(name);
      if (!bytes) return Promise.resolve(undefined);
      open += 1;
      const stream = Readable.from(pieces(bytes, chunk), { objectMode: false });
      stream.on('close', () => (open -= 1));
      return Promise.resolve(stream);
    },
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function* listed(entries: readonly Entry[]): AsyncGenerator<Entry> {
  for (const entry of entries) yield await Promise.resolve(entry);
}

export async function packed(entries: readonly Entry[], files: Files): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writePackage(listed(entries), files)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
