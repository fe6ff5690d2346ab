/** Files that are not what they say, made here byte by byte: what each is, and what must be said of it. */
import { deflateSync } from 'node:zlib';
import type { PictureProblem } from '../../src/kernel/picture';
import {
  jpeg,
  jpegSegment,
  pdf,
  png,
  pngChunk,
  pngHeader,
  pngOf,
  webp,
  webpChunk,
  webpOf,
} from '../support/pictures';

export type Hostile = readonly [what: string, bytes: Buffer, problem: PictureProblem];

export const VALID: Readonly<Record<string, Buffer>> = {
  PNG: png(),
  JPEG: jpeg(),
  WebP: webp(),
  PDF: pdf(),
};

const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const JS = Buffer.from('/*');
const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>x()</script></svg>',
);
const MB_25 = 25 * 1024 * 1024;

/** An archive with one empty file in it. */
export const ZIP = Buffer.concat([
  Buffer.from('504b0304140000000000000021000000000000000000000000000100000061', 'hex'),
  Buffer.from(
    '504b010214001400000000000000210000000000000000000000000001000000000000000000000000000000000061',
    'hex',
  ),
  Buffer.from('504b050600000000010001002f0000001f0000000000', 'hex'),
]);

const OTHERS: readonly (readonly [string, Buffer])[] = [
  ['SVG', SVG],
  ['SVG after an XML declaration', Buffer.concat([Buffer.from('<?xml version="1.0"?>'), SVG])],
  ['HTML', HTML],
  ['GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
  ['HEIC', Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(64)])],
  ['AVIF', Buffer.concat([Buffer.from('\0\0\0\x18ftypavif\0\0\0\0mif1avif', 'latin1'), Buffer.alloc(64)])],
  ['BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])],
  ['TIFF', Buffer.concat([Buffer.from('II*\0', 'latin1'), Buffer.alloc(60)])],
  ['an icon', Buffer.concat([Buffer.from([0, 0, 1, 0, 1, 0]), png()])],
  ['an archive', ZIP],
  ['a sound in the same frame as WebP', Buffer.from('RIFF\x24\0\0\0WAVEfmt \x10\0\0\0', 'latin1')],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  ['PostScript', Buffer.from('%!PS-Adobe-3.0\n%%EOF\n')],
  ['words', Buffer.from('Det här är ingen bild, men den heter bild.png.')],
  ['the first bytes of a PNG without the rest of its signature', png().subarray(0, 7)],
  ['one byte', Buffer.from([0xff])],
];

const ALL = Object.entries(VALID);

/** A file in front of one that is whole. */
const PREPENDED: readonly Hostile[] = ALL.flatMap(([type, bytes]): Hostile[] => [
  [`${type} behind HTML`, Buffer.concat([HTML, bytes]), 'not-a-picture'],
  [`${type} behind an archive`, Buffer.concat([ZIP, bytes]), 'not-a-picture'],
  [`${type} behind a script's comment`, Buffer.concat([JS, bytes]), 'not-a-picture'],
  [`${type} behind a blank`, Buffer.concat([Buffer.from('\n'), bytes]), 'not-a-picture'],
]);

const APPENDED: readonly Hostile[] = ALL.flatMap(([type, bytes]): Hostile[] => [
  [`${type} with HTML behind it`, Buffer.concat([bytes, HTML]), 'damaged'],
  [`${type} with an archive behind it`, Buffer.concat([bytes, ZIP]), 'damaged'],
  [`${type} with a script behind it`, Buffer.concat([bytes, Buffer.from('*/alert(1)')]), 'damaged'],
  [
    `${type} with a megabyte of nothing behind it`,
    Buffer.concat([bytes, Buffer.alloc(2 ** 20, 1)]),
    'damaged',
  ],
  [
    `${type} with half of itself behind it`,
    Buffer.concat([bytes, bytes.subarray(0, bytes.length / 2)]),
    'damaged',
  ],
  [`${type} with another type behind it`, Buffer.concat([bytes, type === 'PNG' ? pdf() : png()]), 'damaged'],
]);

/** An archive where the format itself has room for one. */
const INSIDE: readonly Hostile[] = [
  [
    'PNG with an archive in a chunk',
    pngOf(pngHeader(1, 1), pixel(), pngChunk('ziPp', ZIP), pngChunk('IEND')),
    'damaged',
  ],
  ['JPEG with an archive in a comment', withSegment(jpegSegment(0xfe, ZIP)), 'damaged'],
  ['WebP with an archive in a chunk', webpOf(webp().subarray(12), webpChunk('ZIPP', ZIP)), 'damaged'],
  [
    'PDF with an archive in a comment',
    Buffer.from(
      pdf()
        .toString('latin1')
        .replace('startxref', `%${ZIP.toString('latin1')}\nstartxref`),
      'latin1',
    ),
    'damaged',
  ],
];

