/** Paths inside a package: the same everywhere, and never out of the folder it is unpacked in. */

/** Parts of letters, digits and signs with `/` between them; no way up, no drive, nothing that Windows cannot name. */
export function isSafePath(path: string): boolean {
  return path.length <= 200 && path === path.normalize('NFC') && path.split('/').every(isSafePart);
}

function isSafePart(part: string): boolean {
  return (
    /^[^\p{Cc}\p{Cf}\p{Surrogate}\\/:*?"<>|]+$/u.test(part) &&
    !/^ |[ .]$/.test(part) &&
    !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part)
  );
}

/** Two paths with one name here are one file on some machine. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
