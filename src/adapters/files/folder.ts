/** The default place for files: a folder, in which a file appears whole or not at all. */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BugError, OutsideError } from '../../kernel/errors';
import { checkFileName } from '../../kernel/file-name';
import { MOST_PICTURE_BYTES } from '../../kernel/picture';
import type { Files } from '../../ports/files';
import { pathOf } from './paths';

/** Where files are written before they are whole: on the same disk, and no name leads here. */
const INCOMING = '.incoming';

/**
 * Opens the folder, which is made when it is missing, and clears away what a crash left half written.
 * Rejects with OutsideError `files-unavailable`.
 */
export async function openFolderFiles({ folder }: { readonly folder: string }): Promise<Files> {
  const incoming = join(folder, INCOMING);
  await attempt('be made', async () => {
    await mkdir(incoming, { recursive: true });
    for (const left of await readdir(incoming)) await rm(join(incoming, left), { force: true });
  });

  return {
    async put(name, bytes, type) {
      checkFileName(name, type);
      const path = pathOf(folder, name);
      await attempt('keep a file', async () => {
        await mkdir(dirname(path), { recursive: true });
        if (!(await isWhole(path, bytes))) await write(incoming, path, bytes);
        await syncFolders(dirname(path), folder);
      });
    },
    async open(name) {
      checkFileName(name);
      const handle = await attempt('open a file', () => ifThere(open(pathOf(folder, name))));
      return handle?.createReadStream();
    },
    ready: () => attempt('be used', () => checkUsable(incoming)),
    close: () => Promise.resolve(),
  };
}

/** A file has its name only when it is whole: another length means that the disk lost some of it. */
async function isWhole(path: string, bytes: Uint8Array): Promise<boolean> {
  return (await ifThere(stat(path)))?.size === bytes.byteLength;
}

async function write(incoming: string, path: string, bytes: Uint8Array): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const temporary = join(incoming, randomUUID());
    try {
      await writeSynced(temporary, bytes);
      await rename(temporary, path);
      return;
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      // Another process that starts on this folder takes an unfinished file for a leftover.
      if (codeOf(error) !== 'ENOENT' || tries === 3) throw error;
    }
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name is on the disk when its folder is; every one on the way, as another process may just have made it. */
async function syncFolders(from: string, root: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    await syncFolder(folder);
    if (folder.length <= root.length) return;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows keeps its folders itself, and cannot be asked to.
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** It may be written to, and has room for one more. */
async function checkUsable(incoming: string): Promise<void> {
  await access(incoming, constants.R_OK | constants.W_OK);
  const { bavail, bsize } = await statfs(incoming);
  if (bavail * bsize < MOST_PICTURE_BYTES) throw new OutsideError('files-unavailable', 'The disk is full.');
}

async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Says which failure it was, never which file. */
async function attempt<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OutsideError || error instanceof BugError) throw error;
    const code = codeOf(error) ?? 'unknown';
    throw new OutsideError('files-unavailable', `The folder of files cannot ${operation} (${code}).`);
  }
}

/** The system's name for what went wrong, such as `ENOSPC`. */
function codeOf(error: unknown): string | undefined {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