const HUGE = 50_000;
const TOO_MANY: readonly Hostile[] = [
  ['PNG of 50,000 × 50,000, with nothing behind the header', pngOf(pngHeader(HUGE, HUGE)), 'too-many-pixels'],
  [
    'PNG of 50,000 × 50,000, whole',
    pngOf(pngHeader(HUGE, HUGE), pixel(), pngChunk('IEND')),
    'too-many-pixels',
  ],
  [
    'PNG of one pixel more than 60 million',
    pngOf(pngHeader(1, 60_000_001), pixel(), pngChunk('IEND')),
    'too-many-pixels',
  ],
  ['PNG as wide as it can be', pngOf(pngHeader(0xffffffff, 0xffffffff)), 'too-many-pixels'],
  ['JPEG of 50,000 × 50,000', resized(jpeg(), HUGE), 'too-many-pixels'],
  ['JPEG of 50,000 × 50,000 behind bytes that fill', filled(resized(jpeg(), HUGE)), 'too-many-pixels'],
  ['WebP of 16,383 × 16,383', lossyOf(16_383), 'too-many-pixels'],
  ['WebP with a canvas of 50,000 × 50,000', webpOf(canvas(HUGE), webp().subarray(12)), 'too-many-pixels'],
  [
    'WebP without loss of 16,384 × 16,384',
    webpOf(webpChunk('VP8L', Buffer.from('2fffffff0f00', 'hex'))),
    'too-many-pixels',
  ],
];

const BROKEN: readonly Hostile[] = [
  ['PNG of no width', pngOf(pngHeader(0, 1), pixel(), pngChunk('IEND')), 'damaged'],
  ['PNG without pixels', pngOf(pngHeader(1, 1), pngChunk('IEND')), 'damaged'],
  ['PNG without an end', pngOf(pngHeader(1, 1), pixel()), 'damaged'],
  ['PNG without a header', pngOf(pixel(), pngChunk('IEND')), 'damaged'],
  ['PNG with one bit turned', flipped(png(), 100), 'damaged'],
  ['PNG with a wrong checksum of its size', flipped(png(), 19), 'damaged'],
  [
    'PNG of a colour that is none',
    pngOf(pngChunk('IHDR', Buffer.from('00000001000000010805000000', 'hex')), pixel(), pngChunk('IEND')),
    'damaged',
  ],
  [
    'PNG with a chunk that is longer than the file',
    Buffer.concat([pngOf(pngHeader(1, 1)), Buffer.from('ffffffffIDAT', 'latin1'), Buffer.alloc(40)]),
    'damaged',
  ],
  [
    'PNG of a hundred thousand empty chunks',
    pngOf(pngHeader(1, 1), ...Array<Buffer>(100_000).fill(pngChunk('IDAT')), pngChunk('IEND')),
    'damaged',
  ],
  ['JPEG of no height', resized(jpeg(), 0), 'damaged'],
  ['JPEG without an image', Buffer.from('ffd8ffd9', 'hex'), 'damaged'],
  ['JPEG of two frames', withSegment(frameOf(jpeg())), 'damaged'],
  ['JPEG that begins again inside', Buffer.concat([jpeg().subarray(0, 2), jpeg()]), 'damaged'],
  [
    'JPEG as no browser shows it',
    Buffer.from(jpeg().toString('hex').replace('ffc0', 'ffc9'), 'hex'),
    'damaged',
  ],
  ['JPEG with a larger one behind it', Buffer.concat([jpeg(), resized(jpeg(), 100)]), 'damaged'],
  ['JPEG of ten images', Buffer.concat(Array<Buffer>(10).fill(jpeg())), 'damaged'],
  [
    'JPEG of a hundred thousand empty segments',
    withSegment(Buffer.alloc(400_000, Buffer.from('fffe0002', 'hex'))),
    'damaged',
  ],
  ['JPEG whose segment has no length', Buffer.from('ffd8ffe00000ffd9', 'hex'), 'damaged'],
  [
    'JPEG with notes that leave something out at their end',
    Buffer.concat([jpeg(), samsung(HTML, { length: 10 })]),
    'damaged',
  ],
  [
    'JPEG with notes that leave something out at their start',
    Buffer.concat([jpeg(), samsung(HTML, { back: 10, length: 10 })]),
    'damaged',
  ],
  [
    'JPEG with notes that lie elsewhere than they say',
    Buffer.concat([jpeg(), samsung(HTML, { back: 10 })]),
    'damaged',
  ],
  ['WebP whose frame says less', shifted(webp(), -2), 'damaged'],
  ['WebP whose frame says more', shifted(webp(), 2), 'damaged'],
  ['WebP with a small canvas and a large picture', webpOf(canvas(2), webp().subarray(12)), 'damaged'],
  ['WebP of two pictures', webpOf(webp().subarray(12), webp().subarray(12)), 'damaged'],
  [
    'WebP that moves behind a still one',
    webpOf(webp().subarray(12), webpChunk('ANMF', Buffer.alloc(40))),
    'damaged',
  ],
  [
    'WebP that moves',
    webpOf(canvas(4), webpChunk('ANIM', Buffer.alloc(6)), webpChunk('ANMF', Buffer.alloc(40))),
    'damaged',
  ],
  ['WebP without a picture', webpOf(), 'damaged'],
  ['WebP of a picture that is none', webpOf(webpChunk('VP8 ', Buffer.alloc(20))), 'damaged'],
  [
    'PDF that does not say where its table is',
    Buffer.from(pdf().toString('latin1').replace('startxref', 'startxxxx'), 'latin1'),
    'damaged',
  ],
  [
    'PDF whose table is elsewhere',
    Buffer.from(
      pdf()
        .toString('latin1')
        .replace(/startxref\n\d+/, 'startxref\n20'),
      'latin1',
    ),
    'damaged',
  ],
  [
    'PDF whose table is behind its end',
    Buffer.from(
      pdf()
        .toString('latin1')
        .replace(/startxref\n\d+/, 'startxref\n9999999999'),
      'latin1',
    ),
    'damaged',
  ],
  ['PDF that is its first line alone', Buffer.from('%PDF-1.7\n'), 'damaged'],
  [
    'PDF of no version',
    Buffer.from(pdf().toString('latin1').replace('1.7', 'x.y'), 'latin1'),
    'not-a-picture',
  ],
];

