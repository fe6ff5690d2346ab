/** Packages: what any unpacker finds in them, that entries alone decide their bytes, and that none has a hole. */
import { fromBufferPromise } from 'yauzl';
import { endRecords, centralRecord } from '../../src/adapters/zip/records';
import { isSafePath } from '../../src/adapters/zip/paths';
import { readPicture } from '../../src/adapters/zip/whole';
import { writePackage } from '../../src/adapters/zip/package';
import type { Entry } from '../../src/ports/page';
import { listed, memoryFiles, packed, sha256 } from '../support/packages';

interface Found {
  readonly path: string;
  readonly bytes: Buffer;
  readonly dated: string;
  readonly compressed: boolean;
  /** A record after the bytes, which some unpackers cannot read. */
  readonly trailing: boolean;
}

/** As a reader that has nothing in common with the writer sees it. */
async function unpacked(bytes: Buffer): Promise<Found[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const found: Found[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const dated = entry.getLastModDate({ timezone: 'UTC' }).toISOString();
    found.push({
      path: entry.fileName,
      bytes: Buffer.concat(chunks),
      dated,
      compressed: entry.compressionMethod !== 0,
      trailing: (entry.generalPurposeBitFlag & 8) !== 0,
    });
  }
  return found;
}

const files = memoryFiles();
const ONE = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7) % 256));
const TWO = Buffer.from('en annan bild');
const ENTRIES: readonly Entry[] = [
  { path: 'Läs mig.txt', text: 'Skärmdumpar från hösten 2026.\n' },
  { path: 'kultur-fritid/@bibliotéket instagram 1.png', picture: files.keep(ONE) },
  { path: 'kultur-fritid/tom.csv', text: '' },
  { path: 'vård/2.png', picture: files.keep(TWO) },
];

