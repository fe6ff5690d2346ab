/** What a file is by its content: real pictures are taken, and nothing else, whatever it says of itself. */
import { createHash } from 'node:crypto';
import * as zlib from 'node:zlib';
import fc from 'fast-check';
import { imageSize } from 'image-size';
import { crc32ByTable } from '../../src/adapters/files/crc32';
import { inspect } from '../../src/adapters/files/inspect';
import { MOST_PICTURE_BYTES } from '../../src/kernel/picture';
import { jpeg, jpegSegment, pdf, png, pngChunk, pngHeader, pngOf, webp } from '../support/pictures';
import { HOSTILE, samsung, VALID } from './hostile-files';

describe('a real picture is taken, with its type, size and SHA-256', () => {
  it.each<[string, Buffer, string, number, number]>([
    ['PNG', png(), 'image/png', 64, 48],
    ['PNG of a whole page', png({ width: 1080, height: 2400 }), 'image/png', 1080, 2400],
    ['PNG of 25 MB', png({ bytes: MOST_PICTURE_BYTES }), 'image/png', 64, 48],
    [
      'PNG of 60 million pixels',
      pngOf(pngHeader(6_000, 10_000), pngChunk('IDAT'), pngChunk('IEND')),
      'image/png',
      6_000,
      10_000,
    ],
    ['JPEG', jpeg(), 'image/jpeg', 6, 4],
    ['JPEG with a second image behind it', Buffer.concat([jpeg(), jpeg({ seed: 2 })]), 'image/jpeg', 6, 4],
    [
      'JPEG with the notes of a Samsung phone',
      Buffer.concat([jpeg(), samsung(Buffer.from('Screenshot'))]),
      'image/jpeg',
      6,
      4,
    ],
    [
      'JPEG with a preview inside',
      Buffer.concat([jpeg().subarray(0, 2), jpegSegment(0xe1, jpeg()), jpeg().subarray(2)]),
      'image/jpeg',
      6,
      4,
    ],
    ['WebP', webp(), 'image/webp', 6, 4],
    ['WebP without loss', webp({ kind: 'lossless' }), 'image/webp', 6, 4],
    ['WebP with transparency', webp({ kind: 'transparent' }), 'image/webp', 6, 4],
  ])('%s', async (_, bytes, type, width, height) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');

    expect(await inspect(bytes)).toEqual({
      ok: true,
      picture: { sha256, bytes: bytes.length, type, width, height },
    });
  });

  it('PDF, which has no pixels', async () => {
    const inspected = await inspect(pdf());

    expect(inspected).toMatchObject({ ok: true, picture: { type: 'application/pdf', bytes: pdf().length } });
    expect(inspected.ok && inspected.picture).not.toHaveProperty('width');
  });

  it('also as a part of a larger buffer, as a stream hands it over', async () => {
    const within = new Uint8Array(Buffer.concat([Buffer.alloc(7), png(), Buffer.alloc(7)])).subarray(7, -7);

    expect(await inspect(within)).toEqual(await inspect(png()));
  });

  it('with the size that another reader of headers sees', async () => {
    for (const bytes of [png(), jpeg(), webp(), webp({ kind: 'lossless' }), webp({ kind: 'transparent' })]) {
      const { width, height } = imageSize(bytes);

      expect(await inspect(bytes)).toMatchObject({ ok: true, picture: { width, height } });
    }
  });

  it('each seed another', () => {
    const hashes = [1, 2].flatMap((seed) =>
      [png({ seed }), jpeg({ seed }), webp({ seed }), pdf({ seed })].map((bytes) => bytes.toString('hex')),
    );

    expect(new Set(hashes).size).toBe(8);
  });
});

describe('nothing else is taken', () => {
  it.each(HOSTILE)('%s', async (_, bytes, problem) => {
    expect(await inspect(bytes)).toEqual({ ok: false, problem });
  });

  it.each(Object.entries(VALID))('%s that is cut off anywhere', async (_, whole) => {
    for (let length = 1; length < whole.length; length += 1) {
      const cut = await inspect(whole.subarray(0, length));
      // A PDF may end with a line break or without.
      const same = whole.subarray(length).toString() === '\n';

      expect([length, cut.ok]).toEqual([length, same]);
      if (!cut.ok && length > 12) expect(cut.problem).toBe('damaged');
    }
  });

  it.each(Object.entries(VALID))('%s with anything behind it', async (_, whole) => {
    const more = fc.uint8Array({ minLength: 1, maxLength: 300 });

    await fc.assert(
      fc.asyncProperty(more, async (tail) => {
        const inspected = await inspect(Buffer.concat([whole, tail]));
        return !inspected.ok || /^[\s\0]+$/.test(Buffer.from(tail).toString('latin1'));
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  });

  it.each(Object.entries(VALID))(
    '%s with bytes changed: never an exception, whatever it is then',
    async (_, whole) => {
      const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });

      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
          const copy = Buffer.from(whole);
          for (const { at, byte } of changes) copy[at] = byte;
          const inspected = await inspect(copy);
          return inspected.ok ? inspected.picture.bytes === copy.length : inspected.problem.length > 0;
        }),
        { seed: 20_261_122, numRuns: 2_000 },
      );
    },
  );
});

it('a checksum counted here is the one that Node counts', () => {
  for (const bytes of [Buffer.alloc(0), png(), jpeg()]) {
    expect(crc32ByTable(bytes)).toBe(zlib.crc32(bytes));
  }
});

describe('25 MB are judged within a second, also when they are made to take long', () => {
  it.each<[string, Buffer]>([
    ['a PNG', png({ bytes: MOST_PICTURE_BYTES })],
    ['a PNG of empty chunks', repeated(pngOf(pngHeader(1, 1)), pngChunk('IDAT'))],
    ['a JPEG of empty segments', repeated(Buffer.from('ffd8', 'hex'), Buffer.from('fffe0002', 'hex'))],
    ['a JPEG of nothing, segment by segment', repeated(Buffer.from('ffd8ffe00004', 'hex'), Buffer.alloc(1))],
    ['a JPEG of fill bytes', repeated(jpeg().subarray(0, -2), Buffer.from('ff', 'hex'))],
    ['a JPEG of images', repeated(Buffer.alloc(0), jpeg())],
    ['a WebP of empty chunks', repeated(webp(), Buffer.from('NOTE\0\0\0\0', 'latin1'))],
    ['a PDF of blanks', repeated(pdf(), Buffer.from(' '))],
    ['a PDF of ends of archives', repeated(pdf(), Buffer.from('PK\x05\x06', 'latin1'))],
  ])('%s', async (_, bytes) => {
    const began = performance.now();
    await inspect(bytes);

    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

/** As many as fit into what is taken. */
function repeated(head: Buffer, unit: Buffer): Buffer {
  const times = Math.floor((MOST_PICTURE_BYTES - head.length) / unit.length);
  return Buffer.concat([head, Buffer.alloc(times * unit.length, unit)]);
}
