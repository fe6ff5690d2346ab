/** The check of a package: whatever is changed anywhere in it is noticed, and said in a plain sentence. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive, textPart, type Part } from '../../src/adapters/zip/archive';
import { localHeader, centralRecord, endRecords } from '../../src/adapters/zip/records';
import { checkPackage, type Checked } from '../../tools/package/check';
import { report, words } from '../../tools/package/words';
import { memoryFiles, packed, sha256 } from '../support/packages';

let folder: string;
let whole: Buffer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  const files = memoryFiles();
  whole = await packed(
    [
      { path: 'Läs mig.txt', text: 'Hösten 2026.\n' },
      { path: 'kultur/1.png', picture: files.keep(Buffer.from('en bild')) },
      { path: 'kultur/2.png', picture: files.keep(Buffer.from('en bild till')) },
    ],
    files,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(bytes: Uint8Array): Promise<Checked> {
  const file = join(folder, 'package.zip');
  writeFileSync(file, bytes);
  return checkPackage(file);
}

/** A package whose list says what it says, otherwise in order. */
async function made(files: Readonly<Record<string, string>>, list: string): Promise<Buffer> {
  const parts = async function* (): AsyncGenerator<Part> {
    for (const [path, text] of Object.entries(files)) yield await Promise.resolve(textPart(path, text));
    if (list !== 'none') yield textPart('SHA256SUMS.txt', list);
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive(parts())) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const line = (path: string, text: string): string => `${sha256(text)}  ${path}\n`;
const [A, B] = [line('a', '1'), line('b', '2')];

describe('a package is checked', () => {
  it('and is whole when nothing was changed; the checksum of its list is told', async () => {
    const checked = await check(whole);

    const list = [
      line('Läs mig.txt', 'Hösten 2026.\n'),
      line('kultur/1.png', 'en bild'),
      line('kultur/2.png', 'en bild till'),
    ];
    expect(checked).toEqual({ findings: [], files: 3, list: sha256(list.join('')) });
    expect(report(checked, 'sv')).toEqual([
      'Paketet är helt. 3 filer stämmer med listan, och inget annat är ändrat.',
      `Listans kontrollsumma (SHA-256): ${sha256(list.join(''))}`,
      'Jämför den med den som boten visade när paketet stängdes.',
    ]);
  });

  it.each([0x01, 0xff])('and any one byte that is changed (by %i) is noticed', async (mask) => {
    const unnoticed: number[] = [];
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = whole.readUInt8(at) ^ mask;
      if ((await check(changed)).findings.length === 0) unnoticed.push(at);
    }

    expect(unnoticed).toEqual([]);
    expect(whole.length).toBeGreaterThan(600);
  });

  it('and is noticed wherever it was cut off', async () => {
    const unnoticed: number[] = [];
    for (let length = 0; length < whole.length; length += 1)
      if ((await check(whole.subarray(0, length))).findings.length === 0) unnoticed.push(length);

    expect(unnoticed).toEqual([]);
  });

  it.each([
    ['appended', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0])])],
    ['put before it', (bytes: Buffer) => Buffer.concat([Buffer.from([0]), bytes])],
    ['put after it twice', (bytes: Buffer) => Buffer.concat([bytes, bytes])],
    [
      'put between its files and their directory',
      (bytes: Buffer) => {
        const end = bytes.length - 22;
        const directory = bytes.readUInt32LE(end + 16);
        const moved = Buffer.from(bytes.subarray(end));
        moved.writeUInt32LE(directory + 4, 16);
        return Buffer.concat([
          bytes.subarray(0, directory),
          Buffer.from('hide'),
          bytes.subarray(directory, end),
          moved,
        ]);
      },
    ],
    [
      'added as a comment',
      (bytes: Buffer) => {
        const commented = Buffer.concat([bytes, Buffer.from('hej')]);
        commented.writeUInt16LE(3, bytes.length - 2);
        return commented;
      },
    ],
  ])('and something %s is noticed', async (_name, change) => {
    expect((await check(change(whole))).findings).not.toEqual([]);
  });

  it.each([
    ['a file that is changed', { a: '1', b: 'x' }, A + B, [{ code: 'changed', path: 'b' }]],
    ['a file that is missing', { a: '1' }, A + B, [{ code: 'missing', path: 'b' }]],
    ['a file too many', { a: '1', b: '2' }, A, [{ code: 'extra', path: 'b' }]],
    ['a line twice', { a: '1', b: '2' }, A + A + B, [{ code: 'twice', path: 'a' }]],
    ['another order', { b: '2', a: '1' }, A + B, [{ code: 'order' }]],
    ['no list', { a: '1' }, 'none', [{ code: 'no-list' }]],
    ['an empty list', { a: '1' }, '', [{ code: 'extra', path: 'a' }]],
    ['a list without its last line end', { a: '1' }, A.trimEnd(), [{ code: 'list-line', line: 1 }]],
    ['an empty line', { a: '1', b: '2' }, `${A}\n${B}`, [{ code: 'list-line', line: 2 }]],
    ['a checksum in capitals', { a: '1' }, A.toUpperCase(), [{ code: 'list-line', line: 1 }]],
    ['line ends of Windows', { a: '1' }, A.replace('\n', '\r\n'), [{ code: 'list-line', line: 1 }]],
  ])('and %s is told', async (_name, files, list, findings) => {
    expect((await check(await made(files as Record<string, string>, list))).findings).toEqual(findings);
  });

  it.each([
    [['../x'], 'unsafe'],
    [['C:x'], 'unsafe'],
    [['a', 'A'], 'twice'],
    [['a', 'a'], 'twice'],
  ])('and the paths %j of somebody else’s package are told', async (paths, code) => {
    const texts = [...paths.map((path) => [path, '1'] as const)];
    const all = [...texts, ['SHA256SUMS.txt', texts.map(([path]) => line(path, '1')).join('')] as const];
    const chunks: Buffer[] = [];
    const records: Buffer[] = [];
    let offset = 0;
    for (const [path, text] of all) {
      const { crc32, size } = textPart(path, text);
      const header = localHeader({ path, crc32, size });
      records.push(centralRecord({ path, crc32, size, offset }));
      chunks.push(header, Buffer.from(text));
      offset += header.length + size;
    }
    const directory = Buffer.concat(records);
    const bytes = Buffer.concat([...chunks, directory, endRecords(all.length, directory.length, offset)]);

    const { findings } = await check(bytes);

    // The reader itself refuses some of them.
    expect(findings.map((one) => one.code === code || one.code === 'unreadable')).toContain(true);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a picture', Buffer.from('\u0089PNG')],
    ['noise', Buffer.alloc(5000, 0x50)],
  ])('and %s is no package', async (_name, bytes) => {
    expect((await check(bytes)).findings).toEqual([{ code: 'unreadable' }]);
  });

  it('and is not there when it is not there', async () => {
    const checked = await checkPackage(join(folder, 'none.zip'));

    expect(report(checked, 'en')).toEqual(['The file is not there, or cannot be opened.', words.en.notWhole]);
  });
});

test('what is found is said in words, and a name cannot write to the terminal', () => {
  const checked: Checked = {
    findings: [
      { code: 'changed', path: 'a\u001b[2Jb\u202e' },
      { code: 'bytes', at: 12 },
      { code: 'list-line', line: 3 },
    ],
    files: 1,
    list: 'abc',
  };

  expect(report(checked, 'sv')).toEqual([
    'a?[2Jb? är ändrad.',
    'Paketet skiljer sig från det som gjordes, från byte 12.',
    'Rad 3 i listan går inte att läsa.',
    words.sv.notWhole,
    'Listans kontrollsumma (SHA-256): abc',
  ]);
});
