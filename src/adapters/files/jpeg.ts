/** JPEG: whole when its segments lead from the start to the end of the image (ITU T.81, annex B), with a known tail. */
import { damaged, MOST_PARTS, type Seen } from './seen';
import { isSamsungTrailer } from './samsung-trailer';

const [SOI, EOI, SOS, TEM] = [0xd8, 0xd9, 0xda, 0x01];
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;
/** C4, C8 and CC stand among them and mean something else; of the others, browsers show those up to C2. */
const SHOWN = 0xc2;
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const MOST_MORE = 8;

export function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI;
}

/** Reads as far as the frame's header; every later image is walked too, and may not be larger. */
export function seeJpeg(bytes: Buffer): Seen {
  const frame = nextSegment(bytes, 2, isFrame);
  // A frame may leave its height to a later segment: no camera and no screen does.
  if (frame === undefined || frame.marker > SHOWN || frame.end - frame.at < 8) return damaged;
  const size = { height: bytes.readUInt16BE(frame.at + 3), width: bytes.readUInt16BE(frame.at + 5) };
  return { ...size, whole: () => holdsTogether(bytes, size.width * size.height) };
}

interface Segment {
  readonly marker: number;
  /** Where its length stands. */
  readonly at: number;
  readonly end: number;
}

function holdsTogether(bytes: Buffer, pixels: number): boolean {
  let at = imageEnd(bytes, 0, pixels);
  // Phones put a second image, such as a map of its lights, right behind the first.
  for (let more = 0; more < MOST_MORE && at !== undefined && isJpeg(bytes.subarray(at)); more += 1) {
    at = imageEnd(bytes, at, pixels);
  }
  return at !== undefined && (at === bytes.length || isSamsungTrailer(bytes.subarray(at)));
}

/** Where an image that begins at `from` ends; undefined when it does not hold together. */
function imageEnd(bytes: Buffer, from: number, most: number): number | undefined {
  let at = from + 2;
  let frames = 0;
  let scans = 0;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const segment = segmentAt(bytes, at);
    if (segment === undefined) return undefined;
    if (segment.marker === EOI) return frames === 1 && scans > 0 ? segment.end : undefined;
    if (segment.marker === SOI) return undefined;
    if (isFrame(segment.marker)) {
      frames += 1;
      if (segment.end - segment.at < 8) return undefined;
      if (bytes.readUInt16BE(segment.at + 3) * bytes.readUInt16BE(segment.at + 5) > most) return undefined;
    }
    at = segment.end;
    if (segment.marker !== SOS) continue;
    if (frames === 0) return undefined;
    scans += 1;
    at = scanEnd(bytes, at);
  }
  return undefined;
}

/** The first segment that is one of these, looking no further than the first scan. */
function nextSegment(bytes: Buffer, from: number, wanted: (marker: number) => boolean): Segment | undefined {
  let at = from;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const segment = segmentAt(bytes, at);
    if (segment === undefined || wanted(segment.marker)) return segment;
    if (segment.marker === SOS || segment.marker === EOI) return undefined;
    at = segment.end;
  }
  return undefined;
}

function segmentAt(bytes: Buffer, from: number): Segment | undefined {
  if (bytes[from] !== 0xff) return undefined;
  let at = from + 1;
  while (bytes[at] === 0xff) at += 1;
  const marker = bytes[at];
  if (marker === undefined || marker === 0) return undefined;
  at += 1;
  if (marker === SOI || marker === EOI || marker === TEM || isRestart(marker)) return { marker, at, end: at };
  if (at + 2 > bytes.length) return undefined;
  const end = at + bytes.readUInt16BE(at);
  return end < at + 2 || end > bytes.length ? undefined : { marker, at, end };
}

/** Compressed data goes on to the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !isRestart(next)) return at;
  }
  return bytes.length;
}
