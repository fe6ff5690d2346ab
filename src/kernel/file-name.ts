/** What every place for files demands of a name, so that all of them refuse alike. */
import { BugError } from './errors';
import { extensionOf, PICTURE_TYPES, type PictureType } from './picture';

/** Neither hidden nor "." or ".."; and a dot at the end is lost on Windows. */
const FOLDER = /^(?!\.)[a-z0-9.:-]{1,200}(?<!\.)$/;
const LAST = new RegExp(`^[0-9a-f]{64}\\.(${PICTURE_TYPES.map(extensionOf).join('|')})$`);
const LONGEST = 900;

/**
 * Throws BugError `bad-file-name` unless the name is folders of `a–z 0–9 - . :` and last the content's SHA-256 with
 * the extension of a type: of this one, when it is given. The name itself is not repeated.
 */
export function checkFileName(name: string, type?: PictureType): void {
  const [last = '', ...folders] = name.split('/').reverse();
  const extension = type === undefined ? '' : `.${extensionOf(type)}`;
  if (
    name.length <= LONGEST &&
    LAST.test(last) &&
    last.endsWith(extension) &&
    folders.every((folder) => FOLDER.test(folder))
  ) {
    return;
  }
  throw new BugError(
    'bad-file-name',
    'A file is named by folders of a–z 0–9 - . : and its SHA-256 with the extension of its type.',
  );
}
