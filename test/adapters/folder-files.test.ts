/** Files in a folder: the contract, what a crash leaves, and what a broken disk gives. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderFiles } from '../../src/adapters/files/folder';
import { BYTES, filesContract, NAME, nameOf, read, SHA } from './files-contract';

const UNAVAILABLE = { name: 'OutsideError', code: 'files-unavailable' };

filesContract('the folder', async () => {
  const folder = madeFolder();
  const files = await openFolderFiles({ folder: join(folder, 'made', 'on the way') });
  return {
    files,
    reopen: () => openFolderFiles({ folder: join(folder, 'made', 'on the way') }),
    async cleanUp() {
      await files.close();
      rmSync(folder, { recursive: true });
    },
  };
});

describe('the folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = madeFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('clears away at start what a crash left half written, and nothing else', async () => {
    const before = await openFolderFiles({ folder });
    await before.put(NAME, BYTES, 'image/png');
    writeFileSync(join(folder, '.incoming', 'left'), 'half');

    const files = await openFolderFiles({ folder });

    expect(readdirSync(join(folder, '.incoming'))).toEqual([]);
    expect(await read(files, NAME)).toEqual(BYTES);
  });

  it('leaves nothing under way when a file is kept, or cannot be', async () => {
    const files = await openFolderFiles({ folder });
    mkdirSync(join(folder, 'taken', `${SHA}.png`), { recursive: true });

    await files.put(NAME, BYTES, 'image/png');
    const refused = files.put(`taken/${SHA}.png`, BYTES, 'image/png');

    await expect(refused).rejects.toMatchObject(UNAVAILABLE);
    expect(readdirSync(join(folder, '.incoming'))).toEqual([]);
  });

  it('survives that another process starts on it while files are written', async () => {
    const files = await openFolderFiles({ folder });
    const pictures = Array.from({ length: 60 }, (_, at) => Buffer.alloc(200_000, at));

    const puts = pictures.map((bytes) => files.put(nameOf(bytes), bytes, 'image/png'));
    for (let starts = 0; starts < 20; starts += 1) await openFolderFiles({ folder });
    await Promise.all(puts);

    for (const bytes of pictures) expect((await read(files, nameOf(bytes)))?.equals(bytes)).toBe(true);
  });

  it('writes a file anew of which the disk lost a part', async () => {
    const files = await openFolderFiles({ folder });
    await files.put(NAME, BYTES, 'image/png');
    truncateSync(join(folder, NAME.replaceAll(':', '_')), 3);

    await files.put(NAME, BYTES, 'image/png');

    expect(await read(files, NAME)).toEqual(BYTES);
  });

  it('uses no name on the disk that Windows has another use for', async () => {
    const files = await openFolderFiles({ folder });

    await files.put(`acc:1/nul/com1.x/console/${SHA}.png`, BYTES, 'image/png');

    expect(existsSync(join(folder, 'acc_1', '~nul', '~com1.x', 'console', `${SHA}.png`))).toBe(true);
  });

  it('is unavailable where no folder can be made, and when it is gone, and names no file', async () => {
    writeFileSync(join(folder, 'plain'), '');
    const files = await openFolderFiles({ folder: join(folder, 'gone') });
    rmSync(join(folder, 'gone'), { recursive: true });
    writeFileSync(join(folder, 'gone'), 'no folder');

    const failures = await Promise.all(
      [
        openFolderFiles({ folder: join(folder, 'plain') }),
        files.ready(),
        files.put(NAME, BYTES, 'image/png'),
        files.open(NAME),
      ].map((work) => work.then(String, (error: unknown) => error)),
    );

    for (const failure of failures) {
      expect(failure).toMatchObject(UNAVAILABLE);
      expect(String((failure as Error).stack)).not.toContain(SHA);
    }
  });

  it('is not ready when its folder was taken away', async () => {
    const files = await openFolderFiles({ folder: join(folder, 'gone') });
    rmSync(join(folder, 'gone'), { recursive: true });

    await expect(files.ready()).rejects.toMatchObject(UNAVAILABLE);
  });
});

function madeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kanalvakt-files-'));
}
