/** PNG: whole when every chunk holds its checksum, and the last one is the end (W3C PNG, sections 5 and 11). */
import { crc32 } from './crc32';
import { damaged, MOST_PARTS, type Seen } from './seen';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Signature, and IHDR with its length, name, 13 bytes and checksum. */
const HEADER_BYTES = 33;
/** Bits per sample that each kind of colour may have. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
}

export function seePng(bytes: Buffer): Seen {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32BE(8) !== 13 || nameAt(bytes, 8) !== 'IHDR') {
    return damaged;
  }
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  const [depth = 0, colour = 0, compression = 0, filter = 0, interlace = 0] = bytes.subarray(24, 29);
  if (!DEPTHS[colour]?.includes(depth) || compression + filter > 0 || interlace > 1) return damaged;
  return { ...size, whole: () => holdsTogether(bytes) };
}

function holdsTogether(bytes: Buffer): boolean {
  let pictured = false;
  let at = SIGNATURE.length;
  for (let chunks = 0; chunks < MOST_PARTS && at + 12 <= bytes.length; chunks += 1) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length || bytes.readUInt32BE(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) {
      return false;
    }
    const name = nameAt(bytes, at);
    if (name === 'IEND') return pictured && end === bytes.length;
    pictured ||= name === 'IDAT';
    at = end;
  }
  return false;
}

function nameAt(bytes: Buffer, chunk: number): string {
  return bytes.toString('latin1', chunk + 4, chunk + 8);
}
