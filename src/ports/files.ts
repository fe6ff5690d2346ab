/** Where the bytes of pictures lie, and what they are by their content. Two adapters pass one contract suite. */
import type { Readable } from 'node:stream';
import type { Picture, PictureProblem } from '../kernel/picture';

/**
 * Segments of `a–z 0–9 - . :` with `/` between them, made by the server alone; the last one is the content's SHA-256
 * with an extension, so a name never means two contents.
 */
export type FileName = string;

export interface Files {
  /**
   * Keeps the bytes: resolves when they are safe and whole, also when the same name was put before.
   * Rejects with OutsideError `files-unavailable`, BugError `bad-file-name`.
   */
  put(name: FileName, bytes: Uint8Array, type: Picture['type']): Promise<void>;
  /**
   * The bytes as they were put; undefined when there are none. Never a half file: a stream that breaks off ends with an
   * error. Rejects likewise.
   */
  open(name: FileName): Promise<Readable | undefined>;
  /** Resolves when files can be kept and read; rejects with OutsideError. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export type Inspected =
  | { readonly ok: true; readonly picture: Omit<Picture, 'file'> }
  | { readonly ok: false; readonly problem: PictureProblem };

/** Judges bytes by their content alone: the header, then the whole structure; nothing is decoded. Never rejects for anything in the bytes. */
export type Inspect = (bytes: Uint8Array) => Promise<Inspected>;
