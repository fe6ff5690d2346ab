/** Names of files as paths on a disk, the same on every system. */
import { join } from 'node:path';

/** Windows opens a device under these names, whatever the extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/** `:` means something else on Windows; neither `_` nor `~` occurs in a name, so that no two share a path. */
export function pathOf(root: string, name: string): string {
  return join(root, ...name.split('/').map(onDisk));
}

function onDisk(segment: string): string {
  const plain = segment.replaceAll(':', '_');
  return DEVICE.test(plain) ? `~${plain}` : plain;
}
