/** What Samsung's phones put behind every screenshot they save as JPEG: a list of notes, with its own directory. */

const MOST_BYTES = 64 * 1024;
const [DIRECTORY_HEAD, ENTRY, TAIL] = [12, 12, 8];

/**
 * `notes… SEFH version count (kind, back, length)… size SEFT`, little-endian: a note lies `back` bytes before SEFH.
 * True only when the notes and the directory fill the bytes without a gap.
 */
export function isSamsungTrailer(bytes: Buffer): boolean {
  if (bytes.length < DIRECTORY_HEAD + TAIL || bytes.length > MOST_BYTES) return false;
  if (bytes.toString('latin1', bytes.length - 4) !== 'SEFT') return false;
  const size = bytes.readUInt32LE(bytes.length - TAIL);
  const directory = bytes.length - TAIL - size;
  if (size < DIRECTORY_HEAD || directory < 0) return false;
  if (bytes.toString('latin1', directory, directory + 4) !== 'SEFH') return false;
  const count = bytes.readUInt32LE(directory + 8);
  if (DIRECTORY_HEAD + count * ENTRY !== size) return false;

  let at = 0;
  for (let entry = directory + DIRECTORY_HEAD; entry < bytes.length - TAIL; entry += ENTRY) {
    if (directory - bytes.readUInt32LE(entry + 4) !== at) return false;
    at += bytes.readUInt32LE(entry + 8);
  }
  return at === directory;
}
