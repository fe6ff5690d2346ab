/** Files in memory that honour ports/files.ts, and a judge of bytes that goes by their first word. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { BugError } from '../../src/kernel/errors';
import type { PictureProblem, PictureType } from '../../src/kernel/picture';
import type { FileName, Files, Inspect } from '../../src/ports/files';
import type { RuntimeOptions } from '../../src/runtime/runtime';

export interface MemoryFiles extends Files {
  /** Every name that was put, again when it was put again. */
  readonly puts: readonly FileName[];
  bytes(name: FileName): Uint8Array | undefined;
  /** Called before a file is kept; may throw for an outage, or never resolve for a process that died. */
  before: (name: FileName) => Promise<void>;
  /** Likewise, when it is kept and the caller does not know yet. */
  after: (name: FileName) => Promise<void>;
}

const NAME = /^[a-z0-9.:-]+(\/[a-z0-9.:-]+)*\/[0-9a-f]{64}\.(png|jpg|webp|pdf)$/;

export function createMemoryFiles(): MemoryFiles {
  const kept = new Map<FileName, Uint8Array>();
  const puts: FileName[] = [];
  const files: MemoryFiles = {
    puts,
    bytes: (name) => kept.get(name),
    before: () => Promise.resolve(),
    after: () => Promise.resolve(),
    async put(name, bytes) {
      if (!NAME.test(name)) throw new BugError('bad-file-name', 'This is no name of a file.');
      await files.before(name);
      puts.push(name);
      kept.set(name, Uint8Array.from(bytes));
      await files.after(name);
    },
    open: async (name) => {
      const bytes = kept.get(name);
      return bytes && Readable.from([Buffer.from(bytes)]);
    },
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return files;
}

export function bytesOf(words: string): Uint8Array {
  return Buffer.from(words);
}

const TYPES: Readonly<Record<string, PictureType>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  pdf: 'application/pdf',
};
const PROBLEMS: readonly PictureProblem[] = ['too-large', 'too-many-pixels', 'damaged'];

/** `png …` is a PNG, `damaged …` is damaged; nothing is empty, and anything else is no picture. */
export const fakeInspect: Inspect = (bytes) => {
  const [first = ''] = Buffer.from(bytes).toString().split(' ');
  const type = TYPES[first];
  const problem = PROBLEMS.find((one) => one === first) ?? (bytes.length === 0 ? 'empty' : 'not-a-picture');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return Promise.resolve(
    type ? { ok: true, picture: { sha256, bytes: bytes.length, type } } : { ok: false, problem },
  );
};

/** For a runtime whose features know no pictures. */
export const NO_PICTURES: Pick<RuntimeOptions, 'fetch' | 'files' | 'inspect' | 'presentWhich'> = {
  fetch: () => Promise.resolve({ ok: false, why: 'unavailable' }),
  files: createMemoryFiles(),
  inspect: fakeInspect,
  presentWhich: (asking) => ({ card: 'which', data: asking, summary: '' }),
};
