/** What every place for files must do, whatever it is made of: the suite both adapters pass. */
import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Files } from '../../src/ports/files';

export interface FreshFiles {
  /** An empty place. */
  readonly files: Files;
  /** The same place, opened anew. */
  readonly reopen: () => Promise<Files>;
  /** Closes it and removes what it kept. */
  readonly cleanUp: () => Promise<void>;
}

export const SHA = 'ab'.repeat(32);
export const NAME = `sundsvall/acc-17:2026-autumn/${SHA}.png`;
export const BYTES = Buffer.from('bytes of a picture');
export const BAD_NAME = { name: 'BugError', code: 'bad-file-name' };

export function nameOf(bytes: Uint8Array, folder = 'sundsvall/acc-17:2026-autumn'): string {
  return `${folder}/${createHash('sha256').update(bytes).digest('hex')}.png`;
}

export async function read(files: Files, name: string): Promise<Buffer | undefined> {
  const stream = await files.open(name);
  return stream && buffer(stream);
}

const REFUSED: readonly (readonly [what: string, name: string])[] = [
  ['nothing', ''],
  ['a way up', `../${SHA}.png`],
  ['a way up in between', `sundsvall/../../${SHA}.png`],
  ['a way up, encoded', `sundsvall/%2e%2e/${SHA}.png`],
  ['a way up that Windows knows', `sundsvall\\..\\${SHA}.png`],
  ['the folder itself', `./${SHA}.png`],
  ['the root', `/etc/${SHA}.png`],
  ['a drive', `C:\\${SHA}.png`],
  ['an empty folder', `sundsvall//${SHA}.png`],
  ['a folder alone', 'sundsvall/'],
  ['what is written under way', `.incoming/${SHA}.png`],
  ['a dot at the end, which Windows drops', `sundsvall./${SHA}.png`],
  ['a NUL', `sundsvall/${SHA}.png\0.exe`],
  ['a NUL in a folder', `sunds\0vall/${SHA}.png`],
  ['a line break', `sundsvall/${SHA}.png\n`],
  ['two extensions', `sundsvall/${SHA}.png.exe`],
  ['two extensions the other way', `sundsvall/${SHA}.exe.png`],
  ['no extension', `sundsvall/${SHA}`],
  ['another extension', `sundsvall/${SHA}.svg`],
  ['capital letters, which some disks take for small ones', `Sundsvall/${SHA}.png`],
  ['capital digits', `sundsvall/${SHA.toUpperCase()}.png`],
  ['no SHA-256', 'sundsvall/bild.png'],
  ['a shorter one', `sundsvall/${SHA.slice(1)}.png`],
  ['spaces', `sunds vall/${SHA}.png`],
  ['å, ä and ö', `härnösand/${SHA}.png`],
  ['a character that reads from the right', `sundsvall\u202e/${SHA}.png`],
  ['a stream beside a file', `sundsvall/${SHA}.png::$data`],
  ['a query', `sundsvall/${SHA}.png?comp=block`],
  ['a folder longer than a disk takes', `${'a'.repeat(201)}/${SHA}.png`],
  ['a name longer than a service takes', `${`${'a'.repeat(100)}/`.repeat(10)}${SHA}.png`],
];

export function filesContract(name: string, make: () => Promise<FreshFiles>): void {
  describe(`${name} keeps the contract of files`, () => {
    let fresh: FreshFiles;
    const files = () => fresh.files;

    beforeEach(async () => {
      fresh = await make();
    });
    afterEach(() => fresh.cleanUp());

    it('gives back the bytes as they were put, also to a later process', async () => {
      await files().put(NAME, BYTES, 'image/png');

      const again = await fresh.reopen();
      expect(await read(files(), NAME)).toEqual(BYTES);
      expect(await read(again, NAME)).toEqual(BYTES);
      await again.close();
    });

    it('has nothing under a name that was not put', async () => {
      await files().put(NAME, BYTES, 'image/png');

      expect(await read(files(), NAME.replace('17', '18'))).toBeUndefined();
      expect(await read(files(), NAME.replace('.png', '.jpg'))).toBeUndefined();
      expect(await read(files(), `elsewhere/${SHA}.png`)).toBeUndefined();
    });

    it('takes the same name again and again, also at once', async () => {
      const puts = Array.from({ length: 8 }, () => files().put(NAME, BYTES, 'image/png'));

      await expect(Promise.all(puts)).resolves.toHaveLength(8);
      await expect(files().put(NAME, BYTES, 'image/png')).resolves.toBeUndefined();
      expect(await read(files(), NAME)).toEqual(BYTES);
    });

    it('keeps every type, every byte and every folder apart', async () => {
      const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
      const put: [string, Buffer, Parameters<Files['put']>[2]][] = [
        [`${SHA}.webp`, all, 'image/webp'],
        [`a:b/${SHA}.jpg`, Buffer.from('1'), 'image/jpeg'],
        [`a-b/${SHA}.jpg`, Buffer.from('2'), 'image/jpeg'],
        [`a.b/${SHA}.jpg`, Buffer.from('3'), 'image/jpeg'],
        [`a/b/${SHA}.pdf`, Buffer.from('4'), 'application/pdf'],
        [`nul/aux.x/com1/${SHA}.png`, Buffer.from('5'), 'image/png'],
      ];

      for (const one of put) await files().put(...one);

      for (const [name, bytes] of put) expect(await read(files(), name)).toEqual(bytes);
    });

    it('carries a picture of 25 MB', async () => {
      const bytes = randomBytes(25 * 1024 * 1024);

      await files().put(nameOf(bytes), bytes, 'image/png');
      const kept = await read(files(), nameOf(bytes));

      expect(kept?.equals(bytes)).toBe(true);
    });

    it.each(REFUSED)('refuses a name with %s, to put and to open, without repeating it', async (_, bad) => {
      const put = await files()
        .put(bad, BYTES, 'image/png')
        .catch((error: unknown) => error);
      const opened = await files()
        .open(bad)
        .catch((error: unknown) => error);

      expect(put).toMatchObject(BAD_NAME);
      expect(opened).toMatchObject(BAD_NAME);
      if (bad.length > 10) expect(String(put)).not.toContain(bad);
    });

    it('refuses a name that says another type', async () => {
      await expect(files().put(NAME, BYTES, 'application/pdf')).rejects.toMatchObject(BAD_NAME);
      expect(await read(files(), NAME)).toBeUndefined();
    });

    it('says that it is ready', async () => {
      await expect(files().ready()).resolves.toBeUndefined();
    });

    it('may be closed twice', async () => {
      await files().close();

      await expect(files().close()).resolves.toBeUndefined();
    });
  });
}