describe('a package', () => {
  it('holds every entry in order, byte for byte, and the list of their checksums last', async () => {
    const found = await unpacked(await packed(ENTRIES, files));

    expect(found.map(({ path }) => path)).toEqual([...ENTRIES.map(({ path }) => path), 'SHA256SUMS.txt']);
    expect(found[1]?.bytes).toEqual(ONE);
    expect(found[3]?.bytes).toEqual(TWO);
    expect(found[0]?.bytes.toString()).toBe('Skärmdumpar från hösten 2026.\n');
    expect(found[4]?.bytes.toString()).toBe(
      [
        `${sha256('Skärmdumpar från hösten 2026.\n')}  Läs mig.txt\n`,
        `${sha256(ONE)}  kultur-fritid/@bibliotéket instagram 1.png\n`,
        `${sha256('')}  kultur-fritid/tom.csv\n`,
        `${sha256(TWO)}  vård/2.png\n`,
      ].join(''),
    );
  });

  it('is stored as it is, says everything before the bytes, and knows no clock', async () => {
    const found = await unpacked(await packed(ENTRIES, files));

    for (const { dated, compressed, trailing } of found)
      expect([dated, compressed, trailing]).toEqual(['1980-01-01T00:00:00.000Z', false, false]);
  });

  it('is the same bytes every time, on every machine', async () => {
    const bytes = await packed(ENTRIES, files);

    expect(await packed(ENTRIES, files)).toEqual(bytes);
    // Written down once: packages of long ago are checked against what is written today.
    expect(sha256(bytes)).toBe('2de4973d89bc9b8868de0cf1e92b0f8ea1bbd660d8de8ad5b40f979ae0de7914');
  });

  it('may be empty but for its list', async () => {
    const found = await unpacked(await packed([], files));

    expect(found.map(({ path, bytes }) => [path, bytes.length])).toEqual([['SHA256SUMS.txt', 0]]);
  });

  it('of more files than old ZIP files could hold is read all the same', async () => {
    const many = Array.from({ length: 65_600 }, (_, at): Entry => ({ path: `${at}.txt`, text: `${at}` }));

    const found = await unpacked(await packed(many, files));

    expect(found).toHaveLength(65_601);
    expect(found[65_599]?.bytes.toString()).toBe('65599');
  }, 120_000);

  it('beyond four gigabytes says so in the longer fields', () => {
    const far = centralRecord({ path: 'x', crc32: 1, size: 2, offset: 5_000_000_000 });
    const near = centralRecord({ path: 'x', crc32: 1, size: 2, offset: 0xfffffffe });
    const end = endRecords(3, 200, 6_000_000_000);

    expect([far.readUInt32LE(42), far.readUInt16LE(30), far.readBigUInt64LE(51)]).toEqual([
      0xffffffff,
      12,
      5_000_000_000n,
    ]);
    expect([near.readUInt32LE(42), near.length]).toEqual([0xfffffffe, 47]);
    expect([end.length, end.readBigUInt64LE(48), end.readBigUInt64LE(64), end.readUInt32LE(92)]).toEqual([
      98,
      6_000_000_000n,
      6_000_000_200n,
      0xffffffff,
    ]);
    expect(endRecords(3, 200, 100)).toHaveLength(22);
    const many = endRecords(70_000, 200, 100).subarray(-22);
    expect([many.readUInt16LE(8), many.readUInt16LE(10)]).toEqual([0xffff, 0xffff]);
  });

  it('is read no faster than it is taken away, one picture at a time', async () => {
    const slow = memoryFiles(1000);
    let asked = 0;
    const entries = async function* (): AsyncGenerator<Entry> {
      for (let at = 0; at < 50; at += 1) {
        asked += 1;
        yield await Promise.resolve({ path: `${at}.png`, picture: slow.keep(Buffer.alloc(100_000, at)) });
      }
    };
    const stream = writePackage(entries(), slow);
    let most = 0;
    let taken = 0;
    for await (const chunk of stream) {
      taken += (chunk as Buffer).length;
      most = Math.max(most, asked - Math.floor(taken / 100_000));
      expect(slow.stillOpen()).toBeLessThanOrEqual(1);
    }

    expect(taken).toBeGreaterThan(5_000_000);
    expect(most).toBeLessThanOrEqual(2);
  });

  it('that nobody takes to its end leaves no file open', async () => {
    const some = memoryFiles(10);
    const entries: Entry[] = [{ path: 'x.png', picture: some.keep(Buffer.alloc(100_000)) }];
    for await (const _chunk of writePackage(listed(entries), some)) if (some.stillOpen() > 0) break;
    await new Promise((resolve) => setImmediate(resolve));

    expect(some.stillOpen()).toBe(0);
  });

  const wrong: readonly (readonly [string, Buffer | undefined, string])[] = [
    ['is not there', undefined, 'picture-missing'],
    ['is shorter', ONE.subarray(1), 'picture-changed'],
    ['is longer', Buffer.concat([ONE, TWO]), 'picture-changed'],
    ['is empty', Buffer.alloc(0), 'picture-changed'],
    ['has another last byte', Buffer.concat([ONE.subarray(0, -1), Buffer.from([1])]), 'picture-changed'],
  ];
  it.each(wrong)('fails when a picture %s, and so does the picture by itself', async (_name, bytes, code) => {
    const some = memoryFiles();
    const picture = some.keep(ONE);
    some.replace(picture, bytes);
    const alone: Buffer[] = [];
    const reading = async (): Promise<void> => {
      for await (const chunk of readPicture(picture, some)) alone.push(chunk as Buffer);
    };

    await expect(packed([{ path: 'x.png', picture }], some)).rejects.toMatchObject({ code });
    await expect(reading()).rejects.toMatchObject({ code });
    expect(Buffer.concat(alone).length).toBeLessThan(ONE.length);
  });

  it.each([
    '../x',
    'a/../../x',
    '/x',
    'C:/x',
    'a\\b',
    'a//b',
    'a/',
    '',
    '.',
    'a/.',
    'a\nb',
    'a\u0000',
    'a\u202eb',
    'x.',
    'x ',
    'aux',
    'CON.txt',
    'a:b',
    'a*',
    '\ud800',
    'e\u0301',
    'x'.repeat(201),
    'SHA256SUMS.txt',
    'sha256sums.TXT',
  ])('has no path like %j', async (path) => {
    await expect(packed([{ path, text: 'x' }], files)).rejects.toMatchObject({ code: 'unsafe-path' });
  });

  it('has no two paths that are one file on some machine', async () => {
    const twice: Entry[] = [
      { path: 'Å/x.png', text: '1' },
      { path: 'å/X.png', text: '2' },
    ];

    await expect(packed(twice, files)).rejects.toMatchObject({ code: 'unsafe-path' });
    expect(isSafePath('Å/x.png')).toBe(true);
  });
});
