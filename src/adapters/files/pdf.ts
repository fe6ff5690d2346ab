/** PDF: whole when it begins with its version, and ends by saying where its table of contents is (ISO 32000, 7.5). */
import type { Header } from './seen';

const HEAD = /^%PDF-\d\.\d/;
/** Where the last table is, and nothing after the end but blanks. */
const TAIL = /startxref[\s\0]+(\d{1,10})[\s\0]+%%EOF[\s\0]*$/;
const TAIL_BYTES = 1_024;
/** A table, or an object that holds one. */
const TABLE = /^\s{0,16}(xref\s|\d{1,10}\s+\d{1,5}\s+obj)/;
const TABLE_BYTES = 64;

export function isPdf(bytes: Buffer): boolean {
  return HEAD.test(bytes.toString('latin1', 0, 8));
}

/** Anything may stand on its pages: it has no pixels, and nothing here opens it. */
export function seePdf(bytes: Buffer): Header {
  return { whole: () => holdsTogether(bytes) };
}

function holdsTogether(bytes: Buffer): boolean {
  const tail = TAIL.exec(bytes.toString('latin1', Math.max(0, bytes.length - TAIL_BYTES)));
  const at = Number(tail?.[1] ?? bytes.length);
  return TABLE.test(bytes.toString('latin1', at, at + TABLE_BYTES));
}
