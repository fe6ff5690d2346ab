/** Looks whether a package is byte for byte what was made: its files, its list, and everything around them. */
import { createHash } from 'node:crypto';
import { open as openFile, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { archive, type Part } from '../../src/adapters/zip/archive';
import { SUMS } from '../../src/adapters/zip/package';
import { isSafePath, pathKey } from '../../src/adapters/zip/paths';

export type Finding =
  | { readonly code: 'no-file' | 'unreadable' | 'no-list' | 'order' }
  | { readonly code: 'list-line'; readonly line: number }
  | { readonly code: 'missing' | 'extra' | 'twice' | 'unsafe' | 'changed'; readonly path: string }
  /** Where the file first differs from one that is made of the same entries. */
  | { readonly code: 'bytes'; readonly at: number };

export interface Checked {
  /** None: the package is whole. */
  readonly findings: readonly Finding[];
  /** Files besides the list. */
  readonly files: number;
  /** SHA-256 of the list, when there is one. */
  readonly list?: string;
}

interface Seen {
  readonly part: Part;
  readonly sha256: string;
}

interface Line {
  readonly sha256: string;
  readonly path: string;
}

/** More than a list of a hundred thousand files. */
const MOST_LIST_BYTES = 32 * 1024 * 1024;

/** Nothing is unpacked, and no file is held in memory. Never rejects for anything in the package. */
export async function checkPackage(file: string): Promise<Checked> {
  const handle = await openFile(file).catch(() => undefined);
  if (!handle) return { findings: [{ code: 'no-file' }], files: 0 };
  try {
    return await checked(file, handle);
  } catch {
    return { findings: [{ code: 'unreadable' }], files: 0 };
  } finally {
    await handle.close();
  }
}

async function checked(file: string, handle: FileHandle): Promise<Checked> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true });
  try {
    const seen: Seen[] = [];
    for await (const entry of zip.eachEntry()) seen.push(await measured(zip, entry));
    const listed = seen.at(-1);
    const named = nameFindings(seen);
    if (listed?.part.path !== SUMS) return { findings: [...named, { code: 'no-list' }], files: seen.length };
    const files = seen.slice(0, -1);
    const inList = listFindings(await textOf(listed.part), files);
    // Names that cannot be written cannot be written again either.
    const bytes = named.length > 0 ? [] : await byteFindings(seen, handle);
    return { findings: [...named, ...inList, ...bytes], files: files.length, list: listed.sha256 };
  } finally {
    zip.close();
  }
}

async function measured(zip: ZipFile, entry: Entry): Promise<Seen> {
  if (entry.isEncrypted() || entry.compressionMethod !== 0) throw new Error('not stored');
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
  };
  const hash = createHash('sha256');
  let sum = 0;
  let size = 0;
  for await (const chunk of bytes()) {
    hash.update(chunk);
    sum = crc32(chunk, sum);
    size += chunk.length;
  }
  return { part: { path: entry.fileName, crc32: sum, size, bytes }, sha256: hash.digest('hex') };
}

function nameFindings(seen: readonly Seen[]): Finding[] {
  const findings: Finding[] = [];
  const keys = new Set<string>();
  for (const { path } of seen.map(({ part }) => part)) {
    if (!isSafePath(path)) findings.push({ code: 'unsafe', path });
    if (keys.has(pathKey(path))) findings.push({ code: 'twice', path });
    keys.add(pathKey(path));
  }
  return findings;
}

async function textOf({ size, bytes }: Part): Promise<string> {
  if (size > MOST_LIST_BYTES) throw new Error('the list is too long');
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes()) chunks.push(chunk);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
}

function listFindings(text: string, files: readonly Seen[]): Finding[] {
  const lines = text.split('\n');
  const end = lines.pop();
  const read = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  const broken = read.findIndex((line) => line === null);
  if (broken >= 0 || end !== '')
    return [{ code: 'list-line', line: broken >= 0 ? broken + 1 : lines.length + 1 }];
  const list = read.map((line): Line => ({ sha256: line?.[1] ?? '', path: line?.[2] ?? '' }));
  return comparison(list, files);
}

function comparison(list: readonly Line[], files: readonly Seen[]): Finding[] {
  const byPath = new Map(list.map((line) => [line.path, line]));
  const there = new Set(files.map(({ part }) => part.path));
  const findings: Finding[] = [
    ...list
      .filter(({ path }, at) => byPath.get(path) !== list[at])
      .map(({ path }): Finding => ({ code: 'twice', path })),
    ...[...byPath.keys()]
      .filter((path) => !there.has(path))
      .map((path): Finding => ({ code: 'missing', path })),
    ...files.flatMap(({ part: { path }, sha256 }): Finding[] => {
      const line = byPath.get(path);
      if (!line) return [{ code: 'extra', path }];
      return line.sha256 === sha256 ? [] : [{ code: 'changed', path }];
    }),
  ];
  const inOrder = list.every(({ path }, at) => files[at]?.part.path === path);
  return findings.length > 0 || inOrder ? findings : [{ code: 'order' }];
}

/** Makes the package anew from its entries, beside the file as it is. */
async function byteFindings(seen: readonly Seen[], handle: FileHandle): Promise<Finding[]> {
  const parts = async function* (): AsyncGenerator<Part> {
    for (const { part } of seen) yield await Promise.resolve(part);
  };
  let at = 0;
  for await (const chunk of archive(parts())) {
    const found = Buffer.alloc(chunk.length);
    const { bytesRead } = await handle.read(found, 0, chunk.length, at);
    const same = chunk.findIndex((byte, place) => place >= bytesRead || byte !== found[place]);
    if (same >= 0) return [{ code: 'bytes', at: at + same }];
    at += chunk.length;
  }
  const { size } = await handle.stat();
  return size === at ? [] : [{ code: 'bytes', at }];
}
