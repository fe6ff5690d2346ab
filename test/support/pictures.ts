/** Small real pictures of every type that is taken, each seed another; every browser and viewer opens them. */
import { crc32, deflateSync } from 'node:zlib';

export interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  readonly seed?: number;
  /** The file is made this long, by a note that no viewer shows. */
  readonly bytes?: number;
}

export const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Coloured bands that the seed decides. */
export function png({ width = 64, height = 48, seed = 1, bytes }: PngOptions = {}): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    const row = y * (1 + width * 3) + 1;
    const band = Math.floor(y / 8) + 1;
    for (let x = 0; x < width; x += 1) {
      rows[row + x * 3] = (seed * 53 + band * 31 + x) & 0xff;
      rows[row + x * 3 + 1] = (seed * 97 + band * 17) & 0xff;
      rows[row + x * 3 + 2] = (seed * 193 + (x >> 3) * 7) & 0xff;
    }
  }
  const chunks = [
    pngHeader(width, height),
    pngChunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), note(seed)])),
    pngChunk('IDAT', deflateSync(rows)),
  ];
  const length = PNG_SIGNATURE.length + Buffer.concat(chunks).length + 12;
  if (bytes !== undefined) chunks.push(pngChunk('noTe', Buffer.alloc(bytes - length - 12)));
  return pngOf(...chunks, pngChunk('IEND'));
}

export function pngOf(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([PNG_SIGNATURE, ...chunks]);
}

/** Eight bits a sample, RGB. */
export function pngHeader(width: number, height: number): Buffer {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  return pngChunk('IHDR', data);
}

export function pngChunk(name: string, data: Uint8Array = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([uint32(data.length, 'BE'), named, uint32(crc32(named), 'BE')]);
}

/** 6 × 4 pixels, as Chromium writes them. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////' +
    '////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////' +
    'wAARCAAEAAYDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABgQAQEBAQEAAAAAAAAAAAAAAAEAEQJR/8QAFQEBAQAAAAAA' +
    'AAAAAAAAAAAAAAP/xAAVEQEBAAAAAAAAAAAAAAAAAAAAAf/aAAwDAQACEQMRAD8APWgYGeSSI1//2Q==',
  'base64',
);

export function jpeg({ seed = 1 }: { readonly seed?: number } = {}): Buffer {
  return Buffer.concat([JPEG.subarray(0, 2), jpegSegment(0xfe, note(seed)), JPEG.subarray(2)]);
}

export function jpegSegment(marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** 6 × 4 pixels, as Chromium writes them: compressed in two ways, and with transparency. */
const WEBP = {
  lossy: ['VlA4ICgAAABwAQCdASoGAAQAB0CWJagAAwGAAAD9+JabqvdyaB+3/24Por4N90AA'],
  lossless: ['VlA4TBYAAAAvBcAAAA/wKtVHuP8Ocf4jDeMQ0f8w'],
  transparent: [
    'VlA4WAoAAAAQAAAABQAAAwAA',
    'QUxQSAwAAAABDzCAERFiDCL6HwY=',
    'VlA4ICgAAACwAQCdASoGAAQAB0CWJaACdEf/gkAAAP7hw1xdXxmQe8mZFSaxQAAA',
  ],
};

export interface WebpOptions {
  readonly seed?: number;
  readonly kind?: keyof typeof WEBP;
}

export function webp({ seed = 1, kind = 'lossy' }: WebpOptions = {}): Buffer {
  const chunks = WEBP[kind].map((chunk) => Buffer.from(chunk, 'base64'));
  return webpOf(...chunks, webpChunk('NOTE', note(seed)));
}

export function webpOf(...chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  return Buffer.concat([Buffer.from('RIFF'), uint32(body.length, 'LE'), body]);
}

export function webpChunk(name: string, data: Uint8Array): Buffer {
  const even = Buffer.alloc(data.length % 2);
  return Buffer.concat([Buffer.from(name), uint32(data.length, 'LE'), data, even]);
}

/** One empty page. */
export function pdf({ seed = 1 }: { readonly seed?: number } = {}): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
    `<</Title(${note(seed).toString('latin1')})>>`,
  ];
  let text = '%PDF-1.7\n';
  const starts = objects.map((object, at) => {
    const start = String(text.length).padStart(10, '0');
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${start} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${starts.join('')}` +
      `trailer\n<</Size ${size}/Root 1 0 R/Info 4 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

function note(seed: number): Buffer {
  return Buffer.from(`seed ${seed}`, 'latin1');
}

function uint32(value: number, order: 'BE' | 'LE'): Buffer {
  const bytes = Buffer.alloc(4);
  if (order === 'BE') bytes.writeUInt32BE(value);
  else bytes.writeUInt32LE(value);
  return bytes;
}
