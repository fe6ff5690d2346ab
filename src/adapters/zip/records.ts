/**
 * The records of a ZIP file whose entries are stored as they are. Nothing in them comes from a clock, a machine or a
 * library, so the same entries always make the same bytes – also years from now, when somebody checks a package.
 */

/** What must be known of an entry before its bytes. */
export interface Measured {
  readonly path: string;
  readonly crc32: number;
  /** Bytes, less than 4 GB. */
  readonly size: number;
}

export interface Placed extends Measured {
  /** Of its local header, from the beginning of the file. */
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const VERSION = 20;
const VERSION_64 = 45;
/** "Made by" Unix, so that the rights below are read. */
const UNIX = 3 << 8;
const READABLE_FILE = 0o100644 * 0x10000;
const UTF8 = 0x0800;
/** 1 January 1980, 00:00: the earliest there is. */
const TIME = 0;
const DATE = 0x0021;
/** A field that says: see the longer one. */
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

export function localHeader({ path, crc32, size }: Measured): Buffer {
  const name = Buffer.from(path);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(LOCAL, 0);
  head.writeUInt16LE(VERSION, 4);
  shared(head, 6, { name, crc32, size });
  return Buffer.concat([head, name]);
}

export function centralRecord({ path, crc32, size, offset }: Placed): Buffer {
  const name = Buffer.from(path);
  const far = offset >= FULL_32;
  const head = Buffer.alloc(46);
  const version = far ? VERSION_64 : VERSION;
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(UNIX | version, 4);
  head.writeUInt16LE(version, 6);
  shared(head, 8, { name, crc32, size });
  head.writeUInt16LE(far ? 12 : 0, 30);
  head.writeUInt32LE(READABLE_FILE, 38);
  head.writeUInt32LE(far ? FULL_32 : offset, 42);
  return Buffer.concat([head, name, ...(far ? [farOffset(offset)] : [])]);
}

/** Flags, method (stored), time, CRC, sizes and the name's length: alike in both headers, from `at` on. */
function shared(
  head: Buffer,
  at: number,
  { name, crc32, size }: { readonly name: Buffer; readonly crc32: number; readonly size: number },
): void {
  head.writeUInt16LE(UTF8, at);
  head.writeUInt16LE(TIME, at + 4);
  head.writeUInt16LE(DATE, at + 6);
  head.writeUInt32LE(crc32, at + 8);
  head.writeUInt32LE(size, at + 12);
  head.writeUInt32LE(size, at + 16);
  head.writeUInt16LE(name.length, at + 20);
}

function farOffset(offset: number): Buffer {
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return extra;
}

/** `offset` and `size` of the central directory. */
export function endRecords(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(Math.min(count, FULL_16), 8);
  end.writeUInt16LE(Math.min(count, FULL_16), 10);
  end.writeUInt32LE(Math.min(size, FULL_32), 12);
  end.writeUInt32LE(Math.min(offset, FULL_32), 16);
  const large = count >= FULL_16 || size >= FULL_32 || offset >= FULL_32;
  return large ? Buffer.concat([endRecords64(count, size, offset), end]) : end;
}

function endRecords64(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(END_64, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(UNIX | VERSION_64, 12);
  end.writeUInt16LE(VERSION_64, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(LOCATOR_64, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end, locator]);
}
