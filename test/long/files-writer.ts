/** A process of its own that keeps files in a folder until it is killed: `node … folder seed`. */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openFolderFiles } from '../../src/adapters/files/folder';
import { chanceOf } from './chance';

/** So few that later lives put what earlier ones did, or half did. */
const FILES = 60;
const AT_ONCE = 3;

/** Says `+name` before a file is put, and `=name` when that was acknowledged. */
async function writeForEver(folder: string, seed: string): Promise<void> {
  const files = await openFolderFiles({ folder });
  const chance = chanceOf(`writer ${seed}`);
  const keep = async (): Promise<void> => {
    for (;;) {
      const bytes = contentOf(chance.int(1, FILES));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const name = `sundsvall/acc-${sha256.slice(0, 1)}:2026-autumn/${sha256}.png`;
      writeSync(1, `+${name}\n`);
      await files.put(name, bytes, 'image/png');
      writeSync(1, `=${name}\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keep));
}

/** From a kilobyte to three megabytes. */
function contentOf(number: number): Buffer {
  return Buffer.alloc(1_000 + number ** 2 * 800, `file ${number};`);
}

const [folder = '', seed = ''] = process.argv.slice(2);
void writeForEver(folder, seed);
