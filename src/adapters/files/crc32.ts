/** CRC-32 as PNG uses it. Node has a fast one since 20.15; before that it is counted here. */
import * as zlib from 'node:zlib';

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

export function crc32ByTable(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ -1) >>> 0;
}

export const crc32: (bytes: Uint8Array) => number = 'crc32' in zlib ? zlib.crc32 : crc32ByTable;
