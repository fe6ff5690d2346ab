/** File names that people understand and every system can keep. Pure. */

const LONGEST = 80;
/** Characters that mean something in a path or a shell, are not seen, or turn the direction of what follows. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
/** Half of a character that a cut went through. */
const HALF = /\p{Cs}/gu;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** One segment of a path: never empty, never `.` or `..`, without what a file system refuses. */
export function pathSegment(text: string): string {
  const plain = text
    .replace(UNSAFE, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(HALF, '')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (plain === '') return 'konto';
  return RESERVED.test(plain) ? `_${plain}` : plain;
}