export const HOSTILE: readonly Hostile[] = [
  ['nothing', Buffer.alloc(0), 'empty'],
  ['PNG of 25 MB and one byte', png({ bytes: MB_25 + 1 }), 'too-large'],
  ['25 MB and one byte of nothing', Buffer.alloc(MB_25 + 1), 'too-large'],
  ...OTHERS.map(([what, bytes]): Hostile => [what, bytes, 'not-a-picture']),
  ...PREPENDED,
  ...APPENDED,
  ...INSIDE,
  ...TOO_MANY,
  ...BROKEN,
];

/** A note behind a JPEG as Samsung's phones write it, and what their directory says about it. */
export function samsung(note: Buffer, { back = note.length, length = note.length } = {}): Buffer {
  const directory = Buffer.alloc(12 + 12);
  directory.write('SEFH', 'latin1');
  directory.writeUInt32LE(106, 4);
  directory.writeUInt32LE(1, 8);
  directory.writeUInt16LE(0x0c61, 14);
  directory.writeUInt32LE(back, 16);
  directory.writeUInt32LE(length, 20);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(directory.length, 0);
  tail.write('SEFT', 4, 'latin1');
  return Buffer.concat([note, directory, tail]);
}

function pixel(): Buffer {
  return pngChunk('IDAT', deflateSync(Buffer.alloc(4)));
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** The frame's header of a JPEG of ours, with its marker. */
function frameOf(bytes: Buffer): Buffer {
  const at = bytes.indexOf(Buffer.from('ffc0', 'hex'));
  return bytes.subarray(at, at + 2 + bytes.readUInt16BE(at + 2));
}

function resized(bytes: Buffer, side: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(Buffer.from('ffc0', 'hex'));
  copy.writeUInt16BE(side, at + 5);
  copy.writeUInt16BE(side, at + 7);
  return copy;
}

/** Fill bytes before the frame, and a smaller frame where whoever miscounts them looks. */
function filled(bytes: Buffer): Buffer {
  const at = bytes.indexOf(Buffer.from('ffc0', 'hex'));
  const decoy = jpegSegment(0xe1, frameOf(jpeg()));
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from([0xff]),
    decoy,
    Buffer.from([0xff]),
    bytes.subarray(at),
  ]);
}

/** Inside a JPEG of ours, right behind its start. */
function withSegment(segment: Buffer): Buffer {
  return Buffer.concat([jpeg().subarray(0, 2), segment, jpeg().subarray(2)]);
}

function lossyOf(side: number): Buffer {
  const copy = webp();
  copy.writeUInt16LE(side, 26);
  copy.writeUInt16LE(side, 28);
  return copy;
}

function canvas(side: number): Buffer {
  const data = Buffer.alloc(10);
  data.writeUIntLE(side - 1, 4, 3);
  data.writeUIntLE(side - 1, 7, 3);
  return webpChunk('VP8X', data);
}

/** What the frame says about its length, changed. */
function shifted(bytes: Buffer, by: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(copy.readUInt32LE(4) + by, 4);
  return copy;
}
