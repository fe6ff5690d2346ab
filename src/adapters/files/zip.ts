/** Archives hide in files of every type, as they are read from their end. */

const END = Buffer.from('PK\x05\x06', 'latin1');
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * True when the last record of an archive stands where readers look for it, whatever follows: one disk, as many
 * entries on it as in all, and a directory that fits before it.
 */
export function opensAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.indexOf(END, from); at >= 0; at = bytes.indexOf(END, at + 1)) {
    if (at + END_BYTES > bytes.length) return false;
    const oneDisk = bytes.readUInt32LE(at + 4) === 0;
    const allHere = bytes.readUInt16LE(at + 8) === bytes.readUInt16LE(at + 10);
    if (oneDisk && allHere && bytes.readUInt32LE(at + 12) <= at) return true;
  }
  return false;
}
