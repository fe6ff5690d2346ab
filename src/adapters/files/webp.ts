/** WebP: whole when its chunks fill the RIFF frame, and the frame the file (RFC 9649). A moving one is no screenshot. */
import { damaged, MOST_PARTS, type Seen } from './seen';

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
  readonly end: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export function isWebp(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
}

export function seeWebp(bytes: Buffer): Seen {
  const first = chunkAt(bytes, 12);
  const size = first && sizeOf(first);
  return size === undefined ? damaged : { ...size, whole: () => holdsTogether(bytes, size) };
}

function holdsTogether(bytes: Buffer, size: Size): boolean {
  if (bytes.readUInt32LE(4) + 8 !== bytes.length) return false;
  let images = 0;
  let at = 12;
  for (let chunks = 0; chunks < MOST_PARTS && at < bytes.length; chunks += 1) {
    const chunk = chunkAt(bytes, at);
    if (chunk === undefined || chunk.end > bytes.length || chunk.name === 'ANMF') return false;
    if (chunk.name === 'VP8 ' || chunk.name === 'VP8L') {
      images += 1;
      // The picture itself may not be another than its canvas says.
      const own = sizeOf(chunk);
      if (own?.width !== size.width || own.height !== size.height) return false;
    }
    at = chunk.end;
  }
  return at === bytes.length && images === 1;
}

/** Cut short at the end of the file; `end` says where it should end, with the byte that evens it out. */
function chunkAt(bytes: Buffer, at: number): Chunk | undefined {
  if (at + 8 > bytes.length) return undefined;
  const length = bytes.readUInt32LE(at + 4);
  return {
    name: bytes.toString('latin1', at, at + 4),
    data: bytes.subarray(at + 8, at + 8 + length),
    end: at + 8 + length + (length % 2),
  };
}

/** Of the canvas, or of a picture in either compression. */
function sizeOf({ name, data }: Chunk): Size | undefined {
  if (data.length < 10 && !(name === 'VP8L' && data.length >= 5)) return undefined;
  if (name === 'VP8X') return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
  if (name === 'VP8 ' && (data[0] ?? 1) % 2 === 0 && data.readUIntBE(3, 3) === 0x9d012a) {
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
  }
  if (name === 'VP8L' && data[0] === 0x2f) {
    const bits = data.readUInt32LE(1);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return undefined;
}
