/** A screenshot as the demo's people take it: a phone's page with a header, a round picture and some posts, no two alike. */
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 180;
const HEIGHT = 320;
const HEADER = 64;
const POST = 56;

/** The bytes of a PNG; the same name gives the same picture. */
export function screenshotOf(name: string): Buffer {
  const seed = crc32(Buffer.from(name));
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_, x) => colourAt(x, y, seed)).flat()]),
  );
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from([...uint32(WIDTH), ...uint32(HEIGHT), 8, 2, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Colour = readonly [red: number, green: number, blue: number];
const WHITE: Colour = [255, 255, 255];
const LINE: Colour = [225, 228, 232];

function colourAt(x: number, y: number, seed: number): Colour {
  const own: Colour = [seed & 0x7f, (seed >> 8) & 0x7f, 96 + ((seed >> 16) & 0x7f)];
  if ((x - 32) ** 2 + (y - HEADER) ** 2 < 24 ** 2) return [255 - own[0], 255 - own[1], 255 - own[2]];
  if (y < HEADER) return own;
  const post = Math.floor((y - HEADER) / POST);
  const inside = (y - HEADER) % POST;
  if (inside < 4) return LINE;
  return inside < 40 && x > 20 && x < 60 + ((seed >> (post * 3)) & 0x3f) ? own : WHITE;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([Buffer.from(uint32(data.length)), body, Buffer.from(uint32(crc32(body)))]);
}

function uint32(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
