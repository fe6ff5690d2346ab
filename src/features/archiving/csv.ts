/** Comma-separated values as a Swedish spreadsheet opens them; words that people typed never become a formula. */
import { unparse } from 'papaparse';

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

export function csv(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const table = unparse(
    { fields: [...head], data: lines.map((line) => [...line]) },
    { delimiter: ';', quotes: true, newline: '\r\n', escapeFormulae: true },
  );
  return `${BYTE_ORDER_MARK}${table}\r\n`;
}
