/** File names that people understand and every system can keep. Pure. */

const LONGEST = 80;
/** Characters that mean something in a path or a shell, or turn the direction of what follows. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>:"/\\|?*]/g;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** One segment of a path: never empty, never `.` or `..`, without what a file system refuses. */
export function pathSegment(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/^[. ]+|[. ]+$/g, '');
  if (plain === '') return 'konto';
  return RESERVED.test(plain) ? `_${plain}` : plain;
}
