/** Finds and reads the files that the two settings name: each a file, or a folder with several. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file or a folder, and the setting that names it. */
export interface Source {
  readonly setting: string;
  readonly path: string;
}

export interface Sources {
  readonly organisations: Source;
  readonly guidelines: Source;
}

/** A file's content, or why there is none. */
export type SourceFile =
  { readonly path: string; readonly text: string } | { readonly path: string; readonly problem: string };

const LARGEST_FILE = 1024 * 1024;

/** Changes whenever a file is written, replaced, added or removed; cheap enough to ask every minute. */
export async function fingerprint({ organisations, guidelines }: Sources): Promise<string> {
  const marks = await Promise.all([organisations, guidelines].map(({ path }) => marksOf(path)));
  return marks.flat().join('\n');
}

/** Every file of a source, in the order of their names. `.json` is what a build makes of YAML, to start faster. */
export async function readSource({ setting, path }: Source): Promise<SourceFile[]> {
  const files = await filesOf(path).catch((error: unknown) => codeOf(error));
  if (typeof files === 'string')
    return [{ path, problem: `This cannot be read (${files}). Check ${setting}.` }];
  if (files.length > 0) return Promise.all(files.map(readOne));
  return [{ path, problem: `This folder holds no file that ends in .yaml or .yml. Check ${setting}.` }];
}

async function readOne(path: string): Promise<SourceFile> {
  try {
    if ((await stat(path)).size > LARGEST_FILE)
      return { path, problem: 'This is larger than 1 MB. Make it smaller.' };
    return { path, text: await readFile(path, 'utf8') };
  } catch (error) {
    return { path, problem: `This cannot be read (${codeOf(error)}).` };
  }
}

async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /^[^.].*\.(ya?ml|json)$/.test(name)).sort();
  return names.map((name) => join(path, name));
}

async function marksOf(path: string): Promise<string[]> {
  const files = await filesOf(path).catch(() => [path]);
  return Promise.all(
    files.map(async (file) => {
      const at = await stat(file).catch((error: unknown) => codeOf(error));
      return typeof at === 'string'
        ? `${file} ${at}`
        : `${file} ${at.mtimeMs} ${at.ctimeMs} ${at.size} ${at.ino}`;
    }),
  );
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : 'unknown reason';
}
