/** Which pictures of cards stand in the documentation, and how they get there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = [
  'help-karin',
  'form-1',
  'form-problem',
  'decide-karin',
  'late-click',
  'create-anna',
  'register-page',
  'register-account',
  'overlap-anna',
  'changes-1-anna',
  'day-karin',
];
/** Bytes; a README is read over slow lines too. */
const MOST = 150_000;

/** Keeps the picture in the folder that `PICTURES` names, in full sharpness unless that weighs too much. */
export async function keepForDocs(
  name: string,
  take: (scale: 'device' | 'css') => Promise<Buffer>,
): Promise<void> {
  const folder = process.env['PICTURES'];
  if (!folder || !NAMES.includes(name)) return;
  const sharp = await take('device');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), sharp.length < MOST ? sharp : await take('css'));
}
